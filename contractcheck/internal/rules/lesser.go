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

// toHelpers reports whether a ban is broken for the sake of those who act for
// the vendor, and of nobody else: the rule asks for an outsider beside the
// action, and all that stand in its clause are such helpers. A ban on disclosure
// says nothing of subcontractors where the contract binds them elsewhere.
func (r *reader) toHelpers(a *act) bool {
	if a.f.want != never || a.evidence.Verdict != Contradicted || len(a.f.beside) == 0 {
		return false
	}
	helpers := false
	for _, h := range a.s.Hits {
		if !contains(a.f.beside, h.Term) || h.From < a.r.Hit.To && h.To > a.r.Hit.From {
			continue
		}
		if !r.helps(a.s, h) {
			return false
		}
		helpers = true
	}
	return helpers
}

// helps reports whether the words of a hit lie within words for a helper, or
// hold them: "third-party" in "third-party service providers".
func (r *reader) helps(s *language.Sentence, h language.Hit) bool {
	for _, o := range s.Hits {
		if o.Term == r.set.known.forVendor && (o.From <= h.From && h.To <= o.To || h.From <= o.From && o.To <= h.To) {
			return true
		}
	}
	return false
}
