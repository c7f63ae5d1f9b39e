package pdf

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// corpus lies beside the module.
const corpus = "../../../../shared/data/"

func corpusFiles(t *testing.T, patterns ...string) []string {
	t.Helper()
	var files []string
	for _, pattern := range patterns {
		found, err := filepath.Glob(filepath.Join(corpus, pattern))
		require.NoError(t, err)
		files = append(files, found...)
	}
	if len(files) == 0 {
		t.Skip("no documents of others at ../shared/data: they are not part of the project")
	}
	return files
}

// flow is the text without running heads and feet.
func flow(text *extract.Text) string {
	var out strings.Builder
	for _, b := range text.Blocks {
		if b.Kind != extract.Marginal {
			out.WriteString(text.Content[b.Start:b.End] + "\n")
		}
	}
	return out.String()
}

func TestCorpusIsReadInTime(t *testing.T) {
	for _, file := range corpusFiles(t, "gold/docs/*.pdf", "corpus/vendor/*.pdf", "extract/pdf/*.pdf") {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		start := time.Now()
		text, err := Read(t.Context(), data, "", extract.Limits{})
		assert.Less(t, time.Since(start), readingTime, filepath.Base(file))
		if err == nil {
			checkText(t, text)
		}
	}
}
