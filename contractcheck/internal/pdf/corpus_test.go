package pdf

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

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

func TestKnownText(t *testing.T) {
	const minF1 = .97
	for _, file := range corpusFiles(t, "extract/known/*.pdf") {
		t.Run(filepath.Base(file), func(t *testing.T) {
			truth := "dpa.truth.txt"
			if strings.Contains(file, "groff") {
				truth = "dpa.groff.truth.txt"
			}
			want, err := os.ReadFile(filepath.Join(filepath.Dir(file), truth))
			require.NoError(t, err)
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			assert.GreaterOrEqual(t, wordF1(string(want), flow(read(t, data))), minF1)
		})
	}
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

// wordF1 is the harmonic mean of precision and recall over words, in any order.
func wordF1(want, got string) float64 {
	a, b := wordsOf(want), wordsOf(got)
	count := map[string]int{}
	for _, w := range a {
		count[w]++
	}
	shared := 0
	for _, w := range b {
		if count[w] > 0 {
			count[w]--
			shared++
		}
	}
	return 2 * float64(shared) / float64(max(1, len(a)+len(b)))
}

func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(extract.Clean(text)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

func TestCorpusIsReadInTime(t *testing.T) {
	const limit = 10 * time.Second
	for _, file := range corpusFiles(t, "gold/docs/*.pdf", "corpus/vendor/*.pdf", "extract/pdf/*.pdf") {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		start := time.Now()
		text, err := Read(t.Context(), data, "", extract.Limits{})
		assert.Less(t, time.Since(start), limit, filepath.Base(file))
		if err == nil {
			checkText(t, text)
		}
	}
}
