package language

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// What is longer than any real sentence is read as far as the bound, so that
// its length costs no more.
func TestLongSentence(t *testing.T) {
	for _, unit := range []string{"Vendor ", "data ", "if Vendor sells ", "data which is sold ", "sell, ", "records of ", "Vendor shall not sell patron data unless "} {
		a := analyse(strings.Repeat(unit, 40_000))
		assert.LessOrEqual(t, len(a.Tokens), MostTokens, "%q", unit)
		assert.NotEmpty(t, a.Clauses, "%q", unit)
	}
}

// A sentence is used again for the next text and keeps nothing of the last.
func TestAnalyseAgain(t *testing.T) {
	long := "If Vendor sells patron data that it holds, the Library may, without notice, audit it; Vendor shall not store copies."
	short := "Vendor shall delete patron data."
	s := &Sentence{}
	for _, text := range []string{long, short, "", long, short} {
		testGrammar.Analyse(s, Tokenize(nil, text, 0, testGrammar.Lexicon, nil), nil)
		fresh := analyse(text)
		assert.Equal(t, append([]Hit{}, fresh.Hits()...), append([]Hit{}, s.Hits()...), "%q", text)
		assert.Equal(t, len(fresh.Clauses), len(s.Clauses), "%q", text)
		assert.Equal(t, len(fresh.Clusters), len(s.Clusters), "%q", text)
		assert.Equal(t, clausesOf(fresh), clausesOf(analysed{s, text}), "%q", text)
	}
}

func TestNegatedAt(t *testing.T) {
	tests := []struct {
		sentence string
		want     bool
	}{
		{"Vendor shall not *sell* patron data.", true},
		{"Vendor shall *sell* patron data.", false},
		{"No patron data shall be *sold*.", true},
		{"Vendor shall not audit, and shall *sell* patron data.", false},
		{"Vendor may *sell* patron data, which shall not be kept.", false},
		{"*Sell* patron data.", false},
	}
	for _, tt := range tests {
		a, r := readMarked(t, tt.sentence)
		assert.Equal(t, tt.want, a.NegatedAt(r.Hit.From), "%q", tt.sentence)
	}
}

func TestPassableAndCounts(t *testing.T) {
	a := analyse("Vendor shall not, promptly, sell the data; not later than May.")
	at := func(w string) int {
		for i := range a.Tokens {
			if a.words(i, i+1) == w {
				return i
			}
		}
		return -1
	}
	assert.False(t, a.Passable(at("not"), false), "a negation ends a gap")
	assert.True(t, a.Passable(at("not"), true), "where the pattern speaks of one itself it does not")
	assert.False(t, a.Passable(at(";"), true), "the end of a clause ends every gap")
	assert.True(t, a.Passable(at("sell"), false))
	assert.True(t, a.Passable(at(";")+1, false), "not later than negates nothing")
	for w, want := range map[string]bool{"Vendor": true, "sell": true, "the": false, ",": false, "promptly": false, "data": true} {
		assert.Equal(t, want, a.Counts(at(w)), "%q", w)
	}
}
