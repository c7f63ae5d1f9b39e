package pdf

import (
	"math"
)

// showAdjusted shows strings with the moves between them, which are in
// thousandths of the font size.
func (in *interpreter) showAdjusted(items []object) {
	for _, item := range items {
		switch item.kind {
		case stringKind:
			in.show(item.bytes)
		case numberKind:
			if in.font != nil && in.font.vertical {
				in.text = in.text.moved(0, -item.number/1000*in.size)
			} else {
				in.text = in.text.moved(-item.number/1000*in.size*in.stretch, 0)
			}
		}
	}
}

// show places the glyphs of a string and moves the text matrix (9.4.4).
func (in *interpreter) show(s []byte) {
	if in.font == nil {
		in.canvas.shown += len(s)
		in.canvas.unmapped += len(s)
		return
	}
	toPage := in.text.times(in.ctm)
	// The size that the page sees, along the line and across it.
	along := in.size * in.stretch * math.Hypot(toPage[0], toPage[1])
	across := math.Abs(in.size) * in.font.em * math.Hypot(toPage[2], toPage[3])
	turned := toPage
	if in.size*in.stretch < 0 {
		turned[0], turned[1] = -turned[0], -turned[1]
	}
	facing, slant := turned.direction(), turned.slant()
	var c code
	moved := 0.0
	for len(s) > 0 && in.canvas.placed <= maxGlyphs {
		space := s[0] == ' '
		c, s = in.font.next(s)
		width := in.font.width(c)
		x, y := moved, in.rise
		if in.font.vertical {
			x, y = 0, moved
		}
		at := toPage.moved(x, y)
		in.canvas.place(in.font, c, at[4], at[5], math.Abs(width*along), across, facing, slant)
		moved += in.advance(width, space && c.length == 1)
	}
	in.canvas.overrun = in.canvas.overrun || len(s) > 0
	if in.font.vertical {
		in.text = in.text.moved(0, moved)
	} else {
		in.text = in.text.moved(moved, 0)
	}
}

func (in *interpreter) advance(width float64, space bool) float64 {
	if in.font.vertical {
		return -in.size // one em, the default of W2 (9.7.4.3)
	}
	advance := width*in.size + in.charSpace
	if space {
		advance += in.wordSpace
	}
	return advance * in.stretch
}

// place adds a glyph if it lies on the visible page.
func (c *canvas) place(f *font, code code, x, y, width, size float64, facing direction, slant angle) {
	c.shown++
	text, ok := f.text(code)
	if !ok {
		c.unmapped++
		return
	}
	if c.bounded && !c.visible.contains(x, y) || width == 0 && text == " " {
		return
	}
	c.placed++
	if slant != 0 {
		if c.slanted == nil {
			c.slanted = map[angle][]glyph{}
		}
		x, y = slant.turned(x, y)
		c.slanted[slant] = append(c.slanted[slant], glyph{text, x, y, width, size, f.bold, facing, slant})
		return
	}
	switch facing {
	case upward:
		x, y = y, -x
	case leftward:
		x, y = -x, -y
	case downward:
		x, y = -y, x
	}
	c.glyphs[facing] = append(c.glyphs[facing], glyph{text, x, y, width, size, f.bold, facing, 0})
}
