package pdf

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

const sampleCMap = `1 begincodespacerange <0000> <FFFF> endcodespacerange
3 beginbfchar <0003> <0020> <0005> <00660069> <0006> <D83DDE00> endbfchar
2 beginbfrange <0010> <0012> <0041> <0020> <0022> [<0058> <0059> <005A>] endbfrange
1 beginbfrange <0040> <0030> <0041> endbfrange`

func TestCMapText(t *testing.T) {
	m := parseCMap([]byte(sampleCMap))
	assert.True(t, m.twoByte)
	assert.False(t, m.oneByte)
	tests := []struct {
		length int
		code   uint32
		want   string
		ok     bool
	}{
		{2, 3, " ", true},
		{2, 5, "fi", true},
		{2, 6, "😀", true},
		{2, 0x10, "A", true},
		{2, 0x12, "C", true},
		{2, 0x13, "", false},
		{2, 0x21, "Y", true},
		{2, 0x40, "", false}, // a range that ends before it begins
		{2, 0, "", false},
		{1, 3, "", false}, // another length
		{2, 0xFFFF, "", false},
	}
	for _, tt := range tests {
		got, ok := m.text(tt.length, tt.code)
		assert.Equal(t, tt.want, got, "code %#x of %d bytes", tt.code, tt.length)
		assert.Equal(t, tt.ok, ok, "code %#x of %d bytes", tt.code, tt.length)
	}
}

func TestCMapCIDs(t *testing.T) {
	m := parseCMap([]byte(`2 begincodespacerange <00> <7F> <8140> <9FFC> endcodespacerange
		1 begincidrange <8140> <8150> 633 endcidrange 1 begincidchar <20> 1 endcidchar`))
	assert.Equal(t, 1, m.codeLength([]byte("A\x81\x40")))
	assert.Equal(t, 2, m.codeLength([]byte("\x81\x40")))
	assert.Equal(t, 0, m.codeLength([]byte("\x81\x01")), "a second byte out of its range")
	assert.EqualValues(t, 635, m.cid(2, 0x8142))
	assert.EqualValues(t, 1, m.cid(1, 0x20))
	assert.EqualValues(t, 0, m.cid(1, 0x21))
}

func TestCMapKeepsRangesSmall(t *testing.T) {
	m := parseCMap([]byte("1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange"))
	assert.Len(t, m.unicode, 1)
	text, ok := m.text(4, 0xFFFFFFFF)
	assert.True(t, ok)
	assert.Empty(t, text)
}

func TestGlyphText(t *testing.T) {
	tests := []struct {
		name, want string
		ok         bool
	}{
		{"A", "A", true},
		{"space", " ", true},
		{"eacute", "é", true},
		{"fi", "ﬁ", true},
		{"f_f_i", "ffi", true},
		{"uni00E9", "é", true},
		{"u1F600", "😀", true},
		{"a.alt", "a", true},
		{"one.oldstyle", "1", true},
		{"afii10017", "А", true},
		{"g12", "", false},
		{"f_zzz", "", false},
		{"uniXYZW", "", false},
		{".notdef", "", false},
	}
	for _, tt := range tests {
		got, ok := glyphText(tt.name)
		assert.Equal(t, tt.want, got, tt.name)
		assert.Equal(t, tt.ok, ok, tt.name)
	}
}

func TestEncodings(t *testing.T) {
	tests := []struct {
		name     string
		encoding *encoding
		code     int
		want     string
	}{
		{"WinAnsi", winAnsi(), 0x80, "€"},
		{"WinAnsi", winAnsi(), 0x93, "“"},
		{"WinAnsi", winAnsi(), 0x9F, "Ÿ"},
		{"WinAnsi", winAnsi(), 0xE9, "é"},
		{"WinAnsi", winAnsi(), 0x81, ""},
		{"MacRoman", macRoman(), 0x8E, "é"},
		{"MacRoman", macRoman(), 0xD5, "’"},
		{"MacRoman", macRoman(), 0xFF, "ˇ"},
		{"MacRoman", macRoman(), 0xD8, "ÿ"},
		{"Standard", standard(), 0x27, "’"},
		{"Standard", standard(), 0xAE, "ﬁ"},
		{"Standard", standard(), 0xD0, "—"},
		{"Standard", standard(), 0xBF, "¿"},
		{"Standard", standard(), 0xFB, "ß"},
		{"Standard", standard(), 0xB0, ""},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, tt.encoding[tt.code], "%s %#x", tt.name, tt.code)
	}
}

func TestStandardWidths(t *testing.T) {
	for name, want := range map[string]float64{
		"Helvetica": 556, "Helvetica-Bold": 556, "Times-Roman": 444, "Times-Bold": 500, "Courier-Bold": 600,
	} {
		assert.Equal(t, want, standardWidths(name)['a'], name)
		assert.NotZero(t, standardWidths(name)['~'], name)
	}
	for _, table := range []int{len(helveticaWidths), len(helveticaBoldWidths), len(timesWidths), len(timesBoldWidths), len(timesItalicWidths)} {
		assert.Equal(t, '~'-' '+1, rune(table))
	}
}

func TestReadFonts(t *testing.T) {
	tests := []struct {
		name, content, font string
		want                string
	}{
		{
			"type 0 with widths", "BT /F1 10 Tf 72 700 Td <00100011> Tj <0010> Tj ET",
			"<</Subtype/Type0/Encoding/Identity-H/ToUnicode 3 0 R/DescendantFonts[<</W[16[500] 17 18 700]>>]>>", "ABA",
		},
		{"utf-16 codes", "BT /F1 10 Tf 72 700 Td <00480069> Tj ET", "<</Subtype/Type0/Encoding/UniJIS-UTF16-H/DescendantFonts[<<>>]>>", "Hi"},
		{"differences", showLines("AB!"), "<</Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[65/fi/quoteright]>>>>", "fi’!"},
		{"soft hyphen", showLines(`e\255mail`), helvetica, "e-mail"},
		{"ToUnicode over encoding", "BT /F1 10 Tf 72 700 Td (A) Tj ET", "<</Subtype/TrueType/Encoding/WinAnsiEncoding/ToUnicode 4 0 R>>", "Z"},
		{"type 3", "BT /F1 1 Tf 10 0 0 10 72 700 Tm (ab) Tj ET", "<</Subtype/Type3/FontMatrix[.01 0 0 .01 0 0]/FirstChar 97/Widths[50 50]/Encoding<</Differences[97/x/y]>>>>", "xy"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := newTestFile()
			f.stream("", sampleCMap)
			f.stream("", "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <005A> endbfchar")
			f.page(tt.content, "/Font<</F1 "+tt.font+">>")
			text := read(t, f.bytes())
			assert.Equal(t, tt.want, text.Content)
			assert.Empty(t, text.Pages[0].Unreadable)
		})
	}
}

func TestReadBuiltInEncoding(t *testing.T) {
	f := newTestFile()
	program := f.stream("", "%!PS-AdobeFont\n/Encoding 256 array\ndup 65 /ff put\ndup 66 /alpha put\nreadonly def\ncurrentfile eexec ...")
	f.page(showLines("AB"), "/Font<</F1 <</Subtype/Type1/FontDescriptor<</FontFile "+refTo(program)+">>>>>>")
	assert.Equal(t, "ffα", read(t, f.bytes()).Content)
}

// Glyph 3 is the space and glyph 36 the "A" in the order of the common fonts.
func TestReadGlyphOrder(t *testing.T) {
	const shown = "BT /F1 10 Tf 72 700 Td <0027004400570044000300B60056> Tj ET" // Data ’s
	descendant := func(widths []uint16) string {
		var list strings.Builder
		for _, w := range widths {
			fmt.Fprintf(&list, "%d ", w)
		}
		return "<</DW 333/W[3[" + list.String() + "]]>>"
	}
	tests := []struct {
		name, font, descendant string
		want                   string
	}{
		{"widths of the font", "ABCDEF+ArialMT", descendant(helveticaWidths[:]), "Data ’s"},
		{"widths of another font", "ABCDEF+ArialMT", descendant(timesWidths[:]), ""},
		{"another font", "ABCDEF+Garamond", descendant(helveticaWidths[:]), ""},
		{"too few widths", "ABCDEF+ArialMT", descendant(helveticaWidths[:5]), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := newTestFile()
			f.page(shown, "/Font<</F1 <</Subtype/Type0/Encoding/Identity-H/BaseFont/"+tt.font+"/DescendantFonts["+tt.descendant+"]>>>>")
			text := read(t, f.bytes())
			assert.Equal(t, tt.want, text.Content)
			assert.Equal(t, tt.want != "", len(text.Notes) == 1)
		})
	}
}

// Widths of codes that no font has, of all codes again and again, and of codes
// from the least number on cost no time.
func TestWidthsAreBounded(t *testing.T) {
	for _, w := range []string{
		"-9223372036854775808 9223372036854775807 500",
		"-9223372036854775808 500 500",
		"0 9223372036854775807 500",
		strings.Repeat("0 65000 500 ", 20_000),
		strings.Repeat("0 [1 2 3] ", 20_000),
	} {
		f := newTestFile()
		f.page(showLines("text"), "/Font<</F1 <</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</W["+w+"]>>]>>>>")
		start := time.Now()
		read(t, f.bytes())
		assert.Less(t, time.Since(start), 5*time.Second)
	}
}
