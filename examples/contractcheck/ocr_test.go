package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Without its programs OCR is an error before any file is read.
func TestOCRWithoutPrograms(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	var stdout, stderr bytes.Buffer
	a := &app{stdin: strings.NewReader(""), stdout: &stdout, stderr: &stderr}
	assert.Equal(t, statusUnusable, a.run(t.Context(), []string{"check", "--ocr", "absent.pdf"}))
	assert.Empty(t, stdout.String())
	assert.Equal(t, "contractcheck: --ocr: OCR needs the program pdftoppm, which is not on the path "+
		"(Debian and Ubuntu have it in the package poppler-utils): executable file not found in $PATH\n"+
		"Run 'contractcheck check --help' for usage.\n", stderr.String())
}
