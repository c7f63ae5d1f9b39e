package finder

import (
	"math"
	"slices"
)

// leastExamples is in how many examples a gram must stand to be learned. What
// one example alone has is chance.
const leastExamples = 2

// vocabulary numbers the grams that a model may learn.
type vocabulary struct {
	number map[uint32]int32
	hashes []uint32
	// rarity is the inverse document frequency of each gram: a rare one tells
	// more.
	rarity []float32
}

// newVocabulary returns the grams that stand in several examples. Their rarity
// is measured on all passages.
func newVocabulary(examples []Example, negatives [][]uint32) *vocabulary {
	v := &vocabulary{number: map[uint32]int32{}}
	counts := map[uint32]int32{}
	var grams []uint32
	for i := range examples {
		grams = distinct(appendGrams(grams[:0], examples[i].Words))
		for _, g := range grams {
			counts[g]++
			if counts[g] == leastExamples {
				v.number[g] = int32(len(v.hashes))
				v.hashes = append(v.hashes, g)
			}
		}
	}
	for _, words := range negatives {
		grams = distinct(appendGrams(grams[:0], words))
		for _, g := range grams {
			if _, ok := v.number[g]; ok {
				counts[g]++
			}
		}
	}
	total := float64(len(examples) + len(negatives))
	for _, h := range v.hashes {
		v.rarity = append(v.rarity, float32(1+math.Log(total/float64(counts[h]))))
	}
	return v
}

func distinct(grams []uint32) []uint32 {
	slices.Sort(grams)
	return slices.Compact(grams)
}

// row is a passage as the learner sees it.
type row struct {
	grams []int32 // numbers of the vocabulary, ascending; each counts once
	// values are what the grams weigh: the rarity times a factor of the length.
	values []float32
}

func (v *vocabulary) row(words []uint32) row {
	grams := distinct(appendGrams(nil, words))
	var r row
	for _, g := range grams {
		if n, ok := v.number[g]; ok {
			r.grams = append(r.grams, n)
		}
	}
	slices.Sort(r.grams)
	scale := lengthScale(len(words))
	for _, n := range r.grams {
		r.values = append(r.values, v.rarity[n]*scale)
	}
	return r
}

// lengthScale makes a long passage, of many grams, comparable with a short
// one.
func lengthScale(words int) float32 {
	return float32(1 / math.Sqrt(float64(max(words, fewWords))))
}

// fewWords is the length below which a passage counts as that long: a heading
// of two words is not twice as telling.
const fewWords = 8
