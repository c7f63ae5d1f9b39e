package clausefile

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNearest(t *testing.T) {
	known := []string{"id", "why", "want", "when", "satisfied"}
	for name, want := range map[string]string{
		"whn":          "why", // as near as when, which comes after it
		"wnat":         "want",
		"satisfeid":    "satisfied",
		"satisified":   "satisfied",
		"satified":     "satisfied",
		"ids":          "id",
		"by":           "", // two letters from id, which is all of it
		"whom":         "when",
		"sources":      "",
		"":             "",
		"satisfiedly":  "satisfied",
		"unsatisfied":  "satisfied",
		"dissatisfied": "",
	} {
		assert.Equal(t, want, nearest(name, known), name)
	}
}

func TestEditDistance(t *testing.T) {
	words := []string{"", "a", "id", "di", "hours", "hour", "max_hours", "max_days"}
	for _, a := range words {
		for _, b := range words {
			d := editDistance(a, b)
			assert.Equal(t, d, editDistance(b, a), "%q %q", a, b)
			assert.Equal(t, a == b, d == 0, "%q %q", a, b)
		}
	}
	assert.Equal(t, 1, editDistance("hour", "hours"))
	assert.Equal(t, 2, editDistance("id", "di"))
	assert.Equal(t, 3, editDistance("a", strings.Repeat("a", 1<<20)))
}

func TestExcerpt(t *testing.T) {
	assert.Equal(t, strings.Repeat("é", 40), excerpt(strings.Repeat("é", 40)))
	assert.Equal(t, strings.Repeat("é", 40)+"…", excerpt(strings.Repeat("é", 41)))
}
