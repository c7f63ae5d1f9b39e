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

func TestMutants(t *testing.T) { clausetest.Mutate(t, clauses.FS, mostSurvivors) }
