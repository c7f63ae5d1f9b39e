package language

import (
	"iter"
	"slices"
)

// Party is a side of the contract or somebody whom it speaks of.
type Party uint8

// The parties. Product is the service itself, whose doings are the vendor's.
const (
	NoParty Party = iota
	Vendor
	Library
	Patron
	ThirdParty
	Product
)

var partyNames = [...]string{"nobody", "the vendor", "the library", "the patron", "a third party", "the service"}

// String returns the party as a report calls it.
func (p Party) String() string { return partyNames[p] }

// Section is the part of the vocabulary that a term belongs to.
type Section uint8

// The sections of the vocabulary.
const (
	PartySection Section = iota + 1
	ObjectSection
	ActionSection
	ModalitySection
	ExceptionSection
	WordSection
)

// Term describes a term of the vocabulary.
type Term struct {
	Name    string
	Section Section
	Party   Party    // of a PartySection term
	Mood    MoodPart // of a ModalitySection term
}

// Hit is a place where a term stands: the tokens From up to To.
type Hit struct {
	From, To int
	Term     TermID
	Use      Use
}

// Within reports whether o holds all tokens of h.
func (h Hit) Within(o Hit) bool { return o.From <= h.From && h.To <= o.To }

// PartOf reports whether o holds all tokens of h, and more.
func (h Hit) PartOf(o Hit) bool { return h.Within(o) && h.length() < o.length() }

func (h Hit) length() int { return h.To - h.From }

// Sentence is a provision's tokens with what stands in them. Look finds which
// terms do, Parse the grammar; most sentences need only the first.
type Sentence struct {
	Tokens    []Token
	Clusters  []Cluster
	Clauses   []Clause
	Terms     TermSet // the terms that stand in it
	hits      []Hit   // by From, longer ones first; see arrange
	hitsFrom  []int32 // by token: index of its first hit in hits; one more at the end
	actions   []int32 // indexes in hits of those that are actions
	sections  []uint8 // by token: bits of the sections whose terms begin there
	search    search
	arranged  bool
	clustered []bool  // by token: whether a cluster holds it
	clauseOf  []int16 // by token: index in Clauses
	party     []int16 // by token: index of the party hit that covers it + 1
	object    []int16 // by token: index of the longest object hit that covers it + 1
	parsed    bool
	grammar   *Grammar
	readings  []Reading // by hit; those not made yet have no hit
}

// Grammar is a lexicon with the meaning of its terms.
type Grammar struct {
	Lexicon  *Lexicon
	Terms    []Term  // by TermID; index 0 is unused
	sections []uint8 // by TermID: the bit of the term's section
}

// NewGrammar returns the grammar over a lexicon whose term ids index terms.
func NewGrammar(x *Lexicon, terms []Term) *Grammar {
	g := &Grammar{Lexicon: x, Terms: terms, sections: make([]uint8, len(terms))}
	for id, t := range terms {
		g.sections[id] = 1 << t.Section
	}
	return g
}

// MostTokens is how many tokens of a sentence are read. The longest real
// sentences of contracts have some 700 words; what is longer is no sentence,
// and reading one takes time that grows faster than its length.
const MostTokens = 1000

// Analyse looks and parses.
func (g *Grammar) Analyse(s *Sentence, tokens []Token, names *Names) {
	g.Look(s, tokens, names)
	s.Parse()
}

// Look finds which terms stand in the tokens, which it keeps. names may be nil.
func (g *Grammar) Look(s *Sentence, tokens []Token, names *Names) {
	s.grammar, s.Tokens, s.arranged, s.parsed = g, tokens[:min(len(tokens), MostTokens)], false, false
	s.Clusters, s.Clauses = s.Clusters[:0], s.Clauses[:0]
	s.find(g, names)
}

// Parse finds the clauses of the sentence, once.
func (s *Sentence) Parse() {
	if s.parsed {
		return
	}
	s.parsed = true
	s.arrange()
	s.findClusters()
	s.markClusters()
	s.splitClauses()
	s.findSubjects()
	s.readings = slices.Grow(s.readings[:0], len(s.hits))[:len(s.hits)]
	clear(s.readings)
}

// coverChunks decides which object or party each token belongs to: the
// longest phrase wins, and a party inside a longer object ("Customer Data") is
// only a modifier.
func (s *Sentence) coverChunks() {
	s.party = resize(s.party, len(s.Tokens))
	s.object = resize(s.object, len(s.Tokens))
	for k := range s.hits {
		switch s.grammar.sections[s.hits[k].Term] {
		case 1 << ObjectSection:
			s.cover(s.object, k)
		case 1 << PartySection:
			s.cover(s.party, k)
		}
	}
	for i, p := range s.party {
		if p == 0 || s.object[i] == 0 {
			continue
		}
		o := s.hits[s.object[i]-1]
		if o.length() > s.hits[p-1].length() {
			s.party[i] = 0
		}
	}
}

// cover marks the tokens of hit k unless a longer hit has them already. Of two
// that are as long, the one that ends behind the other holds the head of the noun
// phrase: "identifiable | patron data".
func (s *Sentence) cover(of []int16, k int) {
	h := s.hits[k]
	for i := h.From; i < h.To; i++ {
		if of[i] == 0 {
			continue
		}
		switch o := s.hits[of[i]-1]; {
		case o.length() > h.length() || o.length() == h.length() && o.To >= h.To:
			return
		case o.length() == h.length():
			clear(of[o.From:h.From])
		}
	}
	for i := h.From; i < h.To; i++ {
		of[i] = int16(k + 1)
	}
}

// resize returns a zeroed slice of n elements, reusing s.
func resize(s []int16, n int) []int16 {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}

// partyHit returns the party hit at token i.
func (s *Sentence) partyHit(i int) (Hit, Party, bool) {
	if i < 0 || i >= len(s.party) || s.party[i] == 0 {
		return Hit{}, NoParty, false
	}
	h := s.hits[s.party[i]-1]
	return h, s.grammar.Terms[h.Term].Party, true
}

// Has reports whether the term stands within the tokens from up to to.
func (s *Sentence) Has(term TermID, from, to int) bool {
	_, ok := s.Find(term, from, to)
	return ok
}

// Find returns the first place of term within the tokens from up to to.
func (s *Sentence) Find(term TermID, from, to int) (Hit, bool) {
	for h := range s.places(term, from, to) {
		return h, true
	}
	return Hit{}, false
}

// places yields the places of term within the tokens from up to to.
func (s *Sentence) places(term TermID, from, to int) iter.Seq[Hit] {
	return func(yield func(Hit) bool) {
		if !s.Terms.Has(term) || from >= len(s.Tokens) {
			return
		}
		s.arrange()
		for _, h := range s.hits[s.hitsFrom[max(from, 0)]:] {
			if h.From >= to {
				return
			}
			if h.Term == term && h.To <= to && !s.partOfOther(h) && !yield(h) {
				return
			}
		}
	}
}

// Speaks reports whether the term stands in the sentence and means what it says: a
// negation that denies nothing, as in "no less than", does not count.
func (s *Sentence) Speaks(term TermID) bool {
	for h := range s.places(term, 0, len(s.Tokens)) {
		if h.To > h.From+1 || !s.Idle(h.From) {
			return true
		}
	}
	return false
}

// partOfOther reports whether a longer object of another kind covers the
// object h: the breach in "breach of this Agreement" is none of data.
func (s *Sentence) partOfOther(h Hit) bool {
	if s.object[h.From] == 0 || s.grammar.Terms[h.Term].Section != ObjectSection {
		return false
	}
	o := s.hits[s.object[h.From]-1]
	return o.Term != h.Term && h.PartOf(o) && !s.complementOf(h, o)
}

// complementOf reports whether the object h stands behind a preposition at the
// end of a longer one, where it is a thing of its own: the data in "disclosure of
// patron data".
func (s *Sentence) complementOf(h, o Hit) bool {
	return h.To == o.To && h.From > o.From && s.class(s.skipDeterminers(h.From-1), Preposition)
}

// begins reports whether a term of the section begins at token i.
func (s *Sentence) begins(i int, section Section) bool {
	return uint(i) < uint(len(s.sections)) && s.sections[i]&(1<<section) != 0
}

// class reports whether token i exists and has one of the classes.
func (s *Sentence) class(i int, c Class) bool {
	return i >= 0 && i < len(s.Tokens) && s.Tokens[i].Class&c != 0
}

// Hits returns where terms stand: by their first token, longer ones first.
func (s *Sentence) Hits() []Hit {
	s.arrange()
	return s.hits
}

// Actions returns the indexes in Hits of the actions.
func (s *Sentence) Actions() []int32 {
	s.arrange()
	return s.actions
}

// HitsAt returns the hits that begin at token i, longer ones first.
func (s *Sentence) HitsAt(i int) []Hit {
	if i < 0 || i >= len(s.Tokens) {
		return nil
	}
	s.arrange()
	return s.hits[s.hitsFrom[i]:s.hitsFrom[i+1]]
}

// Passable reports whether a gap may pass over token i: not over the end of a
// clause, and over a negation only where the pattern speaks of one itself. A point
// within a sentence belongs to an abbreviation.
func (s *Sentence) Passable(i int, negation bool) bool {
	return !s.class(i, Stop) && (negation || !s.class(i, Negator) || !s.negates(i))
}

// Idle reports whether token i is a negation that denies nothing, as in "not
// limited to" and "no later than".
func (s *Sentence) Idle(i int) bool { return s.class(i, Negator) && !s.negates(i) }

// Counts reports whether token i counts as a word of a gap.
func (s *Sentence) Counts(i int) bool {
	return !s.class(i, Determiner|Adverb|Quote|Comma|Mark|Open|Close)
}

// KindAt returns the kind of the clause that token i belongs to.
func (s *Sentence) KindAt(i int) ClauseKind { return s.Clauses[s.clauseAt(i)].Kind }
