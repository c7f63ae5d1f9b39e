package extracttest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// Files returns the real files of the patterns, below ../shared/data beside the
// module, and skips the test where there are none.
func Files(t testing.TB, patterns ...string) []string {
	t.Helper()
	files := Glob(t, patterns...)
	if len(files) == 0 {
		t.Skipf("no %s in ../shared/data: documents of others are not part of the project", strings.Join(patterns, " or "))
	}
	return files
}

// Glob is Files for a test that does without real files.
func Glob(t testing.TB, patterns ...string) []string {
	t.Helper()
	data := filepath.Join(moduleFolder(t), "../shared/data")
	var files []string
	for _, pattern := range patterns {
		found, err := filepath.Glob(filepath.Join(data, pattern))
		require.NoError(t, err)
		files = append(files, found...)
	}
	return files
}

// moduleFolder returns the folder of go.mod, above the one of the test.
func moduleFolder(t testing.TB) string {
	t.Helper()
	for folder := "."; ; folder = filepath.Join("..", folder) {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return folder
		}
		abs, err := filepath.Abs(folder)
		require.NoError(t, err)
		require.NotEqual(t, abs, filepath.Dir(abs), "no go.mod above the test")
	}
}

// Long skips a test under -short, as the race detector runs, and says why. The
// whole tests, which .ci/run runs as well, run it.
func Long(t testing.TB, why string) {
	t.Helper()
	if testing.Short() {
		t.Skip(why + "; the whole tests, which .ci/run runs as well, run it")
	}
}

// Program returns the path of a program that a test needs, and skips the test
// where it is not installed. pack is the Debian package that has it.
func Program(t testing.TB, name, pack string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not installed (Debian has it in %s; .ci/run installs it)", name, pack)
	}
	return path
}

// Flow returns a text without its running heads and feet, a line a block.
func Flow(text *extract.Text) string {
	var out strings.Builder
	for _, b := range text.Blocks {
		if b.Kind != extract.Marginal {
			out.WriteString(text.Content[b.Start:b.End] + "\n")
		}
	}
	return out.String()
}
