package extracttest

import (
	"regexp"
	"strings"
	"unicode"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// Agreement says how far a text has the words of a reference, as harmonic means
// of precision and recall from 0 to 1.
type Agreement struct {
	Words   float64 // single words, in any order
	Bigrams float64 // words with the next one, which stand for the order
	// Count is the number of words of the reference, and Found of those that
	// the text has.
	Count, Found int
}

// Compare compares a text with a reference.
func Compare(reference, text string) Agreement {
	want, got := Words(reference), Words(text)
	shared := overlap(want, got)
	a := Agreement{Words: harmonic(shared, len(want), len(got)), Count: len(want), Found: shared}
	want, got = bigrams(want), bigrams(got)
	a.Bigrams = harmonic(overlap(want, got), len(want), len(got))
	return a
}

// Words returns the words of a text in lower case, without punctuation.
func Words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(extract.Clean(text)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

func bigrams(words []string) []string {
	var out []string
	for i := 1; i < len(words); i++ {
		out = append(out, words[i-1]+" "+words[i])
	}
	return out
}

func overlap(a, b []string) int {
	left, shared := counts(a), 0
	for _, w := range b {
		if left[w] > 0 {
			left[w]--
			shared++
		}
	}
	return shared
}

func counts(words []string) map[string]int {
	n := map[string]int{}
	for _, w := range words {
		n[w]++
	}
	return n
}

func harmonic(shared, a, b int) float64 { return 2 * float64(shared) / float64(max(1, a+b)) }

// brokenWord is a word that a line's end breaks.
var brokenWord = regexp.MustCompile(`(\pL)[-\x{2010}\x{AD}]\n(\p{Ll})`)

// JoinBroken joins the words that a hyphen breaks at a line's end.
func JoinBroken(text string) string { return brokenWord.ReplaceAllString(text, "$1$2") }

// Joined returns the pairs of neighbours in the text apart that the text joined
// has as one word, without those that a hyphen breaks at a line's end: either
// apart has split these words, or joined has glued them.
func Joined(apart, joined string) []string {
	words := Words(JoinBroken(apart))
	extra := counts(Words(JoinBroken(joined)))
	for _, w := range words {
		extra[w]--
	}
	var out []string
	for i := 1; i < len(words); i++ {
		whole := words[i-1] + words[i]
		if extra[whole] > 0 && strings.IndexFunc(whole, unicode.IsLetter) >= 0 {
			extra[whole]--
			out = append(out, words[i-1]+" "+words[i])
		}
	}
	return out
}
