package segment

import (
	"strings"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// takeTitle adds the heading at a place, if there is one, and returns where
// the words behind it begin.
func (s *splitter) takeTitle(at int) int {
	if at >= s.passage.End {
		return at
	}
	if s.passage.kind == extract.Heading && s.isMarkedHeading(at) {
		s.addHeading(s.trim(at, s.passage.End))
		return s.passage.End
	}
	if startsLower(s.text, at, s.passage.End) {
		return at
	}
	if !s.item.waiting && hasLower(firstWord(s.text, at, s.passage.End).in(s.text)) {
		return at // without a label, only capitals make a heading
	}
	t, ok := titleAt(s.text, at, s.passage.End)
	if !ok || !s.accepts(t) {
		return at
	}
	s.addHeading(s.trim(t.Start, t.End))
	return t.next
}

// accepts reports whether a title is a heading in its place.
func (s *splitter) accepts(t title) bool {
	switch {
	case s.item.section && len(s.item.stems) > 0:
		return t.class >= capitalize
	case s.item.section:
		return true
	case s.item.waiting:
		// An item without a sentence behind it is the item itself.
		return t.runIn && t.class >= capitalize
	}
	return t.class == capitals && !t.runIn
}

// duties are words that make a sentence even of what the file marks as
// a heading: some contracts set whole clauses as headings.
var duties = wordSet("shall must")

// isMarkedHeading reports whether a block that the file marks as a heading is
// one in truth.
func (s *splitter) isMarkedHeading(at int) bool {
	text := s.text[at:s.passage.End]
	if len(text) > maxTitle || endsQuestion(s.text, Span{at, s.passage.End}) {
		return false
	}
	for i := 0; i < len(text); {
		word := firstWord(text, i, len(text))
		if duties.has(word.in(text)) {
			return false
		}
		i = max(word.End, i+1)
	}
	if _, _, ended := sentenceEnd(s.text, s.passage.End-1, s.passage.End); ended && text[len(text)-1] == '.' {
		return classify(text) != noTitle
	}
	return !s.hasInnerEnd(at)
}

// hasInnerEnd reports whether a sentence ends before the passage does.
func (s *splitter) hasInnerEnd(at int) bool {
	for i := at; i < s.passage.End-1; i++ {
		if c := s.text[i]; c == '.' || c == '!' || c == '?' {
			if _, _, ok := sentenceEnd(s.text, i, s.passage.End); ok {
				return true
			}
		}
	}
	return false
}

// addHeading adds a heading without the mark behind it. It names the section
// whose number stands before it, or opens one, and introduces what follows if
// it ends with a colon.
func (s *splitter) addHeading(span Span) {
	end := span.End
	for end > span.Start && (s.text[end-1] == '.' || s.text[end-1] == ':') {
		end--
	}
	behind := s.text[end:skipMarks(s.text, end, s.passage.End)]
	span = s.trim(span.Start, end)
	if !hasContent(span.in(s.text)) {
		return
	}
	if s.item.label == "" || s.isUntitled() {
		s.nameSection(span)
	}
	s.addItem(Provision{Span: span, Kind: Heading})
	s.item.waiting = false
	if s.intro.strength = closed; strings.Contains(behind, ":") {
		s.intro.strength = introduces
	}
}

// isUntitled reports whether the current section was opened by a number and
// nothing has followed yet.
func (s *splitter) isUntitled() bool {
	if len(s.outline) == 0 {
		return false
	}
	current := s.sections[s.section()]
	empty := len(s.provisions) == 0 || s.provisions[len(s.provisions)-1].Start < current.Start
	return current.Title == "" && current.Number != "" && empty
}

// nameSection gives the current section its title, or opens one.
func (s *splitter) nameSection(span Span) {
	if s.isUntitled() {
		s.sections[s.section()].Title = span.in(s.text)
		return
	}
	s.closeLists()
	level := 0
	if s.passage.kind == extract.Heading {
		level = s.passage.level
	}
	s.openSection(Section{Title: span.in(s.text), Start: span.Start}, rankHeading+min(level, maxLevel), level)
}

// maxLevel is the deepest heading that counts as deeper.
const maxLevel = 9
