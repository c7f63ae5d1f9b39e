package rules

import "example.org/contractcheck/contractcheck/internal/language"

// ofLesserData reports whether a ban on what is done with patron data is broken
// for data that say little of them, such as usage data. A contract that limits
// the use of patron data and leaves usage data out has a hole, and is not the
// contrary. All data that the clause names, or the words before an "it", must be
// of that kind.
func (r *reader) ofLesserData(a *act) bool {
	if a.f.want != never || a.evidence.Verdict != Contradicted || !contains(a.f.what, r.set.known.patronData) {
		return false
	}
	from, to := a.s.Clause(&a.r)
	if a.object.Anaphor {
		from = 0
	}
	lesser := false
	for _, h := range a.s.Hits {
		if h.Term != r.set.known.patronData || h.From < from || h.To > to {
			continue
		}
		if !r.isLesser(a.s, h) {
			return false
		}
		lesser = true
	}
	return lesser
}

// isLesser reports whether words for patron data are words for lesser data, and
// end with them.
func (r *reader) isLesser(s *language.Sentence, h language.Hit) bool {
	l, ok := s.Find(r.set.known.lesserData, h.From, h.To)
	return ok && l.To >= h.To
}
