package finder

import (
	"math"
	"slices"
)

// runLength is how many words in a row tell that a provision is the one that a
// passage was taken from.
const runLength = 5

// skipQuoted leaves the provisions that the passages were taken from out of
// those on other subjects, for the requirements that the passages are about:
// labels may come from the very documents that the provisions do.
func (t *trainer) skipQuoted(examples []Example, negatives [][]uint32) {
	runs := map[uint64][]int32{} // requirements of the passages that hold a run
	for i := range examples {
		e := &examples[i]
		r, ok := slices.BinarySearch(t.requirements, e.Requirement)
		if !ok || e.Side == Silent {
			continue
		}
		for run := range runsOf(e.Words) {
			if !slices.Contains(runs[run], int32(r)) {
				runs[run] = append(runs[run], int32(r))
			}
		}
	}
	for i, words := range negatives {
		total, shared := 0, map[int32]int{}
		for run := range runsOf(words) {
			total++
			for _, r := range runs[run] {
				shared[r]++
			}
		}
		for r, n := range shared {
			if 2*n >= total {
				t.mentions[r][int32(i)] = math.Inf(1)
			}
		}
	}
}

// runsOf yields the hashes of all runs of words.
func runsOf(words []uint32) func(func(uint64) bool) {
	return func(yield func(uint64) bool) {
		for i := 0; i+runLength <= len(words); i++ {
			h := uint64(14695981039346656037) // FNV-1a
			for _, w := range words[i : i+runLength] {
				h = (h ^ uint64(w)) * 1099511628211
			}
			if !yield(h) {
				return
			}
		}
	}
}
