package mutate

import (
	"regexp"
	"strings"
)

// The names that the parties of test passages go by.
const (
	vendorNames  = `Vendor|Provider|Supplier|Contractor|Licensor|Publisher|Processor|Proposer|Offeror|Shelfwise|(?:successful )?proposer|contractor|vendor`
	libraryNames = `Library|Institution|District|County|Licensee|Subscriber|Client|Customer|Controller|Consortium|College|University|Agency`
)

var (
	// vendorSubject finds the vendor right before the verb.
	vendorSubject = regexp.MustCompile(`(?:^|[ ,])(?:[Tt]he )?(?:` + vendorNames + `|[Ww]e),? $`)
	// favored finds those right before the verb whose rights the text speaks
	// of.
	favored        = regexp.MustCompile(`(?i)\b(library|` + libraryNames + `|patrons?|users?|borrowers?|readers?|students?|individuals?|you|party|parties)(?:'s (?:staff|patrons|users))?,? $`)
	librarySubject = regexp.MustCompile(`(?:^|[ ,])(?:[Tt]he )?(?:` + libraryNames + `),? $`)

	party = regexp.MustCompile(`\b(?:(` + vendorNames + `)|(` + libraryNames + `))\b`)
	// modifier finds a name that only says what kind of data is meant.
	modifier = regexp.MustCompile(`^ (Data|data|Content|content|Information|information|Materials?|records?|Records?|Confidential|Card|card|patrons?|users?)\b`)
	// mutual finds words that bind or favor both.
	mutual = regexp.MustCompile(`(?i)\b(each|either|both|neither|mutual|mutually|joint|jointly|parties|party|between)\b`)
	owner  = regexp.MustCompile(`\b(owned by|property of|belongs? (?:only |solely |exclusively )?to|vested in|rests? with|remains? with|lies with) (the )?(` + libraryNames + `)\b`)
)

// swapParties gives the vendor's part to the library and the library's to the
// vendor. One of them must be the subject and the other be named beside it.
func swapParties(s *sentence) (string, bool) {
	if s.verb == nil || mutual.MatchString(s.text()) || turned(s.before()) {
		return "", false
	}
	vendor, library := s.partyNames()
	switch {
	case vendor != "" && library != "" && (vendorSubject.MatchString(s.before()) || librarySubject.MatchString(s.before())):
		return s.rename(vendor, library), true
	case vendor == "" && !turned(s.text()):
		return s.giveAway()
	}
	return "", false
}

// partyNames returns the first name of each party that stands in the sentence
// for the party itself, or "".
func (s *sentence) partyNames() (vendor, library string) {
	text := s.text()
	for _, m := range party.FindAllStringSubmatchIndex(text, -1) {
		switch {
		case modifier.MatchString(text[m[1]:]):
		case m[2] >= 0 && vendor == "":
			vendor = text[m[0]:m[1]]
		case m[2] < 0 && library == "":
			library = text[m[0]:m[1]]
		}
	}
	return vendor, library
}

// rename puts each party's name in the other's places.
func (s *sentence) rename(vendor, library string) string {
	text, at := s.text(), 0
	var b strings.Builder
	for _, m := range party.FindAllStringSubmatchIndex(text, -1) {
		b.WriteString(text[at:m[0]])
		at = m[1]
		switch {
		case modifier.MatchString(text[m[1]:]):
			b.WriteString(text[m[0]:m[1]])
		case m[2] >= 0:
			b.WriteString(library)
		default:
			b.WriteString(vendor)
		}
	}
	b.WriteString(text[at:])
	return s.replace(s.start, s.end, b.String())
}

// giveAway makes the vendor the owner of what is the library's.
func (s *sentence) giveAway() (string, bool) {
	m := owner.FindStringSubmatchIndex(s.text())
	if m == nil || modifier.MatchString(s.text()[m[1]:]) || len(owner.FindAllString(s.text(), 2)) > 1 {
		return "", false
	}
	return s.replace(s.start+m[6], s.start+m[7], "Vendor"), true
}

// moved finds the vendor whom a duty is taken from.
var moved = regexp.MustCompile(`\b(?:(?:[Tt]he )?(?:` + vendorNames + `)|[Ww]e)(,?) $`)

// shift makes the library the one who must, or must not. Where it is named
// already, swapParties says the same in better words.
func shift(s *sentence) (string, bool) {
	if !s.modal("shall", "must", "will") || mutual.MatchString(s.text()) || turned(s.before()) {
		return "", false
	}
	if _, library := s.partyNames(); library != "" {
		return "", false
	}
	m := moved.FindStringSubmatchIndex(s.before())
	if m == nil {
		return "", false
	}
	name := "the Library"
	if m[0] == 0 {
		name = capitalize(name)
	}
	return s.replace(s.start+m[0], s.verb.from, name+s.before()[m[2]:m[3]]+" "), true
}
