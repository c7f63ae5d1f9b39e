package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// vocabulary holds the words of a document, to tell a word that was broken at
// a line's end from a compound that keeps its hyphen.
type vocabulary map[string]struct{}

func newVocabulary(pages [][]line) vocabulary {
	words := vocabulary{}
	for _, lines := range pages {
		for _, l := range lines {
			for word := range strings.FieldsFuncSeq(l.text, notInWord) {
				if !strings.HasSuffix(word, "-") {
					words[strings.ToLower(word)] = struct{}{}
				}
			}
		}
	}
	return words
}

func notInWord(r rune) bool { return r != '-' && !unicode.IsLetter(r) }

func (v vocabulary) has(word string) bool {
	_, ok := v[strings.ToLower(word)]
	return ok
}

// minWholeWord is the length in bytes from which both parts of a broken word
// may be words of their own; shorter parts are syllables too often.
const minWholeWord = 4

// joinAll joins the lines of a block: with the line break, or without it where
// a line ends in a hyphen.
func (v vocabulary) joinAll(lines []string) string {
	var text strings.Builder
	for i, l := range lines {
		if i+1 < len(lines) {
			l = v.withEnd(l, lines[i+1])
		}
		text.WriteString(l)
	}
	return text.String()
}

// withEnd returns a line as it stands before the next one.
func (v vocabulary) withEnd(text, next string) string {
	left, right, broken := brokenWord(text, next)
	switch {
	case broken && v.keepsHyphen(left, right), isBrokenAddress(text):
		return text
	case broken:
		return strings.TrimSuffix(text, "-")
	}
	return text + "\n"
}

// isBrokenAddress reports whether text ends in a web address that goes on in
// the next line with its hyphen.
func isBrokenAddress(text string) bool {
	return strings.HasSuffix(text, "-") && strings.Contains(lastWord(text), "://")
}

func lastWord(text string) string { return text[strings.LastIndexAny(text, " \n")+1:] }

// brokenWord returns the parts of a word that a hyphen at the line's end
// breaks. The word goes on in lower case, or it is a compound like
// "EU-\nU.S.", whose parts are returned as well.
func brokenWord(text, next string) (left, right string, ok bool) {
	stem, found := strings.CutSuffix(text, "-")
	if !found || strings.Contains(lastWord(text), "://") {
		return "", "", false
	}
	left = stem[strings.LastIndexFunc(stem, notInWord)+1:]
	right = next
	if i := strings.IndexFunc(next, notInWord); i >= 0 {
		right = next[:i]
	}
	return left, right, left != "" && right != ""
}

func (v vocabulary) keepsHyphen(left, right string) bool {
	first, _ := utf8.DecodeRuneInString(right)
	switch {
	case !unicode.IsLower(first) || strings.Contains(left, "-"):
		return true
	case v.has(left + right):
		return false
	case v.has(left + "-" + right):
		return true
	}
	return len(left) >= minWholeWord && len(right) >= minWholeWord && v.has(left) && v.has(right)
}
