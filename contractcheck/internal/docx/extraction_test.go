package docx

import (
	"cmp"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
	"example.org/contractcheck/contractcheck/internal/linemark"
)

// minWords is how many words a reference must have to be measured on.
const minWords = 20

// measured is how far the reader agrees with a reference on one file.
type measured struct {
	name string
	extracttest.Agreement
	text, reference string
}

// TestExtraction compares the reader with LibreOffice and with pandoc on files
// of every make.
func TestExtraction(t *testing.T) {
	if testing.Short() {
		t.Skip("the references take a minute")
	}
	files := corpusFiles(t)
	t.Run("LibreOffice", func(t *testing.T) {
		all := measure(t, files, libreOffice(t, files))
		assert.GreaterOrEqual(t, logMean(t, all), .985)
		right, count := 0, 0
		for _, m := range all {
			r, n := sharedLabels(m.reference, m.text)
			right, count = right+r, count+n
		}
		t.Logf("%d of %d numbers of LibreOffice are right", right, count)
		assert.GreaterOrEqual(t, float64(right), .95*float64(count))
	})
	t.Run("pandoc", func(t *testing.T) {
		assert.GreaterOrEqual(t, logMean(t, measure(t, files, pandoc(t, files))), .94)
	})
}

func corpusFiles(t *testing.T) []string {
	files, err := filepath.Glob("../../../../shared/data/extract/docx/*.docx")
	require.NoError(t, err)
	if len(files) == 0 {
		t.Skip("no documents of others at ../shared/data: they are not part of the project")
	}
	return files
}

func findProgram(t *testing.T, name string) string {
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s, a reference, is not installed", name)
	}
	return path
}

// libreOffice returns the text that LibreOffice reads in each file that it
// reads, by the file's name.
func libreOffice(t *testing.T, files []string) map[string]string {
	soffice := findProgram(t, "soffice")
	out := t.TempDir()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	command := exec.CommandContext(ctx, soffice, append([]string{"-env:UserInstallation=file://" + t.TempDir(),
		"--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", out}, files...)...)
	// A file that it cannot read makes it fail, and leaves no text.
	_ = command.Run()
	texts := map[string]string{}
	for _, file := range files {
		name := filepath.Base(file)
		if text, err := os.ReadFile(filepath.Join(out, strings.TrimSuffix(name, ".docx")+".txt")); err == nil {
			texts[name] = string(text)
		}
	}
	return texts
}

// pandoc returns the text that pandoc reads in each file that it reads.
func pandoc(t *testing.T, files []string) map[string]string {
	program := findProgram(t, "pandoc")
	texts := map[string]string{}
	for _, file := range files {
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		if text, err := exec.CommandContext(ctx, program, "--from=docx", "--to=plain", "--wrap=none", file).Output(); err == nil {
			texts[filepath.Base(file)] = string(text)
		}
		cancel()
	}
	return texts
}

func measure(t *testing.T, files []string, references map[string]string) (all []measured) {
	for _, file := range files {
		m := measured{name: filepath.Base(file)}
		m.reference = references[m.name]
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		if text, err := Read(t.Context(), data, extract.Accepted, extract.Limits{}); err == nil {
			m.text = flow(text)
		}
		if m.Agreement = extracttest.Compare(m.reference, m.text); m.Count >= minWords {
			all = append(all, m)
		}
	}
	slices.SortFunc(all, func(a, b measured) int { return cmp.Compare(a.Words, b.Words) })
	return all
}

// flow is the text without headers and footers, which the references leave out.
func flow(text *extract.Text) string {
	var out []string
	for _, b := range text.Blocks {
		if b.Kind != extract.Marginal {
			out = append(out, text.Content[b.Start:b.End])
		}
	}
	return strings.Join(out, "\n")
}

// logMean returns the mean word F1, and logs it with that of each file.
func logMean(t *testing.T, all []measured) float64 {
	var words, bigrams float64
	for _, m := range all {
		t.Logf("%.3f %.3f %6d %s", m.Words, m.Bigrams, m.Count, m.name)
		words += m.Words / float64(len(all))
		bigrams += m.Bigrams / float64(len(all))
	}
	t.Logf("%d files with at least %d words: word F1 %.4f, bigram F1 %.4f", len(all), minWords, words, bigrams)
	return words
}

// labelWords is how many words a line is told by, its number among them.
const labelWords = 4

// sharedLabels counts the lines of a reference that begin with a number, and
// those of them that the text has with the same number.
func sharedLabels(reference, text string) (right, count int) {
	text = spaced(text)
	for _, line := range strings.Split(extract.Clean(reference), "\n") {
		mark, ok := linemark.At(line)
		words := strings.Fields(line)
		if !ok || mark.Style == linemark.Bullet || len(words) == 1 {
			continue
		}
		count++
		if strings.Contains(text, spaced(strings.Join(words[:min(labelWords, len(words))], " "))) {
			right++
		}
	}
	return right, count
}

// spaced puts one space around each word.
func spaced(text string) string { return " " + strings.Join(strings.Fields(text), " ") + " " }
