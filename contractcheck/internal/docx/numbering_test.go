package docx

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// lists defines: 1 decimal outline, 2 the same list counted on, 3 the same
// begun anew at 7, 4 letters and roman numerals, 5 bullets, 6 linked to a
// numbering style, 7 the levels linked to styles, 8 never restarting.
const lists = `
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="ARTICLE %1"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:isLgl/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="ListStyle"/></w:abstractNum>
<w:abstractNum w:abstractNumId="4">
 <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="§ %1"/><w:pStyle w:val="Clause"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:pStyle w:val="Sub"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="5">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%2)"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="6"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>
<w:num w:numId="8"><w:abstractNumId w:val="5"/></w:num>`

const listStyles = `
<w:style w:type="numbering" w:styleId="ListStyle"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Clause"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Clause"/></w:style>`

func TestNumbers(t *testing.T) {
	tests := []struct {
		name, body string
		want       []string
	}{
		{"outline", listed("1", "0", "a") + listed("1", "1", "b") + listed("1", "1", "c") + listed("1", "2", "d") + listed("1", "0", "e") + listed("1", "1", "f"),
			[]string{"L 1. a", "L 1.1 b", "L 1.2 c", "L (a) d", "L 2. e", "L 2.1 f"}},
		{"skipped level", listed("1", "1", "a") + listed("1", "0", "b"), []string{"L 1.1 a", "L 2. b"}},
		{"counts on in a list of the same kind", listed("1", "0", "a") + p("text") + listed("2", "0", "b"), []string{"L 1. a", "P text", "L 2. b"}},
		{"begins anew once", listed("1", "0", "a") + listed("3", "0", "b") + listed("3", "0", "c"), []string{"L 1. a", "L 7. b", "L 8. c"}},
		{"roman and legal", listed("4", "0", "a") + listed("4", "0", "b") + listed("4", "1", "c"), []string{"L ARTICLE I a", "L ARTICLE II b", "L 2.1 c"}},
		{"bullets", listed("5", "0", "a") + listed("5", "1", "b"), []string{"L • a", "L – b"}},
		{"by a numbering style", listed("6", "0", "a") + listed("6", "1", "b"), []string{"L 1. a", "L 1.1 b"}},
		{"by paragraph styles", styled("Clause", "a") + styled("Sub", "b") + styled("Clause", "c"), []string{"L § 3 a", "L 3.1 b", "L § 4 c"}},
		{"switched off", `<w:p><w:pPr><w:pStyle w:val="Clause"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>` + r("a") + `</w:p>`, []string{"P a"}},
		{"level that never restarts", listed("8", "0", "a") + listed("8", "1", "b") + listed("8", "0", "c") + listed("8", "1", "d"), []string{"L 1. a", "L 1) b", "L 2. c", "L 2) d"}},
		{"empty paragraph counts", listed("1", "0", "") + listed("1", "0", "b"), []string{"L 2. b"}},
		{"deleted paragraph does not", `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>` + listed("1", "0", "b"), []string{"L 1. b"}},
		{"unknown list", listed("99", "0", "a"), []string{"P a"}},
		{"level out of range", listed("1", "12", "a"), []string{"P a"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, show(read(t, file(t, test.body, parts{"numbering": lists, "styles": listStyles}))))
		})
	}
}

func TestLevels(t *testing.T) {
	text := read(t, file(t, listed("1", "0", "a")+listed("1", "2", "b"), parts{"numbering": lists}))
	assert.Equal(t, 1, text.Blocks[0].Level)
	assert.Equal(t, 3, text.Blocks[1].Level)
}

func TestFormatNumber(t *testing.T) {
	tests := []struct {
		n            int
		format, want string
	}{
		{4, "decimal", "4"}, {4, "decimalZero", "04"}, {14, "decimalZero", "14"},
		{1, "lowerLetter", "a"}, {27, "upperLetter", "AA"}, {28, "lowerLetter", "bb"}, {0, "lowerLetter", "0"},
		{1 << 30, "lowerLetter", "1073741824"}, {9, "lowerRoman", "ix"}, {1994, "upperRoman", "MCMXCIV"}, {5000, "upperRoman", "5000"},
		{1, "ordinal", "1st"}, {12, "ordinal", "12th"}, {22, "ordinal", "22nd"}, {3, "cardinalText", "Three"}, {1, "ordinalText", "First"},
		{21, "ordinalText", "21"}, {3, "none", ""}, {3, "chineseCounting", "3"},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, formatNumber(test.n, test.format), "%d as %s", test.n, test.format)
	}
}
