package segment

import (
	"strings"
	"unicode/utf8"
)

// shape is how a label is written.
type shape uint8

const (
	paren  shape = iota + 1 // (a)
	half                    // a)
	dot                     // a.  1.
	multi                   // 4.2
	bare                    // 4 before a heading
	named                   // Article IV
	bullet                  // •
)

// class is what a label counts with. A bullet's class is its first byte and
// says nothing else.
type class uint8

const (
	digits class = iota + 1
	lower
	upper
	romanLower
	romanUpper
)

// reading is one way to understand a label: "(i)" is the ninth letter or the
// first number.
type reading struct {
	class class
	value int
}

// label is a list label or the number of a section.
type label struct {
	Span
	shape    shape
	readings [2]reading
	count    int    // of readings
	mark     string // of a bullet
	next     int    // where the words behind it begin
}

// Bounds of labels; what is longer is a number or a word.
const (
	maxParen  = 6 // characters between the brackets: (xviii)
	maxDigits = 3 // of a number in a label: a year is none
	maxGroups = 6 // numbers of a label: 1.2.3.4.5.6
)

// parseLabel reads the label at a place.
func parseLabel(text string, at, end int) (label, bool) {
	if at >= end {
		return label{}, false
	}
	var l label
	var ok bool
	switch c := text[at]; {
	case c == '(':
		l, ok = parseParen(text, at, end)
	case isDigit(c):
		l, ok = parseNumber(text, at, end)
	case c == 'o' && at+1 < end && text[at+1] == ' ':
		// The hollow bullet of word processors, in a font that is not shown.
		l, ok = label{Span: Span{at, at + 1}, shape: bullet, mark: "o"}, true
	case isLower(c) || isUpper(c):
		l, ok = parseLetters(text, at, end)
		if !ok {
			l, ok = parseNamed(text, at, end)
		}
	default:
		l, ok = parseBullet(text, at, end)
		if !ok {
			l, ok = parseNamed(text, at, end)
		}
	}
	if ok {
		l.next = skipSpace(text, max(l.next, l.End), end)
	}
	return l, ok
}

// parseParen reads "(a)", "(iv)" and "(2)", but not the copyright sign before
// a year.
func parseParen(text string, at, end int) (label, bool) {
	inner := alphanumerics(text, at+1, end, maxParen)
	if inner.End >= end || text[inner.End] != ')' {
		return label{}, false
	}
	l := label{Span: Span{at, inner.End + 1}, shape: paren}
	l.read(inner.in(text))
	if l.End+2 < end && inner.in(text) == "c" && isDigit(text[l.End+1]) && isDigit(text[l.End+2]) {
		return label{}, false
	}
	return l, l.count > 0 && endsLabel(text, l.End, end)
}

// parseLetters reads "a)" and "iv.".
func parseLetters(text string, at, end int) (label, bool) {
	word := alphanumerics(text, at, end, maxParen)
	if word.End >= end {
		return label{}, false
	}
	l := label{Span: Span{at, word.End + 1}}
	switch text[word.End] {
	case ')':
		l.shape = half
	case '.':
		l.shape = dot
	default:
		return label{}, false
	}
	l.read(word.in(text))
	return l, l.count > 0 && (l.End == end || isSpace(text[l.End]))
}

// parseNumber reads "4.", "4)", "4.2" and "4.2.".
func parseNumber(text string, at, end int) (label, bool) {
	i, groups := at, 0
	for i < end && isDigit(text[i]) && groups < maxGroups {
		group := alphanumerics(text, i, end, maxDigits)
		if i = group.End; i < end && isAlphanumeric(text[i]) || !areDigits(group.in(text)) {
			return label{}, false
		}
		groups++
		if i+1 >= end || text[i] != '.' || !isDigit(text[i+1]) {
			break
		}
		i++
	}
	l := label{Span: Span{at, i}, shape: multi}
	if i < end && (text[i] == '.' || text[i] == ')' && groups == 1) {
		l.End++
	}
	if groups == 1 {
		l.shape = singleShape(l.in(text))
		l.read(text[at:i])
	}
	return l, (groups > 1 || l.count > 0) && endsLabel(text, l.End, end)
}

func singleShape(written string) shape {
	switch written[len(written)-1] {
	case '.':
		return dot
	case ')':
		return half
	}
	return bare
}

// endsLabel reports whether a label may end at a place: before a space, or
// before a bracket as in "4.2(a)", or a quotation mark.
func endsLabel(text string, at, end int) bool {
	return at == end || isSpace(text[at]) || text[at] == '(' || quote(text, at, end) > 0
}

// bullets are the marks of lists without order. U+F0B7 and its like are what
// the fonts of word processors make of them.
var bullets = [...]string{
	"•", "◦", "▪", "▫", "●", "○", "■", "□", "➢", "➤", "✓", "❖", "·", "‣", "⁃",
	"\uf0b7", "\uf0a7", "\uf076", "\uf0d8", "–", "—", "*", "-",
}

func parseBullet(text string, at, end int) (label, bool) {
	if c := text[at]; c < utf8.RuneSelf && c != '*' && c != '-' {
		return label{}, false
	}
	for _, mark := range bullets {
		if next := at + len(mark); strings.HasPrefix(text[at:end], mark) && next < end && isSpace(text[next]) {
			return label{Span: Span{at, next}, shape: bullet, mark: mark}, true
		}
	}
	return label{}, false
}

// isRound reports whether a bullet is one wherever it stands; dashes and stars
// have other uses within a line.
func (l label) isRound() bool {
	return len(l.mark) > 1 && l.mark != "–" && l.mark != "—" && l.mark != "·"
}

// alphanumerics returns the letters and digits at a place, at most max.
func alphanumerics(text string, at, end, max int) Span {
	i := at
	for i < end && i < at+max && isAlphanumeric(text[i]) {
		i++
	}
	return Span{at, i}
}

func areDigits(word string) bool {
	for i := range len(word) {
		if !isDigit(word[i]) {
			return false
		}
	}
	return word != ""
}
