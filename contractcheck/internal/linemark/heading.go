package linemark

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bounds of a heading. Headings of the contracts that they were set on have
// up to 10 words; a wrapped line has 60 characters or more.
const (
	headingWords = 12
	headingBytes = 80
)

// small are the words that headings in title case leave small.
var small = map[string]bool{
	"a": true, "an": true, "and": true, "as": true, "at": true, "by": true, "for": true, "from": true,
	"in": true, "into": true, "of": true, "on": true, "or": true, "our": true, "per": true, "the": true,
	"to": true, "under": true, "upon": true, "via": true, "with": true, "your": true, "its": true,
}

// IsHeading reports whether a line of plain text looks like a heading: short,
// capitalised, without punctuation at its end.
func IsHeading(line string) bool {
	line = strings.TrimSpace(line)
	title := line
	mark, marked := At(line)
	if marked {
		if mark.Style == Bullet {
			return false
		}
		title = strings.TrimSpace(strings.TrimPrefix(line, mark.Text))
	}
	words := strings.Fields(title)
	if len(line) > headingBytes || len(words) > headingWords || len(words) == 0 {
		return marked && mark.Style == Titled && len(words) == 0
	}
	if !marked && strings.Contains(title, ": ") || strings.Contains(title, "   ") || strings.Contains(title, "\t") {
		return false // a field of a form or a row of a table
	}
	end, _ := utf8.DecodeLastRuneInString(title)
	if strings.ContainsRune(".,;:!?_-", end) || !hasLetters(title) {
		return false
	}
	return isTitleCase(words)
}

func hasLetters(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters >= 3
}

// isTitleCase reports whether all words but small ones are capitalised.
func isTitleCase(words []string) bool {
	for i, word := range words {
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "(\"“‘'[*"))
		if unicode.IsLower(first) && (i == 0 || !small[word]) {
			return false
		}
	}
	return true
}
