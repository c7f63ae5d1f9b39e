package language

// wordTable finds words by their spelling. It is an open hash table, filled
// once: looking up every word of every document is a good part of the work,
// and this takes half the time of a map.
type wordTable struct {
	slots []int32 // index in words + 1; 0 is free
	words []word
	// spellings are the words' spellings, by the same index.
	spellings []string
}

// newWordTable returns a table of the given words.
func newWordTable(words map[string]word) *wordTable {
	size := 1
	for size < 2*len(words) {
		size *= 2
	}
	t := &wordTable{slots: make([]int32, size)}
	for spelling, w := range words {
		t.words = append(t.words, w)
		t.spellings = append(t.spellings, spelling)
		i := hash(spelling) & uint32(size-1)
		for t.slots[i] != 0 {
			i = (i + 1) & uint32(size-1)
		}
		t.slots[i] = int32(len(t.words))
	}
	return t
}

// find returns what is known of a spelling, or nil.
func (t *wordTable) find(low []byte) *word {
	mask := uint32(len(t.slots) - 1)
	for i := hash(low) & mask; t.slots[i] != 0; i = (i + 1) & mask {
		if k := t.slots[i] - 1; t.spellings[k] == string(low) {
			return &t.words[k]
		}
	}
	return nil
}

// hash is FNV-1a.
func hash[T string | []byte](s T) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}
