package finder

import (
	"math"
	"slices"
)

// Score is what a model says of a provision and one requirement, in logits.
type Score struct {
	// About is how likely the provision speaks of the requirement; see
	// Probability.
	About float32
	// Side is how likely it harms rather than protects: above 0 for harm. It
	// is 0 for all requirements where the provision has no About worth a look.
	Side float32
}

// Unspoken returns the logit of a passage whose words say nothing on the
// requirement.
func (m *Model) Unspoken(requirement int) float32 { return m.about[requirement].bias }

// Probability returns the probability of a logit.
func Probability(logit float32) float64 { return logistic(float64(logit)) }

// lookedAt is the About from which on sides are worth a look: a probability of
// less than one in a hundred. Half of the provisions of a contract have none.
const lookedAt = -5

// mostHits bounds the grams of a provision that count, which a provision of
// some 250 words reaches. Clearing the room for them is a good part of scoring
// a short one.
const mostHits = 384

// Score appends the scores of a provision for all requirements, in the order
// of Requirements. Words are as of Words. It allocates nothing if dst has room.
func (m *Model) Score(words []uint32, dst []Score) []Score {
	var found hits
	found.look(m, words)
	scale := lengthScale(len(words))
	from := len(dst)
	dst, most := m.scoreAbout(&found, scale, dst)
	if most >= lookedAt {
		m.scoreSides(&found, scale, dst[from:])
	}
	return dst
}

// hits are the grams of a provision that the model knows, each once.
type hits struct {
	grams [mostHits]uint32
	count int
	seen  [512]uint32 // an open hash table of gram numbers + 1
}

func (f *hits) look(m *Model, words []uint32) {
	var before, pair uint32
	for i, w := range words {
		if f.count > mostHits-3 {
			return
		}
		f.add(m, w)
		if i >= 1 {
			two := join(before, w)
			f.add(m, two)
			if i >= 2 {
				f.add(m, join(pair, w))
			}
			pair = two
		}
		before = w
	}
}

func (f *hits) add(m *Model, hash uint32) {
	n := m.find(hash)
	if n < 0 {
		return
	}
	const mask = uint32(len(f.seen) - 1)
	s := spread(hash) & mask
	for f.seen[s] != 0 {
		if f.seen[s] == uint32(n+1) {
			return
		}
		s = (s + 1) & mask
	}
	f.seen[s] = uint32(n + 1)
	f.grams[f.count] = uint32(n)
	f.count++
}

func (m *Model) scoreAbout(f *hits, scale float32, dst []Score) ([]Score, float32) {
	var sums [mostRequirements + 1]int32
	for _, n := range f.grams[:f.count] {
		for _, p := range m.postings[m.grams[n].first:m.grams[n+1].first] {
			sums[p.of] += int32(p.weight)
		}
	}
	most := float32(math.Inf(-1))
	from := len(dst)
	dst = slices.Grow(dst, len(m.about))[:from+len(m.about)]
	scores := dst[from:]
	for r := range scores {
		o := &m.about[r]
		about := o.bias + o.scale*scale*float32(sums[r&mostRequirements])
		most = max(most, about)
		scores[r] = Score{About: about}
	}
	return dst, most
}

func (m *Model) scoreSides(f *hits, scale float32, scores []Score) {
	var sums [mostGroups]int32
	for _, n := range f.grams[:f.count] {
		for _, p := range m.sidePostings[m.grams[n].sideFirst:m.grams[n+1].sideFirst] {
			sums[p.of] += int32(p.weight)
		}
	}
	var logits [mostGroups]float32
	for g := range m.groups {
		logits[g] = m.groups[g] * scale * float32(sums[g])
	}
	for r := range scores {
		in := m.about[r].groups
		scores[r].Side = m.about[r].sideBias + logits[in[0]] + logits[in[1]] + logits[in[2]]
	}
}
