package segment

import (
	"strings"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// list is an open list.
type list struct {
	shape  shape
	class  class
	last   int    // the number of its last item
	mark   string // of its bullets
	parent string // the number of the section whose subsections it consists of
	level  int    // in the file's markup; 0 where that does not say
	stems  []Span
}

// takeItem begins the item of a label in the list that it belongs to.
func (s *splitter) takeItem(l label) {
	s.item = item{label: l.in(s.text), waiting: true, stems: s.stemsOfItem(l)}
}

func (s *splitter) stemsOfItem(l label) []Span {
	level := s.itemLevel()
	first, canBegin := l.isFirst()
	if canBegin && s.intro.strength == introduces && !s.isSibling(l, level) {
		return s.openList(list{shape: l.shape, class: first.class, last: 1, mark: l.mark, level: level}, true)
	}
	if i, r, ok := s.successorOf(l); ok {
		return s.continueList(i, r.value)
	}
	if canBegin {
		s.depth = min(s.depth, s.restartDepth(l, level))
		return s.openList(list{shape: l.shape, class: first.class, last: 1, mark: l.mark, level: level}, s.intro.strength == open)
	}
	if i, r, ok := s.skipTo(l); ok {
		return s.continueList(i, r.value)
	}
	r := l.readings[max(0, l.count-1)]
	return s.openList(list{shape: l.shape, class: r.class, last: r.value, level: level}, s.intro.strength == introduces)
}

func (s *splitter) itemLevel() int {
	if s.passage.kind == extract.ListItem {
		return s.passage.level
	}
	return 0
}

// isSibling reports whether the file's markup puts a bullet into an open list
// although an introduction stands before it.
func (s *splitter) isSibling(l label, level int) bool {
	i, _, ok := s.successorOf(l)
	return ok && level > 0 && s.lists[i].level == level
}

// successorOf returns the innermost open list that a label goes on with.
func (s *splitter) successorOf(l label) (int, reading, bool) {
	level := s.itemLevel()
	for i := len(s.lists) - 1; i >= 0; i-- {
		open := s.lists[i]
		if open.shape != l.shape || open.parent != "" || level > 0 && open.level > 0 && open.level != level {
			continue
		}
		if l.shape == bullet && open.mark == l.mark {
			return i, reading{}, true
		}
		for _, r := range l.readings[:l.count] {
			if r.class == open.class && r.value == open.last+1 {
				return i, r, true
			}
		}
	}
	return 0, reading{}, false
}

// maxSkipped is how many items a list may lack, as where a page is unreadable.
const maxSkipped = 3

// skipTo returns the innermost open list that a label can belong to when some
// items are missing.
func (s *splitter) skipTo(l label) (int, reading, bool) {
	for i := len(s.lists) - 1; i >= 0; i-- {
		for _, r := range l.readings[:l.count] {
			missing := r.value - s.lists[i].last
			if s.lists[i].shape == l.shape && s.lists[i].class == r.class && missing > 0 && missing <= maxSkipped+1 {
				return i, r, true
			}
		}
	}
	return 0, reading{}, false
}

// restartDepth returns the depth of a list that begins anew behind one that is
// numbered in the same way.
func (s *splitter) restartDepth(l label, level int) int {
	first, _ := l.isFirst()
	for i, open := range s.lists {
		if open.parent == "" && open.shape == l.shape && open.class == first.class && (level == 0 || level == open.level) {
			return i
		}
	}
	return len(s.lists)
}

func (s *splitter) continueList(i, value int) []Span {
	s.lists, s.depth = s.lists[:i+1], i+1
	s.lists[i].last = value
	return s.lists[i].stems
}

// maxDepth is the depth of nested lists that is followed; contracts have up to
// five.
const maxDepth = 12

// openList opens a list with the stems of the provision that introduces it, or
// with those of the item that it stands in.
func (s *splitter) openList(l list, introduced bool) []Span {
	if introduced {
		s.depth = s.intro.depth
	}
	s.depth = min(s.depth, len(s.lists), maxDepth-1)
	s.lists = s.lists[:s.depth]
	switch {
	case introduced:
		outer := s.provisions[s.intro.index].Stems
		l.stems = append(outer[:min(len(outer), maxDepth-1):min(len(outer), maxDepth-1)], s.intro.Span)
	case s.depth > 0:
		l.stems = s.lists[s.depth-1].stems
	}
	s.lists = append(s.lists, l)
	s.depth++
	return l.stems
}

// closeLists forgets the open lists at the start of a section.
func (s *splitter) closeLists() {
	s.lists, s.depth, s.intro = s.lists[:0], 0, intro{}
}

// leaveLists leaves the open lists for a paragraph without a label. Only
// numbered ones can go on behind it.
func (s *splitter) leaveLists() {
	s.depth = 0
	for n := len(s.lists); n > 0 && s.lists[n-1].shape == bullet; n-- {
		s.lists = s.lists[:n-1]
	}
}

// isBareItem reports whether a paragraph without a label is an item: it stands
// behind an introduction or such an item, and is no sentence by itself.
func (s *splitter) isBareItem(at int) bool {
	if s.passage.kind != extract.Paragraph || len(s.provisions) == 0 || at >= s.passage.End {
		return false
	}
	if s.intro.strength == introduces {
		return startsLower(s.text, at, s.passage.End) || s.isDefinition(at) || s.completesIntro()
	}
	n := len(s.lists)
	return n > 0 && s.lists[n-1].shape == bullet && s.lists[n-1].mark == "" && endsListItem(s.text, s.lastWords())
}

// isDefinition reports whether a definition stands at a place behind words
// that introduce definitions.
func (s *splitter) isDefinition(at int) bool {
	stem := strings.ToLower(s.intro.in(s.text))
	return quote(s.text, at, s.passage.End) > 0 && (strings.Contains(stem, "defin") || strings.Contains(stem, "mean"))
}

// completesIntro reports whether the passage ends as an item does and the
// introduction lacks its predicate.
func (s *splitter) completesIntro() bool {
	return endsListItem(s.text, s.passage.Span) && stemWords.has(lastWord(s.text, s.intro.Start, s.intro.End).in(s.text))
}

func (s *splitter) lastWords() Span { return s.provisions[len(s.provisions)-1].Span }

// endsListItem reports whether an item ends in a way that promises another.
func endsListItem(text string, span Span) bool {
	last := text[span.End-1]
	return last == ';' || last == ',' || endsItem(text, span.Start, span.End)
}
