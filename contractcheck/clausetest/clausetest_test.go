package clausetest_test

import (
	"os"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/clauses"
	"example.org/contractcheck/contractcheck"
	"example.org/contractcheck/contractcheck/clausetest"
)

// The passages of the small library of the package's tests hold, its known gap
// among them.
func TestRun(t *testing.T) { clausetest.Run(t, smallLibrary(t)) }

func smallLibrary(t *testing.T) fstest.MapFS {
	files := fstest.MapFS{}
	terms, err := clauses.FS.ReadFile("terms.yaml")
	require.NoError(t, err)
	files["terms.yaml"] = &fstest.MapFile{Data: terms}
	for _, name := range []string{"lending.yaml", "notices.yaml"} {
		data, err := os.ReadFile("../testdata/library/" + name)
		require.NoError(t, err)
		files[name] = &fstest.MapFile{Data: data}
	}
	return files
}

func TestMutate(t *testing.T) {
	clausetest.Mutate(t, smallLibrary(t), 0.5)
}

func TestDescribeMutant(t *testing.T) {
	m := contractcheck.Mutant{
		Requirement: "knock", Operator: "may", Text: "The Vendor may knock.", File: "knocking.yaml", Line: 19,
		MustNot: contractcheck.Satisfied, Got: contractcheck.Satisfied, Reason: "knocks", Rule: "knocking.yaml:15",
	}
	assert.Equal(t, "knocking.yaml:19: knock: may survives: got satisfied (knocks, rule knocking.yaml:15), must not\n\tThe Vendor may knock.",
		clausetest.DescribeMutant(m))
	m.Rule = ""
	assert.Contains(t, clausetest.DescribeMutant(m), "got satisfied (knocks), must not")
}

func TestDescribe(t *testing.T) {
	p := contractcheck.PassageTest{
		Requirement: "knock", Text: "The Vendor shall ring.", File: "knocking.yaml", Line: 19,
		Want: contractcheck.Satisfied, Got: contractcheck.Missing, Reason: "says nothing on it",
	}
	assert.Equal(t, "knocking.yaml:19: knock: got missing (says nothing on it), want satisfied\n\tThe Vendor shall ring.", clausetest.Describe(p))
	p.Todo, p.Got = true, contractcheck.Satisfied
	assert.Contains(t, clausetest.Describe(p), "no longer a gap")
}
