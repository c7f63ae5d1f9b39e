package contractcheck

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func finding(v Verdict, s Severity, weight int) Finding {
	return Finding{Verdict: v, Severity: s, Weight: weight, Clause: "a"}
}

func accepted(f Finding, expired bool) Finding {
	f.Accepted = &Acceptance{Expired: expired}
	return f
}

func TestScore(t *testing.T) {
	tests := map[string]struct {
		findings []Finding
		want     int
	}{
		"nothing":          {nil, 0},
		"all satisfied":    {[]Finding{finding(Satisfied, Critical, 9), finding(Satisfied, Desirable, 1)}, 100},
		"by weight":        {[]Finding{finding(Satisfied, Critical, 3), finding(Contradicted, Desirable, 1)}, 75},
		"partial is half":  {[]Finding{finding(Partial, Critical, 5)}, 50},
		"half rounds up":   {[]Finding{finding(Satisfied, Critical, 1), finding(Missing, Critical, 7)}, 13}, // 12.5
		"below rounds off": {[]Finding{finding(Satisfied, Critical, 1), finding(Missing, Critical, 2)}, 33},
		"nothing earned": {[]Finding{
			finding(Missing, Critical, 1), finding(Unreadable, Critical, 1), finding(Conflict, Critical, 1), finding(Contradicted, Critical, 1),
		}, 0},
		"weight 0 leaves":          {[]Finding{finding(Satisfied, Critical, 5), finding(Contradicted, Critical, 0)}, 100},
		"only weight 0":            {[]Finding{finding(Satisfied, Critical, 0)}, 0},
		"accepted leaves":          {[]Finding{finding(Satisfied, Critical, 5), accepted(finding(Missing, Critical, 5), false)}, 100},
		"expired counts":           {[]Finding{finding(Satisfied, Critical, 5), accepted(finding(Missing, Critical, 5), true)}, 50},
		"accepted for no need":     {[]Finding{accepted(finding(Satisfied, Critical, 5), false), finding(Missing, Critical, 5)}, 50},
		"a forgotten verdict is 0": {[]Finding{finding(0, Critical, 5)}, 0},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) { assert.Equal(t, tt.want, scoreOf(tt.findings)) })
	}
}

func TestGrade(t *testing.T) {
	good := finding(Satisfied, Critical, 5)
	tests := map[string]struct {
		findings []Finding
		coverage float64
		want     Grade
	}{
		"all satisfied":             {[]Finding{good}, 1, Ready},
		"only desirable is missing": {[]Finding{good, finding(Contradicted, Desirable, 1)}, 1, Ready},
		"important is missing":      {[]Finding{good, finding(Missing, Important, 1)}, 1, Negotiate},
		"important is contradicted": {[]Finding{good, finding(Contradicted, Important, 1)}, 1, Negotiate},
		"critical is partial":       {[]Finding{good, finding(Partial, Critical, 1)}, 1, Negotiate},
		"critical is contradicted":  {[]Finding{finding(Contradicted, Critical, 1), finding(Missing, Important, 1)}, 1, Reject},
		"critical is in conflict":   {[]Finding{finding(Missing, Important, 1), finding(Conflict, Critical, 1)}, 1, Reject},
		"weight plays no part":      {[]Finding{finding(Contradicted, Critical, 0)}, 1, Reject},
		"accepted":                  {[]Finding{good, accepted(finding(Contradicted, Critical, 1), false)}, 1, Ready},
		"accepted once":             {[]Finding{good, accepted(finding(Contradicted, Critical, 1), true)}, 1, Reject},
		"not all was read":          {[]Finding{good}, 0.99, Incomplete},
		"neither read nor good":     {[]Finding{finding(Contradicted, Critical, 1)}, 0.5, Incomplete},
		"something is unreadable":   {[]Finding{good, finding(Unreadable, Desirable, 1)}, 1, Incomplete},
		"unreadable and accepted":   {[]Finding{good, accepted(finding(Unreadable, Critical, 1), false)}, 1, Incomplete},
		"nothing applies":           {nil, 1, Negotiate},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) { assert.Equal(t, tt.want, gradeOf(tt.findings, tt.coverage, false)) })
	}
	assert.Equal(t, Incomplete, gradeOf([]Finding{good}, 1, true), "a part is absent")
	assert.Equal(t, Reject, gradeOf([]Finding{finding(Contradicted, Critical, 1)}, 1, true), "an absent part mends nothing")
}

func TestRollUp(t *testing.T) {
	clauses := []Clause{{ID: "b", Title: "B"}, {ID: "silent"}, {ID: "a", Title: "A"}}
	in := func(clause string, f Finding) Finding { f.Clause = clause; return f }
	got := rollUp(clauses, []Finding{
		in("a", finding(Satisfied, Critical, 1)), in("a", finding(Conflict, Critical, 1)), in("a", finding(Missing, Critical, 2)),
		in("b", finding(Partial, Critical, 1)), in("b", accepted(finding(Contradicted, Critical, 1), false)),
	})
	assert.Equal(t, []ClauseReport{
		{ID: "b", Title: "B", Verdict: Partial, Score: 50},
		{ID: "a", Title: "A", Verdict: Conflict, Score: 25},
	}, got)
	all := rollUp(clauses, []Finding{in("a", accepted(finding(Missing, Critical, 1), false))})
	assert.Equal(t, []ClauseReport{{ID: "a", Title: "A", Verdict: Missing}}, all, "a clause is never without a verdict")
}
