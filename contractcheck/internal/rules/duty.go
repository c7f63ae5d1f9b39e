package rules

import (
	"slices"
	"strings"

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
	binds := "binds " + a.r.Actor.String()
	switch v, reason := r.limits(a); v {
	case None:
		return Satisfied, binds
	case Partial:
		if a.r.Weak || a.r.Capable { // nobody is bound, and the reason must not say so
			return Partial, reason
		}
		return Partial, binds + "; " + reason
	default:
		return v, reason
	}
}

// limits finds what makes a duty less than full: exceptions, the wrong
// recipient, numbers, a late clock, a narrower case, a hedge. The reason names
// every part that is lacking, for a library must ask for all of them at once.
func (r *reader) limits(a *act) (Verdict, string) {
	switch r.worstException(r.exceptions(a), a.f) {
	case wideException:
		return Contradicted, "an exception takes it back"
	case openException, patronConsent:
		return Partial, leftOpen
	}
	var lacks []string
	if lack := r.recipientLack(a); lack != "" {
		lacks = append(lacks, lack)
	}
	v, reason := r.number(a)
	if v == Contradicted && len(lacks) == 0 {
		return v, reason
	}
	for _, lack := range []string{reason, r.clockLack(a), r.looseness(a)} {
		if lack != "" {
			lacks = append(lacks, lack)
		}
	}
	if len(lacks) == 0 {
		return None, ""
	}
	return Partial, strings.Join(lacks, "; ")
}

// recipientLack says what is wrong with whom the actor tells, if anything.
func (r *reader) recipientLack(a *act) string {
	if len(a.f.whom) == 0 {
		return ""
	}
	switch p := a.s.Recipient(&a.r); {
	case p == language.NoParty:
		return "does not say whom"
	case !slices.Contains(a.f.whom, p):
		return "tells " + p.String() + ", not the library"
	}
	return ""
}

func (r *reader) clockLack(a *act) string {
	if r.late(a) {
		return "the clock starts late"
	}
	return ""
}

// looseness names the first of the words that make a duty less than full,
// whatever its parts: one such word is often read in several ways.
func (r *reader) looseness(a *act) string {
	switch {
	case weakened(a.s, a.f.weak):
		return "in a narrower case only"
	case r.elsewhere(a):
		return "leaves the terms to another text"
	case a.r.Weak:
		return "says what should be or be tried, not what shall be"
	case a.r.Capable:
		return "says what is possible, not what is done"
	case r.hedged(a):
		return qualified
	}
	return ""
}
