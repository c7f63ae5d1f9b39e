package language

// verbBefore reports whether the opening condition that begins at token from
// seems to hold a verb before the noun phrase in front of the cluster at i,
// though no known one: "When the Agreement ends | the Supplier shall".
func (s *Sentence) verbBefore(from, i int) bool {
	h, _, ok := s.partyHit(i - 1)
	if !ok {
		return false
	}
	k := s.skipDeterminers(h.From - 1)
	return k > from+1 && k < h.From-1 && s.Tokens[k].Form&(Third|Past) != 0 && s.party[k] == 0 && s.object[k] == 0
}

// opening reports whether a clause that begins at token from opens its
// sentence: nothing stands before it but a number or a few other marks.
func (s *Sentence) opening(from int) bool {
	const labels = 4
	if s.spelled(from, "extent") && s.spelled(from-1, "the") && s.spelled(from-2, "to") {
		from -= 2
	}
	if from > labels && !s.class(from-1, Stop) {
		return false
	}
	for i := from - 1; i >= 0 && !s.class(i, Stop); i-- {
		if s.Tokens[i].Lemma != 0 || s.Tokens[i].Class&^(Number|Mark|Open|Close|Comma|Determiner|Quote) != 0 || s.party[i] != 0 {
			return false
		}
	}
	return true
}

// passedVerb reports whether the relative clause that begins at from seems to
// hold a verb of its own before i, though no known one: behind its pronoun
// stands a noun phrase, and behind that another word.
func (s *Sentence) passedVerb(from, i int) bool {
	k := from
	if o := s.object[k]; o != 0 && s.hits[o-1].From == k && s.hits[o-1].To <= i {
		return true // "what a reader looked for" is one object
	}
	if s.class(k, Relative) {
		k++
	}
	for k < i && s.class(k, Determiner) {
		k++
	}
	start := k
	for k < i && (s.party[k] != 0 || s.object[k] != 0) {
		k++
	}
	return k > start && k < i
}

// subordinates reports whether the word at i opens a clause that limits.
func (s *Sentence) subordinates(i int) bool {
	switch {
	case s.invertedCondition(i):
		return true
	case s.class(i, Subordinate):
		if s.anySpelled(i, "provided", "except") {
			return !s.class(i-1, Be) && !s.byNext(i) && (s.spelled(i, "except") || s.spelled(i+1, "that") || s.class(i+1, Comma))
		}
		if s.anySpelled(i, "where", "when", "if") && (s.anySpelled(i+1, "applicable", "necessary", "required", "feasible", "practicable", "possible", "appropriate", "any", "reasonably") && !s.spelled(i+1, "any")) {
			return false // a hedge, "where feasible", not a clause
		}
		return !(s.spelled(i, "while") && i > 0 && s.class(i-1, Determiner)) && !(s.spelled(i, "once") && s.spelled(i-1, "at"))
	case s.anySpelled(i, "after", "before", "as", "until", "since"):
		return s.pronounOrPartyVerb(i+1) || s.anySpelled(i, "after", "before", "until") && s.objectVerb(i+1)
	case s.spelled(i, "extent"):
		return s.spelled(i-1, "the") && s.spelled(i-2, "to")
	}
	return false
}

// pronounOrPartyVerb reports whether a party or pronoun with a finite verb of
// its own begins at i: "after | Contractor has discovered".
func (s *Sentence) pronounOrPartyVerb(i int) bool {
	i = s.behindDeterminers(i)
	if i >= len(s.party) {
		return false
	}
	h, _, ok := s.partyHit(i)
	if !ok {
		if !s.class(i, Pronoun) || s.class(i, Determiner) {
			return false
		}
		h = Hit{From: i, To: i + 1}
	}
	return s.clusterFrom(h.To) || s.class(i, Pronoun)
}

// objectVerb reports whether an object with a finite verb of its own begins at
// i: "before | your information is handed over".
func (s *Sentence) objectVerb(i int) bool {
	for s.class(i, Determiner) && i < len(s.object) && s.object[i] == 0 {
		i++
	}
	return i < len(s.object) && s.object[i] != 0 && s.clusterFrom(s.hits[s.object[i]-1].To)
}

// clusterFrom reports whether a cluster begins at token i.
func (s *Sentence) clusterFrom(i int) bool {
	for k := range s.Clusters {
		if s.Clusters[k].From == i {
			return true
		}
	}
	return false
}

// byNext reports whether "provided" at i is the participle: "provided by".
func (s *Sentence) byNext(i int) bool {
	return s.spelled(i, "provided") && s.anySpelled(i+1, "by", "to", "in", "for", "under", "with")
}

func (s *Sentence) exceptional(i int) bool {
	return s.anySpelled(i, "unless", "except", "provided", "extent")
}

// relativeAt tells the relative "that" from the pointing one ("that data").
func (s *Sentence) relativeAt(i int) bool {
	if !s.spelled(i, "that") {
		return i > 0
	}
	if i == 0 || s.class(i-1, Preposition) {
		return false
	}
	return s.complementAt(i) || s.class(i+1, Modal|Be|Have|Do|Pronoun|Adverb|Negator) || s.verbHitAt(i+1) ||
		s.party[min(i+1, len(s.party)-1)] != 0 || s.object[min(i+1, len(s.object)-1)] != 0 || s.class(i+1, Determiner) || s.object[i-1] != 0
}

// complementAt reports whether "that" at i follows a verb of saying: "ensure
// that", "agrees that", "provided, however, that".
func (s *Sentence) complementAt(i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if s.hasMood(k, sayWord) || s.hasMood(k, promiseWord) || s.hasMood(k, makeWord) {
			return true
		}
		if s.anySpelled(k, "provided", "however", "except") {
			return true
		}
		if !s.class(k, Adverb|Comma|Quote) {
			return false
		}
	}
	return false
}

// zeroRelativeAt reports whether a relative clause without a pronoun begins at
// i: "the data | Vendor holds", "information | we collect".
func (s *Sentence) zeroRelativeAt(i int) bool {
	h, _, ok := s.partyHit(i)
	if !ok || h.From != i || i == 0 || s.Tokens[h.To-1].Possessive {
		return false
	}
	if s.object[i-1] == 0 || s.object[i] != 0 {
		return false
	}
	return s.finiteVerbAt(h.To) || s.class(h.To, Modal|Have|Do)
}

// newSubjectAt reports whether a noun phrase with its own finite verb begins
// at i: at most eight words, without another verb or mark between.
func (s *Sentence) newSubjectAt(i int) bool {
	const longest = 8
	for s.class(i, Adverb) && !s.class(i, Preposition) { // "and never will sell"
		i++
	}
	if i >= len(s.Tokens) || s.class(i, Modal|Be|Have|Do|Preposition|Subordinate|Relative|To) && !s.class(i, Determiner|Pronoun) {
		return false
	}
	for _, c := range s.Clusters {
		if c.From < i {
			continue
		}
		if c.From == i || c.From > i+longest || c.control || s.class(c.From-1, Conjunction) && s.verbHitAt(i) {
			return false // "cooperate | and shall remedy" has no subject of its own
		}
		for k := i; k < c.From; k++ {
			if s.class(k, Comma|Stop|Subordinate|Relative|To) && !s.class(k, Determiner) || s.class(k, Conjunction) && k == i {
				return false
			}
		}
		return true
	}
	return false
}
