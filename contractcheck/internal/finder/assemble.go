package finder

import (
	"cmp"
	"math"
	"slices"
)

// assemble quantises what was learned.
func (t *trainer) assemble(learned []weights, calibrations []calibration, side sideWeights) *Model {
	m := &Model{note: t.options.Note, requirements: t.requirements}
	about := make([][]posting, len(t.vocabulary.hashes))
	sides := make([][]posting, len(t.vocabulary.hashes))
	for r := range learned {
		m.about = append(m.about, t.quantiseAbout(about, r, learned[r], calibrations[r]))
	}
	t.quantiseSides(m, sides, side)
	m.collect(t.vocabulary.hashes, about, sides)
	m.index()
	return m
}

// steps is the largest quantised weight.
const steps = math.MaxInt8

func (t *trainer) quantiseAbout(postings [][]posting, r int, w weights, c calibration) output {
	largest := 0.0
	for i, g := range w.grams {
		largest = max(largest, math.Abs(w.weight[i]*float64(t.vocabulary.rarity[g])))
	}
	unit := largest / steps
	for i, g := range w.grams {
		if q := math.Round(w.weight[i] * float64(t.vocabulary.rarity[g]) / unit); q != 0 {
			postings[g] = append(postings[g], posting{uint8(r), int8(q)})
		}
	}
	return output{scale: float32(unit * c.slope), bias: float32(w.bias*c.slope + c.shift)}
}

func (t *trainer) quantiseSides(m *Model, postings [][]posting, side sideWeights) {
	groups, count := t.sideGroups()
	largest := make([]float64, count)
	weight := func(i int) float64 {
		return side.weight[i] * float64(t.vocabulary.rarity[side.keys[i].gram])
	}
	for i, k := range side.keys {
		largest[k.group] = max(largest[k.group], math.Abs(weight(i)))
	}
	for _, l := range largest {
		m.groups = append(m.groups, float32(l/steps))
	}
	for i, k := range side.keys {
		if q := math.Round(weight(i) / (largest[k.group] / steps)); q != 0 {
			postings[k.gram] = append(postings[k.gram], posting{uint8(k.group), int8(q)})
		}
	}
	for r, g := range groups {
		m.about[r].sideBias = float32(side.bias[r])
		m.about[r].groups = [3]uint8{uint8(g[0]), uint8(g[1]), uint8(g[2])}
	}
}

// collect joins the postings of all grams that have any.
func (m *Model) collect(hashes []uint32, about, sides [][]posting) {
	order := make([]int, 0, len(hashes))
	for i := range hashes {
		if len(about[i])+len(sides[i]) > 0 {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(hashes[a], hashes[b]) })
	for _, i := range order {
		slices.SortFunc(sides[i], func(a, b posting) int { return cmp.Compare(a.of, b.of) })
		m.grams = append(m.grams, gram{hashes[i], uint32(len(m.postings)), uint32(len(m.sidePostings))})
		m.postings = append(m.postings, about[i]...)
		m.sidePostings = append(m.sidePostings, sides[i]...)
	}
	m.grams = append(m.grams, gram{^uint32(0), uint32(len(m.postings)), uint32(len(m.sidePostings))})
}
