package language

// Reading is what a sentence says of one action.
type Reading struct {
	Hit      Hit
	Mood     Mood
	Standing Standing
	Actor    Party
	Implied  bool // no actor is named; Actor is the vendor by default
	Passive  bool
	Nominal  bool // the action is a noun: "the deletion of"
	Identity bool // the noun only says what something is: "is the property of"
	Weak     bool // "should", "shall use reasonable efforts to", "measures to ensure that"
	Free     bool // "may, but need not"
	Capable  bool // "can": possible, not done
	Without  bool // "without providing ..."
	Cluster  *Cluster
	clause   int
}

// Reading reads the action that is hit k. Many rules look at the same action, so
// it is read once.
func (s *Sentence) Reading(k int) Reading {
	if s.readings[k].Hit.To == 0 {
		s.readings[k] = s.Read(s.hits[k])
	}
	return s.readings[k]
}

// Read reads the action at h.
func (s *Sentence) Read(h Hit) Reading {
	r := Reading{Hit: h, clause: s.clauseAt(h.From)}
	if s.isNoun(h) {
		s.readNoun(&r)
	} else {
		s.readVerb(&r)
	}
	if r.Standing == Counts {
		r.Standing = s.standing(r.clause, r.Cluster)
	}
	s.settleActor(&r)
	r.Weak = r.Weak || s.purposeOf(r.clause)
	return r
}

// Match returns the reading of a match of a word pattern, the tokens from up to
// to: it says where the match stands, and nothing of who does what.
func (s *Sentence) Match(from, to int) Reading {
	return Reading{Hit: Hit{From: from, To: to}, clause: s.clauseAt(from)}
}

// endsCluster reports whether a cluster ends right before token i, adverbs
// apart, so that i is its verb.
func (s *Sentence) endsCluster(i int) bool {
	for i > 0 && s.class(i-1, Adverb) && !s.inCluster(i-1) {
		i--
	}
	for _, c := range s.Clusters {
		if c.To == i || c.From == i && c.To == i {
			return true
		}
	}
	return false
}

// readVerb finds the cluster that governs the verb.
func (s *Sentence) readVerb(r *Reading) {
	i := r.Hit.From
	form := s.Tokens[i].Form
	before := s.beforeAdverbs(i)
	if form == Gerund && !s.progressive(before) {
		s.readGerund(r, before)
		return
	}
	if s.class(before, To) && !s.inCluster(before) && !(s.class(before-1, Conjunction) && s.governor(r, i) != nil) {
		r.Standing = Adjunct
		s.wishBefore(r, before)
		return
	}
	c := s.governor(r, i)
	if c == nil {
		s.readBare(r, before)
		return
	}
	if c.From < c.To && form&Third != 0 && form&Base == 0 && !s.sameForm(c, Third) {
		r.Standing = Adjunct // a plural noun: "shall return all notes, records and files"
		return
	}
	r.take(c)
	r.Standing = Counts
	if s.class(before, Negator) && !s.inCluster(before) && s.negates(before) && !(c.Negated && s.spelled(before, "nor")) {
		r.Mood = negatedMood(r.Mood, c.Negated) // "shall be returned and not retained"
	}
	if h, party, ok := s.partyHit(before); ok && form&Base != 0 && h.From > c.To && s.anySpelled(s.skipDeterminers(h.From-1), "have", "let", "make") {
		r.Actor = party // "shall have the Library delete"
	}
	if form&Past != 0 && form&Base == 0 {
		s.readPast(r, c, i)
	} else if c.Passive && c.To == i && c.Mood == Stated {
		r.Passive = false
	}
	s.wishBefore(r, i)
}

// sameForm reports whether the verb right behind the cluster has that form, so
// that a coordinated one may have it too.
func (s *Sentence) sameForm(c *Cluster, form Form) bool {
	return c.To < len(s.Tokens) && s.Tokens[c.To].Form&form != 0
}

// take copies what the cluster says.
func (r *Reading) take(c *Cluster) {
	r.Cluster, r.Mood, r.Actor = c, c.Mood, c.Subject
	r.Weak, r.Capable, r.Free = c.Weak, c.Capable, c.Free
}

// beforeAdverbs returns the token before i, adverbs passed over.
func (s *Sentence) beforeAdverbs(i int) int {
	k := i - 1
	for k >= 0 && s.class(k, Adverb) && !s.class(k, Negator) {
		k--
	}
	return k
}

// progressive reports whether a form of be stands at i: "is deleting".
func (s *Sentence) progressive(i int) bool { return s.class(i, Be) }

// readGerund reads "without providing", "prohibited from selling", "by
// deleting", and the gerund that is a subject.
func (s *Sentence) readGerund(r *Reading, before int) {
	r.Standing = Adjunct
	if s.spelled(before, "without") || s.class(before, Conjunction) && s.withoutBefore(before) {
		r.Without = s.Clauses[r.clause].Kind != Conditional
		return
	}
	for k := range s.Clusters {
		c := &s.Clusters[k]
		if c.To == r.Hit.From && c.From < c.To { // "prohibited from selling", "refrains from"
			r.take(c)
			r.Standing = Counts
			return
		}
		if c.SubjectFrom == r.Hit.From && c.SubjectTo > c.SubjectFrom { // "Selling ... is prohibited"
			if s.onlySays(c) {
				return // "Deleting it is a matter for the Library"
			}
			r.take(c)
			r.Standing, r.Nominal, r.Actor = Counts, true, NoParty
			return
		}
	}
	if c := s.governor(r, r.Hit.From); c != nil && s.class(before, Conjunction|Comma) && s.gerundAfter(c) {
		r.take(c)
		r.Standing = Counts
	}
}

// onlySays reports whether a cluster is a bare "is" with no participle behind
// it, which says what its subject is and not that it is done.
func (s *Sentence) onlySays(c *Cluster) bool {
	if c.Mood != Stated && (c.Mood != Forbidden || !c.Negated) || !c.Passive || c.Required {
		return false
	}
	i := c.To
	for s.class(i, Adverb) {
		i++
	}
	return i >= len(s.Tokens) || s.Tokens[i].Form&Past == 0
}

// gerundAfter reports whether the verb right behind a cluster is a gerund, so
// that coordinated gerunds share the cluster.
func (s *Sentence) gerundAfter(c *Cluster) bool {
	return c.To < len(s.Tokens) && s.Tokens[c.To].Form&Gerund != 0 && c.To > c.From
}

// withoutBefore reports whether the conjunction at i goes on from a "without".
func (s *Sentence) withoutBefore(i int) bool {
	for k := i - 1; k >= 0 && k > i-8; k-- {
		if s.spelled(k, "without") {
			return true
		}
		if s.class(k, Comma|Stop) {
			return false
		}
	}
	return false
}

// governor returns the nearest cluster before token i in the clause of the
// reading, or nil.
func (s *Sentence) governor(r *Reading, i int) *Cluster {
	for k := len(s.Clusters) - 1; k >= 0; k-- {
		c := &s.Clusters[k]
		if c.To <= i && s.clauseAt(c.From) == r.clause {
			return c
		}
	}
	return nil
}

// readBare reads a verb that no cluster governs: an imperative at the start of
// a sentence, a past tense or a participle.
func (s *Sentence) readBare(r *Reading, before int) {
	form := s.Tokens[r.Hit.From].Form
	switch {
	case form&Past != 0 && form&Base == 0:
		r.Standing = Description
		r.Passive = true
	case form&Base != 0 && (before < 0 || s.class(before, Stop|Negator) && before <= 1):
		r.Standing, r.Mood = Imperative, Stated
		if s.class(before, Negator) {
			r.Mood = Forbidden
		}
	default:
		r.Standing = Adjunct
	}
}

// readPast tells the passive ("shall be deleted") from the perfect ("has
// deleted") and from the participle ("data collected by Vendor").
func (s *Sentence) readPast(r *Reading, c *Cluster, i int) {
	switch {
	case s.invertedPassive(c, i):
		r.Passive = true
	case c.From == c.To, !s.shareCluster(c, i):
		r.Standing, r.Passive = Description, true
		if _, _, ok := s.partyHit(s.beforeAdverbs(i)); ok {
			r.Standing = Report
		}
	case c.Passive:
		r.Passive = true
		if c.Perfect && c.Mood == Stated {
			r.Standing = Report
		}
	case c.Perfect && (c.Mood == Stated || c.Mood == Forbidden):
		r.Standing = Report
	case !c.Perfect:
		r.Standing, r.Passive = Description, true // "data transmitted, stored or processed by"
	}
}

// invertedPassive reports whether the past form at i belongs to a modal whose
// subject stands behind it: "in no event shall | search logs | be kept".
func (s *Sentence) invertedPassive(c *Cluster, i int) bool {
	if c.SubjectFrom < c.To || c.SubjectTo >= i || !s.class(c.From, Modal) {
		return false
	}
	passive := false
	for k := c.SubjectTo; k < i; k++ {
		if !s.class(k, Be|Adverb) {
			return false
		}
		passive = passive || s.class(k, Be)
	}
	return passive
}

// shareCluster reports whether the past form at i belongs to the cluster: it
// follows directly, or coordinated with a past form that does.
func (s *Sentence) shareCluster(c *Cluster, i int) bool {
	k := i
	for k > c.To && s.class(k-1, Adverb|Negator|Conjunction) {
		k--
	}
	if k == c.To {
		return true
	}
	if !s.class(k, Conjunction) && !s.class(k-1, Comma) {
		return false
	}
	for j := c.To; j < k; j++ {
		if s.Tokens[j].Form&Past != 0 {
			return true
		}
	}
	return false
}

// settleActor finds the actor of a passive, and takes the vendor for whoever
// is not named.
func (s *Sentence) settleActor(r *Reading) {
	if r.Passive {
		r.Actor = s.agent(r)
	}
	if r.Actor == Product {
		r.Actor = Vendor
	}
	if r.Actor == NoParty {
		r.Actor, r.Implied = Vendor, true
	}
}

// agent returns the party behind "by" after a passive verb.
func (s *Sentence) agent(r *Reading) Party {
	for i := r.Hit.To; i < len(s.Tokens) && i < r.Hit.To+12; i++ {
		if s.class(i, Stop) {
			break
		}
		if !s.spelled(i, "by") {
			continue
		}
		for k := i + 1; k < i+4; k++ {
			if h, party, ok := s.partyHit(k); ok && !s.Tokens[h.To-1].Possessive {
				return party
			}
		}
		break
	}
	return NoParty
}
