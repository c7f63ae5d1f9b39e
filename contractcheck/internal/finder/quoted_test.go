package finder

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A provision that an example was taken from is no provision on another
// subject for the example's requirement, and stays one for the others.
func TestQuotedProvisionsAreLeftOut(t *testing.T) {
	examples := toyExamples(0, 16)
	foreign := toyForeign()
	quoted := len(foreign)
	var about Example
	for _, e := range examples {
		if e.Side != Silent && len(e.Words) >= runLength {
			about = e
			break
		}
	}
	require.NotEmpty(t, about.Words)
	foreign = append(foreign, about.Words)
	tr, err := newTrainer(examples, foreign, Options{})
	require.NoError(t, err)
	tr.chooseHard(tr.learnAll(nofold))
	for r, id := range tr.requirements {
		logit, mention := tr.mentions[r][int32(quoted)]
		if id == about.Requirement {
			assert.True(t, mention)
			assert.True(t, math.IsInf(logit, 1))
		} else {
			assert.False(t, mention && math.IsInf(logit, 1), id)
		}
	}
}
