package rules

import (
	"math/bits"

	"example.org/contractcheck/contractcheck/internal/language"
)

// candidates tells from the terms of a provision which rules could hold in it:
// those for which a term is an anchor, and a term is one of each group of terms
// that the rule needs. What it costs hardly grows with the number of rules.
type candidates struct {
	rules []ruleRef // in the order of requirements; a rule's bit is its index
	width int       // words of a ruleMask
	// byTerm holds by TermID the rules that a term serves, as an anchor and as
	// one of each group of needs.
	byTerm [][]maskWord
	// free has a ruleMask for each group: the rules that have none.
	free []uint64
}

// groups is how many groups of terms are told apart: the anchors, and as many
// needs as nearly all rules have. Needs beyond are left to the rules.
const groups = 4

// A ruleMask has a bit for each rule; those of all groups stand one behind the
// other. maskWord is a word of them that is not 0.
type maskWord struct {
	at   int
	bits uint64
}

// newCandidates lists the rules of set with the terms that they cannot do
// without.
func newCandidates(set *Set) *candidates {
	c := &candidates{byTerm: make([][]maskWord, len(set.Grammar.Terms))}
	var needs [][][]language.TermID // by rule
	for ri, r := range set.Requirements {
		for fi, f := range r.frames {
			c.rules = append(c.rules, ruleRef{ri, fi, -1})
			needs = append(needs, f.needs(set.known.data))
		}
		for pi, p := range r.patterns {
			c.rules = append(c.rules, ruleRef{ri, -1, pi})
			needs = append(needs, p.needs())
		}
	}
	c.width = len(c.rules)/64 + 1
	c.free = make([]uint64, groups*c.width)
	for k := range needs {
		c.add(k, needs[k])
	}
	return c
}

// add notes what rule k needs.
func (c *candidates) add(k int, needs [][]language.TermID) {
	for g := range groups {
		at, bit := g*c.width+k/64, uint64(1)<<(k%64)
		if g >= len(needs) {
			c.free[at] |= bit
			continue
		}
		for _, id := range needs[g] {
			c.byTerm[id] = addBit(c.byTerm[id], at, bit)
		}
	}
}

func addBit(words []maskWord, at int, bit uint64) []maskWord {
	for i := range words {
		if words[i].at == at {
			words[i].bits |= bit
			return words
		}
	}
	return append(words, maskWord{at, bit})
}

// needs lists the groups of terms one of which must stand in the sentence: the
// actions, the objects, the words beside. The object may also be an anaphor,
// "such information", that stands for one in a sentence before.
func (f *frame) needs(anaphor language.TermID) [][]language.TermID {
	needs := [][]language.TermID{f.does}
	if len(f.what) > 0 {
		what := append([]language.TermID{anaphor}, f.what...)
		needs = append(needs, what)
	}
	if len(f.beside) > 0 {
		needs = append(needs, f.beside)
	}
	return needs
}

// needs lists the terms of the parts that the pattern cannot do without.
func (p *pattern) needs() [][]language.TermID {
	var needs [][]language.TermID
	for _, part := range p.parts {
		if !part.optional && len(part.words) == 0 {
			needs = append(needs, part.terms)
		}
	}
	return needs
}

// pick appends to refs the rules that could hold in the sentence by the terms
// that stand in it, in the order of requirements. found is room for the masks
// of all groups.
func (c *candidates) pick(s *language.Sentence, found []uint64, refs []ruleRef) []ruleRef {
	copy(found, c.free)
	s.Terms.Each(func(id language.TermID) {
		for _, w := range c.byTerm[id] {
			found[w.at] |= w.bits
		}
	})
	for at, word := range found[:c.width] {
		for g := 1; g < groups; g++ {
			word &= found[g*c.width+at]
		}
		for ; word != 0; word &= word - 1 {
			refs = append(refs, c.rules[at*64+bits.TrailingZeros64(word)])
		}
	}
	return refs
}
