package pdf

import (
	"cmp"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

// minWords is how many words a reference must have to be measured on.
const minWords = 20

// extraction is what was read of one file, and what a reference reads.
type extraction struct {
	name            string
	text, reference string
	extracttest.Agreement
}

// TestExtraction compares the reader with pdftotext on files of every make.
// With -short it reads every sixth of them.
func TestExtraction(t *testing.T) {
	files := corpusFiles(t, "extract/pdf/*.pdf", "extract/pdf/*.PDF")
	pdftotext, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext, the reference, is not installed (poppler-utils)")
	}
	if testing.Short() {
		files = everyNth(files, 6)
	}
	var measured []extraction
	var cpu, referenceCPU time.Duration
	for _, file := range files {
		e := extraction{name: filepath.Base(file)}
		var spent time.Duration
		e.reference, spent = runReference(t, pdftotext, file)
		referenceCPU += spent
		e.text, spent = readTimed(t, file)
		cpu += spent
		if e.Agreement = extracttest.Compare(e.reference, e.text); e.Count >= minWords {
			measured = append(measured, e)
		}
	}
	slices.SortFunc(measured, func(a, b extraction) int { return cmp.Compare(a.Words, b.Words) })
	for _, e := range measured {
		t.Logf("%.3f %.3f %6d %s", e.Words, e.Bigrams, e.Count, e.name)
	}
	s := summarize(measured)
	t.Logf("%d files with at least %d words: word F1 %.4f, bigram F1 %.4f, at least .95 %.3f, empty %.3f",
		len(measured), minWords, s.words, s.bigrams, s.good, s.empty)
	t.Logf("CPU %.2f s, of pdftotext %.2f s", cpu.Seconds(), referenceCPU.Seconds())
	var usage syscall.Rusage
	require.NoError(t, syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	t.Logf("memory %d MiB", usage.Maxrss>>10)
	if !testing.Short() {
		assert.GreaterOrEqual(t, s.words, .95)
	}
}

// everyNth thins out a list.
func everyNth(files []string, n int) []string {
	var out []string
	for i := 0; i < len(files); i += n {
		out = append(out, files[i])
	}
	return out
}

// referenceTime bounds the reference on one file; it runs for minutes on some
// that were made to break readers.
const referenceTime = 20 * time.Second

// runReference returns the text that pdftotext reads, and the processor time
// that it takes as a user; nothing where it fails or takes too long.
func runReference(t *testing.T, pdftotext, file string) (string, time.Duration) {
	ctx, cancel := context.WithTimeout(t.Context(), referenceTime)
	defer cancel()
	command := exec.CommandContext(ctx, pdftotext, "-enc", "UTF-8", file, "-")
	out, err := command.Output()
	if err != nil {
		return "", 0
	}
	return string(out), command.ProcessState.UserTime()
}

// readTimed returns the whole text of a file, empty where it cannot be read,
// and the processor time that it takes as a user.
func readTimed(t *testing.T, file string) (string, time.Duration) {
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	before := userTime(t)
	text, err := Read(t.Context(), data, "", extract.Limits{})
	spent := userTime(t) - before
	if err != nil {
		return "", spent
	}
	checkText(t, text)
	return text.Content, spent
}

func userTime(t *testing.T) time.Duration {
	var usage syscall.Rusage
	require.NoError(t, syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	return time.Duration(usage.Utime.Nano())
}

// summary is the mean of files, and the shares of those that are good or have
// next to none of the reference's words.
type summary struct{ words, bigrams, good, empty float64 }

func summarize(measured []extraction) (s summary) {
	each := 1 / float64(max(1, len(measured)))
	for _, e := range measured {
		s.words += e.Words * each
		s.bigrams += e.Bigrams * each
		if e.Words >= .95 {
			s.good += each
		}
		if 10*e.Found < e.Count {
			s.empty += each
		}
	}
	return s
}

// TestKnownText compares the reader with the text that files were made from,
// without the running heads and feet that they got.
func TestKnownText(t *testing.T) {
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
			text := read(t, data)
			got := extracttest.Compare(string(want), flow(text))
			t.Logf("word F1 %.4f, bigram F1 %.4f; with marginals %+v", got.Words, got.Bigrams, extracttest.Compare(string(want), text.Content))
			assert.GreaterOrEqual(t, got.Words, .99)
			assert.GreaterOrEqual(t, got.Bigrams, .98)
		})
	}
}
