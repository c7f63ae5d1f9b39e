package pdf

import (
	"cmp"
	"context"
	"math/rand/v2"
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
	pdftotext := findReference(t)
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
	t.Logf("CPU %.2f s, of pdftotext %.2f s; most memory %d MiB", cpu.Seconds(), referenceCPU.Seconds(), peakMemory(t)>>20)
	assert.Less(t, peakMemory(t), int64(512<<20))
	if !testing.Short() { // a sample tells less, and the race detector takes its time
		assert.LessOrEqual(t, cpu, referenceCPU)
		assert.GreaterOrEqual(t, s.words, .97)
		assert.GreaterOrEqual(t, s.bigrams, .91)
		assert.GreaterOrEqual(t, s.good, .93)
		assert.LessOrEqual(t, s.empty, .01)
	}
}

// TestExtractionOfContracts counts the words that the reader splits or glues
// beside those of pdftotext. Which of the two is right is told by whether the
// joined word is one that another contract has as well.
func TestExtractionOfContracts(t *testing.T) {
	files := corpusFiles(t, "extract/pdf/real__*.pdf", "corpus/vendor/*.pdf", "gold/docs/*.pdf", "extract/known/*.pdf")
	pdftotext := findReference(t)
	var read []extraction
	vocabulary := map[string]bool{}
	for _, file := range files {
		var e extraction
		e.reference, _ = runReference(t, pdftotext, file)
		e.text, _ = readTimed(t, file)
		theirs := extracttest.Words(e.reference)
		ours := extracttest.Words(e.text)
		slices.Sort(theirs)
		for _, w := range ours {
			if _, both := slices.BinarySearch(theirs, w); both {
				vocabulary[w] = true
			}
		}
		read = append(read, e)
	}
	tally := func(apart, joined func(extraction) string) (split, glued int) {
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
	ours := func(e extraction) string { return e.text }
	theirs := func(e extraction) string { return e.reference }
	split, gluedByThem := tally(ours, theirs)
	splitByThem, glued := tally(theirs, ours)
	t.Logf("%d contracts: %d words split and %d glued, by pdftotext %d and %d", len(read), split, glued, splitByThem, gluedByThem)
	assert.LessOrEqual(t, split, splitByThem)
	assert.LessOrEqual(t, glued, gluedByThem)
}

// TestExtractionOfMutants reads files with bytes flipped, cut out or cut off:
// whatever they have become, reading them ends in time and memory.
func TestExtractionOfMutants(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, file := range everyNth(corpusFiles(t, "extract/pdf/*.pdf", "extract/pdf/*.PDF"), 2) {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, mutate := range []func([]byte, *rand.Rand) []byte{flipBytes, cutOut, cutOff} {
			start := time.Now()
			text, err := Read(t.Context(), mutate(data, random), "", extract.Limits{})
			assert.Less(t, time.Since(start), readingTime, filepath.Base(file))
			if err == nil {
				checkText(t, text)
			}
		}
	}
	assert.Less(t, peakMemory(t), int64(512<<20))
}

// readingTime bounds reading one file.
const readingTime = 10 * time.Second

func flipBytes(data []byte, random *rand.Rand) []byte {
	out := slices.Clone(data)
	for range 1 + len(out)/1000 {
		out[random.IntN(len(out))] ^= byte(1 << random.IntN(8))
	}
	return out
}

func cutOut(data []byte, random *rand.Rand) []byte {
	start := random.IntN(len(data))
	end := min(start+random.IntN(1+len(data)/4), len(data))
	return slices.Concat(data[:start], data[end:])
}

func cutOff(data []byte, random *rand.Rand) []byte { return data[:random.IntN(len(data))] }

// peakMemory is the most that the process has had, in bytes.
func peakMemory(t *testing.T) int64 {
	var usage syscall.Rusage
	require.NoError(t, syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	return usage.Maxrss << 10
}

func findReference(t *testing.T) string {
	path, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext, the reference, is not installed (poppler-utils)")
	}
	return path
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
			got := extracttest.Compare(string(want), flow(read(t, data)))
			t.Logf("word F1 %.4f, bigram F1 %.4f", got.Words, got.Bigrams)
			assert.GreaterOrEqual(t, got.Words, .999)
			assert.GreaterOrEqual(t, got.Bigrams, .99)
		})
	}
}
