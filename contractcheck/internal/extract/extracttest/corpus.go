package extracttest

import (
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
	var files []string
	for _, pattern := range patterns {
		found, err := filepath.Glob(filepath.Join("../../../../shared/data", pattern))
		require.NoError(t, err)
		files = append(files, found...)
	}
	if len(files) == 0 {
		t.Skipf("no %s in ../shared/data: documents of others are not part of the project", strings.Join(patterns, " or "))
	}
	return files
}

// Program returns the path of a program that a reader is measured against, and
// skips the test where it is not installed. pack is the Debian package that has
// it.
func Program(t testing.TB, name, pack string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s, a reference, is not installed (Debian has it in %s; .ci/run installs it)", name, pack)
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
