package rules

import "example.org/contractcheck/contractcheck/internal/language"

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
	case a.s.ButThen(&a.r):
		return "a second half takes a part back", true
	case r.conditioned(a):
		return "under a condition", true
	}
	return "", false
}

// demandLeft finds what leaves a demand that is lifted: a condition behind it, or
// a second half in which it stands again.
func (r *reader) demandLeft(a *act) (reason string, ok bool) {
	switch {
	case a.s.ButThen(&a.r):
		return "a second half takes a part back", true
	case r.conditioned(a):
		return "under a condition", true
	case r.hedged(a):
		return "weakened by a qualifier", true
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
