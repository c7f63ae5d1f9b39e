package rules

import (
	"slices"

	"example.org/contractcheck/contractcheck/internal/language"
)

// decideDuty: what the actor must do.
func (r *reader) decideDuty(a *act) (Verdict, string) {
	if !a.byFrameActor() {
		if a.r.Actor == language.Library && a.f.shift && a.r.Mood == language.Obliged {
			return Contradicted, "lays the duty on the library"
		}
		return None, ""
	}
	switch a.r.Mood {
	case language.NotObliged:
		return Contradicted, "says that there is no such duty"
	case language.Forbidden:
		if a.f.lenient {
			return None, ""
		}
		return Contradicted, "denies it"
	case language.Permitted:
		if a.r.Free {
			return Contradicted, "says that there is no such duty"
		}
		return Partial, "allows it, and does not oblige " + a.r.Actor.String()
	case language.Stated, language.Obliged:
	default:
		return None, ""
	}
	if a.object.NoObject {
		return Contradicted, "denies it"
	}
	if v, reason := r.limits(a); v != None {
		return v, reason
	}
	return Satisfied, "binds " + a.r.Actor.String()
}

// limits finds what makes a duty less than full: exceptions, the wrong
// recipient, numbers, a late clock, a narrower case, a hedge.
func (r *reader) limits(a *act) (Verdict, string) {
	switch r.worstException(r.exceptions(a), a.f) {
	case wideException:
		return Contradicted, "an exception takes it back"
	case openException, patronConsent:
		return Partial, "an exception leaves it open"
	}
	if len(a.f.whom) > 0 {
		if p := a.s.Recipient(&a.r); p == language.NoParty {
			return Partial, "does not say whom"
		} else if !slices.Contains(a.f.whom, p) {
			return Partial, "tells " + p.String() + ", not the library"
		}
	}
	if v, reason := r.number(a); v != None {
		return v, reason
	}
	switch {
	case r.late(a):
		return Partial, "the clock starts late"
	case weakened(a.s, a.f.weak):
		return Partial, "in a narrower case only"
	case r.elsewhere(a):
		return Partial, "leaves the terms to another text"
	case a.r.Weak:
		return Partial, "says should, not shall"
	case a.r.Capable:
		return Partial, "says what is possible, not what is done"
	case r.hedged(a):
		return Partial, "weakened by a qualifier"
	}
	return None, ""
}
