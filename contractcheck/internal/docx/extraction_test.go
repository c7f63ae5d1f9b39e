package docx

import (
	"context"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

// TestExtraction compares the reader with LibreOffice and with pandoc on files
// of every make.
func TestExtraction(t *testing.T) {
	extracttest.Long(t, "the references take a minute")
	files := extracttest.Files(t, "extract/docx/*.docx")
	t.Run("LibreOffice", func(t *testing.T) {
		all := readBeside(t, files, extracttest.LibreOffice(t, files))
		assert.GreaterOrEqual(t, extracttest.Summarize(t, all).Words, .985)
		assert.GreaterOrEqual(t, extracttest.Labels(t, all), .95)
	})
	t.Run("pandoc", func(t *testing.T) {
		assert.GreaterOrEqual(t, extracttest.Summarize(t, readBeside(t, files, pandoc(t, files))).Words, .94)
	})
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
func readBeside(t *testing.T, files []string, references map[string]string) []extracttest.Measured {
	return extracttest.Beside(t, files, references, func(data []byte) (*extract.Text, error) {
		return Read(t.Context(), data, extract.Accepted, extract.Limits{})
	})
}
