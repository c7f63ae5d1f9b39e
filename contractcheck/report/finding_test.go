package report

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"example.org/contractcheck/contractcheck"
)

func TestDecisive(t *testing.T) {
	const (
		satisfied    = contractcheck.Satisfied
		partial      = contractcheck.Partial
		conflict     = contractcheck.Conflict
		contradicted = contractcheck.Contradicted
	)
	tests := []struct {
		name           string
		verdict        contractcheck.Verdict
		evidence       []contractcheck.Verdict
		deciding, rest []int
	}{
		{"no evidence", partial, nil, nil, nil},
		{"one decides", partial, []contractcheck.Verdict{partial, partial, satisfied}, []int{0}, []int{1, 2}},
		{"both sides of a conflict", conflict,
			[]contractcheck.Verdict{satisfied, satisfied, contradicted, contradicted}, []int{0, 2}, []int{1, 3}},
		{"the harmful side first", conflict,
			[]contractcheck.Verdict{contradicted, contradicted, satisfied}, []int{0, 2}, []int{1}},
		{"a conflict with one side is shown whole", conflict,
			[]contractcheck.Verdict{contradicted, contradicted}, []int{0, 1}, nil},
	}
	for _, tt := range tests {
		f := &contractcheck.Finding{Verdict: tt.verdict}
		for i, v := range tt.evidence {
			p := contractcheck.Passage{Start: i}
			f.Evidence = append(f.Evidence, contractcheck.Evidence{Passage: p, Verdict: v})
		}
		deciding, rest := decisive(f)
		assert.Equal(t, tt.deciding, starts(deciding), tt.name)
		assert.Equal(t, tt.rest, starts(rest), tt.name)
		for i, e := range f.Evidence {
			assert.Equal(t, i, e.Start, "%s: the finding is unchanged", tt.name)
		}
	}
}

func starts(evidence []contractcheck.Evidence) []int {
	var all []int
	for _, e := range evidence {
		all = append(all, e.Start)
	}
	return all
}
