package pdf

import "github.com/ledongthuc/pdf"

// Bounds on the page tree.
const (
	maxTreeDepth = 64      // balanced trees of 5,000 pages have a depth of 5
	maxTreeNodes = 100_000 // pages and inner nodes
)

// page is one page with what it inherits (ISO 32000-1 7.7.3.4). Its dictionary
// is null where it could not be read.
type page struct {
	dictionary pdf.Value
	inherited
}

type inherited struct {
	resources, mediaBox, cropBox pdf.Value
}

// pages walks the page tree once, in order. It survives loops and damaged
// nodes. Where pages are left out, a last one that cannot be read stands for
// them.
func (d *document) pages() []page {
	w := treeWalk{seen: map[string]bool{}}
	root, err := entry(d.reader.Trailer(), "Root")
	if err != nil {
		return nil
	}
	tree, err := entry(root, "Pages")
	if err != nil {
		return nil
	}
	w.visit(tree, inherited{}, 0)
	if w.cut {
		w.pages = append(w.pages, page{})
	}
	return w.pages
}

type treeWalk struct {
	pages []page
	nodes int
	cut   bool            // a bound was hit: pages are missing
	seen  map[string]bool // the kids of the nodes that were visited
}

func (w *treeWalk) visit(node pdf.Value, above inherited, depth int) {
	if w.nodes++; w.nodes > maxTreeNodes || depth > maxTreeDepth {
		w.cut = true
		return
	}
	above, err := above.with(node)
	if err != nil {
		w.pages = append(w.pages, page{})
		return
	}
	kids, err := entry(node, "Kids")
	if err != nil || kids.Kind() != pdf.Array {
		// A node without kids is a page, whatever its Type says.
		if node.Kind() == pdf.Dict && node.Key("Type").Name() != "Pages" {
			w.pages = append(w.pages, page{node, above})
		}
		return
	}
	w.visitKids(kids, above, depth)
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
			w.pages = append(w.pages, page{})
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
