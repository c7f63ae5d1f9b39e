package finder

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTrainIsDeterministic(t *testing.T) {
	want := fileOf(t, toyModel(t))
	for range 3 {
		require.Equal(t, want, fileOf(t, toyModel(t)))
	}
}

// Passages that were not trained on are told apart: by what they are about,
// and by their side.
func TestHeldOutToysAreSeparated(t *testing.T) {
	m := toyModel(t)
	about := map[bool][]float32{}
	for _, e := range toyExamples(101, 10) {
		r := slices.Index(m.Requirements(), e.Requirement)
		s := m.Score(e.Words, nil)
		about[e.Side != Silent] = append(about[e.Side != Silent], s[r].About)
		if e.Side != Silent {
			assert.Equal(t, e.Side == Harms, s[r].Side > 0, "%s, side %d: %+v", e.Requirement, e.Side, s[r])
			assert.Less(t, s[1-r].About, s[r].About, "the other requirement")
		}
	}
	assert.Greater(t, slices.Min(about[true]), slices.Max(about[false]))
}

func TestUnknownTextIsSilent(t *testing.T) {
	m := toyModel(t)
	for _, text := range []string{
		"", "...", "Zebras graze quietly beyond seven hills.", "invoice 12 is due on day 4",
		"\xff\xfe\x00", "The chairs of the reading room are made of oak.",
	} {
		for r, s := range m.scoreText(text) {
			assert.Less(t, Probability(s.About), 0.1, "%q: %s", text, m.Requirements()[r])
		}
	}
}

// The numbers that are stored differ from those that were learned by no more
// than half a step for each gram.
func TestQuantisationIsClose(t *testing.T) {
	tr, err := newTrainer(toyExamples(0, 16), toyForeign(), Options{})
	require.NoError(t, err)
	learned := tr.learnAll(nofold)
	same := make([]calibration, len(learned))
	for i := range same {
		same[i].slope = 1
	}
	m := tr.assemble(learned, same, tr.learnSides())
	l := newLearner(len(tr.vocabulary.hashes), tuned.rate, tuned.sparse, tuned.small)
	for r := range learned {
		l.set(learned[r])
		for _, e := range toyExamples(0, 16) {
			row := tr.vocabulary.row(e.Words)
			exact := l.score(row.grams, row.values)
			bound := float64(m.about[r].scale) / 2 * float64(lengthScale(len(e.Words))) * float64(len(row.grams))
			assert.InDelta(t, exact, m.Score(e.Words, nil)[r].About, bound+1e-4)
		}
	}
}

func TestSidesAreWorthALookOnlyWhereSomethingIsFound(t *testing.T) {
	m := toyModel(t)
	for _, s := range m.scoreText("Zebras graze quietly beyond hills.") {
		if s.About < lookedAt {
			assert.Zero(t, s.Side)
		}
	}
	assert.NotZero(t, m.scoreText("the host may sell patron data to 4 partners")[1].Side)
}

func TestTrainNeedsExamples(t *testing.T) {
	_, err := Train(nil, nil, Options{})
	assert.ErrorIs(t, err, ErrFewExamples)
	_, err = Train(toyExamples(0, 1), nil, Options{})
	assert.ErrorIs(t, err, ErrFewExamples)
	var many []Example
	for i := range mostRequirements + 1 {
		for range leastPositives {
			many = append(many, Example{[]uint32{1}, fmt.Sprint(i), Harms})
		}
	}
	_, err = Train(many, nil, Options{})
	assert.ErrorContains(t, err, "expected at most 255")
}

// Words that are said in a passage on one requirement and in one on another
// are about both.
func TestOnePassageForTwoRequirements(t *testing.T) {
	examples := toyExamples(0, 16)
	both := TextWords(nil, "the escrow agent shall notify the library and sells no patron data")
	for _, toy := range toys {
		for range 8 {
			examples = append(examples, Example{both, toy.id, Protects})
		}
	}
	m, err := Train(examples, toyForeign(), Options{})
	require.NoError(t, err)
	for r, s := range m.Score(both, nil) {
		assert.Greater(t, Probability(s.About), 0.5, m.Requirements()[r])
	}
}
