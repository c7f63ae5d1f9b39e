package rules

import (
	"slices"

	"example.org/contractcheck/contractcheck/internal/language"
)

// readPattern reads a word pattern of a requirement in provision i.
func (r *reader) readPattern(p *pattern, requirement, i int, s *language.Sentence) (Evidence, bool) {
	if !r.inPlace(p.when, p.unless, i, s) {
		return Evidence{}, false
	}
	from, to, ok := p.find(s, func(from, to int) bool { return to > r.scene.Provisions[i].Own && p.counts(s, from, to) })
	if !ok {
		return Evidence{}, false
	}
	if p.verdict == Satisfied && !p.heeds.party && s.LaidOnLibrary(from) {
		return Evidence{}, false
	}
	if p.verdict == Contradicted && r.definesOther(requirement, s) {
		return Evidence{}, false
	}
	e := Evidence{Provision: i, Verdict: p.verdict, Reason: p.reason, From: from, To: to, Rule: p.pos, Part: p.part, Yields: p.yields, want: always, Overrides: overrides(s)}
	e.Permits = p.verdict == Partial && !p.heeds.limits && r.set.Requirements[requirement].bans()
	if p.verdict == Contradicted {
		e.want = never
	}
	if e.Verdict == Satisfied {
		r.doubtPattern(&e, s, p, requirement)
	}
	return e, true
}

// doubtPattern looks once more at what a pattern found to satisfy: the words
// around it, a blank or a number in it leave it partial, or take it back.
func (r *reader) doubtPattern(e *Evidence, s *language.Sentence, p *pattern, requirement int) {
	switch {
	case weakened(s, p.weak):
		e.Verdict, e.Reason = Partial, "in a narrower case only"
	case !p.heeds.party && r.set.Requirements[requirement].bans() && s.DoneByThird(e.From):
		e.Verdict, e.Reason = Partial, thirdPartiesOnly
	default:
		e.Verdict, e.Reason = r.reserve(requirement, e.Provision, s, e.Reason)
	}
	if e.Verdict == Satisfied {
		boundPattern(e, s, p)
	}
	if e.Verdict == Satisfied {
		r.limitPattern(e, s, p)
	}
	if e.Verdict == Satisfied {
		r.loosenPattern(e, s, p)
	}
	if e.Verdict == Satisfied && r.blankIn(s, e.From, e.To) {
		e.Verdict, e.Reason = Partial, notFilledIn
	}
	if e.Verdict == Satisfied && p.atLeast != "" {
		r.reach(e, s, p.atLeast, r.params(requirement, p.atLeast))
	}
}

// counts reports whether a match of the tokens from up to to says what is so: not
// in a condition or an exception, and not denied by other words.
func (p *pattern) counts(s *language.Sentence, from, to int) bool {
	switch s.KindAt(from) {
	case language.Exceptional:
		return false
	case language.Conditional:
		if s.KindAt(to-1) != language.Main {
			return false // else it goes on beyond: "Should we be sold, | we will tell you"
		}
	}
	return p.heeds.negator || p.heeds.bans || !s.NegatedAt(from) && (s.KindAt(from) != language.Conditional || !s.NegatedAt(to-1))
}

// boundPattern weakens what a pattern found where an "only if" or a second half
// behind it takes a part back.
func boundPattern(e *Evidence, s *language.Sentence, p *pattern) {
	match := s.Match(e.From, e.To)
	switch {
	case s.OnlyIf(&match):
		e.Verdict, e.Reason = Partial, underCondition
	case !p.heeds.excepts && s.ButThen(&match):
		e.Verdict, e.Reason = Partial, takenBackBehind
	}
}

// limitPattern weakens what a pattern found by the hedges and exceptions of
// its sentence.
func (r *reader) limitPattern(e *Evidence, s *language.Sentence, p *pattern) {
	match := s.Match(e.From, e.To)
	all := s.Exceptions(&match, r.set.known.exceptions)
	if p.heeds.excepts { // what the pattern itself excepts is its own affair
		all = slices.DeleteFunc(all, func(x language.Exception) bool { return !x.Without && e.From <= x.From && x.From <= e.To })
	}
	if n := r.next(e.Provision); n != nil && n.Exempts(r.set.known.exceptions) {
		all = append(all, n.Whole(r.set.known.exceptions))
	}
	worst := r.worstException(all, nil)
	switch {
	case worst == wideException:
		e.Verdict, e.Reason = Contradicted, "an exception takes it back"
	case worst == openException || worst == patronConsent:
		e.Verdict, e.Reason = Partial, leftOpen
	case s.Has(r.set.known.hedge, 0, len(s.Tokens)):
		e.Verdict, e.Reason = Partial, qualified
	}
}

// loosenPattern weakens what a pattern found where "may" or "should" governs
// it. A pattern that names the word itself, or "only", knows what it is worth.
func (r *reader) loosenPattern(e *Evidence, s *language.Sentence, p *pattern) {
	if !p.heeds.negator && s.OfSome(e.From, e.To) {
		e.Verdict, e.Reason = Partial, "only a part of it"
		return
	}
	from := e.From
	if s.KindAt(from) == language.Conditional {
		from = e.To - 1 // the match goes on beyond the condition
	}
	c := s.Loosely(from, e.To)
	switch {
	case c == nil || p.heeds.allows || s.Has(r.set.known.only, 0, len(s.Tokens)):
	case c.Weak:
		e.Verdict, e.Reason = Partial, "says should, not shall"
	default:
		e.Verdict, e.Reason = Partial, "allows it, and does not oblige anyone"
	}
}

// blankIn reports whether a length of time within the tokens is a blank.
func (r *reader) blankIn(s *language.Sentence, from, to int) bool {
	for _, d := range s.Durations(r.scene.Text) {
		if d.Blank && from <= d.From && d.To <= to {
			return true
		}
	}
	return false
}
