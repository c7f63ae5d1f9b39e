package segment

import (
	"sort"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// splitter holds what is known of the document up to the current place.
type splitter struct {
	text       string
	provisions []Provision
	sections   []Section

	outline []openSection // the sections around the current place, outermost first
	lists   []list        // the open lists, outermost first
	depth   int           // how many of the lists the current place stands in
	item    item
	intro   intro
	table   table
	passage passage
}

// item is what the labels before the current place say of the words to come.
type item struct {
	label   string
	stems   []Span
	waiting bool // no words have come yet
	section bool // the label is the number of a section
}

// split adds the provisions of a passage.
func (s *splitter) split(p passage) {
	s.passage = p
	switch p.kind {
	case extract.Marginal:
		s.emit(Provision{Span: s.trim(p.Start, p.End), Kind: Marginal})
	case extract.TableRow:
		s.splitRow(p)
	default:
		s.table = table{}
		s.splitFlow(p)
	}
}

// splitFlow reads a passage of running text, a heading or a list item.
func (s *splitter) splitFlow(p passage) {
	if !s.item.waiting {
		s.item = item{}
	}
	at := s.takeLabels(skipSpace(s.text, p.Start, p.End))
	at = s.skipGaps(s.takeTitles(at))
	for at < p.End {
		c := s.nextCut(at)
		s.addWords(at, c.end)
		at = c.next
		if c.label.shape != 0 {
			s.take(c.label)
			at = s.skipGaps(s.takeTitles(s.takeMore(at)))
		}
	}
}

// takeTitles takes the heading at a place, and the labels and the heading
// right behind it: "4. SECURITY 4.1 Encryption. (a) Vendor shall".
func (s *splitter) takeTitles(at int) int {
	for range maxStacked {
		next := s.takeTitle(at)
		if next == at {
			break
		}
		at = next
		if l, ok := parseLabel(s.text, at, s.passage.End); ok && s.isPlausible(l) {
			s.take(l)
			at = s.takeMore(l.next)
		}
	}
	return at
}

// takeLabels takes the labels at the start of a passage and returns where its
// words begin.
func (s *splitter) takeLabels(at int) int {
	l, ok := parseLabel(s.text, at, s.passage.End)
	if ok && s.isPlausible(l) {
		s.take(l)
		return s.takeMore(l.next)
	}
	switch {
	case s.passage.kind == extract.ListItem || s.isBareItem(at):
		s.takeItem(label{Span: Span{at, at}, shape: bullet, next: at})
	case !s.item.waiting:
		s.leaveLists()
	}
	return at
}

// maxStacked is how many labels stand one behind the other: "4.2 (a)(i)".
const maxStacked = 4

// takeMore takes further labels right behind one.
func (s *splitter) takeMore(at int) int {
	for range maxStacked {
		l, ok := parseLabel(s.text, at, s.passage.End)
		if !ok || l.shape != paren && l.shape != half || s.isCited(l) {
			break
		}
		s.take(l)
		at = l.next
	}
	return at
}

// take opens the section or the list item that a label stands for.
func (s *splitter) take(l label) {
	if s.isSection(l) {
		s.takeSection(l)
	} else {
		s.takeItem(l)
	}
}

// addWords adds the provision that the words of text[start:end] are.
func (s *splitter) addWords(start, end int) {
	span := s.trim(start, end)
	if !hasContent(span.in(s.text)) {
		return
	}
	p := Provision{Span: span, Kind: Sentence}
	if endsQuestion(s.text, span) {
		p.Kind = Question
	}
	s.addItem(p)
	s.item = item{}
}

// addItem adds a provision with what its labels say.
func (s *splitter) addItem(p Provision) {
	p.Label, p.Stems, p.Gaps = s.item.label, s.item.stems, s.gapsIn(p.Span)
	s.emit(p)
	s.introduce()
}

// emit adds a provision to the current section.
func (s *splitter) emit(p Provision) {
	if p.Start == p.End {
		return
	}
	if len(s.sections) == 0 {
		s.sections = append(s.sections, Section{Parent: -1, Start: p.Start})
	}
	p.Section = s.section()
	s.provisions = append(s.provisions, p)
}

func (s *splitter) trim(start, end int) Span {
	start = skipSpace(s.text, start, end)
	return Span{start, trimSpace(s.text, start, end)}
}

// gapsIn returns the marginal text within a span.
func (s *splitter) gapsIn(span Span) []Span {
	gaps := s.passage.gaps
	first := sort.Search(len(gaps), func(i int) bool { return gaps[i].Start >= span.Start })
	last := sort.Search(len(gaps), func(i int) bool { return gaps[i].End > span.End })
	if first >= last {
		return nil
	}
	return gaps[first:last:last]
}

// endsQuestion reports whether the last mark of a sentence is a question mark.
func endsQuestion(text string, span Span) bool {
	for end := span.End; end > span.Start; end-- {
		c := text[end-1]
		if c == '?' {
			return true
		}
		if isAlphanumeric(c) || c == '.' || c == ';' || c == '!' {
			return false
		}
	}
	return false
}
