package pdf

import "github.com/ledongthuc/pdf"

// graphicsState is what bears on text in a graphics state dictionary (ISO
// 32000-1 8.4.5).
type graphicsState struct {
	setsFont bool
	font     *font // nil for one that is damaged
	size     float64
	// mask is the form that makes a soft mask (11.6.5.2), or nil.
	mask *form
}

// graphicsState returns a state of the set, which is empty if there is none of
// this name.
func (d *document) graphicsState(set *resourceSet, name string) *graphicsState {
	g, ok := set.states[name]
	if !ok {
		g = &graphicsState{}
		set.states[name] = g
		g.load(d, set.dictionary, name)
	}
	return g
}

func (g *graphicsState) load(d *document, resources pdf.Value, name string) {
	defer func() { _ = recover() }() // what is damaged sets nothing
	dictionary := resources.Key("ExtGState").Key(name)
	if dictionary.Kind() != pdf.Dict {
		return
	}
	if entry := dictionary.Key("Font"); entry.Len() == 2 {
		g.font = d.tryFont(func() pdf.Value { return entry.Index(0) })
		g.size, g.setsFont = entry.Index(1).Float64(), true
	}
	if mask := dictionary.Key("SMask"); mask.Kind() == pdf.Dict {
		g.mask = d.tryForm(func() pdf.Value { return mask.Key("G") })
	}
}

// setState takes the font of a state, and shows the text of its mask: browsers
// print letters with a shade of colors as a shape through which the colors are
// seen.
func (in *interpreter) setState(g *graphicsState) {
	if g.setsFont {
		in.font, in.size = g.font, g.size
	}
	if x := g.mask; x != nil && !x.isImage && !x.failed && in.depth < maxFormDepth {
		in.paintForm(x)
	}
}
