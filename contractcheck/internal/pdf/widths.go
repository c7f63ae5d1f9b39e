package pdf

import (
	"strings"

	"github.com/ledongthuc/pdf"
)

// The advance widths of the characters ' ' to '~' in the standard fonts, in
// thousandths of the font size, from Adobe's font metrics. Files need not state
// them (ISO 32000-1 9.6.2.2). The slanted Helveticas are as wide as the upright
// ones; the bold italic Times is taken as wide as the bold one.
var (
	helveticaWidths = [...]uint16{
		278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
		556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
		1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
		667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
		333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
		556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
	}
	helveticaBoldWidths = [...]uint16{
		278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
		556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
		975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
		667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
		333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
		611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
	}
	timesWidths = [...]uint16{
		250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
		500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
		921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
		556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
		333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
		500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
	}
	timesBoldWidths = [...]uint16{
		250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278,
		500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 570, 570, 570, 500,
		930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778,
		611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500,
		333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500,
		556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394, 220, 394, 520,
	}
	timesItalicWidths = [...]uint16{
		250, 333, 420, 500, 500, 833, 778, 214, 333, 333, 500, 675, 250, 333, 250, 278,
		500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 675, 675, 675, 500,
		920, 611, 611, 667, 722, 611, 611, 722, 722, 333, 444, 667, 556, 833, 667, 722,
		611, 722, 611, 500, 556, 722, 611, 833, 611, 556, 556, 389, 278, 389, 422, 500,
		333, 500, 500, 444, 500, 444, 278, 500, 500, 278, 278, 444, 278, 722, 500, 500,
		500, 500, 389, 389, 278, 500, 444, 667, 444, 444, 389, 400, 275, 400, 541,
	}
)

// The widths of what no table covers.
const (
	courierWidth = 600
	otherWidth   = 500
)

// simpleWidths reads the 256 widths of a simple font, in glyph space.
func simpleWidths(font pdf.Value) (widths [256]float64) {
	listed := font.Key("Widths")
	if listed.Len() == 0 {
		return standardWidths(font.Key("BaseFont").Name())
	}
	missing := font.Key("FontDescriptor").Key("MissingWidth").Float64()
	for i := range widths {
		widths[i] = missing
	}
	first := int(font.Key("FirstChar").Int64())
	for i := 0; i < min(listed.Len(), 256); i++ {
		if code := first + i; code >= 0 && code < 256 {
			widths[code] = listed.Index(i).Float64()
		}
	}
	return widths
}

func standardWidths(name string) (widths [256]float64) {
	table := standardTable(name)
	for code := range widths {
		switch {
		case strings.Contains(name, "Courier"):
			widths[code] = courierWidth
		case code >= 32 && code < 127:
			widths[code] = float64(table[code-32])
		default:
			widths[code] = otherWidth
		}
	}
	return widths
}

func standardTable(name string) []uint16 {
	bold := isBoldName(name)
	switch {
	case !strings.Contains(name, "Times") && !strings.Contains(name, "Roman"):
		if bold {
			return helveticaBoldWidths[:]
		}
		return helveticaWidths[:]
	case bold:
		return timesBoldWidths[:]
	case strings.Contains(name, "Italic"):
		return timesItalicWidths[:]
	}
	return timesWidths[:]
}

// Bounds of the W array of a CID font.
const (
	maxCID          = 1<<16 - 1
	maxWidthEntries = 4 * maxCID // set in all, the same ones again included
)

// cidWidths reads the W array of a CID font (9.7.4.3): "first [w1 w2 …]" or
// "first last w".
func cidWidths(w pdf.Value) map[uint32]float64 {
	widths := map[uint32]float64{}
	left := maxWidthEntries
	for i := 0; i+1 < w.Len() && left > 0; left-- {
		first := w.Index(i).Int64()
		if list := w.Index(i + 1); list.Kind() == pdf.Array {
			for j := 0; j < min(list.Len(), left); j++ {
				widths[uint32(first)+uint32(j)] = list.Index(j).Float64()
			}
			left -= list.Len()
			i += 2
			continue
		}
		last, width := w.Index(i+1).Int64(), w.Index(i+2).Float64()
		for cid := max(first, 0); cid <= min(last, maxCID) && left > 0; cid++ {
			widths[uint32(cid)] = width
			left--
		}
		i += 3
	}
	return widths
}
