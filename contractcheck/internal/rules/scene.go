package rules

import (
	"slices"

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
	// Headings are those of the sections, by the number that their provisions
	// share; there may be none. A heading can say when its provisions hold,
	// never what they say.
	Headings []Heading
	Names    *language.Names // the document's own names; may be nil
	// Personal reports whether data of nobody in particular is that of patrons:
	// in a privacy policy, and in a passage without a document around it.
	Personal bool
	// Periods are the lengths of time that the document defines by name, in
	// hours.
	Periods map[language.TermID]float64
}

// Heading is the title of a section. Parent is the number of the section that
// holds it, -1 at the top.
type Heading struct {
	Title  string
	Parent int
}

// reader reads the provisions of one scene. It keeps the analysis of a few
// sentences, since a provision is read together with its neighbours.
type reader struct {
	set    *Set
	scene  *Scene
	params func(requirement int, name string) float64
	cache  [kept]struct {
		provision int // -1: none
		sentence  language.Sentence
	}
	headings []headingTerms // by section
	// spare and tokens serve to look at headings.
	spare  language.Sentence
	tokens []language.Token
	behind []*language.Sentence // what before returned last
	refs   []ruleRef            // the rules that could hold in a provision
	room   room                 // for picking them
}

// takeReader returns a reader of the scene, with the room that one before has
// left.
func (set *Set) takeReader(scene *Scene, params func(requirement int, name string) float64) *reader {
	r, ok := set.readers.Get().(*reader)
	if !ok {
		r = &reader{set: set}
	}
	r.scene, r.params = scene, params
	for i := range r.cache {
		r.cache[i].provision = -1
	}
	r.headings = slices.Grow(r.headings[:0], len(scene.Headings))[:len(scene.Headings)]
	for i := range r.headings {
		r.headings[i].found = false
	}
	return r
}

// putReader keeps the room of a reader that has read its scene, and nothing of
// the scene.
func (set *Set) putReader(r *reader) {
	r.scene, r.params = nil, nil
	set.readers.Put(r)
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
	if slot.provision != i {
		slot.provision = i
		r.set.Grammar.Look(&slot.sentence, r.scene.Provisions[i].Tokens, r.scene.Names)
	}
	return &slot.sentence
}

// headingTerms are the terms in the titles of a section and of those that hold
// it. They are found when first asked for.
type headingTerms struct {
	terms language.TermSet
	found bool
}

// headingHas reports whether the heading that provision i stands under, or one
// above it, names one of the terms.
func (r *reader) headingHas(terms []language.TermID, i int) bool {
	section := r.scene.Provisions[i].Section
	return section < len(r.scene.Headings) && r.termsOfHeading(section).HasAny(terms)
}

// termsOfHeading returns the terms in the titles of a section and of those that
// hold it, which stand before it.
func (r *reader) termsOfHeading(section int) *language.TermSet {
	h := &r.headings[section]
	if h.found {
		return &h.terms
	}
	heading := r.scene.Headings[section]
	r.tokens = language.Tokenize(r.tokens[:0], heading.Title, 0, r.set.Grammar.Lexicon, r.scene.Names)
	r.set.Grammar.Look(&r.spare, r.tokens, r.scene.Names)
	h.terms.Copy(&r.spare.Terms)
	h.found = true
	if heading.Parent >= 0 && heading.Parent < section {
		h.terms.Add(r.termsOfHeading(heading.Parent))
	}
	return &h.terms
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
