package ocr_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
	"example.org/contractcheck/contractcheck/internal/ocr"
	"example.org/contractcheck/contractcheck/internal/pdf"
)

// contract is a contract of this project whose text is known.
const contract = "../../../testdata/contracts/ils-hosting-protective.pdf"

// minAccuracy is the word F1 that OCR must reach on a clean scan. It reaches
// 0.998 today.
const minAccuracy = 0.98

// pages is how many pages of the contract are scanned: each takes seconds.
const pages = 2

func TestOCROfCleanScan(t *testing.T) {
	painter := extracttest.Program(t, "pdftoppm", "poppler-utils")
	extracttest.Program(t, "tesseract", "tesseract-ocr")
	data, err := os.ReadFile(contract)
	require.NoError(t, err)
	want, err := pdf.Read(t.Context(), data, "", extract.Limits{Pages: pages})
	require.NoError(t, err)

	got := recognize(t, scan(t, painter, "200", pages))
	require.Len(t, got.Pages, pages)
	for _, p := range got.Pages {
		assert.Empty(t, p.Unreadable)
		require.NotNil(t, p.Recognized)
		assert.GreaterOrEqual(t, p.Recognized.Mean, 90)
	}
	a := extracttest.Compare(want.Content, got.Content)
	t.Logf("%d words: word F1 %.4f, bigram F1 %.4f", a.Count, a.Words, a.Bigrams)
	assert.Greater(t, a.Count, 500)
	assert.GreaterOrEqual(t, a.Words, minAccuracy)
	assert.GreaterOrEqual(t, a.Bigrams, minAccuracy)
}

// Of a scan too coarse to read nothing is relied on.
func TestOCROfCoarseScan(t *testing.T) {
	painter := extracttest.Program(t, "pdftoppm", "poppler-utils")
	extracttest.Program(t, "tesseract", "tesseract-ocr")
	got := recognize(t, scan(t, painter, "45", 1))
	require.Len(t, got.Pages, 1)
	assert.NotEmpty(t, got.Pages[0].Unreadable)
	t.Log(got.Pages[0].Unreadable)
}

func recognize(t *testing.T, file []byte) *extract.Text {
	t.Helper()
	engine, err := ocr.New(t.Context(), ocr.Options{})
	require.NoError(t, err)
	text, err := pdf.ReadScans(t.Context(), file, "", extract.Limits{}, func(ctx context.Context, file []byte, page, _ int) (*extract.RecognizedPage, error) {
		return engine.Recognize(ctx, file, page)
	})
	require.NoError(t, err)
	extracttest.AssertSound(t, text)
	return text
}

// scan prints the contract and scans it: a PDF of pictures of its first pages, at
// so many dots an inch.
func scan(t *testing.T, painter, dpi string, pages int) []byte {
	t.Helper()
	var objects, kids strings.Builder
	offsets := []int{}
	add := func(format string, args ...any) int {
		offsets = append(offsets, objects.Len())
		number := len(offsets) + 2
		fmt.Fprintf(&objects, "%d 0 obj\n"+format+"\nendobj\n", append([]any{number}, args...)...)
		return number
	}
	for page := range pages {
		width, height, dots := paint(t, painter, dpi, page+1)
		image := add("<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream",
			width, height, len(dots), dots)
		const show = "q 612 0 0 792 0 0 cm /I Do Q"
		content := add("<</Length %d>>\nstream\n%s\nendstream", len(show), show)
		fmt.Fprintf(&kids, "%d 0 R ", add("<</Type/Page/Parent 2 0 R/Contents %d 0 R/Resources<</XObject<</I %d 0 R>>>>>>", content, image))
	}
	head := "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
	tree := fmt.Sprintf("2 0 obj\n<</Type/Pages/Count %d/MediaBox[0 0 612 792]/Kids[%s]>>\nendobj\n", pages, kids.String())
	var table strings.Builder
	fmt.Fprintf(&table, "xref\n0 %d\n0000000000 65535 f \n%010d 00000 n \n%010d 00000 n \n", len(offsets)+3, len("%PDF-1.4\n"), len(head))
	for _, o := range offsets {
		fmt.Fprintf(&table, "%010d 00000 n \n", len(head)+len(tree)+o)
	}
	start := len(head) + len(tree) + objects.Len()
	return fmt.Appendf(nil, "%s%s%s%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n",
		head, tree, objects.String(), table.String(), len(offsets)+3, start)
}

// paint returns a picture of a page and its dots, deflated.
func paint(t *testing.T, painter, dpi string, page int) (width, height int, dots string) {
	t.Helper()
	number := fmt.Sprint(page)
	picture, err := exec.Command(painter, "-q", "-gray", "-r", dpi, "-f", number, "-l", number, contract).Output()
	require.NoError(t, err)
	_, err = fmt.Sscanf(string(picture), "P5\n%d %d\n255\n", &width, &height)
	require.NoError(t, err)
	return width, height, string(extracttest.Deflated(picture[len(picture)-width*height:]))
}
