package segment

import (
	"strings"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// context is what stands before a possible label within a passage.
type context uint8

const (
	afterWord context = iota
	afterStop
	afterColon
	afterComma       // or a semicolon
	afterConjunction // and, or
	afterStem
	afterReference // the label belongs to the words before: "paragraph (b)"
)

// contextOf tells what stands before a place, in the words from another.
func (s *splitter) contextOf(from, at int) context {
	end := trimSpace(s.text, from, at)
	if end == from {
		return afterStop
	}
	switch c := s.text[end-1]; c {
	case ':':
		return afterColon
	case ';', ',':
		return s.unlessCited(from, end-1, afterComma)
	case '.', '!', '?':
		return afterStop
	}
	if strings.HasSuffix(s.text[from:end], "—") {
		return afterColon
	}
	return s.contextOfWord(from, lastWord(s.text, from, end))
}

// ranges are words between the first and the last label of a range.
var ranges = wordSet("to through thru until")

func (s *splitter) contextOfWord(from int, span Span) context {
	word := span.in(s.text)
	switch {
	case references.has(word):
		return afterReference
	case conjunctions.has(word):
		end := trimSpace(s.text, from, span.Start)
		if end > from && (s.text[end-1] == ',' || s.text[end-1] == ';') {
			end--
		}
		return s.unlessCited(from, end, afterConjunction)
	case ranges.has(word):
		return s.unlessCited(from, span.Start, afterStem)
	case stemWords.has(word):
		return afterStem
	}
	return afterWord
}

// unlessCited returns a context, or afterReference if another label stands
// right before a place: the second of "paragraphs (a) and (b)".
func (s *splitter) unlessCited(from, end int, c context) context {
	end = trimSpace(s.text, from, end)
	if end == from || s.text[end-1] != ')' {
		return c
	}
	for at := end - 1; at > from && end-at <= maxParen+2; at-- {
		if s.text[at] == '(' {
			if _, ok := parseParen(s.text, at, end); ok {
				return afterReference
			}
			break
		}
	}
	return c
}

// citing are words behind a label that is a reference.
var citing = wordSet("of above below through thru hereof thereof herein and or")

// isCited reports whether the words behind a label make it a reference:
// "(b) above".
func (s *splitter) isCited(l label) bool {
	return citing.has(firstWord(s.text, l.next, s.passage.End).in(s.text))
}

// begins reports whether a possible label within a passage begins an item or
// a section.
func (s *splitter) begins(l label, c context, line bool) bool {
	if c == afterReference || s.isCited(l) || l.next >= s.passage.End {
		return false
	}
	mark := c == afterStop || c == afterColon || c == afterComma
	switch l.shape {
	case bullet:
		_, _, goesOn := s.successorOf(l)
		return l.isRound() || line && (mark || c == afterConjunction || c == afterStem || goesOn)
	case named:
		return line && c == afterStop
	case bare:
		return false
	case multi:
		return mark && s.isPlausible(l) && (line || s.isNextNumber(l))
	}
	if _, _, goesOn := s.successorOf(l); goesOn {
		return line || mark || c == afterConjunction
	}
	if l.shape == dot && c == afterStop && s.isNextNumber(l) {
		return true
	}
	_, first := l.isFirst()
	return first && s.beginsList(l, c, line)
}

// beginsList reports whether the first label of a list begins one.
func (s *splitter) beginsList(l label, c context, line bool) bool {
	switch c {
	case afterColon:
		return l.shape != dot || s.hasSecond(l)
	case afterStem, afterConjunction:
		return line || s.hasSecond(l) && s.hasPredicate(l.Start)
	case afterStop:
		return s.hasSecond(l)
	}
	return line && s.hasSecond(l)
}

// maxItem is how far behind the first label of a list the second one is looked
// for, in bytes.
const maxItem = 2000

// hasSecond reports whether the label that follows a first one stands behind
// it.
func (s *splitter) hasSecond(l label) bool {
	rest := s.text[l.End:min(s.passage.End, l.End+maxItem)]
	for _, r := range l.readings[:l.count] {
		if next := successor(l, r); next != "" && containsLabel(rest, next) {
			return true
		}
	}
	return false
}

// containsLabel looks for a label that begins with a space at the start of
// a line as well.
func containsLabel(text, label string) bool {
	if strings.Contains(text, label) {
		return true
	}
	rest, spaced := strings.CutPrefix(label, " ")
	return spaced && strings.Contains(text, "\n"+rest)
}

// conditions are words that a list can complete, but whose list is only part
// of the sentence that it stands in: "if (a) … or (b) …, Vendor shall".
var conditions = wordSet("if when where unless until after before because or")

// maxPredicate is how far before a list the verb of its sentence is looked
// for, in bytes.
const maxPredicate = 400

// hasPredicate reports whether the words before a place hold the verb of their
// sentence, so that a list there completes it rather than its subject.
func (s *splitter) hasPredicate(at int) bool {
	from := max(s.passage.Start, at-maxPredicate)
	last := lastWord(s.text, from, at)
	if conditions.has(last.in(s.text)) {
		return false
	}
	for i := last.End; i > from; {
		word := lastWord(s.text, from, i)
		if auxiliaries.has(word.in(s.text)) {
			return true
		}
		i = min(word.Start, i-1)
		if s.text[i] == '.' && i+1 < at && isSpace(s.text[i+1]) {
			return false
		}
	}
	return false
}

// isPlausible reports whether what looks like a label at the start of
// a passage is one, rather than a number or an initial.
func (s *splitter) isPlausible(l label) bool {
	end := s.passage.End
	_, first := l.isFirst()
	_, _, goesOn := s.successorOf(l)
	switch {
	case l.shape == bare:
		return (s.passage.kind == extract.Heading || isWholeTitle(s.text, l.next, end)) && (first || s.isNextNumber(l))
	case l.shape == multi:
		return l.next == end || opensSentence(s.text, l.next, end) || s.text[l.End-1] == '.' ||
			s.currentNumber() == prefix(l.in(s.text)) || s.isNextNumber(l)
	case l.shape != dot || l.readings[0].class == digits:
		return true
	case first || goesOn || s.passage.kind != extract.Paragraph:
		return true
	}
	t, ok := titleAt(s.text, l.next, end)
	return ok && t.class >= capitalize
}

// isNextNumber reports whether a number is that of the first section in the
// current one, or follows the number of a section around the current place.
func (s *splitter) isNextNumber(l label) bool {
	written := sectionNumber(s.text, l)
	if areDigits(written) && len(s.outline) == 0 {
		return written == "1"
	}
	for _, o := range s.outline {
		if follows(s.sections[o.index].Number, written) {
			return true
		}
	}
	return s.currentNumber() != "" && written == s.currentNumber()+".1"
}

// follows reports whether next is the number behind number.
func follows(number, next string) bool {
	if prefix(number) != prefix(next) {
		return false
	}
	a, b := strings.TrimPrefix(number, prefix(number)+"."), strings.TrimPrefix(next, prefix(next)+".")
	return areDigits(a) && areDigits(b) && len(a) <= maxDigits && len(b) <= maxDigits && valueOf(b) == valueOf(a)+1
}
