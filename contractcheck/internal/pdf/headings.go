package pdf

import (
	"strings"
	"unicode"
)

// Bounds on headings.
const (
	maxHeadingLines = 3
	maxHeadingBytes = 160
	headingSize     = 1.15 // times the running text's size
)

// isHeading reports whether lines look like a heading: short, no sentence, and
// set apart by size, weight or capitals.
func (s style) isHeading(lines []line, text string) bool {
	if len(lines) > maxHeadingLines || len(text) > maxHeadingBytes {
		return false
	}
	title := strings.TrimSpace(listMarker.ReplaceAllString(text, ""))
	if !strings.ContainsFunc(title, unicode.IsLetter) || isTerminated(title) || strings.HasSuffix(title, ",") {
		return false
	}
	large, letters := true, noLetters
	for _, l := range lines {
		large = large && l.size >= headingSize*s.size
		letters = letters.with(l.weight)
	}
	return large || letters == bold || isCapitals(title)
}

// minCapitals is the number of letters from which capitals make a heading.
const minCapitals = 4

func isCapitals(text string) bool {
	letters := 0
	for _, r := range text {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters >= minCapitals
}
