package rules

import (
	"slices"

	"example.org/contractcheck/contractcheck/internal/language"
)

// bans reports whether the requirement asks that the vendor leave something.
func (q *Requirement) bans() bool {
	return slices.ContainsFunc(q.frames, func(f *frame) bool {
		return f.want == never && slices.Contains(f.who, language.Vendor)
	})
}

// decideBan: what the actor must not do.
func (r *reader) decideBan(a *act) (Verdict, string) {
	if a.r.Actor == language.ThirdParty && a.r.Mood == language.Forbidden && !slices.Contains(a.f.who, language.ThirdParty) {
		return Partial, thirdPartiesOnly
	}
	if !a.byFrameActor() && a.r.Actor != language.ThirdParty {
		return None, ""
	}
	if a.object.NoObject && a.r.Mood != language.Forbidden {
		a.r.Mood = language.Forbidden
	}
	if v, reason, ok := r.bounded(a); ok {
		return v, reason
	}
	switch a.r.Mood {
	case language.Forbidden:
		return r.decideForbidden(a)
	case language.Permitted, language.Stated, language.Obliged:
		v, reason := r.decidePermitted(a)
		if v == Satisfied && a.r.Actor == language.ThirdParty && !slices.Contains(a.f.who, language.ThirdParty) {
			return Partial, thirdPartiesOnly
		}
		return v, reason
	}
	return None, ""
}

func (r *reader) decideForbidden(a *act) (Verdict, string) {
	if a.s.ForReason(&a.r) {
		return None, ""
	}
	switch r.worstException(r.exceptions(a), a.f) {
	case wideException:
		return Contradicted, "a wide exception undoes the ban"
	case openException:
		return Partial, leftOpen
	case patronConsent:
		return Partial, "the patron's consent lifts the ban"
	}
	switch {
	case weakened(a.s, a.f.weak):
		return Partial, "in a narrower case only"
	case a.r.Weak:
		return Partial, "says what should be or be tried, not what shall be"
	case r.hedged(a):
		return Partial, qualified
	}
	return Satisfied, "forbids it"
}

// decidePermitted: the text allows or does what the frame bans.
func (r *reader) decidePermitted(a *act) (Verdict, string) {
	if a.s.NotLonger(&a.r) {
		return Partial, "limits it, without a number"
	}
	if a.s.OnlyNear(&a.r, r.set.known.only) {
		switch r.scope(a) {
		case narrowScope:
			if a.f.within != "" {
				return Partial, "allows it in a narrow case"
			}
			if all := r.exceptions(a); min(r.worstException(all, a.f), r.worstException(all, nil)) > narrowException { // the law may always ask for more
				return Partial, leftOpen
			}
			if r.hedged(a) {
				return Partial, qualified
			}
			return Satisfied, "only for a purpose that is allowed"
		case openScope:
			if len(a.f.allow) > 0 {
				return Partial, "limits it, not clearly enough"
			}
		}
		return Contradicted, "allows it for a wide purpose"
	}
	if r.worstException(r.exceptions(a), a.f) == narrowException || r.narrowPurpose(a) {
		return Partial, "allows it in a narrow case"
	}
	if a.r.Mood == language.Permitted {
		return Contradicted, "allows it"
	}
	return Contradicted, "says that it is done"
}
