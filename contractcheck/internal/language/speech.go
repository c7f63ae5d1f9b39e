package language

// Speech says what a whole sentence is, besides what its actions say.
type Speech uint8

// The kinds of speech.
const (
	// Ordinary speech may bind anyone.
	Ordinary Speech = iota
	// Fragment: a heading, a label or a row of a table, which says nothing of
	// anybody.
	Fragment
	// Defining: "Breach means ...", which binds nobody.
	Defining
	// LibraryDuty: the library alone must or must not do what it says.
	LibraryDuty
	// LibraryRight: the library alone may do what it says.
	LibraryRight
)

// Speech tells what kind of speech the sentence is.
func (s *Sentence) Speech() Speech {
	switch {
	case s.defines():
		return Defining
	case len(s.Clusters) == 0 && !s.actsAnywhere():
		return Fragment
	}
	return s.ofLibraryAlone()
}

// actsAnywhere reports whether a word that may be the verb of an action, or a
// pronoun for somebody who acts, stands in the sentence.
func (s *Sentence) actsAnywhere() bool {
	for i := range s.Tokens {
		if s.verbHitAt(i) || s.class(i, Pronoun) && s.party[i] != 0 && !s.Tokens[i].Possessive {
			return true
		}
	}
	return false
}

// defines reports whether the sentence says what a word means: a name, at most
// a few words long, with "means" behind it.
func (s *Sentence) defines() bool {
	const longest, most = 10, 40 // words of a name; of what introduces it
	from := 0
	for i := 1; i < len(s.Tokens) && i <= most; i++ {
		switch {
		case s.class(i, Stop):
			from = i // "For the purposes of this Addendum:"
		case i > from+longest:
		case s.anySpelled(i, "means", "mean") && !s.anySpelled(i-1, "by", "no", "the", "other"):
			return s.class(i-1, Quote|Close|Comma|Modal) || s.named(i-1)
		case s.spelled(i, "meaning") && s.spelled(i-1, "the"):
			return s.anySpelled(i-2, "has", "have", "having")
		case s.anySpelled(i, "excludes", "exclude") && s.object[i-1] != 0:
			return true // "Confidential Information excludes"
		case s.class(i, Do) && s.class(i+1, Negator) && s.spelled(i+2, "include") && s.object[i-1] != 0:
			return true
		}
	}
	return false
}

// named reports whether token i ends a name: it is written with a capital.
func (s *Sentence) named(i int) bool {
	return i >= 0 && s.Tokens[i].Capital && !s.class(i, Determiner|Pronoun)
}

// ofLibraryAlone tells whether the library is bound, or has a right, and the
// vendor is not said to do anything. What the library grants or agrees to gives
// the vendor a right.
func (s *Sentence) ofLibraryAlone() Speech {
	speech := Ordinary
	if s.libraryAnswers() {
		speech = LibraryDuty
	}
	for i := range s.Clusters {
		c := &s.Clusters[i]
		duty := c.Mood == Obliged || c.Mood == Forbidden
		switch {
		case s.Clauses[s.clauseAt(c.From)].Kind == Attributive:
		case c.Subject == Vendor, c.Subject == Product:
			return Ordinary
		case c.Subject == NoParty && c.SubjectTo > c.SubjectFrom && duty:
			return Ordinary // "and patron data shall be deleted": by whom, it does not say
		case c.Subject == Library && duty:
			speech = LibraryDuty
		case c.Subject == Library && c.Mood == Permitted && speech == Ordinary:
			speech = LibraryRight
		}
	}
	if s.concedes() {
		return Ordinary
	}
	return speech
}

// libraryAnswers reports whether the library is said to be responsible.
func (s *Sentence) libraryAnswers() bool {
	for i := range s.Tokens {
		if !s.spelled(i, "responsible") {
			continue
		}
		k := s.beforeAdverbs(i)
		for s.class(k, Be|Modal) {
			k--
		}
		if _, party, ok := s.partyHit(k); ok && party == Library {
			return true
		}
	}
	return false
}

// concedes reports whether words of a grant stand in the sentence.
func (s *Sentence) concedes() bool {
	for i := range s.Tokens {
		if s.hasMood(i, letWord) || s.anySpelled(i, "grant", "grants", "agree", "agrees", "acknowledge", "acknowledges", "consents", "accepts", "waives") {
			return true
		}
	}
	return false
}
