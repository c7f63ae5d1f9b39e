package contractcheck

import "math"

// credit is the share of a requirement's weight that a verdict earns. What is
// not listed earns nothing.
var credit = map[Verdict]float64{Satisfied: 1, Partial: 0.5}

// scoreOf returns the mean of the findings' credits by their weights, from 0
// to 100, rounded half away from zero. A finding that the library accepts
// leaves the mean, and so does one of weight 0. If nothing is left, nothing
// was shown, and the score is 0.
func scoreOf(findings []Finding) int {
	var earned, weights float64
	for i := range findings {
		f := &findings[i]
		if isAccepted(f) {
			continue
		}
		earned += credit[f.Verdict] * float64(f.Weight)
		weights += float64(f.Weight)
	}
	if weights == 0 {
		return 0
	}
	return int(math.Round(100 * earned / weights))
}

// isAccepted reports whether the library lives with a finding that is not
// satisfied.
func isAccepted(f *Finding) bool {
	return f.Verdict != Satisfied && f.Accepted != nil && !f.Accepted.Expired
}

// gradeOf sums findings up. Coverage is the share of the document that was
// read; a limit that cut reading short makes it less than 1. Accepted findings
// count neither for nor against. Without any finding nothing was shown, and
// the document is not ready; nor is it while parts that it refers to are absent.
func gradeOf(findings []Finding, coverage float64, absent bool) Grade {
	grade := Ready
	if len(findings) == 0 {
		grade = Negotiate
	}
	for i := range findings {
		f := &findings[i]
		switch {
		case f.Verdict == Unreadable:
			return Incomplete
		case f.Severity == Desirable || f.Verdict == Satisfied || isAccepted(f):
		case f.Severity == Critical && (f.Verdict == Contradicted || f.Verdict == Conflict):
			grade = Reject
		case grade == Ready:
			grade = Negotiate
		}
	}
	if coverage < 1 || absent && grade == Ready {
		return Incomplete
	}
	return grade
}

// rollUp returns the report of each clause that has a finding, in the order of
// clauses.
func rollUp(clauses []Clause, findings []Finding) []ClauseReport {
	byClause := map[string][]Finding{}
	for _, f := range findings {
		byClause[f.Clause] = append(byClause[f.Clause], f)
	}
	var reports []ClauseReport
	for _, c := range clauses {
		if own := byClause[c.ID]; len(own) > 0 {
			reports = append(reports, ClauseReport{ID: c.ID, Title: c.Title, Verdict: worst(own), Score: scoreOf(own)})
		}
	}
	return reports
}

// worst returns the worst verdict of findings that are not accepted, or of all
// where all are.
func worst(findings []Finding) Verdict {
	var open, all Verdict
	for i := range findings {
		f := &findings[i]
		all = max(all, f.Verdict)
		if !isAccepted(f) {
			open = max(open, f.Verdict)
		}
	}
	if open == 0 {
		return all
	}
	return open
}
