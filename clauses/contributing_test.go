package clauses_test

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/clauses"
	"example.org/contractcheck/contractcheck"
	"example.org/contractcheck/contractcheck/clausetest"
)

// TestContributing loads the worked example of CONTRIBUTING.md beside the
// shared terms and runs its passages.
func TestContributing(t *testing.T) {
	library := exampleLibrary(t)
	loaded, err := contractcheck.LoadLibrary(library)
	require.NoError(t, err)
	verdicts := map[contractcheck.Verdict]int{}
	for p := range loaded.Passages() {
		verdicts[p.Want]++
	}
	assert.Equal(t, map[contractcheck.Verdict]int{
		contractcheck.Satisfied: 2, contractcheck.Partial: 2, contractcheck.Contradicted: 2, contractcheck.Missing: 2,
	}, verdicts, "the example should show each verdict")
	clausetest.Run(t, library)
}

// exampleLibrary is the folder that CONTRIBUTING.md has its reader make.
func exampleLibrary(t *testing.T) fstest.MapFS {
	t.Helper()
	terms, err := fs.ReadFile(clauses.FS, "terms.yaml")
	require.NoError(t, err)
	return fstest.MapFS{
		"terms.yaml":          {Data: terms},
		"support-access.yaml": {Data: []byte(fenced(t, contributing, "id: support-access\n"))},
	}
}
