//go:build unix

// The time of a processor is told by the system.

package pdf

import (
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

// TestExtraction compares the reader with pdftotext on files of every make.
// With -short it reads every sixth of them.
func TestExtraction(t *testing.T) {
	files := extracttest.Files(t, "extract/pdf/*.pdf", "extract/pdf/*.PDF")
	pdftotext := extracttest.Program(t, "pdftotext", "poppler-utils")
	if testing.Short() {
		files = everyNth(files, 6)
	}
	var all []extracttest.Measured
	var cpu, referenceCPU time.Duration
	for _, file := range files {
		m := extracttest.Measured{Name: filepath.Base(file)}
		var spent time.Duration
		m.Reference, spent = runReference(t, pdftotext, file)
		referenceCPU += spent
		m.Text, spent = readTimed(t, file)
		cpu += spent
		all = append(all, m)
	}
	s := extracttest.Summarize(t, all)
	t.Logf("CPU %.2f s, of pdftotext %.2f s", cpu.Seconds(), referenceCPU.Seconds())
	if !testing.Short() { // a sample tells less, and the race detector takes its time
		assert.LessOrEqual(t, cpu, referenceCPU)
		assert.GreaterOrEqual(t, s.Words, .97)
		assert.GreaterOrEqual(t, s.Bigrams, .91)
		assert.GreaterOrEqual(t, s.Good, .93)
		assert.LessOrEqual(t, s.Empty, .01)
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

// TestExtractionOfContracts counts the words that the reader splits or glues
// beside those of pdftotext. Which of the two is right is told by whether the
// joined word is one that another contract has as well.
func TestExtractionOfContracts(t *testing.T) {
	files := extracttest.Files(t, "extract/pdf/real__*.pdf", "corpus/vendor/*.pdf", "gold/docs/*.pdf", "extract/known/*.pdf")
	pdftotext := extracttest.Program(t, "pdftotext", "poppler-utils")
	var read []extracttest.Measured
	vocabulary := map[string]bool{}
	for _, file := range files {
		var e extracttest.Measured
		e.Reference, _ = runReference(t, pdftotext, file)
		e.Text, _ = readTimed(t, file)
		theirs := extracttest.Words(e.Reference)
		ours := extracttest.Words(e.Text)
		slices.Sort(theirs)
		for _, w := range ours {
			if _, both := slices.BinarySearch(theirs, w); both {
				vocabulary[w] = true
			}
		}
		read = append(read, e)
	}
	tally := func(apart, joined func(extracttest.Measured) string) (split, glued int) {
		for _, e := range read {
			for _, pair := range extracttest.Joined(apart(e), joined(e)) {
				if vocabulary[strings.ReplaceAll(pair, " ", "")] {
					split++
				} else {
					glued++
				}
			}
		}
		return split, glued
	}
	ours := func(e extracttest.Measured) string { return e.Text }
	theirs := func(e extracttest.Measured) string { return e.Reference }
	split, gluedByThem := tally(ours, theirs)
	splitByThem, glued := tally(theirs, ours)
	t.Logf("%d contracts: %d words split and %d glued, by pdftotext %d and %d", len(read), split, glued, splitByThem, gluedByThem)
	assert.LessOrEqual(t, split, splitByThem)
	assert.LessOrEqual(t, glued, gluedByThem)
}

// referenceTime bounds the reference on one file; it runs for minutes on some
// that were made to break readers.
const referenceTime = 10 * time.Second

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
	extracttest.AssertSound(t, text)
	return text.Content, spent
}

func userTime(t *testing.T) time.Duration {
	var usage syscall.Rusage
	require.NoError(t, syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	return time.Duration(usage.Utime.Nano())
}

// TestKnownText compares the reader with the text that files were made from,
// without the running heads and feet that they got.
func TestKnownText(t *testing.T) {
	for _, file := range extracttest.Files(t, "extract/known/*.pdf") {
		t.Run(filepath.Base(file), func(t *testing.T) {
			truth := "dpa.truth.txt"
			if strings.Contains(file, "groff") {
				truth = "dpa.groff.truth.txt"
			}
			want, err := os.ReadFile(filepath.Join(filepath.Dir(file), truth))
			require.NoError(t, err)
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			got := extracttest.Compare(string(want), extracttest.Flow(read(t, data)))
			t.Logf("word F1 %.4f, bigram F1 %.4f", got.Words, got.Bigrams)
			assert.GreaterOrEqual(t, got.Words, .999)
			assert.GreaterOrEqual(t, got.Bigrams, .99)
		})
	}
}
