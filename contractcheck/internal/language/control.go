package language

// controlAt reads "permits Vendor to", "requires the Library to", "prevents
// Vendor from", "gives Vendor the right to": clusters whose actor is inside.
func (s *Sentence) controlAt(i int) (Cluster, bool) {
	h, word := s.controlWordAt(i)
	if word == noMoodWord {
		return Cluster{}, false
	}
	k := h.To
	for k < len(s.Tokens) && s.class(k, Determiner|Adverb) && s.party[k] == 0 {
		k++
	}
	if word == stopWord {
		if c, ok := s.rightLeftAt(i, k); ok {
			return c, true
		}
	}
	ph, party, ok := s.partyHit(k)
	if !ok || s.Tokens[ph.To-1].Possessive {
		return Cluster{}, false
	}
	k = ph.To
	if word == lightWord {
		none := false
		for s.class(k, Determiner|Adverb|Filler) {
			none = none || s.class(k, Negator)
			k++
		}
		mh, w := s.moodAt(k)
		if w != permitWord {
			return Cluster{}, false
		}
		c := Cluster{From: i, To: mh.To, Mood: Permitted, Subject: party, SubjectFrom: ph.From, SubjectTo: ph.To, control: true}
		if s.outerNegation(i) != none { // "gives Vendor no right to", "nothing gives Vendor the right to"
			c.Mood, c.Negated = Forbidden, true
		}
		return c, true
	}
	inner := false
	if s.class(k, Negator) {
		inner = true
		k++
	}
	if word == stopWord && !s.spelled(k, "from") || word != stopWord && !s.class(k, To) {
		return Cluster{}, false
	}
	c := Cluster{From: i, To: k + 1, Subject: party, SubjectFrom: ph.From, SubjectTo: ph.To, control: true}
	c.Mood = controlMood(word, s.outerNegation(i), inner)
	c.Negated = c.Mood == Forbidden
	c.Capable = s.anySpelled(s.beforeAdverbs(i), "may", "might", "can", "could") // "may allow the Library to"
	return c, true
}

// rightLeftAt reads "nothing limits Vendor's right to" and "shall not impair the
// right of Vendor to": the verb at i is denied, and the right that begins at k
// stays whole.
func (s *Sentence) rightLeftAt(i, k int) (Cluster, bool) {
	h, party, ok := s.partyHit(k)
	to := 0
	switch {
	case ok && s.Tokens[h.To-1].Possessive:
		k = h.To
		for s.class(k, Determiner|Adverb|Filler) {
			k++
		}
		if right, w := s.moodAt(k); w == permitWord {
			to = right.To
		}
	case s.anySpelled(k, "right", "rights", "ability", "freedom") && s.spelled(k+1, "of"):
		if h, party, ok = s.partyHit(s.behindDeterminers(k + 2)); ok && s.class(h.To, To) {
			to = h.To + 1
		}
	}
	if to == 0 || !s.outerNegation(i) {
		return Cluster{}, false
	}
	return Cluster{From: i, To: to, Mood: Permitted, Subject: party, SubjectFrom: h.From, SubjectTo: h.To, control: true}, true
}

// controlWordAt returns the phrase at token i that can make another party act.
func (s *Sentence) controlWordAt(i int) (Hit, MoodPart) {
	if !s.begins(i, ModalitySection) {
		return Hit{}, noMoodWord
	}
	for _, h := range s.HitsAt(i) {
		switch w := s.grammar.Terms[h.Term].Mood; w {
		case letWord, makeWord, stopWord, lightWord:
			return h, w
		}
	}
	return Hit{}, noMoodWord
}

func controlMood(word MoodPart, outer, inner bool) Mood {
	switch {
	case word == letWord && outer, word == stopWord && !outer, word == makeWord && inner && !outer:
		return Forbidden
	case word == letWord, word == stopWord:
		return Permitted
	case outer:
		return NotObliged
	}
	return Obliged
}

// outerNegation reports whether the control verb at i is itself negated: by
// its own auxiliaries or by a negative subject ("nothing permits").
func (s *Sentence) outerNegation(i int) bool {
	if s.sharesBan(i) {
		return true
	}
	count := 0
	for k := i - 1; k >= 0 && k >= i-12; k-- {
		if s.class(k, Stop) {
			break
		}
		if s.class(k, Comma) && !s.spelled(0, "nothing") {
			break
		}
		if s.class(k, Negator) && s.negates(k) {
			count++
		}
	}
	return count%2 == 1
}

// sharesBan reports whether the verb at i is one more of those that a negated
// cluster before it governs: "shall not embed, or allow others to embed".
func (s *Sentence) sharesBan(i int) bool {
	const reach = 24 // tokens; what lies farther is another matter
	if len(s.Clusters) == 0 || !s.anySpelled(i-1, "or", "nor") || s.Tokens[i].Form&Base == 0 {
		return false
	}
	last := &s.Clusters[len(s.Clusters)-1]
	if !last.Negated || last.Mood != Forbidden || last.From == last.To || last.To < i-reach {
		return false
	}
	for k := last.To; k < i; k++ {
		if s.class(k, Stop|Subordinate) {
			return false
		}
	}
	return true
}
