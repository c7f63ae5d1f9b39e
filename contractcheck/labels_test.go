package contractcheck_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck"
)

// How well the shipped library must judge the contracts of the test data, of
// which every requirement was labelled by reading. Raise the floor and lower
// the ceiling when the rules get better, never the other way.
const (
	minRight = 0.64 // share of the rows whose verdict is the label's
	// maxFalselyAssured is how many rows may be judged satisfied whose label
	// is contradicted or missing.
	maxFalselyAssured = 0
)

func TestLabelledContracts(t *testing.T) {
	f, err := os.Open(filepath.Join(contracts, "labels.jsonl"))
	require.NoError(t, err)
	defer f.Close()
	rows, err := contractcheck.ReadLabels(f, "labels.jsonl")
	require.NoError(t, err)
	require.NotEmpty(t, rows)
	e, err := contractcheck.Evaluate(shippedLibrary(t), rows, func(name string) (*contractcheck.Document, error) {
		return contractcheck.ReadFile(filepath.Join(contracts, name))
	})
	require.NoError(t, err)
	assert.Zero(t, e.Skipped, "unknown requirements: %v", e.Unknown)
	assert.GreaterOrEqual(t, e.Accuracy, minRight, "of %d rows", e.Rows)
	var falselyAssured []contractcheck.Prediction
	for _, p := range e.Predictions {
		if p.Got != p.Want {
			t.Logf("%-36s %-32s want %-13s got %s", p.ID, p.Requirement, p.Want, p.Got)
		}
		if p.Got == contractcheck.Satisfied && (p.Want == contractcheck.Contradicted || p.Want == contractcheck.Missing) {
			falselyAssured = append(falselyAssured, p)
		}
	}
	assert.LessOrEqual(t, len(falselyAssured), maxFalselyAssured, "%v", falselyAssured)
}

func FuzzReadLabels(f *testing.F) {
	f.Add(`{"id": "1", "requirement": "no-sale", "verdict": "missing", "text": "The moon is round."}`)
	f.Add(`{"doc": "a.pdf", "requirements": ["no-sale"], "rollup": "any", "verdict": "satisfied"}` + "\n\n{")
	f.Fuzz(func(t *testing.T, data string) {
		rows, err := contractcheck.ReadLabels(strings.NewReader(data), "rows.jsonl")
		if err == nil {
			assert.LessOrEqual(t, len(rows), 1+strings.Count(data, "\n"))
		}
	})
}
