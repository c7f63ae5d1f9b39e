package language

import "math/bits"

// TermSet is a set of terms.
type TermSet struct{ bits []uint64 }

// NewTermSet returns the set of the given terms.
func NewTermSet(terms ...TermID) TermSet {
	var t TermSet
	for _, id := range terms {
		t.Insert(id)
	}
	return t
}

// reset empties the set and makes room for n terms.
func (t *TermSet) reset(n int) {
	if words := n/64 + 1; len(t.bits) < words {
		t.bits = make([]uint64, words)
		return
	}
	clear(t.bits)
}

// Copy makes the set hold the terms of another.
func (t *TermSet) Copy(other *TermSet) { t.bits = append(t.bits[:0], other.bits...) }

// Add adds the terms of another set of the same vocabulary.
func (t *TermSet) Add(other *TermSet) {
	for w := range other.bits {
		t.bits[w] |= other.bits[w]
	}
}

func (t *TermSet) add(id TermID) { t.bits[id/64] |= 1 << (id % 64) }

// termWord is what some terms are in one word of a TermSet.
type termWord struct {
	at   int32
	bits uint64
}

// wordsOf returns terms, in ascending order, as words of a TermSet.
func wordsOf(terms []hitTerm) []termWord {
	var words []termWord
	for _, h := range terms {
		at := int32(h.term / 64)
		if len(words) == 0 || words[len(words)-1].at != at {
			words = append(words, termWord{at: at})
		}
		words[len(words)-1].bits |= 1 << (h.term % 64)
	}
	return words
}

// addWords adds terms to a set that has room for them.
func (t *TermSet) addWords(words []termWord) {
	for _, w := range words {
		t.bits[w.at] |= w.bits
	}
}

// Has reports whether id is in the set.
func (t *TermSet) Has(id TermID) bool {
	w := int(id / 64)
	return w < len(t.bits) && t.bits[w]&(1<<(id%64)) != 0
}

// Insert adds a term and makes room for it.
func (t *TermSet) Insert(id TermID) {
	for int(id)/64 >= len(t.bits) {
		t.bits = append(t.bits, 0)
	}
	t.add(id)
}

// AppendCommon appends the terms that both sets have to dst, in ascending order.
func (t *TermSet) AppendCommon(dst []TermID, other *TermSet) []TermID {
	for w := range min(len(t.bits), len(other.bits)) {
		for word := t.bits[w] & other.bits[w]; word != 0; word &= word - 1 {
			dst = append(dst, TermID(w*64+bits.TrailingZeros64(word)))
		}
	}
	return dst
}

// HasAny reports whether one of the terms is in the set.
func (t *TermSet) HasAny(terms []TermID) bool {
	for _, id := range terms {
		if t.Has(id) {
			return true
		}
	}
	return false
}
