package language

// VendorByName reports whether the subject of a reading without a known actor
// is nobody at all, or a name in capitals that can only be the vendor's:
// "Acme shall". A common noun is somebody else.
func (s *Sentence) VendorByName(r *Reading) bool {
	c := r.Cluster
	if c == nil || c.SubjectFrom >= c.SubjectTo {
		return true
	}
	unknown := 0
	for i := c.SubjectFrom; i < c.SubjectTo; i++ {
		t := &s.Tokens[i]
		switch {
		case t.Is(Determiner | Adverb | Quote | Comma | Open | Close):
		case t.Capital && t.Lemma == 0 && t.Class == 0:
			unknown++
		default:
			return false
		}
	}
	return unknown > 0 && unknown <= 3
}

// OpenedBy reports whether the term opens the main clause of the action, before its
// subject: "Where feasible, Vendor shall".
func (s *Sentence) OpenedBy(r *Reading, term TermID) bool {
	const labels = 2 // tokens before it: a word such as "and", a bracket
	from := s.Clauses[r.clause].From
	h, ok := s.Find(term, from, r.Hit.From)
	return ok && h.From <= from+labels
}

// ClosedBy reports whether the term ends the sentence, set off by a comma: "...,
// where feasible."
func (s *Sentence) ClosedBy(term TermID) bool {
	end := len(s.Tokens)
	for end > 0 && s.class(end-1, Point) {
		end--
	}
	for h := range s.places(term, 0, end) {
		if h.To == end && s.class(h.From-1, Comma) {
			return true
		}
	}
	return false
}

// SetAside reports whether the words before a hit take it back: "without being
// asked", "whether or not the Library requests it".
func (s *Sentence) SetAside(h Hit) bool {
	const reach = 5
	for k := h.From - 1; k >= 0 && k >= h.From-reach; k-- {
		if s.spelled(k, "whether") || s.spelled(k, "without") && k >= h.From-2 {
			return true
		}
		if s.class(k, Stop|Comma) {
			return false
		}
	}
	return false
}

// NextAction returns the token at which another action, coordinated with the
// reading's, begins; 0 where there is none.
func (s *Sentence) NextAction(r *Reading) int {
	start := r.Hit.To + 1
	if r.Nominal && r.Cluster != nil {
		start = max(start, r.Cluster.To+1) // the verb that carries the noun
	}
	for i := start; i < len(s.Tokens); i++ {
		if s.ownVerb(i, r) {
			return i
		}
	}
	return 0
}

// OfAnotherVerb reports whether a number at token i belongs to another verb than
// the reading's: a duty that stands between them, or a verb before the number
// in a clause of its own.
func (s *Sentence) OfAnotherVerb(r *Reading, i int) bool {
	for k := range s.Clusters {
		c := &s.Clusters[k]
		if r.Cluster != nil && c.From == r.Cluster.From || c.To > i {
			continue
		}
		if i >= r.Hit.To && c.From >= r.Hit.To && c.Mood == Obliged {
			return true
		}
		if i < r.Hit.From && s.clauseAt(c.From) == s.clauseAt(i) {
			return true
		}
	}
	return i < r.Hit.From && s.opensForOther(r, i)
}

// opensForOther reports whether the words at token i open a clause in which
// another party acts than in the reading's: "Within a year the Library shall
// destroy it, and Vendor may keep".
func (s *Sentence) opensForOther(r *Reading, i int) bool {
	if r.Cluster == nil || s.clauseAt(i) == r.clause {
		return false
	}
	for k := range s.Clusters {
		if c := &s.Clusters[k]; s.clauseAt(c.From) == s.clauseAt(i) {
			return c.Subject != NoParty && r.Cluster.Subject != NoParty && c.Subject != r.Cluster.Subject
		}
	}
	return false
}

// OnlyNear reports whether "only", "solely" or "limited to" stands around the
// action, so that it forbids everything else.
func (s *Sentence) OnlyNear(r *Reading, only TermID) bool {
	const reach = 14
	from := r.Hit.From
	if r.Cluster != nil {
		from = min(from, max(r.Cluster.From, r.Cluster.SubjectTo))
	}
	return s.Has(only, max(0, from-1), min(len(s.Tokens), r.Hit.To+reach))
}

// NotLonger reports whether words such as "no longer than" limit the action
// without a number of their own.
func (s *Sentence) NotLonger(r *Reading) bool {
	const reach = 14
	for i := r.Hit.To; i < min(len(s.Tokens), r.Hit.To+reach); i++ {
		if s.class(i, Stop) {
			return false
		}
		if s.class(i, Negator) && s.anySpelled(i+1, "longer", "more", "later") {
			return true
		}
	}
	return false
}

// Ceases reports whether somebody stops doing what was done before: "will no
// longer use". What that says of the time before, and when it happens, stands
// elsewhere.
func (s *Sentence) Ceases(r *Reading) bool {
	const reach = 4 // tokens before the verb: "no longer", an adverb, a helper
	from := r.Hit.From - reach
	if r.Cluster != nil {
		from = max(from, r.Cluster.From)
	}
	for i := max(from, 0); i < r.Hit.From; i++ {
		if s.spelled(i, "no") && s.spelled(i+1, "longer") && !s.spelled(i+2, "than") {
			return true
		}
	}
	return false
}

// Owner returns who stands in the owner's place: whoever follows "property
// of" and "belongs to", the subject of "owns" and "retains title", or, where
// the thing owned is the subject, whoever it "vests in" or "remains with".
func (s *Sentence) Owner(r *Reading) Party {
	if s.anySpelled(r.Hit.To-1, "of", "to", "in", "with") || r.Nominal && s.spelled(r.Hit.To, "of") {
		if p := s.partyWithin(r.Hit.To, r.Hit.To+4); p != NoParty {
			return p
		}
	}
	for k := r.Hit.From - 1; k >= 0 && k >= r.Hit.From-4; k-- { // "the Library's sole property"
		if h, p, ok := s.partyHit(k); ok && (s.Tokens[h.To-1].Possessive || s.anySpelled(k, "your", "our")) {
			return p
		}
	}
	if s.anySpelled(r.Hit.From, "yours") {
		return Patron
	}
	if s.anySpelled(r.Hit.From, "ours") {
		return Vendor
	}
	if r.Passive {
		return s.agent(r)
	}
	if r.Cluster == nil {
		return NoParty
	}
	if r.Cluster.Subject != NoParty && !(r.Cluster.SubjectFrom <= r.Hit.From && r.Hit.From < r.Cluster.SubjectTo) {
		return r.Cluster.Subject
	}
	for i := r.Cluster.To; i < len(s.Tokens) && !s.class(i, Stop); i++ {
		if s.anySpelled(i, "in", "with", "to") {
			if p := s.partyWithin(i+1, i+4); p != NoParty {
				return p
			}
		}
	}
	return NoParty
}

// partyWithin returns the first party that owns nothing itself among the
// tokens from up to to.
func (s *Sentence) partyWithin(from, to int) Party {
	for i := from; i < min(to, len(s.Tokens)); i++ {
		if h, p, ok := s.partyHit(i); ok && h.From == i && p != Product && s.object[i] == 0 && !s.Tokens[h.To-1].Possessive {
			return p
		}
		if s.object[i] != 0 {
			break
		}
	}
	return NoParty
}

// TakesBack reports whether the sentence opens by setting itself against the
// one before it: "However, ...", "Notwithstanding the foregoing, ...", "This does
// not apply to ...".
func (s *Sentence) TakesBack(terms ExceptionTerms) bool {
	if s.anySpelled(0, "however", "except", "unless", "provided", "but") {
		return true
	}
	return s.spelled(0, "notwithstanding") && s.anySpelled(1, "the", "this") || s.Exempts(terms)
}

// Exempts reports whether the sentence takes things out of the rule before it:
// its subject is that rule, and a carve-out follows. "This service does not
// cover" speaks of something else.
func (s *Sentence) Exempts(terms ExceptionTerms) bool {
	const reach = 10 // tokens to the end of the carve-out: "The foregoing restrictions shall not be applicable"
	if !s.anySpelled(0, "this", "these", "that", "the", "such") {
		return false
	}
	h, ok := s.Find(terms.CarveOut, 1, min(reach, len(s.Tokens)))
	if !ok || s.spelled(0, "the") && !s.anySpelled(1, "foregoing", "above", "preceding") {
		return false
	}
	for i := 1; i < h.From; i++ {
		if !s.class(i, Modal|Do|Be|Determiner|Adverb|Filler) && !s.ruleNounAt(i) {
			return false
		}
	}
	return true
}

// ruleNounAt reports whether token i is a word for a rule of the text.
func (s *Sentence) ruleNounAt(i int) bool {
	return s.anySpelled(i, "foregoing", "above", "preceding", "sentence", "section", "paragraph", "clause", "provision", "provisions",
		"obligation", "obligations", "restriction", "restrictions", "prohibition", "requirement", "requirements", "limitation",
		"duty", "duties", "promise", "commitment", "rule")
}

// Whole reads the sentence as one exception.
func (s *Sentence) Whole(terms ExceptionTerms) Exception {
	s.arrange()
	return s.readException(0, len(s.Tokens), terms)
}
