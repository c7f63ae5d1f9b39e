package report

import (
	"fmt"
	"strings"

	"example.org/contractcheck/contractcheck"
)

// label is how a verdict is shown: a symbol that is read without colour, and
// the word that the JSON form and the clause files use.
type label struct {
	symbol string
	colour string // parameters of the terminal's SGR sequence
}

// urgency lists the verdicts by what to do first. Missing stands before
// Unreadable, since a vendor can add words today and a readable copy answers
// all of the unreadable at once.
var urgency = []contractcheck.Verdict{
	contractcheck.Contradicted, contractcheck.Conflict, contractcheck.Missing,
	contractcheck.Unreadable, contractcheck.Partial, contractcheck.Satisfied,
}

var labels = map[contractcheck.Verdict]label{
	contractcheck.Contradicted: {"✗", "1;31"},
	contractcheck.Conflict:     {"≠", "1;31"},
	contractcheck.Missing:      {"○", "1;33"},
	contractcheck.Unreadable:   {"?", "1;35"},
	contractcheck.Partial:      {"◐", "1;33"},
	contractcheck.Satisfied:    {"✓", "1;32"},
}

// labelOf returns the label of v. A verdict that has none is a mistake of the
// caller and shown as such, never as satisfied.
func labelOf(v contractcheck.Verdict) label {
	if l, ok := labels[v]; ok {
		return l
	}
	return label{"!", "1;31"}
}

// rank returns the place of v in urgency; what is not in it comes first.
func rank(v contractcheck.Verdict) int {
	for i, u := range urgency {
		if u == v {
			return i
		}
	}
	return -1
}

// tally counts the verdicts of findings, the urgent first: "2 contradicted, 1
// missing". Verdicts that do not occur are left out.
func tally(findings []*contractcheck.Finding) string {
	count := make(map[contractcheck.Verdict]int)
	for _, f := range findings {
		count[f.Verdict]++
	}
	var parts []string
	for _, v := range append([]contractcheck.Verdict{0}, urgency...) {
		if count[v] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", count[v], v))
		}
	}
	if parts == nil {
		return "nothing"
	}
	return strings.Join(parts, ", ")
}
