package rules

import (
	"slices"

	"example.org/contractcheck/contractcheck/internal/language"
)

// decideRight: a right of the frame's holder.
func (r *reader) decideRight(a *act) (Verdict, string) {
	if !a.byFrameActor() && !(a.r.Passive || a.r.Implied) {
		return None, ""
	}
	switch a.r.Mood {
	case language.Forbidden:
		return Contradicted, "denies the right"
	case language.Supposed, language.NoMood:
		return None, ""
	}
	if worst := r.worstException(r.exceptions(a), a.f); worst == wideException || worst == openException {
		return Partial, "an exception limits the right"
	}
	if v, reason := r.number(a); v != None {
		return v, reason
	}
	switch {
	case weakened(a.s, a.f.weak):
		return Partial, "in a narrower case only"
	case a.r.Cluster != nil && a.r.Cluster.MayLet():
		return Partial, "may give the right, and need not"
	case r.hedged(a):
		return Partial, qualified
	}
	return Satisfied, "gives the right"
}

// decideDemand: what must not be demanded of patrons.
func (r *reader) decideDemand(a *act) (Verdict, string) {
	if a.r.Without {
		if a.s.NegatedAt(a.r.Hit.From) { // "cannot be used without registering"
			return Contradicted, "demands it"
		}
		if a.s.Has(r.set.known.hedge, 0, len(a.s.Tokens)) || weakened(a.s, a.f.weak) {
			return Partial, "in a narrower case only"
		}
		return Satisfied, "works without it"
	}
	if !r.counts(a) || !a.byFrameActor() && !(a.r.Implied && a.r.Nominal) {
		return None, ""
	}
	switch a.r.Mood {
	case language.NotObliged:
		if weakened(a.s, a.f.weak) {
			return Partial, "in a narrower case only"
		}
		return Satisfied, "does not demand it"
	case language.Obliged:
		return Contradicted, "demands it"
	case language.Permitted:
		return None, ""
	}
	return None, ""
}

// decideOwner: who owns decides.
func (r *reader) decideOwner(a *act) (Verdict, string) {
	if a.r.Standing != language.Counts && a.r.Standing != language.Proviso {
		return None, ""
	}
	owner := a.s.Owner(&a.r)
	if owner == language.NoParty {
		return None, ""
	}
	denied := a.r.Mood == language.Forbidden
	ours := slices.Contains(a.f.who, owner)
	switch {
	case ours && denied:
		return Contradicted, "says that the library does not own it"
	case owner == language.Vendor && !denied:
		return Contradicted, "makes it the vendor's"
	case owner != language.Vendor && !ours:
		return None, ""
	}
	switch worst := r.worstException(r.exceptions(a), a.f); {
	case worst == wideException:
		return Contradicted, "an exception takes it back"
	case worst == openException || worst == patronConsent:
		return Partial, leftOpen
	case weakened(a.s, a.f.weak):
		return Partial, "in a narrower case only"
	}
	if denied {
		return Satisfied, "says that the vendor does not own it"
	}
	return Satisfied, "leaves it with " + owner.String()
}

// decideBurden: a duty that the holder must not carry.
func (r *reader) decideBurden(a *act) (Verdict, string) {
	if !a.byFrameActor() || a.r.Implied {
		return None, ""
	}
	switch a.r.Mood {
	case language.Forbidden, language.NotObliged:
		if r.worstException(r.exceptions(a), nil) > narrowException {
			return Partial, leftOpen
		}
		return Satisfied, "lays no such duty on " + a.r.Actor.String()
	case language.Obliged, language.Stated:
		return Contradicted, "lays the duty on " + a.r.Actor.String()
	}
	return None, ""
}

// decideHarm: a prohibition that is itself the harm.
func (r *reader) decideHarm(a *act) (Verdict, string) {
	if a.r.Mood == language.Forbidden {
		return Contradicted, "forbids it"
	}
	return None, ""
}
