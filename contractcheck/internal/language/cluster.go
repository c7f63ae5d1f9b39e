package language

// findClusters finds all clusters, left to right.
func (s *Sentence) findClusters() {
	s.Clusters = s.Clusters[:0]
	for i := 0; i < len(s.Tokens); {
		if !s.class(i, Modal|Be|Have|Do) && !s.begins(i, ModalitySection) && !s.begins(i, ActionSection) {
			i++ // no word that could begin a cluster
			continue
		}
		if c, ok := s.controlAt(i); ok {
			s.Clusters = append(s.Clusters, c)
			i = c.To
			continue
		}
		if c, ok := s.clusterAt(i); ok {
			s.takeNever(&c)
			s.Clusters = append(s.Clusters, c)
			i = c.To
			continue
		}
		if s.finiteVerbAt(i) {
			s.Clusters = append(s.Clusters, Cluster{From: i, To: i, Mood: Stated})
		}
		i++
	}
	s.mergeButNot()
}

// takeNever takes a "never" right before the cluster into it: "never will sell",
// "never have and never will".
func (s *Sentence) takeNever(c *Cluster) {
	n := len(s.Clusters)
	if !s.spelled(c.From-1, "never") || n > 0 && s.Clusters[n-1].To >= c.From {
		return
	}
	c.From--
	c.Mood, c.Negated = c.underNegation(), !c.Negated
}

// clusterAt reads the cluster that begins at token i.
func (s *Sentence) clusterAt(i int) (Cluster, bool) {
	t := &s.Tokens[i]
	_, word := s.moodAt(i)
	finite := t.Is(Modal|Do) || t.Is(Be|Have) && t.Form&Gerund == 0 && !s.nonFiniteBe(i)
	switch word {
	case obligeWord, permitWord, forbidWord, freeWord:
		finite = finite || !s.class(i-1, Determiner|Preposition) || word == forbidWord && t.Form&Gerund == 0
	case promiseWord, tryWord, failWord:
		finite = t.Form&Gerund == 0 && !s.class(i-1, Determiner|To)
	}
	if s.spelled(i, "should") && s.invertedCondition(i) {
		finite = false
	}
	if !finite || i > 0 && s.class(i-1, To) {
		return Cluster{}, false
	}
	if word == noMoodWord && s.nounModal(i) {
		return Cluster{}, false
	}
	c := s.readCluster(i)
	if word == permitWord && c.Mood == Permitted && s.sharesBan(i) {
		c.Mood, c.Negated = Forbidden, true // "shall not sell, or permit to be sold"
	}
	return c, true
}

// invertedCondition reports whether the modal at i opens a condition: "Should
// Provider learn that ...".
func (s *Sentence) invertedCondition(i int) bool {
	return s.spelled(i, "should") && (i == 0 || s.class(i-1, Stop|Comma)) && (s.class(i+1, Determiner|Pronoun) || i+1 < len(s.party) && s.party[i+1] != 0)
}

// nonFiniteBe reports whether the form of be or have at i cannot begin a
// finite clause: "being", "been", "to be".
func (s *Sentence) nonFiniteBe(i int) bool {
	return s.class(i-1, To) || s.spelled(i, "being") || s.spelled(i, "been") || s.spelled(i, "having") || s.spelled(i, "be") && !s.class(i-1, Modal|Adverb|Negator)
}

// nounModal reports whether the modal at i is a noun or a name, as in "the
// will of the parties" or "May 2024".
func (s *Sentence) nounModal(i int) bool {
	return s.class(i, Modal) && (s.class(i-1, Determiner) && !s.class(i-1, Pronoun) && !s.spelled(i-1, "that") && !s.spelled(i-1, "this") && !s.spelled(i-1, "both") && !s.spelled(i-1, "either") && s.object[i-1] == 0 && s.party[i-1] == 0 ||
		s.Tokens[i].Capital && s.class(i+1, Number))
}

// clusterParts is what the words of a cluster add up to.
type clusterParts struct {
	words     [moodWordCount]int
	negatives int
	joined    bool // auxiliaries joined by a conjunction: "does and shall"
	oblige    bool // shall, will, must
	permit    bool // may, can
	could     bool // can, could, might
	would     bool
	untried   bool // "shall not attempt to": even to try is forbidden
}

// readCluster extends the cluster that begins at i and settles its mood.
func (s *Sentence) readCluster(i int) Cluster {
	c := Cluster{From: i}
	var p clusterParts
	for i < len(s.Tokens) {
		if h, w := s.moodAt(i); w != noMoodWord && p.extends(w) {
			p.words[w]++
			p.untried = p.untried || w == tryWord && p.negatives > 0
			i = h.To
			continue
		}
		if to := s.timeToDo(i); to > 0 && !c.Negated && p.negatives == 0 {
			p.words[obligeWord]++
			i = to
			continue
		}
		if !s.extendCluster(&c, &p, i) {
			break
		}
		i++
	}
	c.To = i
	p.settle(&c)
	return c
}

// extendCluster takes token i into the cluster, and reports whether it belongs
// there.
func (s *Sentence) extendCluster(c *Cluster, p *clusterParts, i int) bool {
	switch t := &s.Tokens[i]; {
	case t.Is(Modal):
		p.oblige = p.oblige || s.anySpelled(i, "shall", "will", "must", "should")
		p.permit = p.permit || s.anySpelled(i, "may", "can")
		p.could = p.could || s.anySpelled(i, "could", "might", "can")
		p.would = p.would || s.spelled(i, "would")
		c.Weak = c.Weak || s.spelled(i, "should")
	case t.Is(Negator):
		if s.negates(i) {
			p.negatives++
		}
	case t.Is(Be):
		c.Passive = true
	case t.Is(Have):
		c.Perfect = !p.oblige
	case t.Is(Do | Quote), t.Is(Adverb) && !s.verbHitAt(i):
	case t.Is(To) && s.class(i-1, Be):
		p.oblige = true // "is to be returned"
	case t.Is(To) && (p.words[promiseWord] > 0 || p.words[tryWord] > 0 || s.class(i-1, Negator|Adverb)):
	case t.Is(Determiner|Conjunction) && s.clusterGoesOn(i+1):
		p.joined = p.joined || t.Is(Conjunction)
	default:
		return false
	}
	return true
}

// timeToDo returns the token behind "to" where a length of time at i says how
// long a party has for an action, or 0: "has | 48 hours from discovery to | report".
func (s *Sentence) timeToDo(i int) int {
	const longest = 9 // tokens from the number to "to", "forty-eight (48) hours from its discovery to"
	if !s.class(i, Number) || !s.class(i-1, Have) {
		return 0
	}
	timed := false
	for k := i + 1; k < len(s.Tokens) && k <= i+longest; k++ {
		switch {
		case s.class(k, To):
			if timed && s.verbHitAt(k+1) {
				return k + 1
			}
			return 0
		case s.class(k, Comma|Stop|Modal|Subordinate|Conjunction):
			return 0
		}
		timed = timed || s.anySpelled(k, "hour", "hours", "day", "days", "week", "weeks", "month", "months")
	}
	return 0
}

// extends reports whether a modality phrase may follow the ones already in the
// cluster: each plays its part once, but a permission may be repeated.
func (p *clusterParts) extends(w MoodPart) bool { return p.words[w] == 0 || w == permitWord }

// negated reports whether the negations turn the cluster round. Joined
// auxiliaries are each negated for themselves: "does not and will not".
func (p *clusterParts) negated() bool {
	if p.joined {
		return p.negatives > 0
	}
	return p.negatives%2 == 1
}

// settle computes the mood of a cluster from its parts.
func (p *clusterParts) settle(c *Cluster) {
	c.Negated = p.negated()
	c.Capable = p.could && p.words[permitWord] == 0
	c.tries = !c.Weak && p.words[tryWord] > 0
	c.Weak = c.Weak || c.tries && !p.untried
	c.Required = p.words[obligeWord] > 0
	c.fails = p.words[failWord] > 0
	plain, negated := p.moods()
	c.Mood = plain
	if c.Negated {
		c.Mood = negated
	}
}

// moods returns the mood of the parts, plain and under negation.
func (p *clusterParts) moods() (plain, negated Mood) {
	switch {
	case p.words[failWord] > 0 && p.words[forbidWord] == 0:
		return Forbidden, Obliged // "shall not fail to"
	case p.words[forbidWord] > 0 && p.permit:
		return Permitted, Permitted // "may refrain from"
	case p.words[forbidWord] > 0:
		return Forbidden, Permitted
	case p.words[freeWord] > 0:
		return NotObliged, NotObliged
	case p.words[permitWord] > 0:
		return Permitted, Forbidden
	case p.words[obligeWord] > 0:
		return Obliged, NotObliged
	case p.words[promiseWord] > 0, p.words[tryWord] > 0 && !p.oblige && !p.permit:
		return Obliged, Forbidden
	case p.would:
		return Supposed, Supposed
	case p.permit || p.could:
		return Permitted, Forbidden
	case p.oblige:
		return Obliged, Forbidden
	}
	return Stated, Forbidden
}

// clusterGoesOn reports whether a determiner or conjunction inside a cluster
// is followed by more of it: "has the right to", "does and shall grant".
func (s *Sentence) clusterGoesOn(i int) bool {
	for k := i; k < i+3 && k < len(s.Tokens); k++ {
		if _, w := s.moodAt(k); w == permitWord || w == obligeWord {
			return true
		}
		if k == i && s.class(k, Modal) {
			return true
		}
		if !s.class(k, Determiner|Negator|Adverb) && s.Tokens[k].Lemma != 0 {
			return false
		}
	}
	return false
}

// negates reports whether the negator at i turns the action round: not in
// "not only", "not later than", "no more than", "not limited to", nor as the
// answer in "No, we do not".
func (s *Sentence) negates(i int) bool {
	switch {
	case i+1 >= len(s.Tokens):
		return true
	case s.anySpelled(i+1, "only", "later", "longer", "more", "less", "fewer", "limited", "sooner", "earlier"):
		return false
	case s.otherThan(i):
		return false
	case s.spelled(i, "no") && s.class(i+1, Comma) && (i == 0 || s.class(i-1, Stop|Mark) || s.class(i+2, Pronoun)):
		return false
	}
	return true
}

// otherThan reports whether the "not" at i only says who it is that is not meant:
// "the Library, and not the Vendor, shall".
func (s *Sentence) otherThan(i int) bool {
	if !s.spelled(i, "not") || !s.class(i-1, Conjunction) {
		return false
	}
	h, _, ok := s.partyHit(s.behindDeterminers(i + 1))
	return ok && s.class(h.To, Comma)
}

// mergeButNot reads "may, but need not," and "may, but is not required to," as
// the permission that it is.
func (s *Sentence) mergeButNot() {
	for k := 1; k < len(s.Clusters); k++ {
		a, b := &s.Clusters[k-1], &s.Clusters[k]
		gap := b.From - a.To
		if b.Mood == NotObliged && a.Mood == Permitted && gap <= 2 && gap >= 1 && s.spelled(b.From-1, "but") {
			b.Mood, b.Free, b.From = Permitted, true, a.From
			s.Clusters = append(s.Clusters[:k-1], s.Clusters[k:]...)
			k--
		}
	}
}
