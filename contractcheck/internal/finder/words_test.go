package finder

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"example.org/contractcheck/contractcheck/internal/language"
)

func TestWordsReadAlike(t *testing.T) {
	tests := []struct {
		one, other string
		same       bool
	}{
		{"Vendor discloses data", "THE-vendor", false},
		{"Vendor discloses data", "vendor disclosed information", true},
		{"disclosing", "disclose", true},
		{"policies", "policy", true},
		{"the Provider's staff", "the vendor’s employees", true},
		{"within 72 hours", "within thirty hours", true},
		{"within 72 hours", "within some hours", false},
		{"notify, (the) library;", "notify the library", true},
		{"can't", "cannot", true},
		{"press", "pres", false},
		{"sing", "s", false},
		{"status", "statu", false},
		{"", "... \xff", true},
		{"a\x00b", "a b", true},
	}
	for _, tt := range tests {
		one, other := TextWords(nil, tt.one), TextWords(nil, tt.other)
		assert.Equal(t, tt.same, assert.ObjectsAreEqual(one, other), "%q, %q: %x, %x", tt.one, tt.other, one, other)
	}
}

func TestEndingsComeOffHashes(t *testing.T) {
	for word, stem := range map[string]string{
		"discloses": "disclos", "Disclosed": "disclos", "disclosing": "disclos", "disclosure": "disclosur",
		"parties": "party", "ties": "tie", "classes": "class", "access": "access", "bus": "bus", "this": "this",
		"red": "red", "used": "use", "use": "use", "ring": "ring", "be": "be", "s": "s", "is": "is", "vendor's": "vendor",
	} {
		whole := word
		if word == "vendor's" {
			whole = "vendor" // the tokens' hash has no possessive ending
		}
		low := []byte(whole)
		for i := range low {
			low[i] |= 0x20
		}
		assert.Equal(t, hashOf(stem), stemmed(hashOf(string(low)), word), word)
	}
}

// A vocabulary does not change how words are hashed, so that what a model was
// trained on is what a judge reads.
func TestWordsAreTheSameInAnyVocabulary(t *testing.T) {
	var b language.LexiconBuilder
	for _, word := range []string{"notify", "seventy", "patron", "staff"} {
		b.Add(1, language.AnyUse, language.Phrase{{Word: word}})
	}
	lexicon := b.Build()
	for _, text := range []string{
		"The Vendor's staff won't notify seventy-two third parties of patron data within 72 hours.",
		"Patrons' data; we'll notify (them) on 2024-01-02, at 1,000.50 — or don’t.",
	} {
		tokens := language.Tokenize(nil, text, 100, lexicon, nil)
		assert.Equal(t, TextWords(nil, text), Words(nil, text, 100, tokens), text)
	}
}
