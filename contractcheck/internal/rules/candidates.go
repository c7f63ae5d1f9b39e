package rules

import (
	"math/bits"
	"slices"

	"example.org/contractcheck/contractcheck/internal/language"
)

// candidates tells from the terms of a provision which rules could hold in it:
// those for which a term is an anchor, and a term is one of each group of terms
// that the rule needs. What it costs hardly grows with the number of rules.
type candidates struct {
	rules   []ruleRef // in the order of requirements; a rule's bit is its index
	width   int       // words of a ruleMask
	anchors services  // of group 0
	needs   services  // of the groups behind it, whose masks stand one behind the other
	// free has the masks of all groups: the rules that have none.
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

// services holds by term the rules that it serves in some of their groups.
type services struct {
	terms  language.TermSet // those that serve any
	byTerm [][]maskWord
}

func (v *services) add(id language.TermID, at int, bit uint64) {
	v.terms.Insert(id)
	v.byTerm[id] = addBit(v.byTerm[id], at, bit)
}

// serve adds to the masks what the terms of a sentence serve. terms is room.
func (v *services) serve(s *language.Sentence, masks []uint64, terms []language.TermID) []language.TermID {
	terms = s.Terms.AppendCommon(terms[:0], &v.terms)
	for _, id := range terms {
		for _, w := range v.byTerm[id] {
			masks[w.at] |= w.bits
		}
	}
	return terms
}

// newCandidates lists the rules of set with the terms that they cannot do
// without.
func newCandidates(set *Set) *candidates {
	terms := len(set.Grammar.Terms)
	c := &candidates{anchors: services{byTerm: make([][]maskWord, terms)}, needs: services{byTerm: make([][]maskWord, terms)}}
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
		serving := &c.anchors
		if g > 0 {
			serving = &c.needs
		}
		for _, id := range needs[g] {
			serving.add(id, at, bit)
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

// room is what pick works in.
type room struct {
	found []uint64 // masks of all groups
	terms []language.TermID
}

// pick appends to refs the rules that could hold in the sentence by the terms
// that stand in it, in the order of requirements. It asks for the needs only
// where there is an anchor.
func (c *candidates) pick(s *language.Sentence, in *room, refs []ruleRef) []ruleRef {
	in.found = append(in.found[:0], c.free...)
	in.terms = c.anchors.serve(s, in.found, in.terms)
	if !slices.ContainsFunc(in.found[:c.width], func(word uint64) bool { return word != 0 }) {
		return refs
	}
	in.terms = c.needs.serve(s, in.found, in.terms)
	for at, word := range in.found[:c.width] {
		for g := 1; g < groups; g++ {
			word &= in.found[g*c.width+at]
		}
		for ; word != 0; word &= word - 1 {
			refs = append(refs, c.rules[at*64+bits.TrailingZeros64(word)])
		}
	}
	return refs
}
