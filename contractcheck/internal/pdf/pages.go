package pdf

import "github.com/ledongthuc/pdf"

// maxTreeNodes bounds the page tree, its pages and its inner nodes.
const maxTreeNodes = 100_000

// page is one page with what it inherits (ISO 32000-1 7.7.3.4).
type page struct {
	dictionary pdf.Value
	inherited
	unreadable string // why there is no dictionary
}

type inherited struct {
	resources, mediaBox, cropBox pdf.Value
}

// pages walks the page tree once, in order. It survives loops and damaged
// nodes. Where pages are left out, a last one that cannot be read stands for
// them.
func (d *document) pages() []page {
	w := treeWalk{seen: map[string]bool{}, maxDepth: d.maxDepth}
	root, err := entry(d.reader.Trailer(), "Root")
	if err != nil {
		return nil
	}
	tree, err := entry(root, "Pages")
	if err != nil || tree.Kind() != pdf.Dict {
		return nil
	}
	w.visit(tree, inherited{}, 0)
	if w.cut {
		w.fail(reasonTree)
	}
	return w.pages
}

type treeWalk struct {
	pages    []page
	nodes    int
	maxDepth int
	cut      bool            // a bound was hit: pages are missing
	seen     map[string]bool // the kids of the nodes that were visited
}

// fail adds a page that cannot be read.
func (w *treeWalk) fail(reason string) { w.pages = append(w.pages, page{unreadable: reason}) }

func (w *treeWalk) visit(node pdf.Value, above inherited, depth int) {
	if w.nodes++; w.nodes > maxTreeNodes || depth > w.maxDepth {
		w.cut = true
		return
	}
	above, err := above.with(node)
	if err != nil {
		w.fail(reasonDamaged)
		return
	}
	kids, err := entry(node, "Kids")
	switch {
	case err == nil && kids.Kind() == pdf.Array:
		w.visitKids(kids, above, depth)
	case node.Kind() == pdf.Dict && node.Key("Type").Name() != "Pages":
		// A node without kids is a page, whatever its Type says.
		w.pages = append(w.pages, page{dictionary: node, inherited: above})
	default:
		w.fail(reasonDamaged)
	}
}

func (w *treeWalk) visitKids(kids pdf.Value, above inherited, depth int) {
	// The textual form lists the references, so it tells a node met again.
	identity := kids.String()
	if w.seen[identity] {
		return
	}
	w.seen[identity] = true
	for i := 0; i < kids.Len() && !w.cut; i++ {
		kid, err := element(kids, i)
		if err != nil || kid.IsNull() {
			w.nodes++
			w.cut = w.nodes > maxTreeNodes
			w.fail(reasonDamaged)
			continue
		}
		w.visit(kid, above, depth+1)
	}
}

// with returns what a node hands down.
func (above inherited) with(node pdf.Value) (inherited, error) {
	for key, field := range map[string]*pdf.Value{
		"Resources": &above.resources, "MediaBox": &above.mediaBox, "CropBox": &above.cropBox,
	} {
		value, err := entry(node, key)
		if err != nil && key == "Resources" {
			return above, err
		}
		if err == nil && !value.IsNull() {
			*field = value
		}
	}
	return above, nil
}

// box is a rectangle in the page's coordinates, in points.
type box struct{ left, bottom, right, top float64 }

// visible returns the part of the page that is shown, and false if the file
// states none that makes sense.
func (p page) visible() (box, bool) {
	for _, v := range []pdf.Value{p.cropBox, p.mediaBox} {
		if b, ok := readBox(v); ok {
			return b, true
		}
	}
	return box{}, false
}

func readBox(v pdf.Value) (box, bool) {
	if v.Len() != 4 {
		return box{}, false
	}
	var n [4]float64
	for i := range n {
		corner, err := element(v, i)
		if err != nil {
			return box{}, false
		}
		n[i] = corner.Float64()
	}
	b := box{min(n[0], n[2]), min(n[1], n[3]), max(n[0], n[2]), max(n[1], n[3])}
	return b, b.right-b.left > 1 && b.top-b.bottom > 1
}

func (b box) contains(x, y float64) bool {
	return x >= b.left && x <= b.right && y >= b.bottom && y <= b.top
}
