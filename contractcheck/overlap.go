package contractcheck

import (
	"strings"
	"unicode"
)

// word is a word of a text in lower case, and where it stands.
type word struct {
	text       string
	start, end int // byte offsets
}

// wordsOf returns the words of a text: runs of letters and digits. Quotes that
// were copied by hand differ from the text in white space and marks.
func wordsOf(text string) []word {
	var words []word
	start := -1
	for i, r := range text {
		inside := unicode.IsLetter(r) || unicode.IsDigit(r)
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			words = append(words, word{strings.ToLower(text[start:i]), start, i})
			start = -1
		}
	}
	if start >= 0 {
		words = append(words, word{strings.ToLower(text[start:]), start, len(text)})
	}
	return words
}

// quoteAt returns the stretches of a text, as its words, that say a quote.
func quoteAt(text, quote []word) []word {
	var found []word
	for i := 0; len(quote) > 0 && i+len(quote) <= len(text); i++ {
		if equalWords(text[i:i+len(quote)], quote) {
			found = append(found, word{start: text[i].start, end: text[i+len(quote)-1].end})
		}
	}
	return found
}

func equalWords(a, b []word) bool {
	for i := range b {
		if a[i].text != b[i].text {
			return false
		}
	}
	return true
}

// overlap says how the evidence of a row meets the quotes of its label.
type overlap struct {
	found   bool // at least one of the quotes stands in the text
	touches bool // a passage of the evidence shares words with a quote
}

// overlapOf compares evidence with quotes; both are of the text.
func overlapOf(text []word, quotes []string, evidence []Evidence) overlap {
	var o overlap
	for _, quote := range quotes {
		for _, q := range quoteAt(text, wordsOf(quote)) {
			o.found = true
			for _, e := range evidence {
				o.touches = o.touches || e.touches(q) || e.Stem != nil && e.Stem.touches(q)
			}
		}
	}
	return o
}

func (p Passage) touches(w word) bool { return p.Start < w.end && w.start < p.End }
