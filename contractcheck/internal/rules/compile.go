package rules

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"example.org/contractcheck/contractcheck/internal/clausefile"
	"example.org/contractcheck/contractcheck/internal/language"
)

// Set is a compiled clause library. It is not changed after Compile and safe
// for concurrent use.
type Set struct {
	Grammar *language.Grammar
	// Requirements are in the order in which they were given to Compile.
	Requirements []*Requirement

	known      wellKnown
	candidates *candidates
	readers    *sync.Pool // of *reader
}

// Requirement is one requirement's rules.
type Requirement struct {
	ID       string
	frames   []*frame
	patterns []*pattern
	parts    []string // those that rules hold, each once
	ofWords  bool     // some rule asks what words mean
}

// ruleRef names a rule by requirement and place.
type ruleRef struct {
	requirement int
	frame       int // -1 for a pattern
	pattern     int
}

// wellKnown are the terms that the grammar itself needs; every vocabulary must
// have them.
type wellKnown struct {
	exceptions language.ExceptionTerms
	hedge      language.TermID // "commercially reasonable", "where feasible"
	only       language.TermID // "only", "solely", "limited to"
	data       language.TermID // data of nobody in particular: "data", "information"
	patronData language.TermID
	elsewhere  language.TermID // text behind a link or in another document
	breach     language.TermID
	content    language.TermID // the vendor's own content and services
	partOnly   language.TermID // "part of", "active systems only"
	longerTime language.TermID // "whichever is later", "or such longer period"
	paidExtra  language.TermID // "if the Library buys the option"
	narrowing  language.TermID // "knowingly", "for money", "in violation of law"
	discovery  language.TermID // "discover", "become aware"
	lesserData language.TermID // "usage data": what a limit on patron data may leave out
	oneItem    language.TermID // "email address": a single thing that is known of a patron
	forVendor  language.TermID // "subprocessor": those who act for the vendor
	region     language.TermID // "California": a place, in a title
	locals     language.TermID // "residents of California": the people of a place
	// firstPeriod is the first of the periodTerms terms that stand for lengths
	// of time which a document defines by name.
	firstPeriod language.TermID
}

// compiler collects terms, phrases and errors.
type compiler struct {
	files   map[string]*clausefile.Term
	order   []*clausefile.Term
	builder language.LexiconBuilder
	terms   []language.Term
	ids     map[string]language.TermID
	parsed  map[string][]language.Phrase // by term
	open    []string                     // terms that are being expanded, for cycles
	used    map[language.TermID]bool     // terms that a rule or the grammar asks for
	added   map[language.TermID]bool     // terms whose phrases are in builder
	texts   map[string]parsedText
	errs    []error
}

// Compile compiles a vocabulary and the rules of clauses. All errors are
// returned at once, each a *clausefile.SyntaxError.
func Compile(terms *clausefile.Terms, clauses []*clausefile.Clause) (*Set, error) {
	c := &compiler{
		files: map[string]*clausefile.Term{}, ids: map[string]language.TermID{}, parsed: map[string][]language.Phrase{},
		used: map[language.TermID]bool{}, added: map[language.TermID]bool{}, texts: map[string]parsedText{},
		terms: []language.Term{{}},
	}
	c.declareTerms(terms)
	set := &Set{readers: &sync.Pool{}}
	set.known = c.wellKnown()
	for _, clause := range clauses {
		for i := range clause.Requirements {
			set.Requirements = append(set.Requirements, c.requirement(&clause.Requirements[i]))
		}
	}
	c.addTerms()
	if len(c.errs) > 0 {
		return nil, errors.Join(c.errs...)
	}
	set.Grammar = language.NewGrammar(c.builder.Build(), c.terms)
	set.candidates = newCandidates(set)
	return set, nil
}

func (c *compiler) fail(at clausefile.Pos, format string, args ...any) {
	c.errs = append(c.errs, &clausefile.SyntaxError{Pos: at, Msg: fmt.Sprintf(format, args...)})
}

// declareTerms declares all terms, so that they and the rules may refer to each
// other.
func (c *compiler) declareTerms(file *clausefile.Terms) {
	for i := range file.Terms {
		t := &file.Terms[i]
		if _, ok := c.files[t.Name]; ok {
			continue // the parser has reported it
		}
		c.files[t.Name] = t
		c.order = append(c.order, t)
		c.declare(t)
	}
	for _, ir := range file.Irregular {
		c.builder.Irregular(ir.Form, ir.Lemma)
	}
	for _, syn := range file.Synonyms {
		c.builder.Synonym(syn.Word, syn.Lemma)
	}
}

// addTerms adds the phrases of the terms. Those of the section of words mean
// nothing to the grammar, and are left out where no rule asks for them; they
// are read all the same, for errors.
func (c *compiler) addTerms() {
	for _, t := range c.order {
		c.readTerm(t)
	}
	for c.addUsed() {
	}
}

// readTerm reads the phrases of a term, and reports each that is wrong.
func (c *compiler) readTerm(t *clausefile.Term) {
	for _, texts := range [][]clausefile.Text{t.Phrases, t.Verbs, t.Nouns} {
		for _, text := range texts {
			if _, err := c.parse(text.Value); err != nil {
				c.fail(text.Pos, "phrase %q: %v", text.Value, err)
			}
		}
	}
}

// addUsed adds the phrases of the terms that are asked for and not added yet,
// and reports whether there were any: they may ask for other terms.
func (c *compiler) addUsed() bool {
	added := false
	for _, t := range c.order {
		id := c.ids[t.Name]
		if c.added[id] || c.terms[id].Section == language.WordSection && !c.used[id] && t.Name != fillerTerm {
			continue
		}
		c.added[id], added = true, true
		if t.Name == fillerTerm {
			c.addFillers(t)
			continue
		}
		c.addPhrases(id, t.Phrases, language.AnyUse)
		c.addPhrases(id, t.Verbs, language.VerbUse)
		c.addPhrases(id, t.Nouns, language.NounUse)
	}
	return added
}

// fillerTerm is the term of the words that may stand inside of any phrase.
const fillerTerm = "filler"

func (c *compiler) addFillers(t *clausefile.Term) {
	all, err := c.phrases(t.Name)
	if err != nil {
		c.fail(t.Pos, "%v", err)
	}
	for _, p := range all {
		if len(p) != 1 || p[0].Word == "" {
			c.fail(t.Pos, "a filler is a single word")
			continue
		}
		c.builder.Filler(p[0].Word)
	}
}

var sections = map[string]language.Section{
	"parties": language.PartySection, "objects": language.ObjectSection, "actions": language.ActionSection,
	"modality": language.ModalitySection, "exceptions": language.ExceptionSection, "words": language.WordSection,
}

var parties = map[string]language.Party{
	"vendor": language.Vendor, "library": language.Library, "patron": language.Patron,
	"third": language.ThirdParty, "product": language.Product,
}

func (c *compiler) declare(t *clausefile.Term) {
	term := language.Term{Name: t.Name, Section: sections[t.Section]}
	switch term.Section {
	case language.PartySection:
		p, ok := parties[t.Name]
		if !ok {
			c.fail(t.Pos, "unknown party %q: expected vendor, library, patron, third or product", t.Name)
		}
		term.Party = p
	case language.ModalitySection:
		mood, ok := language.MoodWord(t.Name)
		if !ok {
			c.fail(t.Pos, "unknown modality %q: expected oblige, promise, permit, forbid, no-duty, try, let, make, stop, say, light, wish or happen", t.Name)
		}
		term.Mood = mood
	}
	c.ids[t.Name] = c.newTerm(term)
}

func (c *compiler) newTerm(t language.Term) language.TermID {
	c.terms = append(c.terms, t)
	return language.TermID(len(c.terms) - 1)
}

func (c *compiler) addPhrases(id language.TermID, texts []clausefile.Text, use language.Use) {
	for _, text := range texts {
		all, err := c.parse(text.Value)
		if err != nil {
			continue // readTerm has reported it
		}
		for _, p := range all {
			c.addPhrase(id, use, p)
		}
	}
}

// addPhrase adds a phrase of a term. The terms in it are then asked for.
func (c *compiler) addPhrase(id language.TermID, use language.Use, p language.Phrase) {
	c.builder.Add(id, use, p)
	c.use(p)
}

func (c *compiler) use(p language.Phrase) {
	for _, part := range p {
		if part.Term != 0 {
			c.used[part.Term] = true
		}
		for _, alternative := range part.Any {
			c.use(alternative)
		}
	}
}

// parse reads phrases, once for each text.
func (c *compiler) parse(text string) ([]language.Phrase, error) {
	if r, ok := c.texts[text]; ok {
		return r.phrases, r.err
	}
	all, err := parsePhrases(text, c)
	c.texts[text] = parsedText{all, err}
	return all, err
}

// parsedText is what reading a text of phrases gave.
type parsedText struct {
	phrases []language.Phrase
	err     error
}

// term returns the id of a term, whose phrases must not lead back to it; it
// implements vocabulary.
func (c *compiler) term(name string) (language.TermID, error) {
	if _, err := c.phrases(name); err != nil {
		return 0, err
	}
	return c.ids[name], nil
}

// phrases returns the phrases of a term.
func (c *compiler) phrases(name string) ([]language.Phrase, error) {
	if all, ok := c.parsed[name]; ok {
		return all, nil
	}
	t, ok := c.files[name]
	if !ok {
		return nil, fmt.Errorf("unknown term <%s>%s", name, c.suggest(name))
	}
	if slices.Contains(c.open, name) {
		return nil, fmt.Errorf("<%s> refers to itself", name)
	}
	c.open = append(c.open, name)
	defer func() { c.open = c.open[:len(c.open)-1] }()
	var all []language.Phrase
	for _, text := range slices.Concat(t.Phrases, t.Verbs, t.Nouns) {
		phrases, err := c.parse(text.Value)
		if err != nil {
			return nil, fmt.Errorf("in <%s>: %w", name, err)
		}
		all = append(all, phrases...)
	}
	c.parsed[name] = all
	return all, nil
}

// suggest returns a hint at a term whose name begins or ends alike.
func (c *compiler) suggest(name string) string {
	for _, t := range c.order {
		if strings.HasPrefix(t.Name, name) || strings.HasPrefix(name, t.Name) {
			return fmt.Sprintf("; did you mean <%s>?", t.Name)
		}
	}
	return ""
}

// wellKnown looks up the terms that the grammar needs.
func (c *compiler) wellKnown() wellKnown {
	need := func(name string) language.TermID {
		id, ok := c.ids[name]
		if !ok {
			c.fail(clausefile.Pos{File: "terms.yaml", Line: 1, Column: 1}, "the vocabulary has no term %q, which every library needs", name)
		}
		c.used[id] = true
		return id
	}
	return wellKnown{
		exceptions: language.ExceptionTerms{Marker: need("exception-marker"), CarveOut: need("carve-out"), Consent: need("consent")},
		hedge:      need("hedge"), only: need("only"), data: need("data"), patronData: need("patron-data"),
		elsewhere: need("elsewhere"), breach: need("data-breach"), content: need("licensed-content"),
		partOnly: need("part-only"), longerTime: need("longer-time"), paidExtra: need("paid-extra"), narrowing: need("narrowing"), discovery: need("discovery"), lesserData: need("lesser-data"), oneItem: need("one-item"), forVendor: need("for-vendor"),
		region: need("region"), locals: need("locals"),
		firstPeriod: c.periods(),
	}
}

// periods reserves the terms for lengths of time that documents define.
func (c *compiler) periods() language.TermID {
	first := language.TermID(len(c.terms))
	for range periodTerms {
		c.newTerm(language.Term{Name: "a defined period", Section: language.WordSection})
	}
	return first
}

// termSet reads an expression: alternatives of "<term>" or of plain words,
// which become a term of their own.
func (c *compiler) termSet(text clausefile.Text) []language.TermID {
	var set []language.TermID
	for _, alt := range splitAlternatives(text.Value) {
		if name, ok := termName(alt); ok {
			id, known := c.ids[name]
			if !known {
				c.fail(text.Pos, "unknown term <%s>%s", name, c.suggest(name))
				continue
			}
			c.used[id] = true
			set = append(set, id)
			continue
		}
		if id, ok := c.wordTerm(alt, text.Pos); ok {
			set = append(set, id)
		}
	}
	return set
}

// wordTerm returns the term that stands for the given words.
func (c *compiler) wordTerm(words string, at clausefile.Pos) (language.TermID, bool) {
	key := "=" + strings.Join(strings.Fields(words), " ")
	if id, ok := c.ids[key]; ok {
		return id, true
	}
	all, err := parsePhrases(words, c)
	if err != nil {
		c.fail(at, "%q: %v", words, err)
		return 0, false
	}
	id := c.newTerm(language.Term{Name: words, Section: language.WordSection})
	c.ids[key] = id
	for _, p := range all {
		c.addPhrase(id, language.AnyUse, p)
	}
	return id, true
}

// termName returns the name in "<name>".
func termName(text string) (string, bool) {
	text = strings.TrimSpace(text)
	if len(text) > 2 && text[0] == '<' && strings.IndexByte(text, '>') == len(text)-1 {
		return text[1 : len(text)-1], true
	}
	return "", false
}

// splitAlternatives splits at the "|" that stand outside of brackets.
func splitAlternatives(text string) []string {
	var parts []string
	depth, start := 0, 0
	for i, r := range text {
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		case '|':
			if depth == 0 {
				parts = append(parts, strings.TrimSpace(text[start:i]))
				start = i + 1
			}
		}
	}
	return append(parts, strings.TrimSpace(text[start:]))
}
