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
	byTerm [][groups]sparseMask
	// free are for each group the rules that have none.
	free [groups]ruleMask
}

// groups is how many groups of terms are told apart: the anchors, and as many
// needs as nearly all rules have. Needs beyond are left to the rules.
const groups = 4

// ruleMask has a bit for each rule.
type ruleMask []uint64

// sparseMask holds the words of a ruleMask that are not 0.
type sparseMask []maskWord

type maskWord struct {
	at   int
	bits uint64
}

// set adds rule k, which must not be smaller than those before.
func (m *sparseMask) set(k int) {
	at, bit := k/64, uint64(1)<<(k%64)
	if n := len(*m); n > 0 && (*m)[n-1].at == at {
		(*m)[n-1].bits |= bit
		return
	}
	*m = append(*m, maskWord{at, bit})
}

// newCandidates lists the rules of set with the terms that they cannot do
// without.
func newCandidates(set *Set) *candidates {
	c := &candidates{byTerm: make([][groups]sparseMask, len(set.Grammar.Terms))}
	var free [groups][]int
	add := func(ref ruleRef, needs [][]language.TermID) {
		k := len(c.rules)
		c.rules = append(c.rules, ref)
		for g := range groups {
			if g >= len(needs) {
				free[g] = append(free[g], k)
				continue
			}
			for _, id := range needs[g] {
				c.byTerm[id][g].set(k)
			}
		}
	}
	for ri, r := range set.Requirements {
		for fi, f := range r.frames {
			add(ruleRef{ri, fi, -1}, f.needs(set.known.data))
		}
		for pi, p := range r.patterns {
			add(ruleRef{ri, -1, pi}, p.needs())
		}
	}
	c.width = len(c.rules)/64 + 1
	for g := range groups {
		c.free[g] = make(ruleMask, c.width)
		for _, k := range free[g] {
			c.free[g][k/64] |= 1 << (k % 64)
		}
	}
	return c
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

// picker picks candidates; it has the room for one sentence's.
type picker struct {
	*candidates
	found [groups]ruleMask
}

func (c *candidates) picker() *picker {
	p := &picker{candidates: c}
	for g := range groups {
		p.found[g] = make(ruleMask, c.width)
	}
	return p
}

// pick appends to refs the rules that could hold in the sentence by the terms
// that stand in it, in the order of requirements.
func (p *picker) pick(s *language.Sentence, refs []ruleRef) []ruleRef {
	for g := range groups {
		copy(p.found[g], p.free[g])
	}
	s.Terms.Each(func(id language.TermID) {
		for g := range groups {
			for _, w := range p.byTerm[id][g] {
				p.found[g][w.at] |= w.bits
			}
		}
	})
	for at, word := range p.found[0] {
		for g := 1; g < groups; g++ {
			word &= p.found[g][at]
		}
		for ; word != 0; word &= word - 1 {
			refs = append(refs, p.rules[at*64+bits.TrailingZeros64(word)])
		}
	}
	return refs
}
