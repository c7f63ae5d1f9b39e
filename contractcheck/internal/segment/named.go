package segment

import "strings"

// partNames are the words before the number of a part of a contract.
var partNames = wordSet(`article section sec clause part chapter schedule exhibit annex appendix
	attachment addendum rider paragraph`)

// divisions are those that stand within the contract or an exhibit.
var divisions = wordSet("article part chapter")

// numberOnly are those whose number alone names the section.
var numberOnly = wordSet("section sec clause paragraph")

const sectionSign = "§"

// parseNamed reads "Article IV", "Section 3.", "§ 4" and "EXHIBIT A" where
// they stand as a heading does: on a line of their own, before a mark, or in
// capitals before a capital.
func parseNamed(text string, at, end int) (label, bool) {
	word := Span{at, at + len(sectionSign)}
	if !strings.HasPrefix(text[at:end], sectionSign) {
		word = firstWord(text, at, end)
		if !isUpper(text[at]) || !partNames.has(word.in(text)) {
			return label{}, false
		}
	}
	i := word.End
	if i < end && text[i] == '.' {
		i++
	}
	number := designator(text, skipSpace(text, i, end), end)
	if number.Start == number.End {
		return label{}, false
	}
	l := label{Span: Span{at, number.End}, shape: named}
	next, ok := headsLine(text, number.End, end, word)
	l.next = next
	return l, ok
}

// designator returns the number of a part: "4", "4.2", "IV", "A", "A-1".
func designator(text string, at, end int) Span {
	i := at
	for i < end && (isDigit(text[i]) || isUpper(text[i]) || i > at && (text[i] == '.' || text[i] == '-')) {
		i++
	}
	for i > at && (text[i-1] == '.' || text[i-1] == '-') {
		i--
	}
	if i < end && isLower(text[i]) || i-at > maxDesignator {
		return Span{at, at}
	}
	word := text[at:i]
	if len(word) > 1 && allLetters(word, isUpper) && romanValue(word) == 0 && word != "ONE" && word != "TWO" {
		return Span{at, at}
	}
	return Span{at, i}
}

// maxDesignator is the length of the longest number of a part, in bytes.
const maxDesignator = 12

// headsLine reports whether the name of a part that ends at a place heads what
// follows, and where that begins.
func headsLine(text string, at, end int, word Span) (int, bool) {
	next := skipMarks(text, at, end)
	if next >= end {
		return next, true
	}
	opens := startsUpper(text, next, end) || quote(text, next, end) > 0 || text[next] == '(' || text[next] == '['
	switch {
	case !opens:
		return next, false
	case strings.TrimSpace(text[at:next]) != "" || strings.Contains(text[at:next], "\n"):
		return next, text[next] != '('
	case word.in(text) == sectionSign:
		return next, true
	}
	return next, text[next] != '(' && (allLetters(word.in(text), isUpper) || isWholeTitle(text, next, end))
}

// skipMarks skips spaces, and the marks between a number and a title.
func skipMarks(text string, at, end int) int {
	end = min(end, at+maxTitle)
	for at < end {
		switch {
		case isSpace(text[at]) || strings.IndexByte(".:)-", text[at]) >= 0:
			at++
		case strings.HasPrefix(text[at:end], "–"), strings.HasPrefix(text[at:end], "—"):
			at += len("–")
		default:
			return at
		}
	}
	return at
}

// sectionNumber returns the number of a section as a report names it.
func sectionNumber(text string, l label) string {
	written := strings.TrimSuffix(l.in(text), ".")
	if l.shape != named {
		return written
	}
	word, number, _ := strings.Cut(written, " ")
	if rest, ok := strings.CutPrefix(written, sectionSign); ok {
		return strings.TrimSpace(rest)
	}
	if numberOnly.has(strings.TrimSuffix(word, ".")) {
		return strings.TrimSpace(number)
	}
	return strings.Join(strings.Fields(written), " ")
}
