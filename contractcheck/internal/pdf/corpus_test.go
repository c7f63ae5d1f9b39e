package pdf

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

// readingTime bounds reading one file.
const readingTime = 10 * time.Second

func TestCorpusIsReadInTime(t *testing.T) {
	for _, file := range extracttest.Files(t, "gold/docs/*.pdf", "corpus/vendor/*.pdf", "extract/pdf/*.pdf") {
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
