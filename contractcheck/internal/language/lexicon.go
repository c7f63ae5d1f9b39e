package language

import (
	"maps"
	"slices"
	"sort"
	"strings"
)

// TermID names a term of the vocabulary within one Lexicon. It counts from 1;
// 0 is no term.
type TermID int32

// Use says in what part of speech a phrase was listed.
type Use uint8

// The uses of a phrase. Only actions tell verbs from nouns.
const (
	AnyUse Use = iota
	VerbUse
	NounUse
)

// word is what the lexicon knows of one spelling.
type word struct {
	lemma  int32 // 0: a function word that no phrase uses
	exact  int32 // id of this very spelling, 0 where no phrase asks for it
	form   Form
	class  Class
	value  float64 // of a number word
	number int32   // of the spelling in Lexicon.spellings
}

// token returns the token of the word, whose spelling has the hash h, without
// a place.
func (w word) token(spelling string, h uint32) Token {
	return Token{
		Lemma: w.lemma, Exact: w.exact, Class: w.class, Form: w.form, Value: w.value,
		word: w.number, shape: shapeOf(spelling), Hash: h,
	}
}

// shapeOf sums a spelling up in its length and first letter, so that nearly all
// words are told from another without a look at their letters.
func shapeOf(spelling string) byte { return byte(len(spelling))<<5 ^ spelling[0] }

// Lexicon holds the words and phrases of a vocabulary. It is built by a
// Builder, not changed afterwards, and safe for concurrent use.
type Lexicon struct {
	words   map[string]word
	table   *wordTable // the same words
	phrases automaton
	nextID  int32
	// synonyms are the words that share another one's lemma.
	synonyms map[string]string
	// spellings are the known words by their number; 0 is none.
	spellings []string
}

// LexiconBuilder collects phrases.
type LexiconBuilder struct {
	irregular map[string]string // form -> lemma
	synonyms  map[string]string // word -> lemma
	phrases   []listed
	fillers   []string
}

// listed is a phrase as a term lists it.
type listed struct {
	phrase Phrase
	hit    hitTerm
}

// Irregular makes form an inflection of lemma, such as "sold" of "sell".
func (b *LexiconBuilder) Irregular(form, lemma string) {
	if b.irregular == nil {
		b.irregular = map[string]string{}
	}
	b.irregular[form] = lemma
}

// Synonym makes word mean the same as lemma in every phrase. Where both are
// lemmas of phrases, they are one.
func (b *LexiconBuilder) Synonym(word, lemma string) {
	if b.synonyms == nil {
		b.synonyms = map[string]string{}
	}
	b.synonyms[word] = lemma
}

// Add adds a phrase of a term.
func (b *LexiconBuilder) Add(term TermID, use Use, p Phrase) {
	b.phrases = append(b.phrases, listed{p, hitTerm{term, use}})
}

// notAdverbs are the words in -ly that are none.
var notAdverbs = map[string]bool{"supply": true, "apply": true, "reply": true, "comply": true, "rely": true, "family": true, "assembly": true, "imply": true, "multiply": true}

func isAdverb(w string) bool {
	return len(w) > 4 && strings.HasSuffix(w, "ly") && !notAdverbs[w]
}

// Spelling returns the word of a token in lower case, and nothing for a word
// that the lexicon does not know.
func (x *Lexicon) Spelling(t Token) string { return x.spellings[t.word] }

// Filler makes a word one that may stand inside of any phrase.
func (b *LexiconBuilder) Filler(word string) { b.fillers = append(b.fillers, word) }

// Build returns the lexicon of all that was added.
func (b *LexiconBuilder) Build() *Lexicon {
	lemmas, exacts := b.spellings()
	const forms = 4 // as many as most lemmas have
	x := &Lexicon{words: make(map[string]word, forms*len(lemmas)), nextID: 1}
	x.addFunctionWords()
	x.synonyms = b.synonyms
	for _, w := range lemmas {
		x.addLemma(w)
	}
	x.addSynonyms()
	for _, w := range exacts {
		x.addExact(w)
	}
	x.addIrregular(b.irregular)
	for _, w := range b.fillers {
		e := x.words[w]
		e.class |= Filler
		x.words[w] = e
	}
	graph := newPhraseGraph(b.phrases)
	for _, l := range b.phrases {
		graph.add(l.phrase, x, l.hit)
	}
	x.phrases = graph.automaton()
	x.spellings = []string{""}
	for spelling, e := range x.words {
		e.number = int32(len(x.spellings))
		x.spellings = append(x.spellings, spelling)
		if isAdverb(spelling) && e.class == 0 {
			e.class = Adverb
		}
		x.words[spelling] = e
	}
	x.table = newWordTable(x.words)
	return x
}

// spellings lists the words of all phrases, each once, lemmas shorter ones
// first: "records" in a phrase is then a form of "record", not a word of its
// own.
func (b *LexiconBuilder) spellings() (lemmas, exacts []string) {
	seen := map[string]bool{}
	for _, l := range b.phrases {
		l.phrase.eachWord(func(w string) {
			if seen[w] {
				return
			}
			seen[w] = true
			if exact, ok := strings.CutPrefix(w, "="); ok {
				exacts = append(exacts, exact)
			} else {
				lemmas = append(lemmas, w)
			}
		})
	}
	sort.Slice(lemmas, func(i, j int) bool {
		if len(lemmas[i]) != len(lemmas[j]) {
			return len(lemmas[i]) < len(lemmas[j])
		}
		return lemmas[i] < lemmas[j]
	})
	sort.Strings(exacts)
	return lemmas, exacts
}

func (x *Lexicon) addFunctionWords() {
	for class, list := range functionWords {
		for _, w := range strings.Fields(list) {
			e := x.words[w]
			e.class |= class
			x.words[w] = e
		}
	}
	for _, w := range strings.Fields(plainWords) {
		if _, ok := x.words[w]; !ok {
			x.words[w] = word{}
		}
	}
	for w, v := range numberWords {
		x.words[w] = word{class: Number, value: v}
	}
}

func (x *Lexicon) addLemma(lemma string) int32 {
	if e := x.words[lemma]; e.lemma != 0 {
		return e.lemma
	}
	if same, ok := x.synonyms[lemma]; ok && same != lemma {
		id := x.addLemma(same)
		x.addWord(lemma, id)
		return id
	}
	id := x.nextID
	x.nextID++
	x.addWord(lemma, id)
	return id
}

// addSynonyms adds the synonyms of known lemmas that no phrase uses itself.
func (x *Lexicon) addSynonyms() {
	for _, word := range slices.Sorted(maps.Keys(x.synonyms)) {
		if id := x.words[x.synonyms[word]].lemma; id != 0 && x.words[word].lemma == 0 {
			x.addWord(word, id)
		}
	}
}

// addWord makes the forms of word, however it is spelled, those of the lemma
// that has that id.
func (x *Lexicon) addWord(word string, id int32) {
	x.addForms(word, id)
	for _, variant := range spellings(word) {
		if x.words[variant].lemma == 0 {
			x.addForms(variant, id)
		}
	}
}

// addForms makes the inflections of word forms of the lemma that has that id.
func (x *Lexicon) addForms(word string, id int32) {
	for _, f := range inflections(word) {
		e := x.words[f.word]
		if e.lemma != 0 && f.word != word { // "needs" of need: the first lemma keeps it
			continue
		}
		e.lemma, e.form = id, e.form|f.form
		x.words[f.word] = e
	}
}

func (x *Lexicon) addExact(spelling string) int32 {
	e := x.words[spelling]
	if e.exact == 0 {
		e.exact = x.nextID
		x.nextID++
		if e.form == 0 {
			e.form = spelledForm(spelling)
		}
		x.words[spelling] = e
	}
	return e.exact
}

// spelledForm reads the inflection off a spelling.
func spelledForm(w string) Form {
	switch {
	case strings.HasSuffix(w, "ed"):
		return Past
	case strings.HasSuffix(w, "ing"):
		return Gerund
	case strings.HasSuffix(w, "s"):
		return Third
	}
	return Base
}

// addIrregular adds the irregular forms of the lemmas that phrases use. The
// form is the past, the usual irregular one; a form that ends in s is a
// plural.
func (x *Lexicon) addIrregular(irregular map[string]string) {
	forms := make([]string, 0, len(irregular))
	for form := range irregular {
		forms = append(forms, form)
	}
	sort.Strings(forms)
	for _, form := range forms {
		lemma, ok := x.words[irregular[form]]
		if !ok || lemma.lemma == 0 {
			continue
		}
		e := x.words[form]
		e.lemma = lemma.lemma
		if form != irregular[form] {
			e.form = 0
		} // else "read", which is the base form as well
		if strings.HasSuffix(form, "s") {
			e.form |= Third
		} else {
			e.form |= Past
		}
		x.words[form] = e
	}
}

// id returns the id of a word of a phrase, which the lexicon knows.
func (x *Lexicon) id(w string) int32 {
	if exact, ok := strings.CutPrefix(w, "="); ok {
		return x.words[exact].exact
	}
	return x.words[w].lemma
}

// Names extends a Lexicon by the names and defined terms of one document.
type Names struct {
	words   map[string]int32 // spellings that the lexicon does not know
	phrases automaton
	nextID  int32
}

// NewNames returns an empty set of names over x.
func (x *Lexicon) NewNames() *Names {
	return &Names{words: map[string]int32{}, nextID: x.nextID}
}

// Add makes the words of name stand for term in the document. Words that the
// lexicon does not know become known to these names alone.
func (n *Names) Add(x *Lexicon, term TermID, use Use, name string) {
	var ids []int32
	tokens := Tokenize(nil, name, 0, x, n)
	for i, t := range tokens {
		switch {
		case t.Class&(Quote|Comma|Mark|Stop|Open|Close) != 0:
			continue
		case t.Class&Determiner != 0 && len(ids) == 0 && len(tokens) > 1:
			continue
		case t.Lemma != 0:
			ids = append(ids, t.Lemma)
		case t.Exact != 0:
			ids = append(ids, t.Exact)
		default:
			spelling := strings.ToLower(name[tokens[i].Start:tokens[i].End])
			n.words[spelling] = n.nextID
			ids = append(ids, n.nextID)
			n.nextID++
		}
	}
	if len(ids) > 0 && len(ids) <= 6 {
		group := n.phrases.addPhrase(ids, hitTerm{term, use})
		group.named, group.starts = true, x.phrases.startsOf(group.terms)
	}
}
