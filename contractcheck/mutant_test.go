package contractcheck_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck"
)

// Every operator finds passages of the shipped clauses to change, the mutants
// come in the same order each time, and each is another text than its passage.
func TestMutants(t *testing.T) {
	library := shippedLibrary(t)
	all := slices.Collect(library.Mutants())
	assert.Equal(t, all, slices.Collect(library.Mutants()))
	texts := map[string]bool{}
	for p := range library.Passages() {
		texts[p.Requirement+p.Text] = true
	}
	for _, m := range all {
		assert.False(t, texts[m.Requirement+m.Text], "%s:%d: %s", m.File, m.Line, m.Text)
		assert.Contains(t, []contractcheck.Verdict{contractcheck.Satisfied, contractcheck.Contradicted}, m.MustNot)
		if m.Survived() {
			assert.NotEmpty(t, m.Rule, m.Text)
		}
	}
	tally := contractcheck.TallyMutants(slices.Values(all))
	assert.Equal(t, len(all), tally.Made)
	for _, op := range tally.Operators {
		assert.Positive(t, op.Made, op.Name)
	}
}

func TestMutantsStopEarly(t *testing.T) {
	for m := range shippedLibrary(t).Mutants() {
		assert.NotEmpty(t, m.Operator)
		break
	}
}

func TestTallyMutants(t *testing.T) {
	killed := contractcheck.Mutant{Operator: "may", MustNot: contractcheck.Satisfied, Got: contractcheck.Partial}
	alive := contractcheck.Mutant{Operator: "deny", MustNot: contractcheck.Satisfied, Got: contractcheck.Satisfied}
	tally := contractcheck.TallyMutants(slices.Values([]contractcheck.Mutant{killed, alive, killed, killed}))
	assert.Equal(t, 4, tally.Made)
	assert.Equal(t, 0.25, tally.Survival())
	assert.Equal(t, []contractcheck.Mutant{alive}, tally.Survivors)
	i := slices.IndexFunc(tally.Operators, func(o contractcheck.OperatorTally) bool { return o.Name == "may" })
	require.GreaterOrEqual(t, i, 0)
	assert.Equal(t, 3, tally.Operators[i].Made)
	assert.Zero(t, tally.Operators[i].Survived)
	assert.Zero(t, contractcheck.TallyMutants(slices.Values([]contractcheck.Mutant(nil))).Survival())
}
