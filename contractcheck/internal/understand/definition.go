package understand

import (
	"strings"

	"example.org/contractcheck/contractcheck/internal/language"
	"example.org/contractcheck/contractcheck/internal/rules"
)

// Terms is what a document's definitions add to the vocabulary.
type Terms struct {
	Names   *language.Names
	Periods map[language.TermID]float64 // hours, by the term of a defined period
	Vendor  []string                    // names of the vendor, in order of appearance
	Library []string                    // names of the library
}

// Read finds the definitions in text, a document's text. we is the party that
// speaks in it; NoParty leaves "we" as the vocabulary has it.
func Read(text string, set *rules.Set, we language.Party) *Terms {
	return ReadAll([]string{text}, set, we)
}

// ReadAll is Read for texts that make up one document. What one of them defines
// holds in all; the first definition of a name counts.
func ReadAll(texts []string, set *rules.Set, we language.Party) *Terms {
	t := &Terms{Names: set.Grammar.Lexicon.NewNames(), Periods: map[language.TermID]float64{}}
	if we != language.NoParty {
		for _, pronoun := range []string{"we", "us", "our", "ours"} {
			t.Names.Add(set.Grammar.Lexicon, set.PartyTerm(we), language.AnyUse, pronoun)
		}
	}
	r := definitionReader{set: set, terms: t, seen: map[string]bool{}}
	for _, text := range texts {
		r.text = text
		for _, q := range quotedNames(text) {
			r.read(q)
		}
	}
	return t
}

// quoted is a name in quotation marks: text[from:to] without the marks, which
// end at after.
type quoted struct{ from, to, after int }

var marks = []struct{ open, close string }{{`"`, `"`}, {"“", "”"}, {"„", "“"}, {"«", "»"}}

// quotedNames finds the short capitalised names in quotation marks.
func quotedNames(text string) []quoted {
	const longest = 60
	var all []quoted
	for i := 0; i < len(text); i++ {
		if text[i] != '"' && text[i] < 0x80 {
			continue
		}
		for _, mark := range marks {
			if !strings.HasPrefix(text[i:], mark.open) {
				continue
			}
			from := i + len(mark.open)
			stop := strings.Index(text[from:min(len(text), from+longest)], mark.close)
			if stop > 0 && isName(text[from:from+stop]) {
				all = append(all, quoted{from, from + stop, from + stop + len(mark.close)})
				i = from + stop + len(mark.close) - 1
			}
			break
		}
	}
	return all
}

// isName reports whether s could be a defined term: a few words, the first of
// them with a capital letter or a digit.
func isName(s string) bool {
	s = strings.Trim(s, " ,.*")
	if s == "" || strings.Count(s, "\n") > 1 {
		return false
	}
	c := s[0]
	if c >= 'a' && c <= 'z' {
		return s == "we" || s == "us" || s == "our" || s == "you"
	}
	return len(strings.Fields(s)) <= 6
}

// definitionReader reads one document's definitions.
type definitionReader struct {
	text  string
	set   *rules.Set
	terms *Terms
	seen  map[string]bool
	// tokens and sentence are what look returned last.
	tokens   []language.Token
	sentence language.Sentence
}

// read decides what the quoted name stands for: a party where brackets
// introduce it behind a description, a term where "means" follows.
func (r *definitionReader) read(q quoted) {
	name := strings.Trim(r.text[q.from:q.to], " ,.*")
	key := strings.ToLower(name)
	if r.seen[key] {
		return
	}
	switch {
	case r.introduced(q):
		r.seen[key] = r.readAlias(q, name)
	case r.defined(q):
		r.seen[key] = r.readMeaning(q, name)
	}
}

// introduced reports whether the name stands alone in brackets, in the part of
// the document where parties are named: (the "Licensor").
func (r *definitionReader) introduced(q quoted) bool {
	const reach = 40
	const preamble = 6000 // bytes; cover pages and recitals come before the articles
	if q.from > preamble {
		return false
	}
	before := r.text[max(0, q.from-reach):q.from]
	open := strings.LastIndexByte(before, '(')
	if open < 0 {
		return false
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(before[open+1:]), notLetter) {
		if !introducing[w] {
			return false
		}
	}
	return true
}

// introducing are the words that may stand between the bracket and the name.
var introducing = map[string]bool{
	"the": true, "a": true, "an": true, "hereinafter": true, "hereafter": true, "herein": true, "collectively": true,
	"together": true, "each": true, "individually": true, "called": true, "referred": true, "to": true, "as": true,
	"or": true, "and": true, "also": true, "our": true, "we": true, "us": true,
}

func notLetter(r rune) bool { return r < 'a' || r > 'z' }

// defined reports whether "means" or the like follows the name.
func (r *definitionReader) defined(q quoted) bool {
	const reach = 60
	after := strings.ToLower(r.text[q.after:min(len(r.text), q.after+reach)])
	after = strings.TrimLeft(after, " *,:\n")
	for _, verb := range []string{"means", "shall mean", "will mean", "refers to", "shall refer", "includes", "shall include", "is defined", "has the meaning", "is ", "are "} {
		if strings.HasPrefix(after, verb) {
			return true
		}
	}
	return false
}

var libraryWords = []string{"library", "libraries", "university", "college", "district", "county", "city of", "town of", "consortium", "school", "board of", "institution", "authority", "customer", "subscriber", "licensee", "client"}

// companySuffixes tell a company even where its name speaks of libraries.
var companySuffixes = []string{" inc", " llc", " l.l.c", " ltd", " corp", " gmbh", " plc", " b.v", " s.a."}

var vendorWords = []string{" inc", " llc", " ltd", " limited", " corp", " gmbh", " company", " co.", " plc", " b.v", " s.a", "vendor", "provider", "licensor", "publisher", "contractor", "supplier", "systems", "software", "technologies"}

// readAlias reads a name in brackets by the description in front of it.
func (r *definitionReader) readAlias(q quoted, name string) bool {
	const reach = 140
	bracket := strings.LastIndexByte(r.text[:q.from], '(')
	description := strings.ToLower(r.text[max(0, bracket-reach):bracket])
	for _, stop := range []string{". ", ";", " and ", " between ", "\n\n"} {
		if i := strings.LastIndex(description, stop); i >= 0 && len(description)-i > 12 {
			description = description[i:]
		}
	}
	grammar := r.set.Grammar
	if r.describesData(description) && !r.acts(name) {
		r.terms.Names.Add(grammar.Lexicon, r.set.PatronData(), language.AnyUse, name)
		return true
	}
	if !r.acts(name) {
		return false
	}
	if party := r.partyOf(name); party != language.NoParty {
		r.keep(party, name)
		return true
	}
	switch {
	case containsAny(description[max(0, len(description)-40):], companySuffixes):
		r.keep(language.Vendor, name)
		r.terms.Names.Add(grammar.Lexicon, r.set.PartyTerm(language.Vendor), language.AnyUse, name)
	case containsAny(description, libraryWords):
		r.keep(language.Library, name)
		r.terms.Names.Add(grammar.Lexicon, r.set.PartyTerm(language.Library), language.AnyUse, name)
	case containsAny(description, vendorWords):
		r.keep(language.Vendor, name)
		r.terms.Names.Add(grammar.Lexicon, r.set.PartyTerm(language.Vendor), language.AnyUse, name)
	default:
		return false
	}
	return true
}

// acting are the verbs by which a party is told from a thing that bears a name.
var acting = []string{" shall ", " will ", " may ", " must ", " agrees ", " does not ", " has ", " processes ", " represents ", "’s ", "'s "}

// things are defined names that act in the text and are no parties.
var things = []string{"agreement", "service", "software", "term", "date", "party", "parties", "document", "schedule", "exhibit", "data", "law", "act", "gdpr", "ccpa", "policy", "order", "fee", "work", "product", "use", "warranty", "period", "site", "platform", "content", "material"}

// acts reports whether the document speaks of the named one as somebody who
// acts: "Shelfwise shall". A party does so in its first articles; reading on
// for each of many made-up names would take seconds.
func (r *definitionReader) acts(name string) bool {
	const articles = 200_000 // bytes, some 60 pages
	low := strings.ToLower(name)
	for _, t := range things {
		if strings.HasSuffix(low, t) || strings.HasSuffix(low, t+"s") {
			return false
		}
	}
	text := r.text[:min(len(r.text), articles)]
	for {
		_, behind, found := strings.Cut(text, name)
		if !found {
			return false
		}
		for _, verb := range acting {
			if strings.HasPrefix(behind, verb) {
				return true
			}
		}
		text = behind
	}
}

// describesData reports whether a description speaks of data on patrons.
func (r *definitionReader) describesData(description string) bool {
	s := r.look(description)
	return r.set.NamesPatronData(s)
}

// partyOf returns the party that the vocabulary knows under name already.
func (r *definitionReader) partyOf(name string) language.Party {
	s := r.look(name)
	return r.set.PartyIn(s)
}

// keep names a party in the report. A pronoun names nobody there.
func (r *definitionReader) keep(party language.Party, name string) {
	if c := name[0]; c >= 'a' && c <= 'z' {
		return
	}
	switch party {
	case language.Vendor:
		r.terms.Vendor = append(r.terms.Vendor, name)
	case language.Library:
		r.terms.Library = append(r.terms.Library, name)
	}
}

// readMeaning reads the definition behind a name.
func (r *definitionReader) readMeaning(q quoted, name string) bool {
	const reach = 220 // bytes; what a definition defines stands at its start
	body := r.text[q.after:min(len(r.text), q.after+reach)]
	if i := strings.Index(body, "\n\n"); i > 0 {
		body = body[:i]
	}
	if i := strings.Index(body, ". "); i > 0 {
		body = body[:i]
	}
	s := r.look(body)
	grammar := r.set.Grammar
	if hours, ok := definedPeriod(s, body); ok {
		if id, free := r.set.PeriodTerm(len(r.terms.Periods)); free {
			r.terms.Periods[id] = hours
			r.terms.Names.Add(grammar.Lexicon, id, language.AnyUse, name)
		}
		return true
	}
	switch {
	case r.set.DefinesBreach(s):
		r.terms.Names.Add(grammar.Lexicon, r.set.Breach(), language.AnyUse, name)
	case r.set.DefinesPatronData(s):
		r.terms.Names.Add(grammar.Lexicon, r.set.PatronData(), language.AnyUse, name)
	case r.set.DefinesOtherThing(s):
		r.terms.Names.Add(grammar.Lexicon, r.set.OtherThing(), language.AnyUse, name)
	default:
		return false
	}
	return true
}

// definedPeriod reads "means forty-eight (48) hours": a length of time right
// at the start of a definition.
func definedPeriod(s *language.Sentence, body string) (hours float64, ok bool) {
	const latest = 6
	for _, d := range s.Durations(body) {
		if d.From <= latest && !d.Blank && s.EndsAt(d.To, "after", "from", "following", "of", "before", "prior", "beginning", "starting", "commencing") {
			return d.Hours, true
		}
	}
	return 0, false
}

// look finds the terms in a text. What it returns is good until the next call.
func (r *definitionReader) look(text string) *language.Sentence {
	r.tokens = language.Tokenize(r.tokens[:0], text, 0, r.set.Grammar.Lexicon, r.terms.Names)
	r.set.Grammar.Look(&r.sentence, r.tokens, r.terms.Names)
	return &r.sentence
}

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
