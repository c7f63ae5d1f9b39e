package pdf

import (
	"strings"

	"github.com/ledongthuc/pdf"
)

// A form field may hold its value without showing it: a viewer is asked to draw
// what was filled in (ISO 32000-1 12.7.3.3). This file puts such a value where
// the field is.

// Bounds on fields, and the shape of what is put there.
const (
	maxFieldDepth = 16 // of the fields above a field
	passwordFlag  = 1 << 13
	fieldSize     = 12.0 // points at most
	fieldFill     = 0.7  // of a line's height that its letters take
)

// showsValue reports whether a field's value stands for its appearance.
func (d *document) showsValue(appearance pdf.Value) bool {
	return appearance.Kind() != pdf.Stream || d.needAppearances()
}

// readNeedAppearances reports whether the file asks viewers to draw its fields.
func (d *document) readNeedAppearances() bool {
	return d.reader.Trailer().Key("Root").Key("AcroForm").Key("NeedAppearances").Bool()
}

// fieldValue puts the value of a field of text or of a choice into its box, and
// reports whether there was one.
func (d *document) fieldValue(c *canvas, field pdf.Value, rect box) bool {
	kind := c.inheritedKey(field, "FT").Name()
	if kind != "Tx" && kind != "Ch" || c.inheritedKey(field, "Ff").Int64()&passwordFlag != 0 {
		return false
	}
	text := strings.ReplaceAll(c.inheritedKey(field, "V").Text(), "\r\n", "\n")
	lines := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' })
	if strings.TrimSpace(text) == "" {
		return false
	}
	size := min(fieldSize, (rect.top-rect.bottom)/float64(len(lines)))
	for i, l := range lines {
		c.write(l, rect.left, rect.top-size*(float64(i)+fieldFill), size*fieldFill)
	}
	return true
}

// inheritedKey returns a field's entry, or that of a field above it.
func (c *canvas) inheritedKey(field pdf.Value, key string) pdf.Value {
	for range maxFieldDepth {
		if v := field.Key(key); !v.IsNull() || field.IsNull() {
			return v
		}
		field = field.Key("Parent")
	}
	c.overrun = true
	return pdf.Value{}
}

// write places a line of text in letters that are all as wide as the mean.
func (c *canvas) write(text string, x, y, size float64) {
	for _, r := range text {
		if c.placed > maxGlyphs {
			c.overrun = true
			return
		}
		c.glyphs[rightward] = append(c.glyphs[rightward], glyph{string(r), x, y, meanWidth * size, size, false, rightward, 0})
		c.placed++
		c.shown++
		x += meanWidth * size
	}
}
