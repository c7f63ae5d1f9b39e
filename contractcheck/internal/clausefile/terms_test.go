package clausefile

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const goodTerms = `words:
  usage-only: [usage data (only | alone)]
parties:
  vendor: [vendor, <supplier>, "the =Company"]
actions:
  sell: {verbs: [sell, trade in], nouns: [sale]}
  audit:
    nouns: [inspection]
irregular: {sold: sell, kept: keep}
synonyms: {expunge: erase}
`

func TestParseTerms(t *testing.T) {
	terms, err := ParseTerms("t.yaml", []byte(goodTerms))
	require.NoError(t, err)
	at := func(line, column int) Pos { return Pos{"t.yaml", line, column} }
	assert.Equal(t, &Terms{
		Terms: []Term{
			{Name: "usage-only", Section: "words", Pos: at(2, 3), Phrases: []Text{{"usage data (only | alone)", at(2, 16)}}},
			{Name: "vendor", Section: "parties", Pos: at(4, 3), Phrases: []Text{
				{"vendor", at(4, 12)}, {"<supplier>", at(4, 20)}, {"the =Company", at(4, 32)}}},
			{Name: "sell", Section: "actions", Pos: at(6, 3),
				Verbs: []Text{{"sell", at(6, 18)}, {"trade in", at(6, 24)}}, Nouns: []Text{{"sale", at(6, 43)}}},
			{Name: "audit", Section: "actions", Pos: at(7, 3), Nouns: []Text{{"inspection", at(8, 13)}}},
		},
		Irregular: []Irregular{{"sold", "sell", at(9, 13)}, {"kept", "keep", at(9, 25)}},
		Synonyms:  []Synonym{{"expunge", "erase", at(10, 12)}},
	}, terms)
}

var badTerms = []badEdit{
	{"unknown section", "parties:", "party:", []string{
		`t.yaml:3:1: terms file: unknown key "party": expected parties, objects, modality, exceptions, words, actions, irregular or synonyms`}},
	{"near miss of a section", "parties:", "partys:", []string{
		`t.yaml:3:1: terms file: unknown key "partys": did you mean "parties"?`}},
	{"duplicate section", "parties:", "words:", []string{
		`t.yaml:3:1: terms file: "words" is already given on line 1`}},
	{"duplicate term", "  vendor: [", "  vendor: [a]\n  vendor: [", []string{
		`t.yaml:5:3: parties: "vendor" is already given on line 4`}},
	{"term in two sections", "  audit:", "  usage-only:", []string{
		`t.yaml:7:3: actions: "usage-only" is already given on line 2`}},
	{"bad term name", "  vendor: [", "  Vendor_: [", []string{
		`t.yaml:4:3: parties: read "Vendor_", expected a lower-case letter, then lower-case letters, digits and hyphens`}},
	{"empty section", "irregular: {sold: sell, kept: keep}", "irregular: {}", []string{
		`t.yaml:9:12: irregular: read an empty mapping, expected at least one entry`}},
	{"synonym of two words", "{expunge: erase}", "{expunge: do away}", []string{
		`t.yaml:10:21: expunge: read "do away", expected one word`}},
	{"phrase given twice", "[sell, trade in]", "[sell, trade in, sell]", []string{
		`t.yaml:6:34: verbs: "sell" is already given on line 6`}},
	{"phrase no text", "[sell, trade in]", "[sell, 24, true, null, [a]]", []string{
		`t.yaml:6:24: verbs: read 24, expected text: put it in quotes`,
		`t.yaml:6:28: verbs: read true, expected text: put it in quotes`,
		`t.yaml:6:34: verbs: read nothing, expected text`,
		`t.yaml:6:40: verbs: read a list, expected text`}},
	{"phrases for an action", "{verbs: [sell, trade in], nouns: [sale]}", "[sell]", []string{
		`t.yaml:6:9: sell: read a list, expected a mapping`}},
	{"action without words", "{verbs: [sell, trade in], nouns: [sale]}", "{}", []string{
		`t.yaml:6:9: sell: missing key "verbs" or "nouns"`}},
	{"text for phrases", "[vendor, <supplier>, \"the =Company\"]", "vendor", []string{
		`t.yaml:4:11: vendor: read "vendor", expected a list`}},
	{"two words as form", "sold: sell", "have sold: have sell", []string{
		`t.yaml:9:13: irregular: read "have sold", expected one word`}},
	{"two words as lemma", "sold: sell", "sold: have sell", []string{
		`t.yaml:9:19: sold: read "have sell", expected one word`}},
	{"form that looks like a verb of fmt", "sold: sell", "\"%d\": [a]", []string{
		`t.yaml:9:19: %d: read a list, expected text`}},
	{"form given twice", "kept: keep", "sold: sale", []string{
		`t.yaml:9:25: irregular: "sold" is already given on line 9`}},
}

func TestParseTermsProblems(t *testing.T) {
	for _, test := range badTerms {
		t.Run(test.name, func(t *testing.T) {
			terms, err := ParseTerms("t.yaml", test.apply(t, goodTerms))
			requireProblems(t, err, test.want)
			assert.Nil(t, terms)
		})
	}
}
