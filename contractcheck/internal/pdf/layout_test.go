package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func refTo(number int) string { return fmt.Sprintf("%d 0 R", number) }

// placed is a line of text at a place on the page, in Helvetica.
type placed struct {
	x, y float64
	text string
}

func placedPage(lines ...placed) string {
	var content strings.Builder
	for _, l := range lines {
		fmt.Fprintf(&content, "BT /F1 10 Tf %g %g Td (%s) Tj ET\n", l.x, l.y, l.text)
	}
	return content.String()
}

func readPlaced(t *testing.T, extra string, lines ...placed) []string {
	t.Helper()
	f := newTestFile()
	f.page(extra+placedPage(lines...), "/Font<</F1 "+helvetica+"/F2 <</Subtype/Type1/BaseFont/Helvetica-Bold>>>>")
	return blocksOf(read(t, f.bytes()))
}

func TestSpaces(t *testing.T) {
	tests := []struct{ name, content, want string }{
		{"gap in TJ", "[(no)-300(space)] TJ", "no space"},
		{"narrow gaps of tight letters", "[(two)-140(years)-140(after)] TJ", "two years after"},
		{"kerning in TJ", "[(V)80(endor)] TJ", "Vendor"},
		{"word spacing", "5 Tw (a b) Tj", "a b"},
		{"letter spacing", "4 Tc (NOTICE) Tj", "NOTICE"},
		{"letter spacing with words", "4 Tc (A NOTICE OF) Tj", "A NOTICE OF"},
		{"stretched", "50 Tz (half width) Tj 25 0 Td (next) Tj", "half width next"},
		{"raised", "(note) Tj 2 Ts (1) Tj", "note1"},
		{"shadow", "(Bold) Tj 0.3 0 Td (Bold) Tj", "Bold"},
		{"doubled letters", "(access fee) Tj", "access fee"},
		{"line operators", `12 TL (a) ' 1 0 (b) "`, "a\nb"},
		{"stack underflow", "Q Q (still) Tj", "still"},
		{"wide gap", "(left) Tj 200 0 Td (right) Tj", "left right"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := newTestFile()
			f.page("BT /F1 10 Tf 72 700 Td "+tt.content+" ET", "/Font<</F1 "+helvetica+">>")
			assert.Equal(t, tt.want, read(t, f.bytes()).Content)
		})
	}
}

func TestColumns(t *testing.T) {
	lines := []placed{{72, 740, "A title that goes right across both of the columns of this page, from edge to edge"}}
	var left, right []string
	for i := range 8 {
		y := 700 - 12*float64(i)
		left = append(left, fmt.Sprintf("left column line number %d and more text", i))
		right = append(right, fmt.Sprintf("right column line number %d and more text", i))
		lines = append(lines, placed{72, y, left[i]}, placed{320, y, right[i]})
	}
	assert.Equal(t, []string{
		"P " + lines[0].text,
		"P " + strings.Join(append(left, right...), "\n"),
	}, readPlaced(t, "", lines...))
}

// The gutter is hardly wider than a space in justified lines.
func TestNarrowColumns(t *testing.T) {
	var lines []placed
	var want [3][]string
	for i := range 8 {
		for column := range want {
			text := fmt.Sprintf("column %d has its own line %d", column, i)
			want[column] = append(want[column], text)
			lines = append(lines, placed{72 + 131*float64(column), 700 - 12*float64(i), text})
		}
	}
	all := slices.Concat(want[0], want[1], want[2])
	assert.Equal(t, []string{"P " + strings.Join(all, "\n")}, readPlaced(t, "", lines...))
}

// Short items on both sides that share no heights cannot be rows.
func TestColumnsOfItems(t *testing.T) {
	lines := []placed{{72, 740, "A title that goes right across both of the columns of this page, from edge to edge"}}
	want := []string{"P " + lines[0].text}
	for side, x := range []float64{72, 320} {
		for i, words := range []string{"keeps no records at all", "deletes logs each week", "sells nothing to anyone", "tells of each breach", "answers in ten days"} {
			text := fmt.Sprintf("%d.%d Vendor %s", side+1, i+1, words)
			lines = append(lines, placed{x, 700 - 20*float64(i) - 9*float64(side), text})
			want = append(want, "L "+text)
		}
	}
	assert.Equal(t, want, readPlaced(t, "", lines...))
}

// A table in the last column does not undo the columns that the page before has.
func TestTableInAColumn(t *testing.T) {
	f := newTestFile()
	column := func(x float64, word string) (out []placed) {
		for i := range 8 {
			out = append(out, placed{x, 700 - 12*float64(i), fmt.Sprintf("%s column line number %d and more text", word, i)})
		}
		return out
	}
	resources := "/Font<</F1 " + helvetica + ">>"
	f.page(placedPage(append(column(72, "left"), column(320, "right")...)...), resources)
	const rules = "318 710 180 .5 re 318 690 180 .5 re 318 670 180 .5 re 318 670 .5 40 re 400 670 .5 40 re 498 670 .5 40 re f\n"
	f.page(rules+placedPage(append(column(72, "last"),
		placed{322, 697, "Logs"}, placed{404, 697, "7 days"}, placed{322, 677, "Loans"}, placed{404, 677, "30 days"},
		placed{320, 640, "Below"}, placed{320, 628, "it"})...), resources)
	blocks := blocksOf(read(t, f.bytes()))
	assert.Equal(t, []string{"T Logs | 7 days", "T Loans | 30 days", "P Below\nit"}, blocks[len(blocks)-3:])
	assert.Contains(t, blocks[len(blocks)-4], "last column line number 6 and more text\nlast column line number 7")
}

// A word that a rule runs through is no two cells.
func TestRuleBehindAWord(t *testing.T) {
	const rules = "70 690 400 .5 re 70 650 400 .5 re 70 610 400 .5 re 70 610 .5 80 re 120 610 .5 80 re 470 610 .5 80 re f\n"
	assert.Equal(t, []string{"P It must delete records.", "P No record is kept."}, readPlaced(t, rules,
		placed{72, 668, "It must delete records."}, placed{72, 628, "No record is kept."}))
}

func TestScripts(t *testing.T) {
	f := newTestFile()
	f.page("BT /F1 12 Tf 72 700 Td (Services) Tj /F1 7 Tf 49 5 Td (1) Tj ET "+
		"BT /F1 12 Tf 72 680 Td (of CO) Tj /F1 7 Tf 32 -5 Td (2) Tj ET "+
		"BT /F1 12 Tf 72 640 Td (Title) Tj /F1 7 Tf 0 -9 Td (small words below) Tj ET", "/Font<</F1 "+helvetica+">>")
	assert.Equal(t, "Services 1\nof CO2\n\nTitle\nsmall words below", read(t, f.bytes()).Content)
}

// The part of a word before a page's end goes where the word ends.
func TestWordOverThePage(t *testing.T) {
	f := newTestFile()
	f.textPage("Any information of a patron is deleted. The infor-")
	f.textPage("mation is not sold.")
	assert.Equal(t, "Any information of a patron is deleted. The\finformation is not sold.", read(t, f.bytes()).Content)
}

func TestTableWithoutRules(t *testing.T) {
	assert.Equal(t, []string{
		"P Retention of records by kind:",
		"T Kind | Kept for | Then",
		"T Circulation records | 30 days after\nreturn | deleted",
		"T Server logs | 7 days | deleted",
	}, readPlaced(t, "",
		placed{72, 700, "Retention of records by kind:"},
		placed{72, 676, "Kind"}, placed{220, 676, "Kept for"}, placed{350, 676, "Then"},
		placed{72, 660, "Circulation records"}, placed{220, 660, "30 days after"}, placed{350, 660, "deleted"},
		placed{220, 648, "return"},
		placed{72, 632, "Server logs"}, placed{220, 632, "7 days"}, placed{350, 632, "deleted"},
	))
}

// Cells whose text is centered between the rules share no baselines.
func TestTableWithRules(t *testing.T) {
	const rules = "70 690 400 .5 re 70 650 400 .5 re 70 610 400 .5 re 70 610 .5 80 re 200 610 .5 80 re 470 610 .5 80 re f\n"
	assert.Equal(t, []string{
		"P Above.",
		"T 1 | Does the vendor sell data?\nNo, it does\nnot do that.",
		"T Encryption at rest\nand in transit | Yes",
		"P Below.",
	}, readPlaced(t, rules,
		placed{72, 720, "Above."},
		placed{72, 668, "1"},
		placed{205, 680, "Does the vendor sell data?"}, placed{205, 668, "No, it does"}, placed{205, 656, "not do that."},
		placed{72, 638, "Encryption at rest"}, placed{72, 626, "and in transit"}, placed{205, 632, "Yes"},
		placed{72, 590, "Below."},
	))
}

func TestFrameIsNoTable(t *testing.T) {
	const frame = "60 600 450 150 re S\n"
	assert.Equal(t, []string{"P The vendor shall delete all of\nthe records."}, readPlaced(t, frame,
		placed{72, 700, "The vendor shall delete all of"}, placed{72, 688, "the records."}))
}

func TestBlocks(t *testing.T) {
	full := func(s string) string { return s + strings.Repeat(" and so on", 9-len(s)/10) }
	tests := []struct {
		name  string
		lines []placed
		want  []string
	}{
		{
			"gap between paragraphs",
			[]placed{{72, 700, full("It keeps records")}, {72, 688, "for a week."}, {72, 670, full("The vendor")}, {72, 658, "sells nothing."}},
			[]string{"P " + full("It keeps records") + "\nfor a week.", "P " + full("The vendor") + "\nsells nothing."},
		},
		{
			"lines of a paragraph",
			[]placed{{72, 700, full("The vendor")}, {72, 688, full("Provider keeps")}, {72, 676, "no data."}},
			[]string{"P " + full("The vendor") + "\n" + full("Provider keeps") + "\nno data."},
		},
		{
			"list items",
			[]placed{{72, 700, "The vendor shall:"}, {90, 688, "(a) " + full("delete records,")}, {105, 676, "always;"}, {90, 664, "(b) keep none; and"}, {90, 652, "(c) say so."}},
			[]string{"P The vendor shall:", "L (a) " + full("delete records,") + "\nalways;", "L (b) keep none; and", "L (c) say so."},
		},
		{
			"item number apart from its text",
			[]placed{{72, 700, "1."}, {108, 700, full("The vendor deletes")}, {108, 688, "everything."}, {72, 676, "2."}, {108, 676, "Nothing stays."}},
			[]string{"L 1. " + full("The vendor deletes") + "\neverything.", "L 2. Nothing stays."},
		},
		{
			"reference at the start of a line",
			[]placed{{72, 700, full("as it is said in section")}, {72, 688, "(b) above, no data are kept."}},
			[]string{"P " + full("as it is said in section") + "\n(b) above, no data are kept."},
		},
		{
			"heading in capitals",
			[]placed{{72, 700, "5. RETENTION"}, {72, 688, full("The vendor keeps records")}, {72, 676, "for a week."}},
			[]string{"H 5. RETENTION", "P " + full("The vendor keeps records") + "\nfor a week."},
		},
		{
			"year at the start of a line",
			[]placed{{72, 700, full("It was said that before May 1,")}, {72, 688, "2020."}, {72, 676, "X"}},
			[]string{"P " + full("It was said that before May 1,") + "\n2020.", "P X"},
		},
		{
			"broken word",
			[]placed{{72, 700, full("The vendor keeps the con-")[:25]}, {72, 688, "fidential records."}},
			[]string{"P The vendor keeps the confidential records."},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, readPlaced(t, "", tt.lines...))
		})
	}
}

func TestBoldHeading(t *testing.T) {
	const heading = "BT /F2 10 Tf 72 724 Td (Deletion of records) Tj ET\n"
	assert.Equal(t, []string{"H Deletion of records", "P cloud.example deletes them when the contract with the library ends."},
		readPlaced(t, heading, placed{72, 712, "cloud.example deletes them when the contract with the library ends."}))
}

func TestRunningLines(t *testing.T) {
	f := newTestFile()
	for i := range 4 {
		f.page(placedPage(
			placed{72, 760, "Example Cloud Terms"},
			placed{72, 700, fmt.Sprintf("%c sentence that goes on over", 'A'+i)},
			placed{72, 688, "the page and does not end before"},
			placed{280, 40, fmt.Sprintf("Page %d of 4", i+1)},
		), "/Font<</F1 "+helvetica+">>")
	}
	text := read(t, f.bytes())
	assert.Len(t, text.Pages, 4)
	assert.Equal(t, []string{
		"M Example Cloud Terms", "P A sentence that goes on over\nthe page and does not end before", "M Page 1 of 4",
	}, blocksOf(text)[:3])
}

func TestRepeatedTextIsNotRunning(t *testing.T) {
	f := newTestFile()
	for range 4 {
		f.textPage("Vendor shall delete it.", "Vendor shall keep none.", "Vendor shall say so.", "Vendor shall pay.", "The end of it.")
	}
	for _, b := range blocksOf(read(t, f.bytes())) {
		assert.False(t, strings.HasPrefix(b, "M "), b)
	}
}

func TestJoinHyphens(t *testing.T) {
	words := vocabulary{"third": {}, "party": {}, "non-public": {}, "information": {}}
	tests := []struct{ text, next, want string }{
		{"the infor-", "mation is", "the information is"},
		{"no third-", "party data", "no third-party data"},
		{"non-", "public records", "non-public records"},
		{"EU-", "US rules", "EU-US rules"},
		{"a sub-infor-", "mation", "a sub-information"},
		{"end-to-", "end encryption", "end-to-end encryption"},
		{"pages 10-", "12 of it", "pages 10-\n12 of it"},
		{"a dash -", "and more", "a dash -\nand more"},
		{"see https://a.example/for-", "records", "see https://a.example/for-records"},
		{"plain", "text", "plain\ntext"},
	}
	for _, tt := range tests {
		lines := []phrase{newPhrase(glyphsOf(strings.Split(tt.text, "")...)), newPhrase(glyphsOf(strings.Split(tt.next, "")...))}
		assert.Equal(t, tt.want, words.joinAll(lines).text, "joining %q and %q", tt.text, tt.next)
	}
}

// The rest of a word behind a hyphen is no word of a document that breaks words.
func TestVocabularyOfBrokenWords(t *testing.T) {
	linesOf := func(texts ...string) (lines []line) {
		for _, text := range texts {
			lines = append(lines, line{phrase: phrase{text: text}})
		}
		return lines
	}
	tests := []struct {
		name        string
		pages       [][]line
		left, right string
		keeps       bool
	}{
		{"breaks words", [][]line{linesOf("With this, data of develop-", "ment are per-", "sonal."), linesOf("It is personal.")}, "develop", "ment", false},
		{"breaks none", [][]line{linesOf("It is long, with a long-", "term view.")}, "long", "term", true},
		{"breaks words over pages", [][]line{linesOf("No personal data with-", "drawn; per-"), linesOf("sonal data.")}, "with", "drawn", false},
		{"compound that breaks", [][]line{linesOf("A personal, non-exclu-", "sive right to per-", "sonal use.")}, "non-exclu", "sive", false},
		{"compound of short words", [][]line{linesOf("A personal, end-to-", "end right to per-", "sonal use.")}, "end-to", "end", true},
		{"word elsewhere", [][]line{linesOf("Any party, with third-", "party terms per-", "sonal, for a third, personal.")}, "third", "party", true},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.keeps, newVocabulary(tt.pages).keepsHyphen(tt.left, tt.right), tt.name)
	}
}

func TestIsListItem(t *testing.T) {
	for _, s := range []string{"1. Text", "12) Text", "(a) Text", "(iv) Text", "2.3 Text", "2.3.1. Text", "• Text", "– Text", "B. Text", "1."} {
		assert.True(t, isListItem(s), s)
	}
	for _, s := range []string{"30 days after", "2018. The vendor", "e.g. records", "U.S. law", "(see above)", "The vendor", "1.5% of it", "-5 degrees"} {
		assert.False(t, isListItem(s), s)
	}
}

// Rows that are longer than lines of text are left alone.
func TestScriptsOfLongRows(t *testing.T) {
	var glyphs []glyph
	for i := range maxGlyphs / 2 {
		x := 30 * float64(i)
		glyphs = append(glyphs, glyph{text: "a", x: x, y: 100, width: 10, size: 10}, glyph{text: "1", x: x + 10, y: 104, width: 2, size: 5})
	}
	start := time.Now()
	assert.NotEmpty(t, segments(glyphs))
	assert.Less(t, time.Since(start), 5*time.Second)
}
