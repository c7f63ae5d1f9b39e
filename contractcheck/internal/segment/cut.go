package segment

import "sort"

// cut is where words end: with the passage, with a sentence, or before
// a label.
type cut struct {
	end   int
	next  int
	label label // the zero label where none follows
}

// stops are the bytes at which words may end; all others are passed over.
var stops = byteSet(".!?()\n\xe2")

// nextCut returns where the words that begin at a place end.
func (s *splitter) nextCut(from int) cut {
	text := s.text
	at, limit := s.stretch(from)
	for at < s.passage.End {
		for at < limit && !stops[text[at]] {
			at++
		}
		if at >= limit {
			at, limit = s.stretch(at)
			continue
		}
		c, ok := s.cutAt(from, at)
		if ok {
			return c
		}
		at = max(at+1, c.next)
	}
	return cut{end: s.passage.End, next: s.passage.End}
}

// skipGaps skips a gap where words would begin. It is no gap of a provision
// then, but one of its own.
func (s *splitter) skipGaps(at int) int {
	start, _ := s.stretch(at)
	if start > at {
		s.emit(Provision{Span: s.trim(at, start), Kind: Marginal})
	}
	return skipSpace(s.text, start, s.passage.End)
}

// stretch returns a place or, if that is in a gap, the end of the gap, and
// where the next gap or the passage's end is.
func (s *splitter) stretch(at int) (start, limit int) {
	gaps := s.passage.gaps
	i := sort.Search(len(gaps), func(i int) bool { return gaps[i].End > at })
	if i < len(gaps) && at < gaps[i].Start {
		return at, gaps[i].Start
	}
	if i < len(gaps) {
		at = gaps[i].End // gaps do not touch: a block lies between them
		i++
	}
	if i < len(gaps) {
		return at, gaps[i].Start
	}
	return at, s.passage.End
}

// cutAt reports whether the words from a place end at a stop. If they do not,
// the cut's next is where to look on, or 0 for right behind the stop.
func (s *splitter) cutAt(from, at int) (cut, bool) {
	switch s.text[at] {
	case '.', '!', '?':
		if c, ok := s.cutBeforeNumber(from, at); ok {
			return c, true
		}
		return s.cutAfterSentence(at)
	case '\n':
		return s.cutBeforeLine(from, at)
	case '(':
		return s.cutBefore(from, at)
	case ')':
		return s.cutBeforeHalf(from, at)
	}
	return s.cutBeforeBullet(from, at)
}
