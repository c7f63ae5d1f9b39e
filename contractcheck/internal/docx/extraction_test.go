package docx

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
	"example.org/contractcheck/contractcheck/internal/linemark"
)

// TestExtraction compares the reader with LibreOffice and with pandoc on files
// of every make.
func TestExtraction(t *testing.T) {
	if testing.Short() {
		t.Skip("the references take a minute: the whole tests, which .ci/run runs as well, compare with them")
	}
	files := extracttest.Files(t, "extract/docx/*.docx")
	t.Run("LibreOffice", func(t *testing.T) {
		all := readBeside(t, files, libreOffice(t, files))
		assert.GreaterOrEqual(t, extracttest.Summarize(t, all).Words, .985)
		right, count := 0, 0
		for _, m := range all {
			r, n := sharedLabels(m.Reference, m.Text)
			right, count = right+r, count+n
		}
		t.Logf("%d of %d numbers of LibreOffice are right", right, count)
		assert.GreaterOrEqual(t, float64(right), .95*float64(count))
	})
	t.Run("pandoc", func(t *testing.T) {
		assert.GreaterOrEqual(t, extracttest.Summarize(t, readBeside(t, files, pandoc(t, files))).Words, .94)
	})
}

// libreOffice returns the text that LibreOffice reads in each file that it
// reads, by the file's name.
func libreOffice(t *testing.T, files []string) map[string]string {
	soffice := extracttest.Program(t, "soffice", "libreoffice-writer-nogui")
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
	program := extracttest.Program(t, "pandoc", "pandoc")
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

// readBeside reads the files that a reference reads.
func readBeside(t *testing.T, files []string, references map[string]string) (all []extracttest.Measured) {
	for _, file := range files {
		m := extracttest.Measured{Name: filepath.Base(file)}
		m.Reference = references[m.Name]
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		if text, err := Read(t.Context(), data, extract.Accepted, extract.Limits{}); err == nil {
			m.Text = extracttest.Flow(text)
		}
		all = append(all, m)
	}
	return all
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
