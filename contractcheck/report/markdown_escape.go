package report

import (
	"slices"
	"strings"
	"unicode"
)

// wordJoiner takes no width and joins no words. After an @ it keeps GFM's
// extended autolinks and mentions away, which a backslash does not.
const wordJoiner = "\u2060"

// escapeMarkdown makes s one line of plain text in CommonMark 0.31 and GFM
// 0.29: no markup, HTML, entity, link or table cell can come of it. Beyond
// what these specifications demand it escapes the mathematics ($), the
// superscripts (^) and the attributes ({) of other dialects.
func escapeMarkdown(s string) string {
	runes := []rune(collapse(s))
	var b strings.Builder
	for i, r := range runes {
		switch {
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '&':
			b.WriteString("&amp;")
		case r == '@':
			b.WriteString("@" + wordJoiner)
		case strings.ContainsRune("\\`*_[]|~$^{", r), beginsBlock(runes, i), beginsLink(runes, i):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// maxListDigits is the longest number that begins an item of a list, see
// CommonMark 5.2.
const maxListDigits = 9

// beginsBlock reports whether the rune at i could make a heading, a rule, a
// definition or a list of the line that it begins: "#", "-", "1.", "1)".
func beginsBlock(runes []rune, i int) bool {
	if i == 0 {
		return strings.ContainsRune("#-+=:", runes[0])
	}
	if i > maxListDigits || runes[i] != '.' && runes[i] != ')' {
		return false
	}
	return !slices.ContainsFunc(runes[:i], func(r rune) bool { return !isASCIIDigit(r) })
}

// beginsLink reports whether the rune at i holds together what a renderer may
// take for a link or an emoji without markup: the colon of "https://" and of
// ":smile:", the point of "www.example.org" and of "example.org", but not
// those of "as follows: ", "9.2" and "10:30".
func beginsLink(runes []rune, i int) bool {
	if i == 0 || i+1 == len(runes) {
		return false
	}
	before, after := runes[i-1], runes[i+1]
	switch runes[i] {
	case ':':
		return after == '/' || unicode.IsLetter(after)
	case '.':
		figure := isASCIIDigit(before) && isASCIIDigit(after)
		www := i >= 3 && strings.EqualFold(string(runes[i-3:i]), "www")
		return www || isNameRune(before) && isNameRune(after) && !figure
	}
	return false
}

func isNameRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '_'
}

func isASCIIDigit(r rune) bool { return '0' <= r && r <= '9' }
