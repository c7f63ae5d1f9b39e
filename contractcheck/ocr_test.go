package contractcheck_test

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
	"example.org/contractcheck/contractcheck/report"
)

var scanned = filepath.Join(hostile, "scanned.pdf")

// With OCR a scan can be judged. Whatever rests on it asks for a look at the
// page, and says how surely it was read.
func TestCheckOfScan(t *testing.T) {
	extracttest.Program(t, "pdftoppm", "poppler-utils")
	extracttest.Program(t, "tesseract", "tesseract-ocr")
	var progress []int
	settings := &contractcheck.OCR{Progress: func(name string, page, left int) {
		assert.Equal(t, scanned, name)
		progress = append(progress, page, left)
	}}
	require.NoError(t, settings.Check(t.Context()))
	doc, err := contractcheck.Reader{OCR: settings}.ReadFile(t.Context(), scanned)
	require.NoError(t, err)
	assert.Equal(t, []int{1, 2, 2, 1}, progress)
	assert.Contains(t, strings.ReplaceAll(doc.Content(), "\n", " "), "The Vendor shall not sell Patron Data or use it for advertising.")
	for _, p := range doc.Pages() {
		assert.Empty(t, p.Unreadable)
		require.NotNil(t, p.OCR)
		assert.GreaterOrEqual(t, p.OCR.Confidence, 90)
		assert.LessOrEqual(t, p.OCR.Least, p.OCR.Confidence)
	}
	result, err := shippedLibrary(t).Check(t.Context(), doc)
	require.NoError(t, err)
	d := result.Documents[0]
	require.Len(t, d.Notes, 2)
	assert.Contains(t, d.Notes[0], "2 of 2 pages were recognised by OCR")
	assert.Regexp(t, `^OCR read the evidence of \d+ of the findings$`, d.Notes[1])
	assert.Equal(t, contractcheck.Satisfied, findingOf(t, d, "no-sale").Verdict)
	for _, f := range d.Findings {
		for _, e := range f.Evidence {
			assert.NotNil(t, e.OCR, f.Requirement)
			assert.Contains(t, f.NeedsReview, "OCR read these words from a picture", f.Requirement)
		}
		for _, p := range f.Near {
			assert.NotNil(t, p.OCR, f.Requirement)
		}
	}
	var text bytes.Buffer
	require.NoError(t, report.Text(&text, result, report.TextOptions{Width: 200}))
	assert.Regexp(t, `pages 1-2 by OCR \(confidence \d+ `, text.String())
	assert.Contains(t, text.String(), "recognised by OCR, confidence 9")
}

func TestOCRNamesMissingProgram(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	reader := contractcheck.Reader{OCR: &contractcheck.OCR{}}
	_, err := reader.ReadFile(t.Context(), scanned)
	require.ErrorIs(t, err, exec.ErrNotFound)
	assert.ErrorIs(t, reader.OCR.Check(t.Context()), exec.ErrNotFound)
	assert.ErrorContains(t, err, scanned+": OCR needs the program pdftoppm")

	// A file that has text needs none.
	_, err = reader.ReadFile(t.Context(), filepath.Join(contracts, "rfp-draft.pdf"))
	assert.NoError(t, err)
	_, err = reader.Read(t.Context(), strings.NewReader("The Vendor shall knock."), "a.txt")
	assert.NoError(t, err)
}
