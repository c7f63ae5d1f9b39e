package pdf

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func bigEndian16(values ...int) string {
	var out []byte
	for _, v := range values {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	return string(out)
}

// testTrueType is a font whose glyphs 1 and 2 are "A" and "B" by Unicode, whose
// glyph 3 is named "fi", and whose symbols 0x21 and 0x22 are glyphs 3 and 1.
func testTrueType() string {
	unicode := bigEndian16(4, 32, 0, 4, 0, 0, 0, 'B', 0xFFFF, 0, 'A', 0xFFFF, 0x10000+1-'A', 1, 0, 0)
	symbols := bigEndian16(6, 14, 0, 0xF021, 2, 3, 1)
	maps := bigEndian16(0, 2, 3, 1, 0, 20, 3, 0, 0, 20+len(unicode)) + unicode + symbols
	names := bigEndian16(2, 0) + string(make([]byte, 28)) + bigEndian16(4, 0, 36, 37, 258) + "\x02fi"
	head := 12 + 2*16
	return bigEndian16(1, 0, 2, 0, 0, 0) +
		"cmap" + bigEndian16(0, 0, 0, head, 0, len(maps)) +
		"post" + bigEndian16(0, 0, 0, head+len(maps), 0, len(names)) + maps + names
}

// testCompactFont has the glyphs "A" and "ff", a name of its own, for the codes
// 1 and 2.
func testCompactFont() string {
	head := "\x01\x00\x04\x01" + "\x00\x01\x01\x01\x02F" // header, names
	const topLength = 3 * 4
	strings := "\x00\x01\x01\x01\x03ff"
	base := len(head) + 5 + topLength + len(strings)
	charset := "\x00" + bigEndian16(34, 391)
	encoding := "\x00\x02\x01\x02"
	charStrings := "\x00\x03\x01\x01\x02\x03\x04..."
	top := func(offset int, operator byte) string {
		return "\x1c" + bigEndian16(offset) + string([]byte{operator})
	}
	return head + "\x00\x01\x01\x01" + string([]byte{1 + topLength}) +
		top(base, cffCharset) + top(base+len(charset), cffEncoding) + top(base+len(charset)+len(encoding), cffCharStrings) +
		strings + charset + encoding + charStrings
}

func TestTrueType(t *testing.T) {
	f := parseTrueType(fontData(testTrueType()))
	for glyph, want := range map[uint32]string{0: "", 1: "A", 2: "B", 3: "ﬁ", 4: ""} {
		assert.Equal(t, want, f.text(glyph), "glyph %d", glyph)
	}
	assert.Equal(t, "ﬁ", f.codeText(0x21))
	assert.Equal(t, "A", f.codeText(0x22))
	assert.Empty(t, f.codeText(0x23))
	assert.Nil(t, parseTrueType(fontData("%!PS-AdobeFont")))
}

func TestCompactNames(t *testing.T) {
	assert.Equal(t, map[int]string{1: "A", 2: "ff"}, compactNames(fontData(testCompactFont())))
	assert.Nil(t, compactNames(nil))
	assert.Nil(t, compactNames(fontData("\x01\x00\x04\x01\xff\xff\x09")))
}

// A font that the file says nothing of is read by its own maps.
func TestReadByTheFontItself(t *testing.T) {
	tests := []struct{ name, key, program, font, shown string }{
		{"glyphs of CIDs", "FontFile2", testTrueType(),
			"/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2/FontDescriptor %s>>]", "<000100020003>"},
		{"codes of symbols", "FontFile2", testTrueType(), "/Subtype/TrueType/FontDescriptor %s", "<2221>"},
		{"names of a compact font", "FontFile3", testCompactFont(), "/Subtype/Type1/FontDescriptor %s", "<0102>"},
	}
	want := map[string]string{"glyphs of CIDs": "ABfi", "codes of symbols": "Afi", "names of a compact font": "Aff"}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := newTestFile()
			stream := f.stream("", tt.program)
			descriptor := fmt.Sprintf("<</Flags 4/%s %d 0 R>>", tt.key, stream)
			f.page("BT /F1 10 Tf 72 700 Td "+tt.shown+" Tj ET", "/Font<</F1 <</BaseFont/X"+fmt.Sprintf(tt.font, descriptor)+">>>>")
			text := read(t, f.bytes())
			assert.Equal(t, want[tt.name], text.Content)
			assert.Empty(t, text.Pages[0].Unreadable)
		})
	}
}

func TestReadLegacyCMaps(t *testing.T) {
	for name, tt := range map[string]struct{ codes, want string }{
		"GBK-EUC-H":     {"<ced2c3c741>", "我们A"},
		"90ms-RKSJ-H":   {"<82a082a2b1>", "あいｱ"},
		"H":             {"<24222424>", "あい"},
		"KSCms-UHC-H":   {"<c7d1b1db>", "한글"},
		"ETen-B5-H":     {"<a4a4a4e5>", "中文"},
		"UniGB-UCS2-H":  {"<62114eec>", "我们"},
		"Unknown-Map-H": {"<0041>", ""},
	} {
		t.Run(name, func(t *testing.T) {
			f := newTestFile()
			f.page("BT /F1 10 Tf 72 700 Td "+tt.codes+" Tj ET",
				"/Font<</F1 <</Subtype/Type0/Encoding/"+name+"/DescendantFonts[<</Subtype/CIDFontType0>>]>>>>")
			text := read(t, f.bytes())
			assert.Equal(t, tt.want, text.Content)
			assert.Equal(t, tt.want == "", text.Pages[0].Unreadable == reasonUnmapped)
		})
	}
}

// Ranges that list the same characters again and again end the reading.
func TestCharacterMapBounded(t *testing.T) {
	const groups = 1 << 15
	long := bigEndian16(12, 0, 0, 0, 0, 0, 0, groups) + strings.Repeat(bigEndian16(0, 1, 0, 0xFFFF, 0, 1), groups)
	segments := strings.Repeat("\xff\xfe", groups-1) + "\x00\x00" + strings.Repeat("\x00\x01", 2*groups-2)
	short := bigEndian16(4, 0, 0, 2*groups-2, 0, 0, 0) + segments
	for name, table := range map[string]string{"format 12": long, "format 4": short} {
		start := time.Now()
		left := maxMapped
		m := readCharacterMap(fontData(table), &left)
		assert.NotEmpty(t, m, name)
		assert.Less(t, time.Since(start), 5*time.Second, name)
	}
}

// A font may list one map, and one table of maps, many times.
func TestCharacterMapsListedOften(t *testing.T) {
	const often = 64
	apart := "" // maps of their own
	records := bigEndian16(0, often)
	for i := range often {
		records += bigEndian16(3, 10, 0, 4+8*often+i*40)
		apart += bigEndian16(12, 0, 0, 0, 0, 0, 0, 2) + strings.Repeat(bigEndian16(0, ' ', 1, ' ', 0, 1), 2)
	}
	shared := bigEndian16(0, often) + strings.Repeat(bigEndian16(3, 10, 0, 4+8*often), often)
	for name, table := range map[string]string{"shared": shared + apart, "apart": records + apart} {
		font := bigEndian16(1, 0, often, 0, 0, 0) +
			strings.Repeat("cmap"+bigEndian16(0, 0, 0, 12+16*often, 0, len(table)), often) + table
		start := time.Now()
		assert.Equal(t, " ", parseTrueType(fontData(font)).text(1), name)
		assert.Less(t, time.Since(start), 5*time.Second, name)
	}
}
