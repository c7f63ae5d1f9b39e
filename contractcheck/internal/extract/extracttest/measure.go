package extracttest

import (
	"cmp"
	"slices"
	"testing"
)

// minWords is how many words a reference must have to be measured on.
const minWords = 20

// Measured is what was read of one file, what a reference reads in it, and how
// far they agree.
type Measured struct {
	Name            string
	Text, Reference string
	Agreement
}

// Summary is the mean of files, and the shares of those that are good or have
// next to none of the reference's words; all from 0 to 1.
type Summary struct{ Words, Bigrams, Good, Empty float64 }

// goodWords is the word F1 of a file from which on it is good.
const goodWords = .95

// Summarize compares each text with its reference, and logs each file, the worst
// first, and the summary. Files whose reference has too few words do not count.
func Summarize(t testing.TB, all []Measured) (s Summary) {
	t.Helper()
	var counted []Measured
	for _, m := range all {
		if m.Agreement = Compare(m.Reference, m.Text); m.Count >= minWords {
			counted = append(counted, m)
		}
	}
	slices.SortFunc(counted, func(a, b Measured) int { return cmp.Compare(a.Words, b.Words) })
	each := 1 / float64(max(1, len(counted)))
	for _, m := range counted {
		t.Logf("%.3f %.3f %6d %s", m.Words, m.Bigrams, m.Count, m.Name)
		s.Words += m.Words * each
		s.Bigrams += m.Bigrams * each
		if m.Words >= goodWords {
			s.Good += each
		}
		if 10*m.Found < m.Count {
			s.Empty += each
		}
	}
	t.Logf("%d files with at least %d words: word F1 %.4f, bigram F1 %.4f, at least %.2f %.3f, empty %.3f",
		len(counted), minWords, s.Words, s.Bigrams, goodWords, s.Good, s.Empty)
	return s
}
