package language

// wordTable finds words by their spelling. It is an open hash table, filled
// once: looking up every word of every document is a good part of the work,
// and this takes half the time of a map.
type wordTable struct {
	slots []wordSlot
	words []knownWord
}

// wordSlot is a place of the table. The hash tells nearly all other words
// apart, without a look at their letters.
type wordSlot struct {
	hash  uint32
	index int32 // in words + 1; 0 is free
}

// knownWord is a spelling with the token that it makes, but for its place.
type knownWord struct {
	spelling string
	token    Token
}

// newWordTable returns a table of the given words.
func newWordTable(words map[string]word) *wordTable {
	size := 1
	for size < 2*len(words) {
		size *= 2
	}
	t := &wordTable{slots: make([]wordSlot, size), words: make([]knownWord, 0, len(words))}
	for spelling, w := range words {
		h := hash(spelling)
		t.words = append(t.words, knownWord{spelling, w.token(spelling, h)})
		i := h & uint32(size-1)
		for t.slots[i].index != 0 {
			i = (i + 1) & uint32(size-1)
		}
		t.slots[i] = wordSlot{h, int32(len(t.words))}
	}
	return t
}

// find returns the token of a spelling, or nil. h is its hash.
func (t *wordTable) find(low []byte, h uint32) *Token {
	mask := uint32(len(t.slots) - 1)
	for i := h & mask; t.slots[i].index != 0; i = (i + 1) & mask {
		if t.slots[i].hash != h {
			continue
		}
		if w := &t.words[t.slots[i].index-1]; w.spelling == string(low) {
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
