package rules

import "example.org/contractcheck/contractcheck/internal/language"

// Reasons of promises that are less than whole.
const (
	qualified       = "weakened by a qualifier"
	underCondition  = "under a condition"
	takenBackBehind = "a second half takes a part back"
	leftOpen        = "an exception leaves it open"
	notFilledIn     = "a blank is not filled in"
)

// opening is how many words in front of a subject can narrow what it does: "At
// present we do not".
const opening = 3

// loosened finds what makes a full duty or ban less than full without the
// words of an exception: a condition behind it, a manner, a part, an end.
func (r *reader) loosened(a *act) (reason string, ok bool) {
	known := &r.set.known
	ban := a.f.want == never
	from, to := a.s.Clause(&a.r)
	switch {
	case a.s.Has(known.paidExtra, 0, len(a.s.Tokens)):
		return "only for those who pay for it", true
	case !ban && a.s.Has(known.partOnly, from, to):
		return "only a part of it", true
	case a.f.within != "" && a.s.Has(known.longerTime, from, len(a.s.Tokens)):
		return "the time may be longer", true
	case ban && (a.s.Has(known.narrowing, from, len(a.s.Tokens)) || a.s.Has(known.narrowing, 0, opening)):
		return "forbids a narrower case only", true
	case ban && a.f.within == "" && a.s.BoundInTime(&a.r):
		return "forbids it for a time only", true
	case ban && a.s.OnlyWithout(&a.r, known.exceptions.Consent):
		return "forbids it only where something is lacking", true
	case ban && a.s.OpensWith("if"):
		return oneCaseOnly, true
	}
	return r.boundBehind(a)
}

// boundBehind finds what takes a part back behind the action: a second half, or a
// condition.
func (r *reader) boundBehind(a *act) (reason string, ok bool) {
	switch {
	case a.s.ButThen(&a.r):
		return takenBackBehind, true
	case r.conditioned(a):
		return underCondition, true
	}
	return "", false
}

// conditioned reports whether a condition stands behind the action that is not
// the event which the frame itself waits for.
func (r *reader) conditioned(a *act) bool {
	for _, c := range a.s.Conditions(&a.r) {
		expected := false
		for _, terms := range [][]language.TermID{a.f.about, a.f.from, a.f.when, {r.set.known.discovery}} {
			for _, id := range terms {
				expected = expected || a.s.Has(id, c.From, c.To)
			}
		}
		if !expected {
			return true
		}
	}
	return false
}
