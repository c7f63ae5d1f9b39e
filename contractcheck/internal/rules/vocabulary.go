package rules

import "example.org/contractcheck/contractcheck/internal/language"

// periodTerms is how many lengths of time a document may define by name.
const periodTerms = 24

// PatronData is the term for data on patrons.
func (set *Set) PatronData() language.TermID { return set.known.patronData }

// Breach is the term for a breach of data.
func (set *Set) Breach() language.TermID { return set.known.breach }

// OtherThing is the term for the vendor's own content and services.
func (set *Set) OtherThing() language.TermID { return set.known.content }

// PartyTerm returns the term of a party.
func (set *Set) PartyTerm(p language.Party) language.TermID {
	for id, t := range set.Grammar.Terms {
		if t.Section == language.PartySection && t.Party == p {
			return language.TermID(id)
		}
	}
	return 0
}

// PeriodTerm returns the n-th term for a length of time that a document
// defines, and whether there is one left.
func (set *Set) PeriodTerm(n int) (language.TermID, bool) {
	return set.known.firstPeriod + language.TermID(n), n < periodTerms
}

// PartyIn returns the party that the sentence, a bare name, names as a whole.
func (set *Set) PartyIn(s *language.Sentence) language.Party {
	for _, h := range s.Hits() {
		t := set.Grammar.Terms[h.Term]
		if t.Section == language.PartySection && h.From == 0 && h.To == len(s.Tokens) {
			return t.Party
		}
	}
	return language.NoParty
}

// NamesPatronData reports whether a description speaks of data on patrons, and
// of nothing else before.
func (set *Set) NamesPatronData(s *language.Sentence) bool {
	return set.firstObject(s, len(s.Tokens)) == set.known.patronData
}

// defining is how many words of a definition say what kind of thing it
// defines.
const defining = 24

// DefinesPatronData reports whether a definition's body is about data on
// patrons.
func (set *Set) DefinesPatronData(s *language.Sentence) bool {
	switch set.firstObject(s, defining) {
	case set.known.patronData:
		return true
	case set.known.data:
		return s.Has(set.known.patronData, 0, len(s.Tokens)) || set.mentionsPatron(s)
	}
	return false
}

// DefinesBreach reports whether a definition's body is about a breach of data.
func (set *Set) DefinesBreach(s *language.Sentence) bool {
	h, ok := s.Find(set.known.breach, 0, min(defining, len(s.Tokens)))
	if !ok {
		return false
	}
	d, found := s.Find(set.known.patronData, 0, h.From)
	return !found || d.From > h.From
}

// DefinesOtherThing reports whether a definition's body is about the vendor's
// content or service.
func (set *Set) DefinesOtherThing(s *language.Sentence) bool {
	return set.firstObject(s, defining) == set.known.content
}

func (set *Set) mentionsPatron(s *language.Sentence) bool {
	for _, h := range s.Hits() {
		if t := set.Grammar.Terms[h.Term]; t.Section == language.PartySection && t.Party == language.Patron {
			return true
		}
	}
	return false
}

// firstObject returns the term of the first object in the first n tokens.
func (set *Set) firstObject(s *language.Sentence, n int) language.TermID {
	for _, h := range s.Hits() {
		if h.From >= n {
			break
		}
		if set.Grammar.Terms[h.Term].Section == language.ObjectSection {
			return h.Term
		}
	}
	return 0
}
