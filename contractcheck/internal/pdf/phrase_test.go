package pdf

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// placesOf returns where a quote stands.
func placesOf(t *testing.T, text *extract.Text, quote string) []extract.Place {
	t.Helper()
	start := strings.Index(text.Content, quote)
	require.GreaterOrEqual(t, start, 0, "%q in %q", quote, text.Content)
	return text.PlacesOf(start, start+len(quote))
}

func assertRect(t *testing.T, x0, y0, x1, y1 float32, got extract.Rect) {
	t.Helper()
	const near = 0.01
	assert.InDelta(t, x0, got.X0, near)
	assert.InDelta(t, y0, got.Y0, near)
	assert.InDelta(t, x1, got.X1, near)
	assert.InDelta(t, y1, got.Y1, near)
}

// The widths are those of Helvetica.
func TestPlaceOfWords(t *testing.T) {
	f := newTestFile()
	f.textPage("The Vendor shall")
	text := read(t, f.bytes())
	places := placesOf(t, text, "Vendor shall")
	require.Len(t, places, 1)
	assertRect(t, 92.01, 697.8, 147.59, 707.8, places[0].Rect)
	places = placesOf(t, text, "endo")
	require.Len(t, places, 1)
	assertRect(t, 92.01, 697.8, 124.25, 707.8, places[0].Rect)
}

func TestPlaceOfBrokenWord(t *testing.T) {
	f := newTestFile()
	f.textPage("The Vendor shall tell the Library within two days of an unauthor-", "ized access to them.")
	places := placesOf(t, read(t, f.bytes()), "unauthorized")
	require.Len(t, places, 2)
	assert.Greater(t, places[0].X0, float32(300))
	assert.Equal(t, float32(72), places[1].X0)
	assert.InDelta(t, places[0].Y0-12, places[1].Y0, 0.01)
}

// The word has a box on both pages, whichever has its text.
func TestPlaceOfWordOverThePage(t *testing.T) {
	f := newTestFile()
	f.textPage("Any information of a patron is deleted. The infor-")
	f.textPage("mation is not sold.")
	text := read(t, f.bytes())
	places := placesOf(t, text, "information is not")
	require.Len(t, places, 2)
	assert.Equal(t, int32(1), places[0].Page)
	assert.Greater(t, places[0].X0, float32(250))
	assert.Equal(t, int32(2), places[1].Page)
	assert.Equal(t, float32(72), places[1].X0)
	places = placesOf(t, text, "The\f")
	require.Len(t, places, 1)
	assert.Less(t, places[0].X1, float32(280))
}

func TestPlaceOfCells(t *testing.T) {
	const rules = "70 690 400 .5 re 70 650 400 .5 re 70 610 400 .5 re 70 610 .5 80 re 200 610 .5 80 re 470 610 .5 80 re f\n"
	f := newTestFile()
	f.page(rules+placedPage(placed{72, 668, "Logs"}, placed{205, 680, "are kept for"}, placed{205, 668, "a week"},
		placed{72, 638, "Loans"}, placed{205, 638, "a day"}), "/Font<</F1 "+helvetica+">>")
	places := placesOf(t, read(t, f.bytes()), "Logs | are kept for\na week")
	require.Len(t, places, 3)
	assert.Equal(t, []float32{72, 205, 205}, []float32{places[0].X0, places[1].X0, places[2].X0})
	assert.Equal(t, []float32{665.8, 677.8, 665.8}, []float32{places[0].Y0, places[1].Y0, places[2].Y0})
}

// A raised number is within the box of its line.
func TestPlaceOfRaisedNumber(t *testing.T) {
	f := newTestFile()
	f.page("BT /F1 12 Tf 72 700 Td (Services) Tj /F1 7 Tf 49 5 Td (1) Tj ET", "/Font<</F1 "+helvetica+">>")
	places := placesOf(t, read(t, f.bytes()), "Services 1")
	require.Len(t, places, 1)
	assert.InDelta(t, 705+ascent*7, places[0].Y1, 0.01)
}

// Words that run to the left have the boxes of their own letters.
func TestPlaceOfWordsToTheLeft(t *testing.T) {
	glyphs := glyphsOf(strings.Split("םולש IBM", "")...)
	for i := range glyphs {
		glyphs[i].x, glyphs[i].width, glyphs[i].size = float64(10*i), 10, 10
	}
	sortToRead(glyphs)
	p := newPhrase(glyphs)
	assert.Equal(t, "IBM שלום", p.text)
	require.Len(t, p.words, 2)
	assertRect(t, 50, -2.2, 80, 7.8, p.words[0].Rect)
	assertRect(t, 0, -2.2, 40, 7.8, p.words[1].Rect)
}

func TestPlaceOfRunningLine(t *testing.T) {
	f := newTestFile()
	for range 4 {
		f.page(placedPage(placed{72, 760, "Example Cloud Terms"}, placed{72, 700, "The Vendor keeps none."}), "/Font<</F1 "+helvetica+">>")
	}
	text := read(t, f.bytes())
	require.Equal(t, extract.Marginal, text.Blocks[0].Kind)
	places := placesOf(t, text, "Cloud Terms")
	require.Len(t, places, 1)
	assert.InDelta(t, 760-descent*10, places[0].Y0, 0.01)
}
