package rules

import (
	"context"

	"example.org/contractcheck/contractcheck/internal/language"
)

// Read returns the evidence of the scene's provisions, by requirement in the
// set's order. params gives the value of a requirement's parameter. It stops
// with the error of ctx when that ends.
func (set *Set) Read(ctx context.Context, scene *Scene, params func(requirement int, name string) float64) ([][]Evidence, error) {
	r := set.takeReader(scene, params)
	defer set.putReader(r)
	found := make([][]Evidence, len(set.Requirements))
	for i := range scene.Provisions {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if scene.Provisions[i].Skip {
			continue
		}
		s := r.sentence(i)
		if r.refs = set.candidates.pick(s, &r.room, r.refs[:0]); len(r.refs) == 0 {
			continue
		}
		s.Parse()
		for _, ref := range r.refs {
			q := set.Requirements[ref.requirement]
			if ref.frame >= 0 {
				found[ref.requirement] = append(found[ref.requirement], r.readFrame(q.frames[ref.frame], ref.requirement, i, s)...)
			} else if e, ok := r.readPattern(q.patterns[ref.pattern], ref.requirement, i, s); ok {
				found[ref.requirement] = append(found[ref.requirement], e)
			}
		}
	}
	for i, list := range found {
		scene.lower(list)
		set.Requirements[i].divide(list)
	}
	return found, nil
}

// divide makes what holds a part of the requirement partial, and what does not
// hold it in full no part.
func (q *Requirement) divide(list []Evidence) {
	for i := range list {
		e := &list[i]
		switch {
		case e.Part == "":
		case e.Verdict == Satisfied:
			e.Verdict, e.Parts = Partial, q.parts
		default:
			e.Part = ""
		}
	}
}

// lower makes evidence partial whose provision has a ceiling.
func (scene *Scene) lower(list []Evidence) {
	for i := range list {
		if c := scene.Provisions[list[i].Provision].Ceiling; c != "" && list[i].Verdict == Satisfied {
			list[i].Verdict, list[i].Reason = Partial, c
		}
	}
}

// inPlace reports whether a rule's conditions on the surroundings hold: one of
// when in the provision or those just before it, none of unless in it.
func (r *reader) inPlace(when, unless []language.TermID, i int, s *language.Sentence) bool {
	if len(unless) > 0 && anyTerm(s, unless) {
		return false
	}
	if len(when) == 0 || r.anyIn(when, i, s) {
		return true
	}
	return r.headingHas(when, i)
}

// anyIn reports whether a term stands in the sentence or in the two before it
// in the same section.
func (r *reader) anyIn(terms []language.TermID, i int, s *language.Sentence) bool {
	if len(terms) == 0 {
		return false
	}
	if anyTerm(s, terms) {
		return true
	}
	for _, b := range r.before(i, 2) {
		if b.Terms.HasAny(terms) && anyTerm(b, terms) {
			return true
		}
	}
	return false
}

// weakened reports whether a term that narrows a rule stands in the sentence,
// and is not taken back itself: "without being asked".
func weakened(s *language.Sentence, terms []language.TermID) bool {
	for _, h := range s.Hits() {
		if contains(terms, h.Term) && !s.SetAside(h) {
			return true
		}
	}
	return false
}

func anyTerm(s *language.Sentence, terms []language.TermID) bool {
	for _, id := range terms {
		if s.Terms.Has(id) && s.Has(id, 0, len(s.Tokens)) {
			return true
		}
	}
	return false
}

// overrides reports whether the provision begins with a word that sets it
// above what stands before: "However", "Notwithstanding".
func overrides(s *language.Sentence) bool {
	return s.OpensWith("notwithstanding", "however", "but", "except")
}
