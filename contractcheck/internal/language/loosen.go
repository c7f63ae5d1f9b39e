package language

// Conditions lists the conditions that stand behind the action: "if", "when",
// "until" and the like with their clauses.
func (s *Sentence) Conditions(r *Reading) []Hit {
	var all []Hit
	for k := range s.Clauses {
		c := &s.Clauses[k]
		if c.Kind != Conditional || c.From < r.Hit.To || !s.reaches(r, c.From) || s.anySpelled(c.From, "whether", "as", "because", "while", "how", "why", "whereas", "although", "though", "after", "before", "since") {
			continue
		}
		to := c.From
		for to < len(s.Tokens) && (s.clauseAt(to) == k || s.within(s.clauseAt(to), k)) {
			to++
		}
		all = append(all, Hit{From: c.From, To: to})
	}
	return all
}

// OnlyIf reports whether an "only if" or its like stands behind the action.
func (s *Sentence) OnlyIf(r *Reading) bool {
	for _, c := range s.Conditions(r) {
		if s.spelled(c.From-1, "only") {
			return true
		}
	}
	return false
}

// ForReason reports whether a reason stands behind the action: "does not hand it
// over because somebody asks" bans the reason and not the act.
func (s *Sentence) ForReason(r *Reading) bool {
	for k := range s.Clauses {
		c := &s.Clauses[k]
		if c.Kind == Conditional && c.From >= r.Hit.To && s.spelled(c.From, "because") && s.reaches(r, c.From) {
			return true
		}
	}
	return false
}

// within reports whether a clause lies inside of another.
func (s *Sentence) within(clause, outer int) bool {
	for clause >= 0 && clause != outer {
		clause = s.Clauses[clause].Parent
	}
	return clause == outer
}

// BoundInTime reports whether words around a ban end it: "during the term",
// "until the contract has ended", "for two years".
func (s *Sentence) BoundInTime(r *Reading) bool {
	from, to := s.Clause(r)
	for i := max(0, min(from, s.Clauses[r.clause].From)); i < to; i++ {
		if s.anySpelled(i, "during", "until") || s.spelled(i, "before") && i > r.Hit.To || s.spelled(i, "for") && (s.class(i+1, Number) || s.anySpelled(i+1, "a", "the") && s.class(i+2, Unit)) {
			return true
		}
	}
	return false
}

// OnlyWithout reports whether a ban holds only where something is lacking:
// "shall not sell without notice". Consent is read as an exception, and
// "without limitation" and its like lift nothing.
func (s *Sentence) OnlyWithout(r *Reading, consent TermID) bool {
	for i := range s.Tokens {
		if !s.spelled(i, "without") || s.anySpelled(i+1, "limitation", "exception", "regard", "prejudice", "limiting", "delay") {
			continue
		}
		if s.Has(consent, i, min(len(s.Tokens), i+10)) || i > r.Hit.To && !s.reaches(r, i) {
			continue
		}
		return true
	}
	return false
}

// ButThen reports whether a "but" behind the action goes on with something
// else than a bound of it.
func (s *Sentence) ButThen(r *Reading) bool {
	for i := r.Hit.To; i < len(s.Tokens)-1; i++ {
		if s.spelled(i, "but") && !s.class(i+1, Negator) && !s.anySpelled(i+1, "in", "always", "only", "at", "shall") && !s.freeToAsk(i+1) {
			return true
		}
	}
	return false
}

// freeToAsk reports whether what begins at token i is a thing that patrons or the
// library may do, which takes nothing back: "but you may add an address".
func (s *Sentence) freeToAsk(i int) bool {
	h, party, ok := s.partyHit(s.behindDeterminers(i))
	return ok && (party == Patron || party == Library) && s.anySpelled(h.To, "may", "can")
}

// OfSome reports whether the tokens from from to to speak of some things of a
// kind, and not of all.
func (s *Sentence) OfSome(from, to int) bool {
	for i := from; i < to; i++ {
		if s.anySpelled(i, "some", "many", "most", "several") && !s.anySpelled(i-1, "how", "as", "at") {
			return true // but not "how many", "at most"
		}
	}
	return false
}
