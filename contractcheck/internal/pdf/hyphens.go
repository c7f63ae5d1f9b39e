package pdf

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// vocabulary holds the words of a document, to tell a word that was broken at
// a line's end from a compound that keeps its hyphen.
type vocabulary map[string]struct{}

// newVocabulary returns the words of all lines. What stands behind a hyphen at
// a line's end is none in a document that breaks words there, which one tells
// by a broken word that stands elsewhere in one piece.
func newVocabulary(pages [][]line) vocabulary {
	words := vocabulary{}
	var wholes, rests []string
	before := ""
	for _, lines := range pages {
		for _, l := range lines {
			text := l.text
			if left, rest, broken := brokenWord(before, text); broken && startsLower(rest) {
				wholes, rests = append(wholes, left+rest), append(rests, rest)
				text = text[len(rest):]
			}
			words.add(text)
			before = l.text
		}
	}
	if !slices.ContainsFunc(wholes, words.has) {
		for _, rest := range rests {
			words.add(rest)
		}
	}
	return words
}

// add adds the words of a text but for those that a hyphen ends.
func (v vocabulary) add(text string) {
	for word := range strings.FieldsFuncSeq(text, notInWord) {
		if !strings.HasSuffix(word, "-") {
			v[strings.ToLower(word)] = struct{}{}
		}
	}
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
func (v vocabulary) joinAll(lines []phrase) phrase {
	if len(lines) == 1 {
		return lines[0]
	}
	var text strings.Builder
	words := roomForWords(lines)
	for i, l := range lines {
		end := ""
		if i+1 < len(lines) {
			l, end = v.withEnd(l, lines[i+1])
		}
		text.WriteString(l.text)
		text.WriteString(end)
		words = append(words, l.words...)
	}
	return phrase{text.String(), words}
}

// withEnd returns a line as it stands before the next one, and what parts the
// two.
func (v vocabulary) withEnd(l, next phrase) (phrase, string) {
	left, right, broken := brokenWord(l.text, next.text)
	switch {
	case broken && v.keepsHyphen(left, right), isBrokenAddress(l.text):
		return l, ""
	case broken:
		return l.withoutHyphen(), ""
	}
	return l, "\n"
}

// joinPages moves the part of a word that a page's end breaks to the next page,
// where the word goes on.
func (v vocabulary) joinPages(pages [][]line) {
	for i := 1; i < len(pages); i++ {
		last, next := lastFlow(pages[i-1]), firstFlow(pages[i])
		if last == nil || next == nil || last.row != nil || next.row != nil {
			continue
		}
		left, right, broken := brokenWord(last.text, next.text)
		if !broken || v.keepsHyphen(left, right) || len(left)+1 == len(last.text) {
			continue
		}
		part := last.splitEnd(len(left) + 1).withoutHyphen()
		part.words[0].Page = int32(i)
		next.prepend(part)
	}
}

func firstFlow(lines []line) *line {
	for i := range lines {
		if !lines[i].marginal {
			return &lines[i]
		}
	}
	return nil
}

func lastFlow(lines []line) *line {
	for i := len(lines) - 1; i >= 0; i-- {
		if !lines[i].marginal {
			return &lines[i]
		}
	}
	return nil
}

// splitEnd takes the last n bytes off the line, which are of one word.
func (l *line) splitEnd(n int) phrase {
	cell := &l.cells[len(l.cells)-1]
	cell.phrase, _ = cell.phrase.splitEnd(n)
	var end phrase
	l.phrase, end = l.phrase.splitEnd(n)
	return end
}

// prepend puts the beginning of a word before the line.
func (l *line) prepend(start phrase) {
	cell := &l.cells[0]
	cell.phrase = joinPhrases([]phrase{start, cell.phrase}, "")
	l.phrase = joinPhrases([]phrase{start, l.phrase}, "")
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
	if !unicode.IsLower(first) {
		return true
	}
	if i := strings.LastIndexByte(left, '-'); i >= 0 { // "Sub-Proces-sor", but "end-to-end"
		last := left[i+1:]
		return !v.has(left+right) && !v.has(last+right) && (len(last) < minWholeWord || v.has(right))
	}
	switch {
	case v.has(left + right):
		return false
	case v.has(left + "-" + right):
		return true
	}
	return len(left) >= minWholeWord && len(right) >= minWholeWord && v.has(left) && v.has(right)
}
