package rules

import "example.org/contractcheck/contractcheck/internal/language"

// filter tells from the words of a provision alone, before any term is looked
// for, which rules could hold in it: those for which a word begins an anchor,
// and a word begins what else the rule needs.
type filter struct {
	width   int        // words of a mask
	anchors []ruleMask // by word id: rules that the word may begin an anchor of
	needs   []ruleMask // by word id: rules that the word may begin a need of
	free    ruleMask   // rules that need nothing but their anchor
	named   ruleMask   // rules whose anchor a document's own name may stand for
}

// ruleMask has a bit for each of Set.anchored.
type ruleMask []uint64

func (m ruleMask) set(k int32) { m[k/64] |= 1 << (k % 64) }

func newFilter(set *Set) *filter {
	f := &filter{
		width:   len(set.anchored)/64 + 1,
		anchors: make([]ruleMask, set.Grammar.Lexicon.WordIDs()), needs: make([]ruleMask, set.Grammar.Lexicon.WordIDs()),
	}
	f.free, f.named = make(ruleMask, f.width), make(ruleMask, f.width)
	needed := make([][]int32, len(set.Grammar.Terms)) // by term: rules whose first need it is one of
	for k, a := range set.anchored {
		if set.nameable(a.anchors) {
			f.named.set(int32(k))
		}
		if len(a.needs) == 0 {
			f.free.set(int32(k))
			continue
		}
		for _, id := range a.needs[0] {
			needed[id] = append(needed[id], int32(k))
		}
		if a.anaphor {
			needed[set.known.data] = append(needed[set.known.data], int32(k))
		}
	}
	set.Grammar.Lexicon.Beginning(func(id int32, terms []language.TermID) {
		for _, t := range terms {
			f.add(f.anchors, id, set.byTerm[t])
			f.add(f.needs, id, needed[t])
		}
	})
	return f
}

// nameable reports whether one of the terms is such that documents give it
// names: a party or an object.
func (set *Set) nameable(terms []language.TermID) bool {
	for _, id := range terms {
		if s := set.Grammar.Terms[id].Section; s == language.PartySection || s == language.ObjectSection {
			return true
		}
	}
	return false
}

func (f *filter) add(to []ruleMask, id int32, rules []int32) {
	if len(rules) == 0 {
		return
	}
	if to[id] == nil {
		to[id] = make(ruleMask, f.width)
	}
	for _, k := range rules {
		to[id].set(k)
	}
}

// passes reports whether any rule could hold among the tokens. The names of a
// document may stand for anything that a rule needs.
func (r *reader) passes(tokens []language.Token) bool {
	f := r.set.filter
	copy(r.needs, f.free)
	clear(r.begun)
	for i := range tokens {
		if id := tokens[i].Lemma; id > 0 {
			r.begin(f, id)
		}
		if id := tokens[i].Exact; id > 0 {
			r.begin(f, id)
		}
	}
	for w := range r.begun {
		if r.begun[w]&r.needs[w] != 0 {
			return true
		}
	}
	return false
}

// begin notes what the word id may begin.
func (r *reader) begin(f *filter, id int32) {
	if r.scene.Names.Begins(id) {
		or(r.begun, f.named)
		for w := range r.needs {
			r.needs[w] = ^uint64(0)
		}
	}
	if int(id) < len(f.anchors) {
		or(r.begun, f.anchors[id])
		or(r.needs, f.needs[id])
	}
}

func or(into, m ruleMask) {
	for w := range m {
		into[w] |= m[w]
	}
}
