package language

// Argument is what an action is done to.
type Argument struct {
	Hit      Hit
	Anaphor  bool // "such information", "it": what it stands for is elsewhere
	NoObject bool // the object is negated: "retains no copies"
}

// Object returns the first object of the action that wanted accepts. An object
// of another kind that comes first, and is not joined to it by "and" or "or",
// is the action's real object, and there is none.
//
// container tells the objects that only hold others, such as "copies" and
// "documents": they are passed over.
func (s *Sentence) Object(r *Reading, wanted, container func(TermID) bool) (Argument, bool) {
	for i := r.Hit.From + 1; i < r.Hit.To; i++ { // "hand all records back"
		if h, ok := s.wantedAt(i, wanted); ok && h.To <= r.Hit.To {
			return Argument{Hit: h}, true
		}
	}
	for _, span := range s.objectSpans(r) {
		if a, ok, foreign := s.objectIn(span, r, wanted, container); ok || foreign {
			if ok && !r.Passive && !r.Nominal && r.Cluster != nil && span.from == r.Cluster.SubjectFrom {
				r.Passive = true // the thing is the subject: "the records remain in the system"
			}
			return a, ok
		}
	}
	return Argument{}, false
}

// span is a range of tokens.
type span struct{ from, to int }

// spans are up to three ranges of tokens; the empty ones hold nothing.
type spans [3]span

// objectSpans lists where the object of an action can stand, the likeliest
// first.
func (s *Sentence) objectSpans(r *Reading) spans {
	after := span{r.Hit.To, s.verbPhraseEnd(r)}
	head := s.relativeHead(r)
	switch {
	case r.Passive && r.Cluster != nil:
		return spans{{r.Cluster.SubjectFrom, r.Cluster.SubjectTo}, head, after}
	case r.Passive:
		return spans{{max(0, r.Hit.From-6), r.Hit.From}, head}
	case r.Nominal && r.Cluster != nil && r.Cluster.SubjectFrom <= r.Hit.From && r.Hit.From < r.Cluster.SubjectTo:
		return spans{{r.Hit.To, r.Cluster.SubjectTo}, {r.Cluster.SubjectFrom, r.Hit.From}, after}
	case r.Nominal:
		return spans{after, {max(0, r.Hit.From-3), r.Hit.From}}
	case s.Clauses[r.clause].Kind == Attributive:
		return spans{head, after}
	case r.Cluster != nil && r.Cluster.Subject == NoParty: // "the records remain in the system"
		return spans{after, {r.Cluster.SubjectFrom, r.Cluster.SubjectTo}}
	}
	return spans{after}
}

// relativeHead returns the noun phrase that a relative clause describes.
func (s *Sentence) relativeHead(r *Reading) span {
	c := s.Clauses[r.clause]
	if c.Kind != Attributive {
		return span{}
	}
	return span{max(0, c.From-8), c.From}
}

// verbPhraseEnd returns where the arguments of the action end: at a semicolon,
// or where another clause of the same rank begins.
func (s *Sentence) verbPhraseEnd(r *Reading) int {
	for i := r.Hit.To; i < len(s.Tokens); i++ {
		if s.class(i, Stop) {
			return i
		}
		k := s.clauseAt(i)
		if k != r.clause && s.Clauses[k].Parent == s.Clauses[r.clause].Parent && s.Clauses[k].From > r.Hit.From {
			return i
		}
	}
	return len(s.Tokens)
}

// objectIn looks for the object in one span.
func (s *Sentence) objectIn(sp span, r *Reading, wanted, container func(TermID) bool) (a Argument, ok, foreign bool) {
	seen := false // something that could be the object has been passed
	for i := sp.from; i < sp.to && i < len(s.Tokens); i++ {
		if s.ownVerb(i, r) && seen {
			return a, false, false
		}
		if s.limits(i) && (i > sp.from || i == r.Hit.To && !s.anySpelled(i, "how", "why", "whether")) {
			return a, false, false
		}
		if h, found := s.wantedAt(i, wanted); found {
			if container(h.Term) && s.holdsOther(h, sp.to, wanted) {
				return a, false, true
			}
			return Argument{Hit: h, NoObject: s.negatedObject(r.Hit.To, h.From)}, true, false
		}
		if o := s.object[i]; o != 0 {
			h := s.hits[o-1]
			seen = true
			if !container(h.Term) && !s.joined(h.To, sp.to, wanted) && !s.possessed(h, sp.to) {
				return a, false, true
			}
			i = h.To - 1
		}
	}
	return a, false, false
}

// holdsOther reports whether the container h holds something that is not
// wanted: "copies of the Licensed Materials".
func (s *Sentence) holdsOther(h Hit, to int, wanted func(TermID) bool) bool {
	const reach = 4
	if !s.class(h.To, Preposition) && !s.spelled(h.To, "containing") {
		return false
	}
	for i := h.To + 1; i < min(to, h.To+1+reach); i++ {
		if o := s.object[i]; o != 0 {
			return !wanted(s.hits[o-1].Term)
		}
	}
	return false
}

// ownVerb reports whether another coordinated action begins at token i.
func (s *Sentence) ownVerb(i int, r *Reading) bool {
	return i > r.Hit.To && s.verbHitAt(i) && !s.isNoun(Hit{From: i, To: i + 1, Use: VerbUse}) && s.class(i-1, Conjunction|Comma|To|Adverb)
}

// limits reports whether an exception or condition begins at token i, beyond
// which no object stands.
func (s *Sentence) limits(i int) bool {
	return s.subordinates(i) || s.anySpelled(i, "without", "notwithstanding", "despite")
}

// wantedAt returns the longest wanted hit that begins at token i.
func (s *Sentence) wantedAt(i int, wanted func(TermID) bool) (Hit, bool) {
	for _, h := range s.HitsAt(i) {
		if wanted(h.Term) && !s.insideOther(h, wanted) {
			return h, true
		}
	}
	return Hit{}, false
}

// insideOther reports whether a longer object of another kind covers h, such
// as "customer data center" or "licensed materials and data sheets".
func (s *Sentence) insideOther(h Hit, wanted func(TermID) bool) bool {
	o := s.object[h.From]
	if o == 0 {
		return false
	}
	outer := s.hits[o-1]
	return outer.length() > h.length() && !wanted(outer.Term)
}

// joined reports whether a wanted object follows at i behind nothing but
// conjunctions, commas, determiners and unknown words.
func (s *Sentence) joined(i, to int, wanted func(TermID) bool) bool {
	const reach = 12
	link := false
	for k := i; k < to && k < i+reach && k < len(s.Tokens); k++ {
		link = link || s.class(k, Conjunction|Comma|Open)
		if _, ok := s.wantedAt(k, wanted); ok {
			return link || s.anySpelled(i, "of", "containing", "in", "relating", "to")
		}
		if s.class(k, Modal|Stop|Subordinate) || s.verbHitAt(k) && s.Tokens[k].Form&Gerund == 0 && !s.class(k-1, Determiner) {
			return false
		}
	}
	return false
}

// possessed reports whether the object h only modifies what follows: "copies
// of", "records relating to".
func (s *Sentence) possessed(h Hit, to int) bool {
	return h.To < to && s.anySpelled(h.To, "of", "containing")
}

// negatedObject reports whether "no" stands between the verb and its object.
func (s *Sentence) negatedObject(from, to int) bool {
	for i := from; i < to && i < from+5; i++ {
		if s.anySpelled(i, "no", "none", "neither", "nothing") && s.negates(i) {
			return true
		}
	}
	return false
}

// NegatedObject reports whether "no" stands between the action and its object
// at h: "retains no copy of it".
func (s *Sentence) NegatedObject(r *Reading, h Hit) bool { return s.negatedObject(r.Hit.To, h.From) }

// Anaphor reports whether the action's object is a word that stands for
// something named before: "it", "them", "such information", "the same".
func (s *Sentence) Anaphor(r *Reading, generic func(TermID) bool) (Hit, bool) {
	for _, sp := range s.objectSpans(r) {
		for i := sp.from; i < sp.to && i < sp.from+8 && i < len(s.Tokens); i++ {
			if s.limits(i) && i > sp.from {
				break
			}
			if s.anySpelled(i, "it", "them", "same", "thereof") && s.clauseAt(i) == r.clause {
				return Hit{From: i, To: i + 1}, true
			}
			if h, ok := s.wantedAt(i, generic); ok && s.points(h) {
				return h, true
			}
			if s.object[i] != 0 {
				break
			}
		}
	}
	return Hit{}, false
}

// points reports whether a noun stands for something named before: "such
// information", "the data", "copies thereof".
func (s *Sentence) points(h Hit) bool {
	k := h.From - 1
	for s.class(k, Filler|Adverb) {
		k--
	}
	return s.anySpelled(k, "the", "such", "that", "this", "these", "those", "said", "same", "its", "their") || s.anySpelled(h.From, "copy", "copies", "it", "them")
}

// Recipient returns the party to whom an action is directed: the first one
// behind it that owns nothing ("notify the Library of", "give notice to the
// Library").
func (s *Sentence) Recipient(r *Reading) Party {
	end := s.verbPhraseEnd(r)
	if p := s.recipientIn(r.Hit.From+1, r.Hit.To, r); p != NoParty {
		return p // "give the Library notice"
	}
	if r.Nominal && r.Cluster != nil && r.Cluster.To < r.Hit.From && s.lightVerbAt(r.Cluster.To) { // "shall give the Library ten days' notice of"
		if p := s.recipientIn(r.Cluster.To, r.Hit.From, r); p != NoParty {
			return p
		}
	}
	if p := s.recipientIn(r.Hit.To, end, r); p != NoParty {
		return p
	}
	if r.Nominal && r.Cluster != nil { // "shall provide the Library with notice"
		return s.recipientIn(r.Cluster.To, r.Hit.From, r)
	}
	if r.Passive && r.Cluster != nil { // "the Library shall be notified"
		return s.headParty(r.Cluster.SubjectFrom, r.Cluster.SubjectTo)
	}
	return NoParty
}

func (s *Sentence) recipientIn(from, to int, r *Reading) Party {
	for i := from; i < to && i < len(s.Tokens); i++ {
		if k := s.clauseAt(i); k != r.clause && s.Clauses[k].Kind != Complement || s.limits(i) {
			continue
		}
		h, party, ok := s.partyHit(i)
		if !ok || h.From != i {
			continue
		}
		if party == Product || s.anySpelled(i, "your", "our", "yours", "ours") {
			continue
		}
		if s.Tokens[h.To-1].Possessive && h.To < len(s.Tokens) && (s.party[h.To] != 0 || s.object[h.To] != 0) {
			continue // "the Library's patrons", "Customer's data"
		}
		if s.spelled(s.skipDeterminers(i-1), "of") && party != Library || s.spelled(s.skipDeterminers(i-1), "by") {
			continue
		}
		return party
	}
	return NoParty
}

// skipDeterminers returns the index, at or before i, of a token that is no
// determiner.
func (s *Sentence) skipDeterminers(i int) int {
	for i >= 0 && s.class(i, Determiner) {
		i--
	}
	return i
}

// behindDeterminers returns the first token from i on that is no determiner, or
// names a party, as "our" does.
func (s *Sentence) behindDeterminers(i int) int {
	for s.class(i, Determiner) && s.party[i] == 0 {
		i++
	}
	return i
}

// Clause returns the tokens of the action's verb phrase, from its governing
// cluster's subject to the end.
func (s *Sentence) Clause(r *Reading) (from, to int) {
	from = r.Hit.From
	if r.Cluster != nil {
		from = min(from, r.Cluster.SubjectFrom)
	}
	return from, s.verbPhraseEnd(r)
}
