package language

// isNoun reports whether the action at h is a noun there.
func (s *Sentence) isNoun(h Hit) bool {
	t := &s.Tokens[h.From]
	switch {
	case h.Use == NounUse:
		return true
	case t.Form&(Past|Gerund) != 0:
		return false
	case s.endsCluster(h.From):
		return false
	case s.spelled(h.To, "of"):
		return true
	}
	k := h.From - 1
	for k >= 0 && s.class(k, Adverb) {
		k--
	}
	if s.class(k, Determiner|Preposition) && !s.class(k, To) && !s.class(k, Relative) {
		return true
	}
	if k >= 0 && s.Tokens[k].Possessive {
		return true
	}
	return s.class(h.To, Modal|Be) && !s.class(k, Pronoun) && s.party[max(k, 0)] == 0
}

// readNoun finds the verb that carries a noun: "shall give notice", "No
// disclosure shall be made", "deletion shall occur".
func (s *Sentence) readNoun(r *Reading) {
	r.Nominal = true
	r.Standing = Adjunct
	if c := s.lightVerbBefore(r); c != nil {
		r.take(c)
		r.Standing = Counts
		if s.negatedNoun(r) {
			r.Mood = negatedMood(r.Mood, c.Negated)
		}
		return
	}
	if c := s.keptFrom(r); c != nil {
		r.take(c)
		r.Standing = Counts
		return
	}
	if c := s.predicateOf(r); c != nil {
		r.take(c)
		r.Standing, r.Identity = Counts, true
		return
	}
	for k := range s.Clusters {
		c := &s.Clusters[k]
		if c.SubjectFrom <= r.Hit.From && r.Hit.From < c.SubjectTo && s.headNoun(c, r.Hit.From) && s.comesTrue(c) {
			r.take(c)
			r.Standing, r.Actor = Counts, NoParty
			return
		}
	}
}

// keptFrom returns the cluster that keeps somebody from the noun right behind it:
// "shall refrain from any sale of".
func (s *Sentence) keptFrom(r *Reading) *Cluster {
	k := s.skipDeterminers(r.Hit.From - 1)
	if !s.spelled(k, "from") {
		return nil
	}
	for i := range s.Clusters {
		if c := &s.Clusters[i]; c.From < c.To && c.To == k+1 {
			return c
		}
	}
	return nil
}

// negatedNoun reports whether "no" stands before the noun, fillers and the
// nouns that it is joined to apart: "acquires no right, title or interest".
func (s *Sentence) negatedNoun(r *Reading) bool {
	for k := r.Hit.From - 1; k >= 0 && k >= r.Hit.From-6; k-- {
		if s.class(k, Negator) {
			return s.negates(k)
		}
		if s.class(k, Stop|Modal|Be|Do|Have) || s.lightVerbAt(k) {
			return false
		}
	}
	return false
}

// predicateOf returns the cluster that the noun completes: "is the property
// of", "are and remain the sole property of".
func (s *Sentence) predicateOf(r *Reading) *Cluster {
	c := s.governor(r, r.Hit.From)
	if c == nil || !c.Passive && !s.class(c.To-1, Have) {
		return nil
	}
	for k := c.To; k < r.Hit.From; k++ {
		if !s.class(k, Determiner|Filler|Adverb|Conjunction|Comma) && s.party[k] == 0 && !s.lightVerbAt(k) {
			return nil
		}
	}
	return c
}

// headNoun reports whether the noun at i is the head of the subject of c and
// not inside a prepositional phrase of it.
func (s *Sentence) headNoun(c *Cluster, i int) bool {
	for k := c.SubjectFrom; k < i; k++ {
		if s.class(k, Preposition) && !s.class(k, Determiner) {
			return false
		}
	}
	return true
}

// comesTrue reports whether the verb of a cluster says that its subject, a
// noun of action, is done: "shall be given", "will occur", "is prohibited".
func (s *Sentence) comesTrue(c *Cluster) bool {
	k := c.To
	for s.class(k, Adverb) {
		k++
	}
	if k >= len(s.Tokens) || s.class(k, Stop|Mark|Comma|Preposition|Conjunction) {
		return c.From < c.To && !c.Passive || c.Passive && c.To-c.From > 1
	}
	return s.hasMood(k, happenWord) || s.hasMood(k, lightWord)
}

// lightVerbBefore returns the cluster of the light verb that carries the noun
// of the reading, at most ten tokens before it.
func (s *Sentence) lightVerbBefore(r *Reading) *Cluster {
	const reach = 10
	for k := r.Hit.From - 1; k >= 0 && k >= r.Hit.From-reach; k-- {
		if s.class(k, Stop) || s.clauseAt(k) != r.clause || s.object[k] != 0 && k < r.Hit.From-1 {
			return nil
		}
		if s.class(k, Preposition) && !s.anySpelled(k, "with", "to", "within") && !s.class(k, Determiner) {
			return nil
		}
		if s.lightVerbAt(k) {
			return s.governor(r, k)
		}
	}
	return nil
}
