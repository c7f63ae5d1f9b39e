package exhibit

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
	"example.org/contractcheck/contractcheck/internal/plain"
)

// On real contracts, many of which were filed without their exhibits, it speaks
// of some. With -v the test lists what it says, to be looked at by eye.
func TestOnContracts(t *testing.T) {
	const least, most = 30, 40 // contracts that it speaks of; more would be worth a look
	files := extracttest.Files(t, "corpus/cuad/*.txt")
	speaks, parts := 0, 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		text, err := plain.Read(t.Context(), data, extract.DefaultLimits)
		require.NoError(t, err)
		refs := Absent([]Text{{File: file, Content: text.Content}})
		if len(refs) > 0 {
			speaks++
		}
		parts += len(refs)
		for _, r := range refs {
			around := text.Content[max(0, r.Start-80):min(len(text.Content), r.End+40)]
			t.Logf("%.30s: %s: …%s…", filepath.Base(file), r.Name, strings.Join(strings.Fields(around), " "))
		}
	}
	t.Logf("%d contracts, %d speak, %d parts", len(files), speaks, parts)
	assert.GreaterOrEqual(t, speaks, least)
	assert.LessOrEqual(t, speaks, most)
}
