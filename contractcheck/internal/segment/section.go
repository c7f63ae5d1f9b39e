package segment

import (
	"strings"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// openSection is a section around the current place.
type openSection struct {
	index int
	rank  int // an inner section has a higher rank than an outer one
	level int // of its heading in the file's markup; 0 where that does not say
}

// Ranks of sections by how they are named. The depth of a number or of
// a heading is added to it.
const (
	rankExhibit = 10
	rankPart    = 20
	rankHeading = 30
	rankNumber  = 50
)

// section returns the current section.
func (s *splitter) section() int {
	if len(s.outline) == 0 {
		return 0
	}
	return s.outline[len(s.outline)-1].index
}

// isSection reports whether a label is the number of a section rather than
// that of a list item.
func (s *splitter) isSection(l label) bool {
	switch {
	case l.shape == named || l.shape == multi || l.shape == bare:
		return true
	case l.shape != dot:
		return false
	}
	if s.passage.kind == extract.Heading {
		return true
	}
	t, titled := titleAt(s.text, l.next, s.passage.End)
	if l.readings[0].class != digits {
		capital := l.readings[0].class == upper || l.readings[0].class == romanUpper
		return capital && titled && (t.class == capitals || t.runIn && t.class == capitalize) && s.intro.strength < introduces
	}
	return s.isNumberedSection(l, t, titled)
}

// isNumberedSection decides on "1.", which begins sections and list items
// alike.
func (s *splitter) isNumberedSection(l label, t title, titled bool) bool {
	_, first := l.isFirst()
	switch {
	case s.passage.kind == extract.ListItem && s.passage.level > 1:
		return titled && t.runIn && t.class >= capitalize && s.intro.strength < introduces
	case first && s.intro.strength == introduces && !s.introducesAgreement():
		return titled && t.class == capitals
	case titled && t.class == capitals:
		return true
	}
	_, _, goesOn := s.successorOf(l)
	return !goesOn
}

// takeSection opens a numbered section.
func (s *splitter) takeSection(l label) {
	number := sectionNumber(s.text, l)
	parent := prefix(number)
	stems := s.stemsOfSection(l, parent)
	s.openSection(Section{Number: number, Start: l.Start}, rankOf(l, number), 0)
	s.item = item{label: l.in(s.text), stems: stems, waiting: true, section: true}
}

// stemsOfSection returns the stems of a numbered section: "4.1.2" is a list
// item where "4.1" ends with a colon.
func (s *splitter) stemsOfSection(l label, parent string) []Span {
	if l.shape == multi {
		for i := len(s.lists) - 1; i >= 0; i-- {
			if s.lists[i].parent == parent {
				s.lists, s.depth = s.lists[:i+1], i+1
				return s.lists[i].stems
			}
		}
		if s.intro.strength == introduces && s.currentNumber() == parent {
			return s.openList(list{shape: multi, parent: parent}, true)
		}
	}
	s.closeLists()
	return nil
}

func (s *splitter) currentNumber() string {
	if len(s.sections) == 0 {
		return ""
	}
	return s.sections[s.section()].Number
}

// prefix returns the number of the section around one: "4.1" of "4.1.2".
func prefix(number string) string {
	if i := strings.LastIndexByte(number, '.'); i >= 0 {
		return number[:i]
	}
	return ""
}

// rankOf returns the rank of a numbered section.
func rankOf(l label, number string) int {
	name := firstWord(number, 0, len(number)).in(number)
	switch {
	case l.shape != named || !partNames.has(name):
		return rankNumber + strings.Count(number, ".")
	case divisions.has(name):
		return rankPart
	}
	return rankExhibit
}

// openSection closes the sections that do not stand around a new one, and
// opens it.
func (s *splitter) openSection(section Section, rank, level int) {
	for n := len(s.outline); n > 0 && !s.outline[n-1].contains(rank, level); n-- {
		s.outline = s.outline[:n-1]
	}
	section.Parent = -1
	if n := len(s.outline); n > 0 {
		section.Parent = s.outline[n-1].index
	}
	s.outline = append(s.outline, openSection{index: len(s.sections), rank: rank, level: level})
	s.sections = append(s.sections, section)
}

// contains reports whether a section of a rank and level can stand in o.
func (o openSection) contains(rank, level int) bool {
	if o.level > 0 && level > 0 {
		return o.level < level
	}
	return o.rank < rank
}
