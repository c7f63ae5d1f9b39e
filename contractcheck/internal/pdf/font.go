package pdf

import (
	"math"
	"strings"

	"github.com/ledongthuc/pdf"
)

// font is what showing text needs to know of a font: how long its codes are,
// what they mean and how wide they are.
type font struct {
	composite bool // Type 0: codes of one or more bytes
	vertical  bool
	bold      bool

	toUnicode *cmap // nil without one
	codeToCID *cmap // an embedded Encoding CMap; nil for Identity and others
	// unicodeCodes reports that codes are UTF-16 by a predefined CMap's name.
	unicodeCodes bool
	legacy       *legacyCMap // nil for others
	// commonOrder: codes are the glyph numbers of a common font.
	commonOrder, orderUsed bool
	encoding               *encoding
	// ownCodes: a TrueType font without an encoding but its own.
	ownCodes bool

	scale        float64 // from glyph space to text space
	em           float64 // in text space; 1 but for some Type 3 fonts
	widths       [256]float64
	cidWidths    map[uint32]float64
	defaultWidth float64

	program *program // nil for a font that is not embedded

	known map[code]string // what text found before
}

type code struct {
	value  uint32
	length int
}

// glyphSpace is the scale of all fonts but Type 3 (ISO 32000-1 9.2.4).
const glyphSpace = 0.001

func (d *document) loadFont(v pdf.Value) *font {
	f := &font{scale: glyphSpace, em: 1, known: map[code]string{}}
	name := v.Key("BaseFont").Name()
	f.bold = isBoldName(name) || v.Key("FontDescriptor").Key("FontWeight").Float64() >= 600
	switch stream := v.Key("ToUnicode"); {
	case strings.HasPrefix(stream.Name(), "Identity"):
		f.unicodeCodes = v.Key("Subtype").Name() == "Type0"
	case stream.Kind() == pdf.Stream:
		if data, err := d.readStream(stream); err == nil || len(data) > 0 {
			f.toUnicode = parseCMap(data)
		}
	}
	if v.Key("Subtype").Name() == "Type0" {
		d.loadComposite(f, v)
		return f
	}
	if v.Key("Subtype").Name() == "Type3" {
		if m := v.Key("FontMatrix"); m.Len() == 6 {
			f.scale = math.Abs(m.Index(0).Float64())
		}
	}
	f.program = d.programOf(v.Key("FontDescriptor"))
	f.widths = simpleWidths(v)
	if v.Key("Subtype").Name() == "Type3" {
		f.em = f.estimateEm()
	}
	f.encoding = simpleEncoding(v, f.program.encoding)
	f.ownCodes = v.Key("Encoding").IsNull() && v.Key("Subtype").Name() == "TrueType"
	return f
}

// The mean width of a letter, in em, and how far from 1 an em must be before it
// is taken for one.
const (
	meanWidth = 0.5
	emRange   = 2.5
)

// estimateEm guesses the size of a Type 3 font from the widths of its glyphs:
// such a font may be drawn in any unit, and then shown at a size of 1.
func (f *font) estimateEm() float64 {
	sum, n := 0.0, 0
	for _, w := range f.widths {
		if w != 0 {
			sum += math.Abs(w) * f.scale
			n++
		}
	}
	if n == 0 || sum == 0 {
		return 1
	}
	if em := sum / float64(n) / meanWidth; em > emRange || em < 1/emRange {
		return em
	}
	return 1
}

// halfWidth is the width of a letter among ideographs.
const halfWidth = 500

// defaultCIDWidth is the value of DW where the file has none (9.7.4.3).
const defaultCIDWidth = 1000

func (d *document) loadComposite(f *font, v pdf.Value) {
	f.composite = true
	descendant := v.Key("DescendantFonts").Index(0)
	f.bold = f.bold || descendant.Key("FontDescriptor").Key("FontWeight").Float64() >= 600
	f.defaultWidth = defaultCIDWidth
	if dw := descendant.Key("DW"); !dw.IsNull() {
		f.defaultWidth = dw.Float64()
	}
	f.cidWidths = cidWidths(descendant.Key("W"))
	f.program = d.programOf(descendant.Key("FontDescriptor"))
	f.program.mapCIDs(d, descendant.Key("CIDToGIDMap"))
	entry := v.Key("Encoding")
	if entry.Kind() == pdf.Stream {
		f.vertical = entry.Key("WMode").Int64() == 1
		if data, err := d.readStream(entry); err == nil {
			f.codeToCID = parseCMap(data)
		}
		return
	}
	name := entry.Name()
	f.vertical = name == "V" || strings.HasSuffix(name, "-V")
	f.unicodeCodes = f.unicodeCodes || strings.Contains(name, "UCS2") || strings.Contains(name, "UTF16")
	f.legacy = legacyCMapOf(name)
	f.commonOrder = strings.HasPrefix(name, "Identity") && f.hasCommonOrder(v.Key("BaseFont").Name())
}

// next splits the first code off a string that is not empty.
func (f *font) next(s []byte) (code, []byte) {
	n := 1
	if f.composite {
		n = min(f.codeLength(s), len(s))
	}
	return code{bigEndian(s[:n]), n}, s[n:]
}

func (f *font) codeLength(s []byte) int {
	switch {
	case f.codeToCID != nil && len(f.codeToCID.codespaces) > 0:
		return max(1, f.codeToCID.codeLength(s))
	case f.legacy != nil:
		return f.legacy.codeLength(s)
	case f.toUnicode != nil && f.toUnicode.oneByte && !f.toUnicode.twoByte:
		return 1
	}
	return 2
}

// text returns the Unicode text of a code, and whether it is known.
func (f *font) text(c code) (string, bool) {
	text, ok := f.known[c]
	if !ok {
		text = f.lookUp(c)
		f.known[c] = text
	}
	return text, text != ""
}

func (f *font) lookUp(c code) string {
	if f.toUnicode != nil {
		for _, length := range []int{c.length, 1, 2} {
			if text, ok := f.toUnicode.text(length, c.value); ok && strings.Trim(text, "\x00\uFFFD") != "" {
				return plain(text)
			}
		}
	}
	switch {
	case f.unicodeCodes:
		return decodeUTF16([]byte{byte(c.value >> 8), byte(c.value)})
	case f.legacy != nil:
		return f.legacy.text(c)
	case f.composite:
		return plain(f.glyphText(c))
	}
	text := f.encoding[byte(c.value)]
	if f.ownCodes || text == "" {
		if own := f.program.codeText(c.value); own != "" {
			text = own
		}
	}
	return plain(text)
}

// glyphText returns the text of a composite font's code by its glyph.
func (f *font) glyphText(c code) string {
	cid := c.value
	if f.codeToCID != nil {
		cid = f.codeToCID.cid(c.length, c.value)
	}
	if text := f.program.glyphText(cid); text != "" {
		return text
	}
	if f.commonOrder {
		f.orderUsed = true
		return commonGlyphText(c.value)
	}
	return ""
}

// plain replaces what fonts map wrongly: the private characters that Symbol
// and Wingdings use for bullets, and the soft hyphen, which is a visible hyphen
// wherever a page shows it.
func plain(text string) string {
	switch text {
	case "\uf0b7", "\uf0a7", "\uf0d8", "\uf0fc", "\uf076", "\uf0a8", "\uf06e":
		return "•"
	case "\u00ad", "\u2010", "\u2011":
		return "-"
	}
	return text
}

// width returns a code's advance in text space, for a font size of 1.
func (f *font) width(c code) float64 {
	if !f.composite {
		return f.widths[byte(c.value)] * f.scale
	}
	cid := c.value
	switch {
	case f.codeToCID != nil:
		cid = f.codeToCID.cid(c.length, c.value)
	case f.legacy != nil && c.length == 1:
		return halfWidth * f.scale // the CIDs are not known
	case f.legacy != nil:
		return f.defaultWidth * f.scale
	}
	if w, ok := f.cidWidths[cid]; ok {
		return w * f.scale
	}
	return f.defaultWidth * f.scale
}

func isBoldName(name string) bool {
	lower := strings.ToLower(name)
	return strings.Contains(lower, "bold") || strings.Contains(lower, "black") || strings.Contains(lower, "heavy")
}
