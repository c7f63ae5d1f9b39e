package extracttest

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/linemark"
	"example.org/contractcheck/contractcheck/internal/process"
)

// Convert has LibreOffice convert files, and returns the folder of the results.
// Format is as of its option --convert-to. A file that LibreOffice cannot read
// has none.
func Convert(t *testing.T, format string, files []string) string {
	t.Helper()
	soffice := Program(t, "soffice", "libreoffice-writer-nogui")
	out := t.TempDir()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	command := exec.CommandContext(ctx, soffice, append([]string{"-env:UserInstallation=file://" + t.TempDir(),
		"--headless", "--convert-to", format, "--outdir", out}, files...)...)
	process.KillWhole(command) // LibreOffice is a program behind a program behind a script
	_ = command.Run()          // fails where it cannot read one of the files
	return out
}

// LibreOffice returns the text that LibreOffice reads in each file that it
// reads, by the file's name.
func LibreOffice(t *testing.T, files []string) map[string]string {
	t.Helper()
	out := Convert(t, "txt:Text (encoded):UTF8", files)
	texts := map[string]string{}
	for _, file := range files {
		name := filepath.Base(file)
		if text, err := os.ReadFile(filepath.Join(out, strings.TrimSuffix(name, filepath.Ext(name))+".txt")); err == nil {
			texts[name] = string(text)
		}
	}
	return texts
}

// Beside reads files, and puts what a reference reads in them beside it.
func Beside(t *testing.T, files []string, references map[string]string, read func([]byte) (*extract.Text, error)) (all []Measured) {
	t.Helper()
	for _, file := range files {
		m := Measured{Name: filepath.Base(file)}
		m.Reference = references[m.Name]
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		if text, err := read(data); err == nil {
			m.Text = Flow(text)
		}
		all = append(all, m)
	}
	return all
}

// Labels returns the share of the numbers in front of lines of the references
// that the texts have as well, from 0 to 1.
func Labels(t *testing.T, all []Measured) float64 {
	t.Helper()
	right, count := 0, 0
	for _, m := range all {
		r, n := sharedLabels(m.Reference, m.Text)
		right, count = right+r, count+n
		if r < n {
			t.Logf("%d of %d numbers: %s", r, n, m.Name)
		}
	}
	t.Logf("%d of %d numbers are right", right, count)
	return float64(right) / float64(max(1, count))
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
