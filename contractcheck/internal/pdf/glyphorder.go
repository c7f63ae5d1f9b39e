package pdf

import (
	"math"
	"slices"
	"strings"
)

// Some writers embed parts of the common Windows and macOS fonts with glyph
// numbers for codes and no mapping to Unicode. These fonts keep their glyphs
// in one order, that of the Mac character set. The widths that the file gives
// tell whether a font really is one of them.
const (
	minKnownWidths = 12 // distinct characters compared
	widthTolerance = 2  // thousandths of an em
	maxMismatch    = 0.05
)

const noteGlyphOrder = "a font has no mapping to Unicode; its text was read by the order of its glyphs"

// noteGuesses adds what the reader of the text should know of its fonts.
func (d *document) noteGuesses() {
	if slices.ContainsFunc(d.fonts, func(f *font) bool { return f.orderUsed }) {
		d.note(noteGlyphOrder)
	}
}

// hasCommonOrder reports whether a composite font's widths are those of the
// standard font that it is named after, character by character.
func (f *font) hasCommonOrder(name string) bool {
	if !strings.Contains(name, "Arial") && !strings.Contains(name, "Helvetica") && !strings.Contains(name, "Times") {
		return false
	}
	table := standardTable(name)
	same, different := 0, 0
	for glyph := uint32(3); glyph <= lastASCIIGlyph; glyph++ {
		width, ok := f.cidWidths[glyph]
		switch {
		case !ok:
		case math.Abs(width-float64(table[glyph-3])) <= widthTolerance:
			same++
		default:
			different++
		}
	}
	return same >= minKnownWidths && float64(different) <= maxMismatch*float64(same)
}

// The glyph numbers of "~" and of the ellipsis, behind which the order leaves
// out DEL and the no-break space.
const (
	lastASCIIGlyph = 97
	ellipsisGlyph  = 171
)

// commonGlyphText returns the text of a glyph number in the common order.
func commonGlyphText(glyph uint32) string {
	code := glyph + 29
	if glyph > lastASCIIGlyph {
		code++
	}
	if glyph > ellipsisGlyph {
		code++
	}
	if glyph < 3 || code > 255 {
		return ""
	}
	return macRoman()[code]
}
