package report

import (
	"fmt"
	"strings"
	"unicode"

	"example.org/contractcheck/contractcheck"
)

// The lengths of quotes, in runes: of the words that carry a verdict, and of
// the passages nearest to what is missing. The words that satisfy are no
// shorter than the others, since a cut that hides an exception there would
// assure falsely.
const (
	quoteLength = 300
	nearLength  = 110
)

// quote returns the words that carry a verdict, with the list stem that they
// go on from, each shortened to about max runes; a max of 0 keeps them whole.
func quote(e contractcheck.Evidence, max int) string {
	words := shorten(collapse(e.Quote), max)
	if e.Stem == nil {
		return words
	}
	return shorten(collapse(e.Stem.Quote), max) + " […] " + words
}

// shorten cuts s, if it has more than max runes, to about as many, and says
// how many words it left out. It keeps the beginning, which says who must do
// what, and the end, where exceptions stand, in the proportion of two to one.
func shorten(s string, max int) string {
	runes := []rune(s)
	if max <= 0 || len(runes) <= max {
		return s
	}
	head := wordEnd(runes[:max*2/3])
	tail := wordStart(runes[len(runes)-max/3:])
	left := strings.Fields(s[len(head) : len(s)-len(tail)])
	if len(left) == 1 {
		return head + " [… 1 word …] " + tail
	}
	return fmt.Sprintf("%s [… %d words …] %s", head, len(left), tail)
}

// wordSearch is how far, in runes, a cut moves to fall between two words.
// Longer words are cut within.
const wordSearch = 20

func wordEnd(s []rune) string {
	for i := len(s) - 1; i > 0 && i > len(s)-wordSearch; i-- {
		if s[i] == ' ' {
			return string(s[:i])
		}
	}
	return string(s)
}

func wordStart(s []rune) string {
	for i := 0; i < len(s) && i < wordSearch; i++ {
		if s[i] == ' ' {
			return string(s[i+1:])
		}
	}
	return string(s)
}

// collapse makes s one line that is safe to show anywhere as plain text: white
// space becomes single spaces, invisible characters go, and every control
// character becomes U+FFFD. These are the C0 and C1 controls, which start a
// terminal's escape sequences, and the format characters (category Cf), among
// them the overrides of writing direction (U+202A to U+202E, U+2066 to
// U+2069), which show words in another order than they are read.
func collapse(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			space = true
			continue
		}
		if isInvisible(r) {
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(visible(r))
	}
	return b.String()
}

// isInvisible reports whether r only marks where a word may be broken: the soft
// hyphen, the zero-width space, the word joiner and the byte order mark, all
// common in the text of PDF and HTML files.
func isInvisible(r rune) bool {
	return r == '\u00ad' || r == '\u200b' || r == '\u2060' || r == '\ufeff'
}

func visible(r rune) rune {
	if unicode.In(r, unicode.Cc, unicode.Cf) {
		return unicode.ReplacementChar
	}
	return r
}
