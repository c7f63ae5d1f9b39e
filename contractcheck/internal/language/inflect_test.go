package language

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestInflections(t *testing.T) {
	tests := []struct {
		lemma               string
		third, past, gerund []string
		not                 []string
	}{
		{lemma: "record", third: []string{"records"}, past: []string{"recorded"}, gerund: []string{"recording"}, not: []string{"recordded", "recordes"}},
		{lemma: "delete", third: []string{"deletes"}, past: []string{"deleted"}, gerund: []string{"deleting"}, not: []string{"deleteed"}},
		{lemma: "notify", third: []string{"notifies"}, past: []string{"notified"}, gerund: []string{"notifying"}, not: []string{"notifys", "notifyed"}},
		{lemma: "convey", third: []string{"conveys"}, past: []string{"conveyed"}, gerund: []string{"conveying"}, not: []string{"conveies"}},
		{lemma: "purge", third: []string{"purges"}, past: []string{"purged"}, gerund: []string{"purging"}},
		{lemma: "process", third: []string{"processes"}, past: []string{"processed"}, gerund: []string{"processing"}},
		{lemma: "wash", third: []string{"washes"}, past: []string{"washed"}, gerund: []string{"washing"}},
		{lemma: "box", third: []string{"boxes"}, past: []string{"boxed"}, gerund: []string{"boxing"}, not: []string{"boxxed"}},
		{lemma: "transmit", third: []string{"transmits"}, past: []string{"transmitted"}, gerund: []string{"transmitting"}},
		{lemma: "log", third: []string{"logs"}, past: []string{"logged"}, gerund: []string{"logging"}},
		{lemma: "disclose", third: []string{"discloses"}, past: []string{"disclosed"}, gerund: []string{"disclosing"}},
		{lemma: "party", third: []string{"parties"}},
		{lemma: "know", third: []string{"knows"}, past: []string{"knowed"}, gerund: []string{"knowing"}, not: []string{"knowwing"}},
	}
	for _, tt := range tests {
		forms := map[string]Form{}
		for _, f := range inflections(tt.lemma) {
			forms[f.word] |= f.form
		}
		assert.Equal(t, Base, forms[tt.lemma]&Base, tt.lemma)
		for _, w := range tt.third {
			assert.Equal(t, Third, forms[w]&Third, "%s of %s", w, tt.lemma)
		}
		for _, w := range tt.past {
			assert.Equal(t, Past, forms[w]&Past, "%s of %s", w, tt.lemma)
		}
		for _, w := range tt.gerund {
			assert.Equal(t, Gerund, forms[w]&Gerund, "%s of %s", w, tt.lemma)
		}
		for _, w := range tt.not {
			assert.NotContains(t, forms, w)
		}
	}
}

// What is no verb or noun of English keeps its one form.
func TestInflectionsOfOddLemmas(t *testing.T) {
	for _, lemma := range []string{"", "a", "be", "99", "t1s", "1.2"} {
		assert.Equal(t, []inflection{{lemma, Base}}, inflections(lemma), "%q", lemma)
	}
}

// A word in the text is the lemma's, in the form that it has there.
func TestInflectedTokens(t *testing.T) {
	lemma := testGrammar.Lexicon.words["sell"].lemma
	assert.NotZero(t, lemma)
	for text, form := range map[string]Form{"sell": Base, "sells": Third, "selling": Gerund, "sold": Past, "SOLD": Past} {
		tok := tokens(text)[0]
		assert.Equal(t, lemma, tok.Lemma, "%q", text)
		assert.Equal(t, form, tok.Form&form, "%q", text)
	}
	for _, text := range []string{"sale", "seller", "selled2", "unsold"} {
		assert.NotEqual(t, lemma, tokens(text)[0].Lemma, "%q", text)
	}
}

// A shorter lemma keeps a spelling that two could claim: "records" is a form
// of record where a phrase lists it too.
func TestSharedSpelling(t *testing.T) {
	var b LexiconBuilder
	b.Add(1, AnyUse, plainPhrase("records schedule"))
	b.Add(1, AnyUse, plainPhrase("record"))
	x := b.Build()
	assert.Equal(t, x.words["record"].lemma, x.words["records"].lemma)
	assert.NotZero(t, x.words["records"].lemma)
}

// An irregular form of a lemma that no phrase uses is no word.
func TestIrregular(t *testing.T) {
	var b LexiconBuilder
	b.Add(1, AnyUse, plainPhrase("keep"))
	b.Irregular("kept", "keep")
	b.Irregular("sold", "sell")
	b.Irregular("indices", "keep")
	x := b.Build()
	assert.Equal(t, word{lemma: x.words["keep"].lemma, form: Past, number: x.words["kept"].number}, x.words["kept"])
	assert.Equal(t, Third, x.words["indices"].form)
	assert.NotContains(t, x.words, "sold")
}

// A word that British and American authors spell in two ways is one word.
func TestSpellings(t *testing.T) {
	tests := []struct{ lemma, other string }{
		{"authorise", "authorizes"},
		{"authorize", "authorised"},
		{"organisation", "organizations"},
		{"honor", "honoured"},
		{"licence", "licensing"},
		{"analyse", "analyzing"},
	}
	for _, tt := range tests {
		var b LexiconBuilder
		b.Add(1, AnyUse, plainPhrase(tt.lemma))
		x := b.Build()
		assert.NotZero(t, x.words[tt.other].lemma, "%s of %s", tt.other, tt.lemma)
		assert.Equal(t, x.words[tt.lemma].lemma, x.words[tt.other].lemma, "%s of %s", tt.other, tt.lemma)
	}
	for _, word := range []string{"four", "wise", "notice", "data"} {
		assert.Empty(t, spellings(word), word)
	}
}

// Synonyms are one word, whether or not a phrase uses both.
func TestSynonyms(t *testing.T) {
	var b LexiconBuilder
	b.Add(1, AnyUse, plainPhrase("delete"))
	b.Add(2, AnyUse, plainPhrase("expunge"))
	b.Synonym("expunge", "delete")
	b.Synonym("wipe", "delete")
	b.Synonym("shred", "destroy")
	x := b.Build()
	for _, word := range []string{"expunge", "expunged", "wipe", "wiping"} {
		assert.Equal(t, x.words["delete"].lemma, x.words[word].lemma, word)
	}
	assert.NotContains(t, x.words, "shred", "no phrase uses the word that it stands for")
}
