package language

import "slices"

// findSubjects names the party that acts in every cluster, from the noun
// phrase in front of it.
func (s *Sentence) findSubjects() {
	for k := range s.Clusters {
		c := &s.Clusters[k]
		if c.control {
			continue
		}
		from, to := s.subjectSpan(k)
		if h, ok := s.adjacentParty(from, to); ok {
			from = h.From
		}
		c.SubjectFrom, c.SubjectTo = from, to
		c.Subject = s.headParty(from, to)
		if c.Subject == NoParty && to > from && s.properName(to-1) && !s.class(to-2, Preposition) {
			c.Subject = Vendor // a company's own name
		}
		if c.Subject == NoParty && from == to {
			s.inheritSubject(k)
		}
		if to-from == 1 && s.anySpelled(from, "it", "they") {
			c.Subject = s.namedBefore(k)
		}
		if c.Subject == NoParty {
			s.subjectBehind(c)
		}
		s.negativeSubject(c)
	}
}

// adjacentParty returns the party that ends right before the cluster at to,
// where it is a noun phrase of its own: "after termination | Vendor shall".
func (s *Sentence) adjacentParty(from, to int) (Hit, bool) {
	h, _, ok := s.partyHit(to - 1)
	if !ok || h.From <= from || s.Tokens[h.To-1].Possessive {
		return h, false
	}
	k := h.From - 1
	for k > from && s.class(k, Determiner) && s.party[k] == 0 {
		k--
	}
	switch {
	case s.party[k] != 0: // "Upon the retirement of the platform | the Library shall"
		return h, k < h.From-1 && s.class(from, Preposition)
	case s.class(k, Conjunction|Comma|Filler), s.Tokens[k].Form == Past:
		return h, false
	case s.class(k, Preposition):
		return h, s.anySpelled(k, "after", "before", "as", "than", "until", "upon")
	}
	return h, s.hasPreposition(from, k)
}

// hasPreposition reports whether the tokens from up to and with to begin with
// or hold a preposition, so that they are no part of the noun phrase behind.
func (s *Sentence) hasPreposition(from, to int) bool {
	for i := from; i <= to; i++ {
		if s.class(i, Preposition) && !s.spelled(i, "of") {
			return true
		}
	}
	return false
}

// inheritSubject gives a cluster without a subject of its own that of the
// cluster before it in the same clause: "shall delete and shall not keep".
func (s *Sentence) inheritSubject(k int) {
	c := &s.Clusters[k]
	for p := k - 1; p >= 0; p-- {
		prev := &s.Clusters[p]
		if s.clauseAt(prev.From) == s.clauseAt(c.From) || s.Clauses[s.clauseAt(c.From)].Kind == Attributive && prev.Subject != NoParty {
			c.Subject, c.SubjectFrom, c.SubjectTo = prev.Subject, prev.SubjectFrom, prev.SubjectTo
			return
		}
	}
}

// subjectBehind finds the subject behind a modal that a negation in front has
// pulled forward: "In no event shall Vendor keep", "Under no circumstances may
// patron data be kept".
func (s *Sentence) subjectBehind(c *Cluster) {
	if c.To-c.From != 1 || !s.class(c.From, Modal|Do) {
		return
	}
	i := c.To
	for s.class(i, Determiner) && s.party[i] == 0 && s.object[i] == 0 {
		i++
	}
	if h, party, ok := s.partyHit(i); ok && !s.Tokens[h.To-1].Possessive {
		c.Subject, c.SubjectFrom, c.SubjectTo = party, h.From, h.To
		return
	}
	if i < len(s.object) && s.object[i] != 0 {
		h := s.hits[s.object[i]-1]
		c.SubjectFrom, c.SubjectTo = h.From, h.To
	}
}

// namedBefore returns the party that "it" or "they" before cluster k stands
// for: the subject of the nearest cluster before that has one.
func (s *Sentence) namedBefore(k int) Party {
	for p := k - 1; p >= 0; p-- {
		if subject := s.Clusters[p].Subject; subject != NoParty {
			return subject
		}
	}
	return NoParty
}

// clauseAt returns the index of the clause that token i belongs to.
func (s *Sentence) clauseAt(i int) int {
	if i >= len(s.clauseOf) {
		i = len(s.clauseOf) - 1
	}
	return int(s.clauseOf[i])
}

// subjectSpan returns the tokens of the noun phrase before cluster k: back to
// the start of its clause or to the cluster before it, without what commas set
// off.
func (s *Sentence) subjectSpan(k int) (from, to int) {
	c := s.Clusters[k]
	clause := s.clauseAt(c.From)
	low := 0
	for p := k - 1; p >= 0 && low == 0; p-- {
		if s.clauseAt(s.Clusters[p].From) == clause {
			low = s.Clusters[p].To
		}
	}
	to = c.From
	for to > low && s.class(to-1, Adverb|Quote) && s.party[to-1] == 0 {
		to--
	}
	from = to
	if s.class(to-1, Conjunction) && s.party[to-1] == 0 {
		return to, to // "shall return it and | shall not keep it"
	}
	for from > low {
		i := from - 1
		if s.clauseAt(i) != clause {
			if from == to {
				to, from = i, i // the clause between subject and verb
				continue
			}
			break
		}
		if s.class(i, Comma|Stop) {
			if s.parenthesis(from, to) && i > low {
				to, from = i, i
				continue
			}
			break
		}
		if s.class(i, Relative|Subordinate) && !s.class(i, Determiner) {
			break
		}
		from--
	}
	for from < to && s.class(from, Conjunction|Adverb|Quote|Open|Relative) && s.party[from] == 0 && (to-from > 1 || !s.class(from, Relative)) {
		from++
	}
	return from, to
}

// parenthesis reports whether the tokens between two commas are no noun phrase
// that could be the subject: they begin with a preposition, or hold nothing.
func (s *Sentence) parenthesis(from, to int) bool {
	if from >= to {
		return true
	}
	if s.party[from] != 0 {
		return false
	}
	return s.class(from, Preposition|Subordinate|Relative|Adverb|To|Conjunction) && !s.class(from, Determiner) || s.Tokens[from].Form == Gerund || s.Tokens[from].Form == Past
}

// headParty returns the party at the head of the noun phrase: the first party
// in it, or the last of a chain of possessives ("the Library's patrons").
func (s *Sentence) headParty(from, to int) Party {
	for i := from; i < to; i++ {
		if s.object[i] != 0 && s.party[i] == 0 {
			if s.modifies(i, to) {
				continue // "our incident team"
			}
			return NoParty // the subject is a thing
		}
		h, party, ok := s.partyHit(i)
		if ok && s.anySpelled(i, "our", "your") && h.To == i+1 && s.namedWithin(i+1, to) {
			continue // "our service", "our patrons": only whose it is
		}
		if !ok {
			if s.class(i, Preposition) && !s.spelled(i, "of") && !s.class(i, Determiner) && i > from {
				return NoParty
			}
			continue
		}
		for s.Tokens[h.To-1].Possessive && h.To < to {
			next, p, more := s.partyHit(h.To)
			if !more {
				break
			}
			if party == Vendor && p == ThirdParty {
				break // the vendor's subcontractors are its own doing
			}
			h, party = next, p
		}
		return party
	}
	return NoParty
}

// modifies reports whether the object at token i only modifies a noun behind
// it that nobody knows.
func (s *Sentence) modifies(i, to int) bool {
	h := s.hits[s.object[i]-1]
	return h.To < to && s.Tokens[h.To].Class == 0 && s.Tokens[h.To].Lemma == 0 && s.Tokens[h.To].Form == 0
}

// namedWithin reports whether a party or an object stands within the tokens.
func (s *Sentence) namedWithin(from, to int) bool {
	for i := from; i < to; i++ {
		if s.party[i] != 0 || s.object[i] != 0 {
			return true
		}
	}
	return false
}

// negativeSubject turns a cluster round whose subject is negative: "No Patron
// Data shall", "Neither party may", "Under no circumstances will".
func (s *Sentence) negativeSubject(c *Cluster) {
	if c.Mood == Supposed || s.class(c.From, Conjunction) {
		return
	}
	start := s.Clauses[s.clauseAt(c.From)].From
	for i := max(start, c.From-14); i < c.From; i++ {
		if s.clauseAt(i) != s.clauseAt(c.From) || !s.class(i, Negator) || !s.negates(i) || s.anySpelled(i+1, "event", "later") && s.spelled(i+2, "later") {
			continue
		}
		if s.inCluster(i) || s.spelled(i-1, "or") || s.spelled(i-1, "whether") {
			continue
		}
		if s.anySpelled(i, "no", "neither", "none", "nothing", "nobody", "nor") || s.spelled(i, "never") && (i < c.From-1 || c.From < c.To) {
			c.Mood = c.underNegation()
			c.Negated = !c.Negated
			c.Weak = c.Weak && !(c.tries && c.Mood == Forbidden) // "neither shall attempt to"
			return
		}
	}
}

// underNegation is the mood of the cluster under a negative subject: "no
// registration is required" lifts a duty, "no data shall be kept" forbids.
func (c *Cluster) underNegation() Mood {
	if c.Required && c.Mood == Obliged {
		return NotObliged
	}
	if c.fails && c.Mood == Forbidden {
		return Obliged // "in no event shall Vendor fail to"
	}
	return negatedMood(c.Mood, c.Negated)
}

// inCluster reports whether token i belongs to a cluster.
func (s *Sentence) inCluster(i int) bool {
	return i >= 0 && i < len(s.clustered) && s.clustered[i]
}

// markClusters notes which tokens belong to a cluster.
func (s *Sentence) markClusters() {
	s.clustered = slices.Grow(s.clustered[:0], len(s.Tokens))[:len(s.Tokens)]
	clear(s.clustered)
	for _, c := range s.Clusters {
		for i := c.From; i < c.To; i++ {
			s.clustered[i] = true
		}
	}
}

// negatedMood is the mood of a cluster under a negative subject.
func negatedMood(m Mood, negated bool) Mood {
	switch {
	case negated && m == Forbidden:
		return Permitted
	case m == Stated, m == Obliged, m == Permitted:
		return Forbidden
	}
	return m
}
