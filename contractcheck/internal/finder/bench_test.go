package finder

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

// benchmarkModel returns a model as large as the shipped one: 85 requirements
// whose examples share half of their words.
func benchmarkModel(b *testing.B) *Model {
	random := rand.New(rand.NewPCG(1, 2))
	var examples []Example
	for r := range 85 {
		for i := range 40 {
			examples = append(examples, Example{benchmarkWords(random, 20, r*40), fmt.Sprintf("r%02d", r), Side(i % 3)})
		}
	}
	m, err := Train(examples, benchmarkProvisions(2000), Options{})
	if err != nil {
		b.Fatal(err)
	}
	return m
}

// benchmarkWords returns words as often as those of a contract are: a few all
// the time, most seldom. Every other one is of a topic of its own.
func benchmarkWords(random *rand.Rand, count, topic int) []uint32 {
	words := make([]uint32, count)
	for i := range words {
		n := int(3000 * random.Float64() * random.Float64() * random.Float64())
		if i%2 == 0 {
			n = 3000 + topic + n%40
		}
		words[i] = hashOf(fmt.Sprint("word", n))
	}
	return words
}

func benchmarkProvisions(count int) [][]uint32 {
	random := rand.New(rand.NewPCG(3, 4))
	all := make([][]uint32, count)
	for i := range all {
		all[i] = benchmarkWords(random, 17, random.IntN(20000))
	}
	return all
}

// BenchmarkScore scores a contract of 25,500 words in 1,500 provisions.
func BenchmarkScore(b *testing.B) {
	m := benchmarkModel(b)
	provisions := benchmarkProvisions(1500)
	scores := make([]Score, 0, len(m.Requirements()))
	b.ReportAllocs()
	for b.Loop() {
		for _, words := range provisions {
			scores = m.Score(words, scores[:0])
		}
	}
}

func TestScoreAllocatesNothing(t *testing.T) {
	m := toyModel(t)
	words := TextWords(nil, "the host may sell patron data to 4 partners")
	scores := make([]Score, 0, len(m.Requirements()))
	assert.Zero(t, testing.AllocsPerRun(100, func() { scores = m.Score(words, scores[:0]) }))
}

// However long a provision is, its words have their bound.
func TestScoreOfALongProvision(t *testing.T) {
	m := toyModel(t)
	words := TextWords(nil, "the host may sell patron data")
	for len(words) < 1<<20 {
		words = append(words, words...)
	}
	assert.Len(t, m.Score(words, nil), 2)
}
