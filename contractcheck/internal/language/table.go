package language

import "encoding/binary"

// wordTable finds words by their spelling. It is an open hash table, filled
// once: looking up every word of every document is a good part of the work,
// and this takes half the time of a map.
type wordTable struct {
	slots []wordSlot
	words []knownWord
	tails []string // by index in words: what the head does not hold
}

// wordSlot is a place of the table. The hash tells nearly all other words
// apart, without a look at their letters.
type wordSlot struct {
	hash  uint32
	index int32 // in words + 1; 0 is free
}

// knownWord is a word with the token that it makes, but for its place.
type knownWord struct {
	head  wordHead
	token Token
}

// wordHead holds the first 16 bytes of a word, filled up with zeros. Nearly all
// words end there, and are compared at once.
type wordHead [2]uint64

// headBytes is how many bytes of a word its head holds.
const headBytes = 16

// headOf returns the head of a word.
func headOf(word []byte) wordHead {
	if cap(word) < headBytes {
		word = append(make([]byte, 0, headBytes), word...)
	}
	n, all := len(word), word[:headBytes]
	head := wordHead{binary.LittleEndian.Uint64(all), binary.LittleEndian.Uint64(all[8:])}
	switch {
	case n < 8:
		head[0] &= 1<<(8*n) - 1
		head[1] = 0
	case n < headBytes:
		head[1] &= 1<<(8*(n-8)) - 1
	}
	return head
}

// newWordTable returns a table of the given words. Those that carry grammar are
// more than half of any text; side by side they stay in a processor's cache.
func newWordTable(words map[string]word) *wordTable {
	size := 1
	for size < 2*len(words) {
		size *= 2
	}
	t := &wordTable{slots: make([]wordSlot, size), words: make([]knownWord, 0, len(words))}
	for _, grammar := range []bool{true, false} {
		for spelling, w := range words {
			if (w.class != 0) == grammar {
				t.add(spelling, w)
			}
		}
	}
	return t
}

func (t *wordTable) add(spelling string, w word) {
	h := hash(spelling)
	t.words = append(t.words, knownWord{headOf([]byte(spelling)), w.token(spelling, h)})
	t.tails = append(t.tails, spelling[min(len(spelling), headBytes):])
	mask := uint32(len(t.slots) - 1)
	i := h & mask
	for t.slots[i].index != 0 {
		i = (i + 1) & mask
	}
	t.slots[i] = wordSlot{h, int32(len(t.words))}
}

// find returns the token of a spelling, or nil. h is its hash.
func (t *wordTable) find(low []byte, h uint32) *Token {
	mask := uint32(len(t.slots) - 1)
	for i := h & mask; t.slots[i].index != 0; i = (i + 1) & mask {
		if t.slots[i].hash != h {
			continue
		}
		k := t.slots[i].index - 1
		if w := &t.words[k]; w.head == headOf(low) && (len(low) < headBytes || t.tails[k] == string(low[headBytes:])) {
			return &w.token
		}
	}
	return nil
}

// The parameters of FNV-1a.
const (
	hashBasis = uint32(2166136261)
	hashPrime = uint32(16777619)
)

// hash is FNV-1a.
func hash[T string | []byte](s T) uint32 {
	h := hashBasis
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * hashPrime
	}
	return h
}
