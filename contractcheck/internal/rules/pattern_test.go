package rules

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/clausefile"
	"example.org/contractcheck/contractcheck/internal/language"
)

func TestPattern(t *testing.T) {
	tests := []struct {
		name, pattern           string
		mustMatch, mustNotMatch []string
	}{
		{
			name: "words", pattern: "kept safe",
			mustMatch:    []string{"It is kept safe.", "It is kept, “safe”.", "It is kept the safe.", "It is kept solely safe.", "KEPT SAFE"},
			mustNotMatch: []string{"It is safe and kept.", "It is kept very much safe.", "It is kept; safe."},
		},
		{
			name: "inflection", pattern: "encrypt record",
			mustMatch:    []string{"We encrypt records.", "Encrypting the record is usual.", "We encrypted all records."},
			mustNotMatch: []string{"We encrypt recordings' titles.", "Encryption of records is usual."},
		},
		{
			name: "exact words", pattern: "=logs kept",
			mustMatch:    []string{"All logs kept there."},
			mustNotMatch: []string{"The log kept there.", "Logging kept there."},
		},
		{
			name: "alternatives and terms", pattern: "<tls> (1.2 | 1.3 | or higher)",
			mustMatch:    []string{"By TLS 1.2.", "By transport layer security 1.3.", "By TLS or higher."},
			mustNotMatch: []string{"By TLS 1.1.", "By TLS.", "By 1.2 of TLS.", "By TLS higher."},
		},
		{
			name: "a gap", pattern: "<encryption> ...2 <tls>",
			mustMatch: []string{
				"Encrypted TLS.", "Encrypted by TLS.", "Encrypted by means TLS.", "Encrypted, by all the means, TLS.",
				"Encrypted promptly and fully by TLS.",
			},
			mustNotMatch: []string{
				"Encrypted by means of TLS.", "Encrypted; TLS.", "Encrypted not by TLS.", "TLS encrypted.", "Encrypted never TLS.",
			},
		},
		{
			name: "an optional part", pattern: "<encryption> strong? ...1 <tls>",
			mustMatch:    []string{"Encryption strong TLS.", "Encryption TLS.", "Encryption by TLS.", "Encryption strong by TLS."},
			mustNotMatch: []string{"Encryption by strong old TLS.", "Strong TLS."},
		},
		{
			name: "a negation of its own", pattern: "not encrypt ...3 <tls>",
			mustMatch:    []string{"We do not encrypt it by TLS.", "We do not encrypt, not even by TLS."},
			mustNotMatch: []string{"We encrypt it by TLS."},
		},
		{
			name: "a phrase that begins with an idle negation", pattern: "term ...2 (no less than | at least as)",
			mustMatch:    []string{"The terms are no less than ours.", "Terms at least as."},
			mustNotMatch: []string{"The terms are less than ours."},
		},
		{
			name: "the longest way", pattern: "a ...3 b c",
			mustMatch:    []string{"Point a x b b c.", "Point a b y b c."},
			mustNotMatch: []string{"Point a b y c."},
		},
	}
	for _, tt := range tests {
		set := compileRules(t, "- pattern: "+quoteYAML(tt.pattern)+"\n  verdict: partial")
		for _, text := range tt.mustMatch {
			assert.NotEmpty(t, readScene(t, set, testScene(set, text)), "%s: %q in %q", tt.name, tt.pattern, text)
		}
		for _, text := range tt.mustNotMatch {
			assert.Empty(t, readScene(t, set, testScene(set, text)), "%s: %q in %q", tt.name, tt.pattern, text)
		}
	}
}

func quoteYAML(s string) string { return "'" + s + "'" }

// What is denied, asked under a condition or excepted does not say what a
// pattern says.
func TestPatternInPlace(t *testing.T) {
	tests := []struct{ rule, text, want string }{
		{"- pattern: <encryption> ...3 <tls>\n  verdict: satisfied", "Patron data is encrypted by TLS.", "satisfied"},
		{"- pattern: <encryption> ...3 <tls>\n  verdict: satisfied", "Patron data is not encrypted by TLS.", ""},
		{"- pattern: <encryption> ...3 <tls>\n  verdict: satisfied", "If patron data is encrypted by TLS, fees are due.", ""},
		{"- pattern: <encryption> ...3 <tls>\n  verdict: satisfied", "Unless patron data is encrypted by TLS, fees are due.", ""},
		{"- pattern: <encryption> ...3 <tls>\n  verdict: satisfied", "Where feasible, patron data is encrypted by TLS.", "partial"},
		{"- pattern: <encryption> ...3 <tls>\n  verdict: satisfied", "Patron data is encrypted by TLS except as required by law.", "satisfied"},
		{"- pattern: <encryption> ...3 <tls>\n  verdict: satisfied", "Patron data is encrypted by TLS except in an emergency.", "partial"},
		{"- pattern: <encryption> ...3 <tls>\n  verdict: satisfied", "Patron data is encrypted by TLS except on Monday.", "partial"},
		{"- pattern: <encryption> ...3 <tls>\n  verdict: satisfied", "Patron data is encrypted by TLS except for its business purposes.", "contradicted"},
		{"- pattern: <encryption> ...3 <tls>\n  verdict: satisfied\n  weak: <usage-only>", "Usage data is encrypted by TLS.", "partial"},
		{"- pattern: <encryption> ...3 <tls>\n  verdict: satisfied\n  unless: software\n  when: <patron-data>", "Patron data is encrypted by TLS.", "satisfied"},
		{"- pattern: <encryption> ...3 <tls>\n  verdict: satisfied\n  when: <patron-data>", "Mail is encrypted by TLS.", ""},
		{"- pattern: <encryption> ...3 <tls>\n  verdict: contradicted", "Patron data is encrypted by TLS where feasible.", "contradicted"},
		{"- pattern: patron ...4 <encryption> ...3 (<tls> | without delay)\n  verdict: contradicted", "Patron data may be encrypted by TLS.", "contradicted"},
		{"- pattern: patron ...4 <encryption> ...3 (<tls> | without delay)\n  verdict: contradicted", "Patron data may not be encrypted by TLS.", ""},
		{"- pattern: (regularly | rarely) ...2 <encryption>\n  verdict: contradicted", "Vendor may regularly encrypt patron data.", "contradicted"},
		{"- pattern: (regularly | rarely) ...2 <encryption>\n  verdict: contradicted", "Vendor may not regularly encrypt patron data.", ""},
		{"- pattern: keep ...3 <tls>\n  verdict: satisfied", "Vendor shall keep using TLS.", "satisfied"},
		{"- pattern: keep ...3 <tls>\n  verdict: satisfied", "Vendor may keep using TLS.", "partial"},
		{"- pattern: keep ...3 <tls>\n  verdict: satisfied", "Vendor should keep using TLS.", "partial"},
		{"- pattern: may keep ...3 <tls>\n  verdict: satisfied", "Vendor may keep using TLS.", "satisfied"},
		{"- pattern: <library> ...1 keep ...3 <tls>\n  verdict: satisfied", "The Library may keep using TLS.", "satisfied"},
		{"- pattern: keep ...3 <tls>\n  verdict: satisfied", "The Library shall keep using TLS.", ""},
		{"- pattern: <library> ...1 keep ...3 <tls>\n  verdict: satisfied", "The Library shall keep using TLS.", "satisfied"},
	}
	for _, tt := range tests {
		set := compileRules(t, tt.rule)
		got, _ := worst(t, set, tt.text)
		assert.Equal(t, tt.want, got, "%q", tt.text)
	}
}

func TestPatternFields(t *testing.T) {
	for in, want := range map[string][]string{
		"a (b | c)? ...2 <d>": {"a", "(b | c)?", "...2", "<d>"},
		"  a\n\tb ":           {"a", "b"},
		"":                    nil,
		"((a b) c) d":         {"((a b) c)", "d"},
		") a":                 {")", "a"},
	} {
		assert.Equal(t, want, patternFields(in), "%q", in)
	}
}

func compilePattern(terms *clausefile.Terms, text string) (*Set, error) {
	rule := clausefile.Rule{Pattern: clausefile.Text{Value: text}, Verdict: clausefile.Text{Value: "partial"}}
	return Compile(terms, []*clausefile.Clause{{Requirements: []clausefile.Requirement{{ID: "probe", Rules: []clausefile.Rule{rule}}}}})
}

// A requirement of parts has several: one alone would be the whole.
func TestSinglePart(t *testing.T) {
	terms := parseTestTerms(t, testTerms)
	rule := func(part string) clausefile.Rule {
		return clausefile.Rule{Pattern: clausefile.Text{Value: "encrypt"}, Verdict: clausefile.Text{Value: "satisfied"}, Part: part}
	}
	compile := func(rules ...clausefile.Rule) error {
		_, err := Compile(terms, []*clausefile.Clause{{Requirements: []clausefile.Requirement{{ID: "probe", Rules: rules}}}})
		return err
	}
	assert.ErrorContains(t, compile(rule("stored")), `requirement probe has one part only, "stored"`)
	assert.NoError(t, compile(rule("stored"), rule("sent")))
	assert.NoError(t, compile(rule("")))
}

// FuzzPattern matches any pattern on any text: what it finds lies inside of
// the sentence.
func FuzzPattern(f *testing.F) {
	for _, seed := range [][2]string{
		{"<encryption> ...2 <tls>", "Encrypted by TLS."},
		{"(a | b)? c", "a b c"},
		{"a ...99 b? ...9 c", "a a a b b c c"},
		{"not encrypt ...3 <tls>", "We do not encrypt by TLS"},
		{"=x y", "x y"},
		{"a (b | ...2 c)", "a b c"},
		{"<", "<"},
		{") (", "x"},
		{"=(a | b) c", "a b c"},
	} {
		f.Add(seed[0], seed[1])
	}
	terms := parseTestTerms(f, testTerms)
	f.Fuzz(func(t *testing.T, text, sentence string) {
		set, err := compilePattern(terms, text)
		if err != nil || len(set.Requirements[0].patterns) == 0 {
			return
		}
		s := &language.Sentence{}
		set.Grammar.Analyse(s, language.Tokenize(nil, sentence, 0, set.Grammar.Lexicon, nil), nil)
		if from, to, ok := set.Requirements[0].patterns[0].find(s, func(int, int) bool { return true }); ok {
			require.True(t, 0 <= from && from < to && to <= len(s.Tokens), "%q in %q: tokens %d to %d of %d", text, sentence, from, to, len(s.Tokens))
		}
	})
}

// What a pattern speaks of itself, the reader does not hold against a match.
func TestHeeds(t *testing.T) {
	for text, want := range map[string]heeds{
		"encrypt ...6 record":            {},
		"(not | never) ...6 encrypt":     {negator: true, limits: true},
		"<no-duty> ...6 encrypt":         {},
		"record ...4 except":             {excepts: true},
		"sale ...4 =prohibited":          {bans: true},
		"<only> encrypt":                 {limits: true},
		"solely ...2 encrypt":            {limits: true},
		"<library> ...2 encrypt":         {party: true},
		"=our record":                    {party: true},
		"record ...2 (can | could) ...4": {allows: true},
		"(=mean | =means) any record":    {means: true},
		"by all meaning":                 {},
	} {
		assert.Equal(t, want, heedsOf(text), text)
	}
}
