package language

// NegatedAt reports whether the action at token i is denied or forbidden: the
// cluster that governs it is.
func (s *Sentence) NegatedAt(i int) bool {
	c := s.governing(i)
	return c != nil && (c.Mood == Forbidden || c.Mood == NotObliged)
}

// governing returns the cluster that governs token i: the last one in front of
// it in its clause, or the one whose subject it belongs to; nil if there is
// none.
func (s *Sentence) governing(i int) *Cluster {
	clause := s.clauseAt(i)
	for k := len(s.Clusters) - 1; k >= 0; k-- {
		c := &s.Clusters[k]
		if s.clauseAt(c.From) == clause && (c.To <= i || c.SubjectFrom <= i && i < c.SubjectTo || s.adverbIn(c, i)) {
			return c
		}
	}
	return nil
}

// adverbIn reports whether token i is an adverb within a cluster: "may not
// periodically revise".
func (s *Sentence) adverbIn(c *Cluster, i int) bool {
	return c.From < i && i < c.To && s.class(i, Adverb) && !s.class(i, Negator)
}

// Loosely returns the cluster of "may" or "should" that governs the tokens from
// from to to, where it leaves somebody free to do what they say; nil if none
// does. What the library or a patron may do is a right of theirs, and so is
// what may be done.
func (s *Sentence) Loosely(from, to int) *Cluster {
	c := s.governing(from)
	for k := 0; c == nil && k < len(s.Clusters); k++ {
		if inside := &s.Clusters[k]; from <= inside.From && inside.From < to {
			c = inside
		}
	}
	if c == nil {
		return nil
	}
	if c.control && c.Capable && c.Mood == Permitted {
		return c
	}
	// "The Library's policy may prevail" is not what the library may do.
	own := (c.Subject == Library || c.Subject == Patron) && (c.SubjectTo == 0 || s.party[c.SubjectTo-1] != 0)
	if c.Weak && c.Mood != Forbidden && !own {
		return c
	}
	if c.Mood == Permitted && !own && !c.Passive && s.hasWord(c.From, c.To, "may", "might", "could") {
		return c
	}
	if c.Mood == Permitted && (c.Subject == Vendor || c.Subject == Product) && s.hasWord(c.From, c.To, "can") {
		return c // what the system can do is not yet done
	}
	return nil
}

// LaidOnLibrary reports whether the library is the one who must or must not do
// what begins at token i, be it the verb or its "not".
func (s *Sentence) LaidOnLibrary(i int) bool {
	clause := s.clauseAt(i)
	for k := len(s.Clusters) - 1; k >= 0; k-- {
		if c := &s.Clusters[k]; c.From <= i && s.clauseAt(c.From) == clause {
			return c.Subject == Library && (c.Mood == Obliged || c.Mood == Forbidden) && !c.Passive
		}
	}
	return false
}

// DoneByThird reports whether a third party, named before token i, is the one
// who does, or may do, what stands there.
func (s *Sentence) DoneByThird(i int) bool {
	c := s.clusterAround(i)
	if c == nil {
		c = s.governing(i)
	}
	return c != nil && c.Subject == ThirdParty && c.SubjectTo <= i
}

// clusterAround returns the cluster that token i stands in, such as the "never" of
// "will never pass it on"; nil if there is none.
func (s *Sentence) clusterAround(i int) *Cluster {
	for k := range s.Clusters {
		if c := &s.Clusters[k]; c.From <= i && i < c.To {
			return c
		}
	}
	return nil
}
