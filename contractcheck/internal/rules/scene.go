package rules

import (
	"example.org/contractcheck/contractcheck/internal/language"
)

// Provision is a sentence of a document as the rules see it.
type Provision struct {
	Tokens []language.Token
	// Own is the number of tokens in front that belong to the stems of a list
	// item. The stem's own provision speaks for them; the item speaks for what
	// lies behind, or for what its stem does to it.
	Own     int
	Section int // provisions of one section share the number
	// Skip marks what is no provision: headings, questions, recitals.
	Skip bool
	// Ceiling, where it is not empty, is the reason why the provision can
	// satisfy nothing: it is partial at best.
	Ceiling string
}

// Scene is what provisions are read in: a document with its names, or a single
// passage.
type Scene struct {
	Text       string // the tokens' offsets count bytes of it
	Provisions []Provision
	// Heading returns the heading of a section, by the number that its
	// provisions share; it may be nil. A heading can say when its provisions
	// hold, never what they say.
	Heading func(section int) string
	Names   *language.Names // the document's own names; may be nil
	// Personal reports whether data of nobody in particular is that of patrons:
	// in a privacy policy, and in a passage without a document around it.
	Personal bool
	// Periods are the lengths of time that the document defines by name, in
	// hours.
	Periods map[language.TermID]float64
}

// reader reads the provisions of one scene. It keeps the analysis of a few
// sentences, since a provision is read together with its neighbours.
type reader struct {
	set    *Set
	scene  *Scene
	params func(requirement int, name string) float64
	cache  [kept]struct {
		provision int
		sentence  *language.Sentence
	}
	headings map[int]language.TermSet // by section
	// spare and tokens serve to look at headings.
	spare  language.Sentence
	tokens []language.Token
	behind []*language.Sentence // what before returned last
	picker *picker
}

// kept is how many sentences a reader keeps: the one that is read with those
// around it, since each is read together with its neighbours.
const kept = 8

// sentence returns provision i with its terms found, or nil beyond the ends.
// It is good until kept others have been asked for.
func (r *reader) sentence(i int) *language.Sentence {
	if i < 0 || i >= len(r.scene.Provisions) {
		return nil
	}
	slot := &r.cache[i%kept]
	if slot.sentence == nil {
		slot.sentence = &language.Sentence{}
	} else if slot.provision == i {
		return slot.sentence
	}
	slot.provision = i
	r.set.Grammar.Look(slot.sentence, r.scene.Provisions[i].Tokens, r.scene.Names)
	return slot.sentence
}

// headingHas reports whether the heading that provision i stands under names
// one of the terms.
func (r *reader) headingHas(terms []language.TermID, i int) bool {
	if r.scene.Heading == nil {
		return false
	}
	section := r.scene.Provisions[i].Section
	found, ok := r.headings[section]
	if !ok {
		r.tokens = language.Tokenize(r.tokens[:0], r.scene.Heading(section), 0, r.set.Grammar.Lexicon, r.scene.Names)
		r.set.Grammar.Look(&r.spare, r.tokens, r.scene.Names)
		found = r.spare.Terms.Clone()
		r.headings[section] = found
	}
	return found.HasAny(terms)
}

// before returns the analysed provisions of the same section that stand before
// i, the nearest first, at most n.
func (r *reader) before(i, n int) []*language.Sentence {
	all := r.behind[:0]
	for k := i - 1; k >= 0 && k >= i-n; k-- {
		if r.scene.Provisions[k].Section != r.scene.Provisions[i].Section {
			break
		}
		all = append(all, r.sentence(k))
	}
	r.behind = all
	return all
}
