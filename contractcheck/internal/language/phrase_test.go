package language

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func word1(w string) Part               { return Part{Word: w} }
func optional(w string) Part            { return Part{Word: w, Optional: true} }
func oneOf(alternatives ...string) Part { return Part{Any: phrasesOf(alternatives)} }

func phrasesOf(texts []string) []Phrase {
	var all []Phrase
	for _, text := range texts {
		all = append(all, plainPhrase(text))
	}
	return all
}

// hitTexts returns the stretches of text that a grammar of a single term finds,
// in order.
func hitTexts(p Phrase, use Use, text string) []string {
	var b LexiconBuilder
	b.Add(1, use, p)
	b.Filler("written")
	g := NewGrammar(b.Build(), []Term{{}, {Name: "t", Section: WordSection}})
	s := &Sentence{}
	g.Analyse(s, Tokenize(nil, text, 0, g.Lexicon, nil), nil)
	var found []string
	for _, h := range s.Hits() {
		found = append(found, text[s.Tokens[h.From].Start:s.Tokens[h.To-1].End])
	}
	return found
}

func TestPhrase(t *testing.T) {
	closeAccount := Phrase{word1("close"), optional("user"), oneOf("account", "library card", "profile page")}
	tests := []struct {
		name         string
		phrase       Phrase
		mustMatch    []string // the whole of each
		mustNotMatch []string
	}{
		{
			name: "words in order", phrase: plainPhrase("patron data"),
			mustMatch:    []string{"patron data", "Patron Data", "PATRON DATA", "patron-data", "patrons data", "patron's data"},
			mustNotMatch: []string{"data patron", "patron", "data", "patron of data", "patron. data", "patron; data"},
		},
		{
			name: "alternatives and optional parts", phrase: closeAccount,
			mustMatch:    []string{"close account", "closes the user account", "closed user library cards", "closing profile pages"},
			mustNotMatch: []string{"close library", "close user", "close profile", "close account's user library", "account close"},
		},
		{
			name: "an optional part at the front", phrase: Phrase{optional("search"), word1("log")},
			mustMatch:    []string{"search log", "log", "search logs"},
			mustNotMatch: []string{"search", "searching"},
		},
		{
			name: "an optional alternative at the end", phrase: Phrase{word1("copy"), {Any: phrasesOf([]string{"on tape", "of disk"}), Optional: true}},
			mustMatch:    []string{"copy", "copies on the tapes", "copy of disk"},
			mustNotMatch: []string{"on tape", "cop"},
		},
		{
			name: "determiners, fillers, adverbs, commas and quotation marks between", phrase: plainPhrase("right title and interest"),
			mustMatch: []string{
				"right, title and interest", "right, title, and interest", "right title and all written interest",
				"right, “title” and any interest", "right solely title and interest",
			},
			mustNotMatch: []string{"right not title and interest", "right to title and interest", "right (title) and interest", "right no title and interest"},
		},
		{
			name: "fillers", phrase: plainPhrase("give consent"),
			mustMatch:    []string{"give written consent", "give the written consent", "gives its explicitly written consent", "give, any, consent"},
			mustNotMatch: []string{"give no consent", "give never consent", "give oral consent"},
		},
		{
			name: "exact words", phrase: Phrase{word1("=records")},
			mustMatch:    []string{"records", "Records"},
			mustNotMatch: []string{"record", "recorded", "recording"},
		},
		{
			name: "an exact word among lemmas", phrase: Phrase{word1("close"), word1("=accounts")},
			mustMatch:    []string{"closes accounts", "closing the accounts"},
			mustNotMatch: []string{"close account", "closes an account"},
		},
	}
	for _, tt := range tests {
		for _, text := range tt.mustMatch {
			assert.Contains(t, hitTexts(tt.phrase, AnyUse, text), text, "%s: %q", tt.name, text)
		}
		for _, text := range tt.mustNotMatch {
			assert.NotContains(t, hitTexts(tt.phrase, AnyUse, text), text, "%s: %q", tt.name, text)
		}
	}
}

// A phrase begins and ends with a word of its own, never with what may stand
// between.
func TestPhraseEdges(t *testing.T) {
	assert.Equal(t, []string{"patron data"}, hitTexts(plainPhrase("patron data"), AnyUse, "all the patron data, promptly"))
	assert.Equal(t, []string{"data", "data"}, hitTexts(plainPhrase("data"), AnyUse, "data and written data"))
}

// Nouns are found in the forms that a noun has.
func TestPhraseUse(t *testing.T) {
	tests := []struct {
		text  string
		nouns int
	}{{"interest", 1}, {"interests", 1}, {"interested", 0}, {"interesting", 0}}
	for _, tt := range tests {
		assert.Len(t, hitTexts(plainPhrase("interest"), NounUse, tt.text), tt.nouns, "%q as a noun", tt.text)
		assert.Len(t, hitTexts(plainPhrase("interest"), VerbUse, tt.text), 1, "%q as a verb", tt.text)
	}
}

// Alternatives share their nodes, so that a phrase of many stays small.
func TestPhraseGraphStaysSmall(t *testing.T) {
	const parts, each = 6, 10
	var p Phrase
	for i := range parts {
		var words []string
		for k := range each {
			words = append(words, strings.Repeat(string(rune('a'+k)), 3+i))
		}
		p = append(p, oneOf(words...))
	}
	var b LexiconBuilder
	b.Add(1, AnyUse, p)
	x := b.Build()
	assert.LessOrEqual(t, len(x.phrases.states), 2*parts, "%d alternatives in a row of %d", each, parts)
	first, edges := 0, 0
	for _, to := range x.phrases.first {
		if to != 0 {
			first++
		}
	}
	for _, s := range x.phrases.states {
		edges += len(x.phrases.edgesOf(&s))
	}
	assert.Equal(t, each, first)
	assert.LessOrEqual(t, edges, 2*parts*each)
}

// The longest hit at a token comes first, each hit once.
func TestHitsOrder(t *testing.T) {
	a := analyse("Vendor keeps customer data and data.")
	for i, h := range a.Hits() {
		if i == 0 {
			continue
		}
		before := a.Hits()[i-1]
		assert.True(t, before.From < h.From || before.From == h.From && before.To >= h.To, "hits %v and %v", before, h)
		assert.NotEqual(t, before, h)
	}
	at := a.HitsAt(2)
	require.NotEmpty(t, at)
	assert.Equal(t, "customer data", a.words(at[0].From, at[0].To))
	assert.Empty(t, a.HitsAt(len(a.Tokens)))
	assert.Empty(t, a.HitsAt(-1))
}

func TestFind(t *testing.T) {
	a := analyse("Vendor keeps customer data and deletes patron data.")
	h, ok := a.Find(testTerms["patron-data"], 0, len(a.Tokens))
	require.True(t, ok)
	assert.Equal(t, "customer data", a.words(h.From, h.To))
	h, ok = a.Find(testTerms["patron-data"], 4, len(a.Tokens))
	require.True(t, ok)
	assert.Equal(t, "patron data", a.words(h.From, h.To))
	_, ok = a.Find(testTerms["patron-data"], 0, 3)
	assert.False(t, ok, "a hit must lie inside of the range")
	assert.False(t, a.Has(testTerms["patron-data"], 3, 6))
	assert.False(t, a.Has(testTerms["breach"], 0, len(a.Tokens)))
}

// A party inside of a longer object only says whose it is.
func TestPartyInsideObject(t *testing.T) {
	tests := []struct {
		text string
		want Party
	}{
		{"customer data", NoParty}, {"customer", Library}, {"Customer's data", NoParty}, {"Customer's report", Library}, {"user data", NoParty},
	}
	for _, tt := range tests {
		_, party, _ := analyse(tt.text).partyHit(0)
		assert.Equal(t, tt.want, party, "%q", tt.text)
	}
	_, _, ok := analyse("customer").partyHit(7)
	assert.False(t, ok)
}

func TestNames(t *testing.T) {
	x := testGrammar.Lexicon
	names := x.NewNames()
	names.Add(x, testTerms["library"], AnyUse, "Merrow Valley Libraries")
	names.Add(x, testTerms["patron-data"], AnyUse, "the Reader File")
	names.Add(x, testTerms["library"], AnyUse, "Provider")
	names.Add(x, testTerms["vendor"], AnyUse, "“Quill-Works, Inc.”")

	partyAt := func(text string) Party {
		_, p, _ := analyseNamed(text, names).partyHit(0)
		return p
	}
	assert.Equal(t, Library, partyAt("Merrow Valley Libraries shall"))
	assert.Equal(t, NoParty, partyAt("Merrow Valley shall"), "a name counts as a whole")
	assert.Equal(t, Vendor, partyAt("Quill Works, Inc. shall"))
	assert.Equal(t, Library, partyAt("Provider shall"), "a document's own name wins")
	assert.True(t, analyseNamed("Vendor keeps the Reader File.", names).Has(testTerms["patron-data"], 0, 6))

	// The lexicon itself learns nothing.
	_, p, _ := analyse("Provider shall").partyHit(0)
	assert.Equal(t, Vendor, p)
	assert.False(t, analyse("Vendor keeps the Reader File.").Has(testTerms["patron-data"], 0, 6))
	other := x.NewNames()
	_, _, ok := analyseNamed("Merrow Valley Libraries", other).partyHit(0)
	assert.False(t, ok)
}

// A name that is too long, or has no word, names nothing.
func TestNamesRefused(t *testing.T) {
	x := testGrammar.Lexicon
	for _, name := range []string{"", "“”", "  ,. ", "One Two Three Four Five Six Seven"} {
		names := x.NewNames()
		names.Add(x, testTerms["library"], AnyUse, name)
		assert.Empty(t, names.phrases.states, "%q", name)
	}
}

// Names of many documents must not disturb one another.
func TestNamesWalkBeforeLexicon(t *testing.T) {
	x := testGrammar.Lexicon
	names := x.NewNames()
	names.Add(x, testTerms["content"], AnyUse, "Customer Data")
	a := analyseNamed("customer data", names)
	require.NotEmpty(t, a.Hits())
	assert.Equal(t, testTerms["content"], a.Hits()[0].Term, "names come before the vocabulary at the same length")
	assert.Equal(t, testTerms["content"], a.Hits()[a.object[0]-1].Term)
}
