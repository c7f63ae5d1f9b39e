// Package linemark knows the marks that lines of a contract begin with, such
// as "(a)", "4.2" or "•", and tells in hard-wrapped text a line that begins
// something new from one that runs on.
package linemark

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Style is the make of a mark.
type Style uint8

// The styles of marks.
const (
	Bullet   Style = iota + 1 // "•", "-"
	Decimal                   // "1.", "4.2"
	Enclosed                  // "(a)", "(iv)", "a)", "b."
	Titled                    // "Section 4.", "ARTICLE IV"
)

// Mark is what a line begins with.
type Mark struct {
	Style Style
	// Text is the mark itself, as "(a)".
	Text string
	// Depth is the number of components of a decimal mark, else 0.
	Depth int
}

const (
	bullets = "•◦‣▪■●○□➢✓☐☑☒"
	dashes  = "-–—*+"
)

// At returns the mark that a line begins with, behind its indentation.
func At(line string) (Mark, bool) {
	line = strings.TrimLeft(line, " \t")
	word := line
	if end := strings.IndexAny(line, " \t"); end >= 0 {
		word = line[:end]
	}
	const longest = 16 // bytes: "Schedule" is longer than any number
	if word == "" || len(word) > longest {
		return Mark{}, false
	}
	if r, size := utf8.DecodeRuneInString(word); size == len(word) && len(word) < len(line) && strings.ContainsRune(bullets+dashes, r) {
		return Mark{Style: Bullet, Text: word}, true
	}
	if depth := decimalDepth(word); depth > 0 {
		return Mark{Style: Decimal, Text: word, Depth: depth}, true
	}
	if isEnclosed(word) {
		return Mark{Style: Enclosed, Text: word}, true
	}
	return titled(word, line)
}

// decimalDepth returns the number of components of "1.", "1.2", "1.2.3.", or
// 0. A number without a point, or of four digits, is no mark.
func decimalDepth(word string) int {
	if !strings.Contains(word, ".") {
		return 0
	}
	parts := strings.Split(strings.TrimSuffix(strings.TrimSuffix(word, ")"), "."), ".")
	for _, part := range parts {
		if len(part) == 0 || len(part) > 3 || strings.Trim(part, "0123456789") != "" {
			return 0
		}
	}
	return len(parts)
}

// isEnclosed reports whether word is "(x)", "x)" or "x." around a short
// number, a letter or a roman numeral.
func isEnclosed(word string) bool {
	inner := strings.TrimPrefix(word, "(")
	open := len(inner) < len(word)
	switch {
	case strings.HasSuffix(inner, ")"):
		return isCount(strings.TrimSuffix(inner, ")"))
	case strings.HasSuffix(inner, ".") && !open:
		return isCount(strings.TrimSuffix(inner, "."))
	}
	return false
}

// isCount reports whether s counts items: a number of at most three digits,
// one letter or a doubled one, or a roman numeral.
func isCount(s string) bool {
	switch {
	case s == "":
		return false
	case strings.Trim(s, "0123456789") == "":
		return len(s) <= 3
	case len(s) == 1 || len(s) == 2 && s[0] == s[1]:
		return isLetter(s[0])
	}
	return isRoman(s)
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// isRoman reports whether s is written in roman digits of one case.
func isRoman(s string) bool {
	return len(s) <= 6 && (strings.Trim(s, "ivxl") == "" || strings.Trim(s, "IVXL") == "")
}

// titles are the words that head numbered parts of a contract.
var titles = map[string]bool{
	"section": true, "article": true, "clause": true, "schedule": true, "exhibit": true,
	"annex": true, "appendix": true, "attachment": true, "part": true, "chapter": true,
}

// titled takes "Section 4." and "ARTICLE IV", but not "Section 4 of".
func titled(word, line string) (Mark, bool) {
	if first, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(first) || !titles[strings.ToLower(word)] {
		return Mark{}, false
	}
	rest := strings.TrimLeft(line[len(word):], " \t")
	number, behind, _ := strings.Cut(rest, " ")
	closed := strings.TrimRight(number, ".:")
	if !isCount(closed) && decimalDepth(closed) == 0 {
		return Mark{}, false
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(behind, " "))
	if closed == number && behind != "" && !unicode.IsUpper(next) && next != '–' && next != '—' && next != '-' {
		return Mark{}, false
	}
	return Mark{Style: Titled, Text: word + " " + number}, true
}
