package pdf

import (
	"encoding/xml"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

// minCovered is the least agreement of quotes with the words that pdftotext
// finds in their boxes.
const minCovered = .98

// Text runs in each direction on pages that are turned, cut and moved.
func TestBoxesOfTurnedPages(t *testing.T) {
	pdftotext := extracttest.Program(t, "pdftotext", "poppler-utils")
	content := showLines(
		"1. The Vendor shall not disclose the records of any patron to a third",
		"party, and shall tell the Library within two days of an unauthor-",
		"ized access to them.",
		"2. Each party may end this Agreement by a notice of ninety days.",
		"3. The Vendor deletes all records at the end of the Agreement.")
	for _, run := range []string{"1 0 0 1 0 0", "0 1 -1 0 800 0", "-1 0 0 -1 612 792", "0 -1 1 0 -150 792"} {
		for _, turn := range []string{"", "/Rotate 90", "/Rotate 180", "/Rotate 270", "/Rotate -90"} {
			for _, area := range []string{"", "/CropBox[30 20 600 780]", "/MediaBox[-50 -70 650 800]", "/MediaBox[40 30 700 800]/CropBox[50 35 620 790]"} {
				t.Run(run+turn+area, func(t *testing.T) {
					f := newTestFile()
					for range 2 {
						f.pageWith(turn+area, "q "+run+" cm "+content+" Q", "/Font<</F1 "+helvetica+">>")
					}
					path := filepath.Join(t.TempDir(), "own.pdf")
					require.NoError(t, os.WriteFile(path, f.bytes(), 0o600))
					assert.GreaterOrEqual(t, covered(t, pdftotext, path, 20), minCovered)
				})
			}
		}
	}
}

func TestBoxesOfOwnContracts(t *testing.T) {
	files, err := filepath.Glob("../../../testdata/contracts/*.pdf")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	assertCovered(t, files)
}

func TestBoxesOfCorpus(t *testing.T) {
	for _, pattern := range []string{"gold/docs/*.pdf", "extract/known/*.pdf", "corpus/vendor/*.pdf", "extract/pdf/real__*.pdf"} {
		t.Run(filepath.Dir(pattern), func(t *testing.T) { assertCovered(t, extracttest.Files(t, pattern)) })
	}
}

// assertCovered takes quotes from each file, and logs how far their boxes hold
// them.
func assertCovered(t *testing.T, files []string) {
	pdftotext := extracttest.Program(t, "pdftotext", "poppler-utils")
	sum, counted := 0.0, 0.0
	for _, file := range files {
		share := covered(t, pdftotext, file, 200)
		t.Logf("%.4f %s", share, filepath.Base(file))
		if !math.IsNaN(share) {
			sum += share
			counted++
		}
	}
	t.Logf("%.4f in %g files with text", sum/counted, counted)
	assert.GreaterOrEqual(t, sum/counted, minCovered)
}

// maxQuote is the length of a quote in words.
const maxQuote = 30

// covered returns how far quotes from random places agree with the words that
// pdftotext finds within their boxes, as the mean of word F1; NaN for a file
// without text, and for one that pdftotext does not read.
func covered(t *testing.T, pdftotext, file string, quotes int) float64 {
	t.Helper()
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	text := read(t, data)
	extracttest.AssertSound(t, text)
	shown := shownWords(t, pdftotext, file, data)
	if readsOtherWords(text, shown) {
		return math.NaN()
	}
	random := rand.New(rand.NewPCG(1, 2))
	sum, counted := 0.0, 0.0
	for range quotes {
		block := text.Blocks[random.IntN(len(text.Blocks))]
		start, end := randomQuote(random, text.Content, block)
		got := wordsWithin(shown, text.PlacesOf(start, end))
		if a := extracttest.Compare(text.Content[start:end], got); a.Count > 0 { // bullets are no words
			sum += a.Words
			counted++
		}
	}
	return sum / counted
}

// readsOtherWords reports whether pdftotext reads less than half of the words,
// as where a font has no mapping to Unicode but that of its own program.
func readsOtherWords(text *extract.Text, shown [][]shownWord) bool {
	var all []string
	for _, page := range shown {
		for _, w := range page {
			all = append(all, w.text)
		}
	}
	return extracttest.Compare(text.Content, strings.Join(all, "\n")).Words < .5
}

// randomQuote returns some words of a block.
func randomQuote(random *rand.Rand, content string, block extract.Block) (start, end int) {
	words := strings.Fields(content[block.Start:block.End])
	first := random.IntN(len(words))
	count := 1 + random.IntN(min(maxQuote, len(words)-first))
	start, end = block.Start, block.Start
	for i, w := range words[:first+count] {
		at := end + strings.Index(content[end:], w)
		if i == first {
			start = at
		}
		end = at + len(w)
	}
	return start, end
}

// shownWord is a word that pdftotext finds, and the middle of it in the page's
// own coordinates.
type shownWord struct {
	text string
	x, y float32
}

// shownWords returns the words of each page.
func shownWords(t *testing.T, pdftotext, file string, data []byte) [][]shownWord {
	t.Helper()
	out, err := exec.Command(pdftotext, "-bbox", "-enc", "UTF-8", file, "-").Output()
	require.NoError(t, err)
	var document struct {
		Pages []struct {
			Words []struct {
				XMin float64 `xml:"xMin,attr"`
				YMin float64 `xml:"yMin,attr"`
				XMax float64 `xml:"xMax,attr"`
				YMax float64 `xml:"yMax,attr"`
				Text string  `xml:",chardata"`
			} `xml:"word"`
		} `xml:"body>doc>page"`
	}
	decoder := xml.NewDecoder(strings.NewReader(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' { // XML has none, whatever pdftotext writes
			return -1
		}
		return r
	}, string(out))))
	decoder.Strict = false
	require.NoError(t, decoder.Decode(&document))
	d, err := open(data, "", extract.NewInflation(extract.DefaultLimits.Inflated))
	require.NoError(t, err)
	d.maxDepth = extract.DefaultLimits.Depth
	pages := d.pages()
	require.Equal(t, len(pages), len(document.Pages), "pages")
	words := make([][]shownWord, len(pages))
	for i, p := range document.Pages {
		for _, w := range p.Words {
			x, y := pages[i].ownCoordinates((w.XMin+w.XMax)/2, (w.YMin+w.YMax)/2)
			words[i] = append(words[i], shownWord{w.Text, float32(x), float32(y)})
		}
	}
	return words
}

// ownCoordinates returns the place that stands x points from the left and y
// points from the top of the page as it is shown.
func (p page) ownCoordinates(x, y float64) (float64, float64) {
	media, _ := readBox(p.mediaBox)
	switch turn := (&canvas{}).inheritedKey(p.dictionary, "Rotate").Int64(); (turn%360 + 360) % 360 {
	case 90:
		return media.left + y, media.bottom + x
	case 180:
		return media.right - x, media.bottom + y
	case 270:
		return media.right - y, media.top - x
	}
	return media.left + x, media.top - y
}

// wordsWithin returns the words whose middle is in one of the places.
func wordsWithin(pages [][]shownWord, places []extract.Place) string {
	var found []string
	for number, words := range pages {
		onPage := slices.DeleteFunc(slices.Clone(places), func(p extract.Place) bool { return int(p.Page) != number+1 })
		for _, w := range words {
			if slices.ContainsFunc(onPage, func(p extract.Place) bool {
				return p.X0 <= w.x && w.x <= p.X1 && p.Y0 <= w.y && w.y <= p.Y1
			}) {
				found = append(found, w.text)
			}
		}
	}
	lines := strings.ReplaceAll(strings.Join(found, "\n"), "\n-\n", "-\n") // the hyphen may be a word of its own
	return extracttest.JoinBroken(lines)
}
