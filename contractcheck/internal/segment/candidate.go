package segment

// cutAfterSentence cuts behind the mark at a place if a sentence ends there.
func (s *splitter) cutAfterSentence(at int) (cut, bool) {
	stop, next, ok := sentenceEnd(s.text, at, s.passage.End)
	if ok {
		c := cut{end: stop, next: next}
		if l, labelled := parseLabel(s.text, next, s.passage.End); labelled && s.begins(l, afterStop, s.breaksLine(stop, next)) {
			c.label, c.next = l, l.next
		}
		return c, true
	}
	// A number or a letter in lower case begins no sentence, but an item.
	next = skipSpace(s.text, stop, s.passage.End)
	l, labelled := parseLabel(s.text, next, s.passage.End)
	if next > stop && labelled && s.text[stop-1] != ':' && s.begins(l, afterStop, s.breaksLine(stop, next)) && !s.isInner(at, next) {
		return cut{end: stop, next: l.next, label: l}, true
	}
	return cut{next: stop}, false
}

// isInner reports whether the point at a place belongs to an abbreviation or
// an ellipsis.
func (s *splitter) isInner(at, next int) bool {
	return s.text[at] == '.' && (s.text[at+1] == '.' || abbreviates(s.text, at, next, s.passage.End))
}

func (s *splitter) breaksLine(from, to int) bool {
	for _, c := range []byte(s.text[from:to]) {
		if c == '\n' {
			return true
		}
	}
	return false
}

// cutBeforeLine cuts at the end of a line before a label, and before the tail
// of a list.
func (s *splitter) cutBeforeLine(from, at int) (cut, bool) {
	end := s.passage.End
	next := skipSpace(s.text, at, end)
	before := trimSpace(s.text, from, at)
	if start, _ := s.stretch(next); start != next || next == end || before == from {
		return cut{next: next}, false
	}
	if l, ok := parseLabel(s.text, next, end); ok && s.begins(l, s.contextOf(from, next), true) {
		return cut{end: before, next: l.next, label: l}, true
	}
	if s.text[before-1] == ';' && s.item.waiting && !s.item.section && startsLower(s.text, next, end) &&
		!conjunctions.has(firstWord(s.text, next, end).in(s.text)) {
		return cut{end: before, next: next}, true
	}
	return cut{next: next}, false
}

// cutBefore cuts before a label that begins at a place within a line.
func (s *splitter) cutBefore(from, at int) (cut, bool) {
	if at <= from || !isSpace(s.text[at-1]) && s.text[at-1] != ':' {
		return cut{}, false
	}
	l, ok := parseLabel(s.text, at, s.passage.End)
	if !ok || !s.begins(l, s.contextOf(from, at), false) {
		return cut{}, false
	}
	return cut{end: trimSpace(s.text, from, at), next: l.next, label: l}, true
}

// cutBeforeHalf cuts before a label such as "a)" whose bracket is at a place.
func (s *splitter) cutBeforeHalf(from, at int) (cut, bool) {
	start := at
	for start > from && at-start < maxParen && isAlphanumeric(s.text[start-1]) {
		start--
	}
	if start == at {
		return cut{}, false
	}
	return s.cutBefore(from, start)
}

// cutBeforeNumber cuts before a label such as "2." whose point is at a place.
func (s *splitter) cutBeforeNumber(from, at int) (cut, bool) {
	start := at
	for start > from && at-start < maxDigits && isDigit(s.text[start-1]) {
		start--
	}
	if start == at {
		return cut{}, false
	}
	return s.cutBefore(from, start)
}

// cutBeforeBullet cuts before a bullet that is one wherever it stands.
func (s *splitter) cutBeforeBullet(from, at int) (cut, bool) {
	if at <= from || !isSpace(s.text[at-1]) {
		return cut{}, false
	}
	l, ok := parseLabel(s.text, at, s.passage.End)
	if !ok || l.shape != bullet || !l.isRound() {
		return cut{}, false
	}
	return cut{end: trimSpace(s.text, from, at), next: l.next, label: l}, true
}
