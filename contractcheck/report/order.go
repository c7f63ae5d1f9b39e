package report

import (
	"cmp"
	"fmt"
	"slices"

	"example.org/contractcheck/contractcheck"
)

// agenda sorts a document's findings by what a reader does with them. Its
// pointers lead into the report and are only read.
type agenda struct {
	all       []*contractcheck.Finding
	fix       []*contractcheck.Finding // critical or important, and not satisfied
	later     []*contractcheck.Finding // desirable, and not satisfied
	accepted  []*contractcheck.Finding // not satisfied, and the library lives with it
	satisfied []*contractcheck.Finding
}

func newAgenda(d *contractcheck.DocumentReport) agenda {
	var a agenda
	for i := range d.Findings {
		f := &d.Findings[i]
		a.all = append(a.all, f)
		switch {
		case f.Verdict == contractcheck.Satisfied:
			a.satisfied = append(a.satisfied, f)
		case f.Accepted != nil && !f.Accepted.Expired:
			a.accepted = append(a.accepted, f)
		case f.Severity == contractcheck.Desirable:
			a.later = append(a.later, f)
		default:
			a.fix = append(a.fix, f)
		}
	}
	return a
}

// found counts the verdicts, and how many of the findings are accepted.
func (a agenda) found() string {
	if len(a.accepted) == 0 {
		return tally(a.all)
	}
	return fmt.Sprintf("%s; %d of them accepted", tally(a.all), len(a.accepted))
}

// topic is the findings of one clause.
type topic struct {
	title    string
	findings []*contractcheck.Finding
}

// topics groups findings by clause. The most urgent finding of a clause comes
// first in it and decides the clause's place; the order of the report settles
// the rest.
func topics(d *contractcheck.DocumentReport, findings []*contractcheck.Finding) []topic {
	sorted := slices.Clone(findings)
	slices.SortStableFunc(sorted, moreUrgent)
	var groups []topic
	at := make(map[string]int)
	for _, f := range sorted {
		i, seen := at[f.Clause]
		if !seen {
			i = len(groups)
			at[f.Clause] = i
			groups = append(groups, topic{title: clauseTitle(d, f.Clause)})
		}
		groups[i].findings = append(groups[i].findings, f)
	}
	return groups
}

// moreUrgent orders by severity, then by verdict, then by weight.
func moreUrgent(a, b *contractcheck.Finding) int {
	return cmp.Or(
		cmp.Compare(b.Severity, a.Severity),
		cmp.Compare(rank(a.Verdict), rank(b.Verdict)),
		cmp.Compare(b.Weight, a.Weight),
	)
}

func clauseTitle(d *contractcheck.DocumentReport, id string) string {
	for _, c := range d.Clauses {
		if c.ID == id {
			return c.Title
		}
	}
	return id
}

// worstFirst returns the clauses by verdict, the most urgent first, and by
// score, the lowest first.
func worstFirst(clauses []contractcheck.ClauseReport) []contractcheck.ClauseReport {
	sorted := slices.Clone(clauses)
	slices.SortStableFunc(sorted, func(a, b contractcheck.ClauseReport) int {
		return cmp.Or(cmp.Compare(rank(a.Verdict), rank(b.Verdict)), cmp.Compare(a.Score, b.Score))
	})
	return sorted
}

// countReviews counts the findings that carry a question for counsel.
func countReviews(findings []*contractcheck.Finding) int {
	n := 0
	for _, f := range findings {
		if f.NeedsReview != "" {
			n++
		}
	}
	return n
}
