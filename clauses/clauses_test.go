package clauses_test

import (
	"testing"

	"example.org/contractcheck/clauses"
	"example.org/contractcheck/contractcheck/clausetest"
)

func TestPassages(t *testing.T) { clausetest.Run(t, clauses.FS) }

// mostSurvivors is the share of mutants that survive today, rounded up. It only
// ever falls: each survivor is a false assurance that waits for a contract.
const mostSurvivors = 0.015

func TestMutants(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector takes a minute for 1,600 mutants; the whole tests, which .ci/run runs as well, run it")
	}
	clausetest.Mutate(t, clauses.FS, mostSurvivors)
}
