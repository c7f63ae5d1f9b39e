package rules

import "example.org/contractcheck/contractcheck/internal/language"

// ofLesserData reports whether a ban on what is done with patron data is broken
// for data that say little of them, such as usage data. A contract that limits
// the use of patron data and leaves usage data out has a hole, and is not the
// contrary.
func (r *reader) ofLesserData(a *act) bool {
	if a.f.want != never || a.evidence.Verdict != Contradicted || !contains(a.f.what, r.set.known.patronData) {
		return false
	}
	return r.onlyOf(a, r.set.known.lesserData)
}

// ofPart reports whether a ban that asks for patron data forbids it for a single
// item of them only, such as an e-mail address. Usage data are no small thing in
// a library, where they tell what patrons read.
func (r *reader) ofPart(a *act) bool {
	if a.f.want != never || !contains(a.f.what, r.set.known.patronData) {
		return false
	}
	return r.onlyOf(a, r.set.known.oneItem)
}

// onlyOf reports whether all data that the clause of an action names, or the
// words before an "it", are of one kind.
func (r *reader) onlyOf(a *act, kind language.TermID) bool {
	from, to := a.s.Clause(&a.r)
	if a.object.Anaphor {
		from = 0
	}
	only := false
	for _, h := range a.s.Hits() {
		if h.From < from || h.To > to || !contains(a.f.what, h.Term) || a.object.Anaphor && h == a.object.Hit {
			continue
		}
		if !endsAs(a.s, h, kind) {
			return false
		}
		only = true
	}
	return only
}

// endsAs reports whether words for data are words of the kind, or end with them.
func endsAs(s *language.Sentence, h language.Hit, kind language.TermID) bool {
	for _, o := range s.Hits() {
		if o.Term == kind && o.From < h.To && o.To >= h.To {
			return true
		}
	}
	return false
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
	for _, h := range a.s.Hits() {
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
	for _, o := range s.Hits() {
		if o.Term == r.set.known.forVendor && (h.Within(o) || o.Within(h)) {
			return true
		}
	}
	return false
}
