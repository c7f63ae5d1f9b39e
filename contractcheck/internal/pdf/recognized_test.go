package pdf

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

// imagePage adds a page that shows an image and no text.
func (f *testFile) imagePage() { f.page("/I Do", "/XObject<</I <</Subtype/Image>>>>") }

// recognizedPageOf sets lines in a font of 10 points where textPage sets them. A
// line that begins with "|" begins a region; two spaces are a gap as between
// columns.
func recognizedPageOf(confidence float64, lines ...string) *extract.RecognizedPage {
	const advance = 5.0 // of a letter
	p := &extract.RecognizedPage{Height: 792}
	region := 0
	for i, text := range lines {
		if strings.HasPrefix(text, "|") {
			region++
			text = text[1:]
		}
		l := extract.RecognizedLine{Region: region}
		left, base := 72.0, 92+12*float64(i)
		for part := range strings.SplitSeq(text, " ") {
			if part == "" {
				left += 10 * advance
				continue
			}
			w := extract.RecognizedWord{Text: part, Left: left, Top: base - 10*inkOf(part), Right: left + advance*float64(len(part)), Bottom: base, Confidence: confidence}
			if strings.ContainsAny(part, "gjpqy,;") {
				w.Top, w.Bottom = w.Top+2, w.Bottom+2
			}
			l.Words = append(l.Words, w)
			left = w.Right + advance/2
		}
		p.Lines = append(p.Lines, l)
	}
	return p
}

// readScans reads a file with what OCR reads on its pages.
func readScans(t *testing.T, file []byte, pages map[int]*extract.RecognizedPage) *extract.Text {
	t.Helper()
	text, err := ReadScans(t.Context(), file, "", extract.Limits{}, func(_ context.Context, given []byte, page, _ int) (*extract.RecognizedPage, error) {
		require.Contains(t, pages, page, "a page that has text is not recognised")
		assert.Equal(t, file, given)
		return pages[page], nil
	})
	require.NoError(t, err)
	extracttest.AssertSound(t, text)
	return text
}

// What OCR reads goes through the layout of all pages: paragraphs, broken
// words, list items, running heads.
func TestRecognizedPages(t *testing.T) {
	f := newTestFile()
	f.imagePage()
	f.textPage("Hosting Agreement of the County", "", "", "The second page is text, and is read as it stands there.")
	f.imagePage()
	head := "|Hosting Agreement of the County"
	text := readScans(t, f.bytes(), map[int]*extract.RecognizedPage{
		1: recognizedPageOf(96, head, "", "",
			"|The Vendor shall keep Patron Data confi-", "dential and shall not sell it to any third party;",
			"|(a) delete records within thirty days, and then", "|(b) keep none of them."),
		3: recognizedPageOf(91, head, "", "", "|The Library owns all of the Patron Data at all", "times."),
	})
	assert.Equal(t, []string{
		"M Hosting Agreement of the County",
		"P The Vendor shall keep Patron Data confidential and shall not sell it to any third party;",
		"L (a) delete records within thirty days, and then",
		"L (b) keep none of them.",
		"M Hosting Agreement of the County",
		"P The second page is text, and is read as it stands there.",
		"M Hosting Agreement of the County",
		"P The Library owns all of the Patron Data at all/times.",
	}, extracttest.Show(text))
	assert.Equal(t, []string{"2 of 3 pages were recognised by OCR: compare the words that matter with their pictures"}, text.Notes)
	assert.Equal(t, &extract.Confidence{Mean: 96, Least: 96}, text.Pages[0].Recognized)
	assert.Nil(t, text.Pages[1].Recognized)
	for _, p := range text.Pages {
		assert.Empty(t, p.Unreadable)
	}
	assert.Equal(t, &extract.Confidence{Mean: 96, Least: 96}, text.Blocks[1].Recognized)
	assert.Nil(t, text.Blocks[5].Recognized)
	assert.Equal(t, &extract.Confidence{Mean: 91, Least: 91}, text.Blocks[7].Recognized)
}

func TestRecognizedTable(t *testing.T) {
	f := newTestFile()
	f.imagePage()
	text := readScans(t, f.bytes(), map[int]*extract.RecognizedPage{
		1: recognizedPageOf(95, "|Record           Kept", "Loans             30 days", "Searches          none at all"),
	})
	assert.Equal(t, []string{"T Record | Kept", "T Loans | 30 days", "T Searches | none at all"}, extracttest.Show(text))
}

// A line's words are joined once, and not each to all before it.
func TestRecognizedLongLine(t *testing.T) {
	words := make([]extract.RecognizedWord, 100_000)
	for i := range words {
		x := float64(i)
		words[i] = extract.RecognizedWord{Text: "word", Left: x, Right: x + 0.8, Top: 10, Bottom: 20, Confidence: 95}
	}
	begun := time.Now()
	l := recognizedLine(words, 1, 792)
	assert.Less(t, time.Since(begun), 5*time.Second)
	require.Len(t, l.cells, 1)
	assert.Len(t, l.words, len(words))
}

// A page that was scanned askew keeps OCR's lines.
func TestRecognizedAskew(t *testing.T) {
	f := newTestFile()
	f.imagePage()
	page := recognizedPageOf(95, "|The Vendor shall not sell Patron Data to any third", "party, nor rent it out, nor trade it for a service.")
	for i := range page.Lines {
		for k := range page.Lines[i].Words {
			w := &page.Lines[i].Words[k]
			w.Top, w.Bottom = w.Top+w.Left/30, w.Bottom+w.Left/30
		}
	}
	assert.Equal(t, []string{"P The Vendor shall not sell Patron Data to any third/party, nor rent it out, nor trade it for a service."},
		extracttest.Show(readScans(t, f.bytes(), map[int]*extract.RecognizedPage{1: page})))
}

// What OCR is not sure of is left out, and its page is not read: neither good
// news nor silence rests on it.
func TestRecognizedPoorly(t *testing.T) {
	const sound, smudged = "The Library owns all of the Patron Data.", "The Vendor shall not sell any of the Patron Data."
	spoil := func(p *extract.RecognizedPage, line int, confidence float64) *extract.RecognizedPage {
		for i := range p.Lines[line].Words {
			p.Lines[line].Words[i].Confidence = confidence
		}
		return p
	}
	for name, tt := range map[string]struct {
		page *extract.RecognizedPage
		want []string
		why  string
	}{
		"sure enough": {recognizedPageOf(minConfidence, "|"+sound), []string{"P " + sound}, ""},
		"all unsure": {recognizedPageOf(79.9, "|"+sound, "|"+smudged), nil,
			"recognised by OCR with confidence 79 %, too low to rely on"},
		"a paragraph": {spoil(recognizedPageOf(96, "|"+sound, "", "", "|"+smudged), 3, 40), []string{"P " + sound},
			"recognised by OCR in part: confidence below 80 % in 40 of 73 characters"},
		"a line of a paragraph": {spoil(recognizedPageOf(96, "|"+sound, "", "", "|The Vendor, and who else is at its service, shall", "not ever sell the Patron Data."), 4, 40), []string{"P " + sound},
			"recognised by OCR in part: confidence below 80 % in 65 of 98 characters"},
		"a signature":            {spoil(recognizedPageOf(96, "|"+sound, "", "", "|Jwx Ttl"), 3, 10), []string{"P " + sound}, ""},
		"nothing but a stamp":    {recognizedPageOf(30, "|Rcvd"), nil, "recognised by OCR with confidence 30 %, too low to rely on"},
		"no words":               {recognizedPageOf(90), nil, reasonNoWords},
		"blank words":            {recognizedPageOf(90, "|\u00a0 \u00a0"), nil, reasonNoWords},
		"a failure of a program": {&extract.RecognizedPage{Failed: "it failed"}, nil, "it failed"},
	} {
		t.Run(name, func(t *testing.T) {
			f := newTestFile()
			f.imagePage()
			tt.page.Lines = dropEmpty(tt.page.Lines)
			text := readScans(t, f.bytes(), map[int]*extract.RecognizedPage{1: tt.page})
			assert.Equal(t, tt.want, extracttest.Show(text))
			assert.Equal(t, tt.why, text.Pages[0].Unreadable)
		})
	}
}

// dropEmpty drops the lines without words, which only make space.
func dropEmpty(lines []extract.RecognizedLine) []extract.RecognizedLine {
	var out []extract.RecognizedLine
	for _, l := range lines {
		if len(l.Words) > 0 {
			out = append(out, l)
		}
	}
	return out
}

// Damaged pages and those beyond a limit are no pictures: a recognised part of
// them would hide that the rest is missing.
func TestOnlyPicturesAreRecognized(t *testing.T) {
	f := newTestFile()
	f.pages = append(f.pages, f.add("null"))
	f.textPage("This page has text that can be read.")
	broken := f.stream("/Filter/FlateDecode", "no deflated bytes")
	f.pages = append(f.pages, f.add("<</Type/Page/Parent 2 0 R/Contents "+string(rune('0'+broken))+" 0 R>>"))
	text := readScans(t, f.bytes(), nil)
	require.Len(t, text.Pages, 3)
	assert.Equal(t, reasonDamaged, text.Pages[0].Unreadable)
	assert.Empty(t, text.Pages[1].Unreadable)
	assert.Equal(t, reasonContents, text.Pages[2].Unreadable)
	assert.Empty(t, text.Notes)
}

func TestUnmappedGlyphsAreRecognized(t *testing.T) {
	f := newTestFile()
	f.page("BT /F1 10 Tf 72 700 Td <00010002000300040005> Tj ET",
		"/Font<</F1 <</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2>>]>>>>")
	assert.Equal(t, reasonUnmapped, read(t, f.bytes()).Pages[0].Unreadable)
	const words = "The Vendor shall not sell Patron Data."
	text := readScans(t, f.bytes(), map[int]*extract.RecognizedPage{1: recognizedPageOf(95, "|"+words)})
	assert.Equal(t, words, text.Content)
	assert.Empty(t, text.Pages[0].Unreadable)
}

func TestRecognizerEndsReading(t *testing.T) {
	f := newTestFile()
	f.imagePage()
	broken := errors.New("no such program")
	_, err := ReadScans(t.Context(), f.bytes(), "", extract.Limits{}, func(context.Context, []byte, int, int) (*extract.RecognizedPage, error) {
		return nil, broken
	})
	assert.ErrorIs(t, err, broken)
}

// A locked file is handed on as a copy that opens without a password and says
// the same; every other file is handed on as it is.
func TestUnlocked(t *testing.T) {
	for name, data := range encryptedFiles(t) {
		d, err := open(data, "owner", extract.NewInflation(extract.DefaultLimits.Inflated))
		require.NoError(t, err)
		plain := d.unlocked(data)
		assert.Equal(t, "Sealed words stay sealed.", read(t, plain).Content, name)
		assert.NotContains(t, string(plain[bytes.LastIndex(plain, []byte("trailer")):]), "Encrypt", name)
	}
	f := newTestFile()
	f.encrypt("")
	f.textPage("Open to all.")
	d, err := open(f.bytes(), "", extract.NewInflation(extract.DefaultLimits.Inflated))
	require.NoError(t, err)
	assert.Equal(t, f.bytes(), d.unlocked(f.bytes()))
}
