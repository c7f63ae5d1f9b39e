package odt

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

// TestExtraction compares the reader with LibreOffice on files of every make
// that LibreOffice has converted from DOCX.
func TestExtraction(t *testing.T) {
	extracttest.Long(t, "the conversion takes minutes")
	sources := extracttest.Files(t, "extract/docx/*.docx")
	files, err := filepath.Glob(filepath.Join(extracttest.Convert(t, "odt", sources), "*.odt"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	all := extracttest.Beside(t, files, extracttest.LibreOffice(t, files), func(data []byte) (*extract.Text, error) {
		return Read(t.Context(), data, extract.Accepted, extract.Limits{})
	})
	assert.GreaterOrEqual(t, extracttest.Summarize(t, all).Words, .98)
	assert.GreaterOrEqual(t, extracttest.Labels(t, all), .95)
}
