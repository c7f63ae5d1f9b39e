package rules

import (
	"slices"

	"example.org/contractcheck/contractcheck/internal/language"
)

// act is one action that a frame looks at: the reading with its object.
type act struct {
	f           *frame
	requirement int
	provision   int
	s           *language.Sentence
	r           language.Reading
	object      language.Argument
	evidence    Evidence
}

// readFrame tries a frame on every place of its actions in provision i.
func (r *reader) readFrame(f *frame, requirement, i int, s *language.Sentence) []Evidence {
	if !r.inPlace(f.when, f.unless, i, s) {
		return nil
	}
	var all []Evidence
	hits := s.Hits()
	for _, k := range s.Actions() {
		if !contains(f.does, hits[k].Term) || overlapped(s, hits[k], f) {
			continue
		}
		a := &act{f: f, requirement: requirement, provision: i, s: s, r: s.Reading(int(k))}
		if !r.findObject(a) || !r.aboutHolds(a) || r.saidByStem(a) {
			continue
		}
		if r.settle(a) {
			all = append(all, a.evidence)
		}
	}
	return all
}

// settle writes the evidence of an action, and reports whether it is any.
func (r *reader) settle(a *act) bool {
	v, reason := r.decide(a)
	switch {
	case v == Satisfied:
		v, reason = r.doubt(a, reason)
	case v == None, v == Contradicted && r.definesOther(a.requirement, a.s):
		return false
	}
	f, e := a.f, &a.evidence
	e.Aside = aside[reason]
	if f.reason != "" && (v == Partial || v == Satisfied && f.part != "") {
		reason = f.reason
	}
	e.Provision, e.Verdict, e.Reason = a.provision, v, reason
	e.From, e.To = a.s.Clause(&a.r)
	e.Rule, e.want, e.Part = f.pos, f.want, f.part
	e.Overrides = overrides(a.s)
	e.Permits = f.want == never && a.r.Mood != language.Forbidden && v == Partial
	e.Yields = f.yields && v == Contradicted || r.ofLesserData(a) || r.toHelpers(a)
	return true
}

// overlapped reports whether a longer hit of the frame's own actions covers h,
// so that "give notice" is read once and not as "give" too.
func overlapped(s *language.Sentence, h language.Hit, f *frame) bool {
	hits := s.Hits()
	for _, k := range s.Actions() {
		if hits[k].From > h.From {
			break
		}
		if contains(f.does, hits[k].Term) && h.PartOf(hits[k]) {
			return true
		}
	}
	return false
}

// doubt looks once more at what satisfies: a blank in it, words that loosen it,
// or what the whole sentence is, leave it partial.
func (r *reader) doubt(a *act, reason string) (Verdict, string) {
	if a.s.Blank(&a.r, r.scene.Text) {
		return Partial, notFilledIn
	}
	switch a.f.want {
	case always, never, own:
		if why, ok := r.loosened(a); ok {
			return Partial, why
		}
	case need: // a demand that is lifted
		if why, ok := r.boundBehind(a); ok {
			return Partial, why
		}
		if r.hedged(a) {
			return Partial, qualified
		}
	}
	if a.s.OpenedBy(&a.r, r.set.known.hedge) {
		return Partial, qualified
	}
	if r.ofPart(a) {
		return Partial, oneKindOnly
	}
	return r.reserve(a.requirement, a.provision, a.s, reason)
}

// saidByStem reports whether the action and its object both stand in the stem
// of a list item, which is a provision of its own.
func (r *reader) saidByStem(a *act) bool {
	own := r.scene.Provisions[a.provision].Own
	return a.r.Hit.From < own && (len(a.f.what) == 0 || a.object.Hit.From < own)
}

// findObject settles what the action is done to. A frame without a slot what
// needs none.
func (r *reader) findObject(a *act) bool {
	if len(a.f.beside) > 0 && !anyTerm(a.s, a.f.beside) {
		return false
	}
	if len(a.f.what) == 0 {
		return true
	}
	known := &r.set.known
	wanted := func(id language.TermID) bool {
		return contains(a.f.what, id) && (id != known.data || r.scene.Personal)
	}
	generic := func(id language.TermID) bool { return id == known.data }
	if arg, ok := a.s.Object(&a.r, wanted, generic); ok {
		a.object = arg
		return true
	}
	if !r.mentioned(a) {
		return false
	}
	if h, ok := a.s.Anaphor(&a.r, generic); ok && r.named(a, h) {
		a.object = language.Argument{Hit: h, Anaphor: true, NoObject: a.s.NegatedObject(&a.r, h)}
		return true
	}
	return false
}

// reachBack is how many sentences back "such information" reaches.
const reachBack = 2

// mentioned reports whether an object that the frame wants stands anywhere that
// an anaphor could reach, which is quick to tell.
func (r *reader) mentioned(a *act) bool {
	if r.mentions(a.f, &a.s.Terms) {
		return true
	}
	for _, b := range r.before(a.provision, reachBack) {
		if r.mentions(a.f, &b.Terms) {
			return true
		}
	}
	return false
}

// mentions reports whether an object that the frame wants is among the terms of a
// sentence, by more than a word such as "data".
func (r *reader) mentions(f *frame, terms *language.TermSet) bool {
	for _, id := range f.what {
		if id != r.set.known.data && terms.Has(id) {
			return true
		}
	}
	return false
}

// named reports whether what an anaphor stands for is an object that the frame
// wants: named earlier in the sentence, or just before in the section. A bare
// "it" reaches one sentence back, "such information" two.
func (r *reader) named(a *act, h language.Hit) bool {
	if r.namesWanted(a, a.s, h.From) {
		return true
	}
	reach := reachBack
	if h.Term == 0 {
		reach = 1
	}
	for _, b := range r.before(a.provision, reach) {
		if r.namesWanted(a, b, len(b.Tokens)) {
			return true
		}
	}
	return false
}

// namesWanted reports whether an object that the frame wants stands in the
// first n tokens of a sentence, by more than a word such as "data".
func (r *reader) namesWanted(a *act, s *language.Sentence, n int) bool {
	for _, id := range a.f.what {
		if id != r.set.known.data && s.Has(id, 0, n) {
			return true
		}
	}
	return false
}

// aboutHolds reports whether the sentence, or the one before it, names what
// the action is about.
func (r *reader) aboutHolds(a *act) bool {
	return len(a.f.about) == 0 || r.anyIn(a.f.about, a.provision, a.s)
}

// decide gives the verdict of one action by what the frame wants.
func (r *reader) decide(a *act) (Verdict, string) {
	if a.f.want == never && a.r.Without && !a.s.NegatedAt(a.r.Hit.From) {
		return Satisfied, "is done without it"
	}
	if a.f.want == never && a.s.Ceases(&a.r) {
		return None, ""
	}
	if a.f.want != own && a.r.Identity || a.f.want != need && a.f.want != own && !r.counts(a) {
		return None, ""
	}
	switch a.f.want {
	case always:
		return r.decideDuty(a)
	case never:
		return r.decideBan(a)
	case may:
		return r.decideRight(a)
	case need:
		return r.decideDemand(a)
	case own:
		return r.decideOwner(a)
	case mustNot:
		return r.decideBurden(a)
	case allow:
		return r.decideHarm(a)
	}
	return None, ""
}

// counts reports whether the action tells what somebody does, and whether that
// somebody is known: a named stranger is no evidence.
func (r *reader) counts(a *act) bool {
	switch a.r.Standing {
	case language.Counts, language.Proviso, language.Imperative:
		return !a.r.Implied || a.r.Passive || a.r.Nominal || a.s.VendorByName(&a.r)
	}
	return false
}

func (a *act) byFrameActor() bool { return slices.Contains(a.f.who, a.r.Actor) }
