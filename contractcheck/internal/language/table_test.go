package language

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A word is found by all of its letters, however long it is.
func TestWordTable(t *testing.T) {
	words := map[string]word{}
	for n := 1; n < longestWord; n++ {
		words[strings.Repeat("a", n)] = word{lemma: int32(n)}
		words[strings.Repeat("a", n-1)+"b"] = word{lemma: int32(100 + n)}
	}
	table := newWordTable(words)
	for spelling, w := range words {
		low := []byte(spelling)
		found := table.find(low, hash(low))
		if assert.NotNil(t, found, spelling) {
			assert.Equal(t, w.lemma, found.Lemma, spelling)
		}
		for _, other := range []string{spelling + "c", "c" + spelling, spelling[:len(spelling)-1] + "c"} {
			assert.Nil(t, table.find([]byte(other), hash(spelling)), "%q with the hash of %q", other, spelling)
		}
	}
}
