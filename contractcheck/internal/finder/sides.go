package finder

import (
	"math/rand/v2"
	"slices"
)

// sideWeights are the weights of the side that a passage stands on; above 0
// for harm. A gram weighs in three groups: for all requirements, for those of
// a topic, and for one alone. So a requirement of few examples learns from
// the others.
type sideWeights struct {
	keys   []sideKey
	weight []float64
	bias   []float64 // of the requirements
}

// sideKey is a gram in a group. Group 0 is of all requirements, those behind
// it are of the topics, and the last of the requirements.
type sideKey struct {
	gram  int32
	group int32
}

// sideGroups lists the three groups of each requirement.
func (t *trainer) sideGroups() (groups [][3]int32, count int) {
	topics := slices.Compact(slices.Sorted(slices.Values(t.topics)))
	groups = make([][3]int32, len(t.requirements))
	for r, topic := range t.topics {
		n, _ := slices.BinarySearch(topics, topic)
		groups[r] = [3]int32{0, int32(1 + n), int32(1 + len(topics) + r)}
	}
	return groups, 1 + len(topics) + len(t.requirements)
}

type sideRow struct {
	features []int32
	values   []float32
	harms    bool
}

// learnSides learns the sides.
func (t *trainer) learnSides() sideWeights {
	groups, count := t.sideGroups()
	numbers := map[sideKey]int32{}
	var keys []sideKey
	number := func(k sideKey) int32 {
		n, ok := numbers[k]
		if !ok {
			n = int32(len(keys))
			numbers[k], keys = n, append(keys, k)
		}
		return n
	}
	var rows []sideRow
	for i := range t.examples {
		e := &t.examples[i]
		if e.side == Silent {
			continue
		}
		s := sideRow{harms: e.side == Harms}
		for _, group := range groups[e.requirement] {
			for j, g := range e.grams {
				s.features = append(s.features, number(sideKey{g, group}))
				s.values = append(s.values, e.values[j])
			}
		}
		// The bias of a group is that of a gram that all rows have.
		for _, group := range groups[e.requirement] {
			s.features = append(s.features, number(sideKey{-1, group}))
			s.values = append(s.values, tuned.sideBias)
		}
		rows = append(rows, s)
	}
	l := newLearner(len(keys), tuned.sideRate, tuned.sideSparse, tuned.sideSmall)
	random := rand.New(rand.NewPCG(0, 2))
	for range tuned.sideRounds {
		random.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		for i := range rows {
			l.learn(rows[i].features, rows[i].values, rows[i].harms, 1)
		}
	}
	return sortSides(l, keys, groups, count)
}

func sortSides(l *learner, keys []sideKey, groups [][3]int32, count int) sideWeights {
	biases := make([]float64, count)
	out := sideWeights{bias: make([]float64, len(groups))}
	for i, k := range keys {
		switch w := l.weight[i]; {
		case k.gram < 0:
			biases[k.group] = w * float64(tuned.sideBias)
		case w != 0:
			out.keys, out.weight = append(out.keys, k), append(out.weight, w)
		}
	}
	for r, g := range groups {
		out.bias[r] = l.bias + biases[g[0]] + biases[g[1]] + biases[g[2]]
	}
	return out
}
