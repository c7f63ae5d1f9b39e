package language

// Exception is what limits a duty or a ban: the words behind "except",
// "unless", "other than", "without consent" and the like.
type Exception struct {
	From, To int // the tokens behind the marker
	Terms    []TermID
	Consent  Party  // whose consent lifts the ban; NoParty where none is spoken of
	Without  bool   // "without ... consent"
	Object   TermID // the first object that is excepted
	CarveOut bool   // "shall not apply to": the words take things out of the rule
}

// ExceptionTerms names the terms of the vocabulary that exceptions are read
// with.
type ExceptionTerms struct {
	Marker   TermID // "except", "other than", "subject to"
	CarveOut TermID // "shall not apply to", "does not extend to"
	Consent  TermID // "consent", "permission", "approval"
}

// Exceptions lists the exceptions to an action: those in its sentence, behind
// it or opening the sentence.
func (s *Sentence) Exceptions(r *Reading, terms ExceptionTerms) []Exception {
	var all []Exception
	for _, h := range s.hits {
		if h.Term != terms.Marker && h.Term != terms.CarveOut {
			continue
		}
		if from, to, ok := s.exceptionSpan(r, h); ok {
			e := s.readException(from, to, terms)
			e.CarveOut = e.CarveOut || h.Term == terms.CarveOut
			all = append(all, e)
		}
	}
	if e, ok := s.withoutConsent(r, terms); ok {
		all = append(all, e)
	}
	return all
}

// exceptionSpan returns the tokens that the marker at h excepts, where it
// speaks of the action of r.
func (s *Sentence) exceptionSpan(r *Reading, h Hit) (from, to int, ok bool) {
	if s.clauseAt(h.From) == r.clause && s.Clauses[r.clause].Kind == Exceptional {
		return 0, 0, false
	}
	to = len(s.Tokens)
	for i := h.To; i < len(s.Tokens); i++ {
		if s.class(i, Stop) {
			to = i
			break
		}
	}
	if h.From >= r.Hit.To {
		return h.To, to, s.reaches(r, h.From)
	}
	if r.Cluster != nil && r.Cluster.From < h.From && h.To <= r.Hit.From { // "shall not, except to its partners, sell"
		return h.To, r.Hit.From, true
	}
	if h.From > 2 || h.To > r.Hit.From {
		return 0, 0, false
	}
	for i := h.To; i < to; i++ { // "Except as required by law, Vendor shall not"
		if s.class(i, Comma) && s.newSubjectAt(i+1) {
			return h.To, i, true
		}
	}
	return h.To, r.Hit.From, true
}

// reaches reports whether an exception at token i still belongs to the action:
// no main clause with a subject of its own stands between.
func (s *Sentence) reaches(r *Reading, i int) bool {
	for k := range s.Clauses {
		c := &s.Clauses[k]
		if k != r.clause && c.From > r.Hit.From && c.From < i && (c.Kind == Main || c.Kind == Complement) && c.Parent == s.Clauses[r.clause].Parent && c.verbs > 0 {
			return false
		}
	}
	return true
}

func (s *Sentence) readException(from, to int, terms ExceptionTerms) Exception {
	e := Exception{From: from, To: to, CarveOut: s.Has(terms.CarveOut, from, to)}
	for _, h := range s.hits {
		if h.From < from || h.To > to {
			continue
		}
		if e.Object == 0 && s.grammar.Terms[h.Term].Section == ObjectSection {
			e.Object = h.Term
		}
		if s.grammar.Terms[h.Term].Section == ExceptionSection && !s.partOfException(h) && !s.choosesNot(h) {
			e.Terms = append(e.Terms, h.Term)
		}
		if h.Term == terms.Consent {
			e.Consent = s.consentOf(h, from, to)
		}
	}
	return e
}

// partOfException reports whether a longer exception covers the exception h:
// "as necessary" in "as necessary to provide the service".
func (s *Sentence) partOfException(h Hit) bool {
	for _, o := range s.hits {
		if o.From > h.From {
			break
		}
		if o.Term != h.Term && h.PartOf(o) && s.grammar.Terms[o.Term].Section == ExceptionSection {
			return true
		}
	}
	return false
}

// choosesNot reports whether the hit is a choice against something that only
// describes what is excepted: "an order that we choose not to appeal". "Unless we
// choose not to" leaves all to choice.
func (s *Sentence) choosesNot(h Hit) bool {
	return s.class(h.From-1, Relative) && s.anySpelled(h.To-1, "choose", "chooses", "elect", "elects", "decide", "decides") && s.class(h.To, Negator)
}

// consentOf returns whose consent it is: that of the party whose it is by an "of"
// behind the word ("other than its agents, without the consent of the Library"),
// right before it ("the Library's consent", "unless the Library consents"), a
// little behind it, or a little before the exception. Consent without a party is
// the library's.
func (s *Sentence) consentOf(h Hit, from, to int) Party {
	const reach = 8  // tokens behind the word
	const before = 3 // tokens before the exception
	if p := s.consentGivenBy(h.To); p != NoParty {
		return p
	}
	for i := h.To - 1; i >= from; i-- {
		if p := s.consentingAt(i); p != NoParty {
			return p
		}
	}
	for i := h.To; i < min(to, h.To+reach); i++ {
		if p := s.consentingAt(i); p != NoParty {
			return p
		}
	}
	for i := from - 1; i >= from-before; i-- {
		if p := s.consentingAt(i); p != NoParty {
			return p
		}
	}
	return Library
}

// consentGivenBy returns the party that "of" or "from" at token i names. A name
// that is nobody's whom the text introduces is the other party's.
func (s *Sentence) consentGivenBy(i int) Party {
	if !s.anySpelled(i, "of", "from") {
		return NoParty
	}
	for i++; s.class(i, Determiner); i++ {
	}
	if i >= len(s.Tokens) {
		return NoParty
	}
	if p := s.consentingAt(i); p != NoParty {
		return p
	}
	if s.party[i] == 0 && s.properName(i) {
		return Library
	}
	return NoParty
}

// consentingAt returns the party at token i, if it is one whose consent counts.
func (s *Sentence) consentingAt(i int) Party {
	if _, p, ok := s.partyHit(i); ok && (p == Library || p == Patron || p == Vendor) {
		return p
	}
	return NoParty
}

// withoutConsent reads "without the Library's prior written consent".
func (s *Sentence) withoutConsent(r *Reading, terms ExceptionTerms) (Exception, bool) {
	for i := 0; i < len(s.Tokens); i++ {
		if !s.spelled(i, "without") || i > r.Hit.To && !s.reaches(r, i) {
			continue
		}
		if h, ok := s.Find(terms.Consent, i, min(len(s.Tokens), i+10)); ok {
			return Exception{From: i, To: h.To, Consent: s.consentOf(h, i, h.To+6), Without: true}, true
		}
	}
	return Exception{}, false
}
