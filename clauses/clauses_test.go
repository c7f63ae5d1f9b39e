package clauses_test

import (
	"testing"

	"example.org/contractcheck/clauses"
	"example.org/contractcheck/contractcheck/clausetest"
)

func TestPassages(t *testing.T) { clausetest.Run(t, clauses.FS) }
