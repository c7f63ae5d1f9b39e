package finder

// The parameters of FNV-1a, which the tokens' hashes are made with.
const (
	hashBasis = uint32(2166136261)
	hashPrime = uint32(16777619)
)

func hashOf(word string) uint32 {
	h := hashBasis
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * hashPrime
	}
	return h
}

// join returns the hash of a gram that one more word makes longer.
func join(gram, word uint32) uint32 {
	h := (gram ^ word>>15) * 0x9e3779b1
	return (h^h>>13)*0x85ebca6b + word*0xc2b2ae35
}

// appendGrams appends the hashes of all runs of one to three words.
func appendGrams(dst, words []uint32) []uint32 {
	for i, w := range words {
		dst = append(dst, w)
		if i >= 1 {
			two := join(words[i-1], w)
			dst = append(dst, two)
			if i >= 2 {
				dst = append(dst, join(join(words[i-2], words[i-1]), w))
			}
		}
	}
	return dst
}
