package rules

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/clausefile"
	"example.org/contractcheck/contractcheck/internal/language"
)

// compileErrors returns the messages of all errors, each with its position.
func compileErrors(t *testing.T, terms *clausefile.Terms, clauses ...*clausefile.Clause) []string {
	t.Helper()
	set, err := Compile(terms, clauses)
	require.Error(t, err)
	assert.Nil(t, set)
	joined, ok := err.(interface{ Unwrap() []error })
	require.True(t, ok, "errors are joined")
	var all []string
	for _, e := range joined.Unwrap() {
		var syntax *clausefile.SyntaxError
		require.ErrorAs(t, e, &syntax)
		all = append(all, e.Error())
	}
	return all
}

func TestCompileRuleErrors(t *testing.T) {
	tests := []struct {
		name, rule, want string
		line             int // counted from the rule's first
	}{
		{
			"unknown term", "- frame: {does: <sell>, what: <patron-date>}\n  want: never",
			"unknown term <patron-date>", 0,
		},
		{
			"unknown term with a hint", "- frame: {does: <sell>, what: <patron>, about: <data-brea>}\n  want: never",
			"unknown term <data-brea>; did you mean <data>?", 0,
		},
		{
			"unknown slot", "- frame: {does: <sell>, where: <patron>}\n  want: never",
			`unknown slot "where": expected one of [who holder does`, 0,
		},
		{
			"unknown party", "- frame: {who: <patron-data>, does: <sell>}\n  want: never",
			`unknown party "<patron-data>": expected <vendor>, <library>, <patron>, <third> or <product>`, 0,
		},
		{
			"a party in plain words", "- frame: {who: vendor, does: <sell>}\n  want: never",
			`unknown party "vendor"`, 0,
		},
		{
			"unknown exception", "- frame: {does: <sell>}\n  want: never\n  allow: [whim]",
			`unknown exception "whim": expected a term of the section exceptions`, 2,
		},
		{
			"an exception of another section", "- frame: {does: <sell>}\n  want: never\n  allow: [consent]",
			`unknown exception "consent"`, 2,
		},
		{
			"no action", "- frame: {what: <patron-data>}\n  want: never",
			"the frame says no action: expected a slot does or owns", 0,
		},
		{
			"an object for an action", "- frame: {does: <patron-data>}\n  want: never",
			"<patron-data> is no action", 0,
		},
		{
			"a gap in front", "- pattern: ...3 <tls>\n  verdict: satisfied",
			"a pattern must not begin with a gap", 0,
		},
		{
			"a gap behind", "- pattern: <tls> ...3\n  verdict: satisfied",
			"a pattern must not end in a gap", 0,
		},
		{
			"a gap without a number", "- pattern: <tls> ... <encryption>\n  verdict: satisfied",
			`"..." is no gap: expected ...N with N from 0 to 99`, 0,
		},
		{
			"a gap too wide", "- pattern: <tls> ...100 <encryption>\n  verdict: satisfied",
			`"...100" is no gap`, 0,
		},
		{
			"an optional part in front", "- pattern: <tls>? <encryption>\n  verdict: satisfied",
			"the first part of a pattern must not be optional", 0,
		},
		{
			"an unknown term in a pattern", "- pattern: <tls> <encrypt>\n  verdict: satisfied",
			"unknown term <encrypt>; did you mean <encryption>?", 0,
		},
		{
			"a bracket left open", "- pattern: (tls | ssl\n  verdict: satisfied",
			"a bracket is not closed", 0,
		},
		{
			"unknown term in when", "- frame: {does: <sell>}\n  want: never\n  when: <nowhere>",
			"unknown term <nowhere>", 2,
		},
		{
			"unknown term in weak", "- frame: {does: <sell>}\n  want: never\n  weak: <nowhere>",
			"unknown term <nowhere>", 2,
		},
		{
			"unknown term in unless", "- pattern: <tls>\n  verdict: partial\n  unless: (odd | <nowhere>)",
			"unknown term <nowhere>", 2,
		},
	}
	for _, tt := range tests {
		all := compileErrors(t, parseTestTerms(t, testTerms), testClause(t, "probe", tt.rule))
		if assert.NotEmpty(t, all, tt.name) {
			assert.Contains(t, all[0], tt.want, tt.name)
			assert.True(t, strings.HasPrefix(all[0], place("c.yaml", rulesLine+tt.line)), "%s: %q is not on line %d", tt.name, all[0], rulesLine+tt.line)
		}
	}
}

func place(file string, line int) string {
	return strings.TrimSuffix((&clausefile.SyntaxError{Pos: clausefile.Pos{File: file, Line: line, Column: 1}, Msg: ""}).Error(), "1: ")
}

// A slot's parameter must be one of the requirement's; files that are parsed
// have been checked, clauses that are made otherwise have not.
func TestCompileUnknownParam(t *testing.T) {
	c := testClause(t, "probe", "- frame: {does: <delete>, within: {max_hours}}\n  want: always")
	c.Requirements[0].Params = nil
	all := compileErrors(t, parseTestTerms(t, testTerms), c)
	require.Len(t, all, 1)
	assert.Contains(t, all[0], `requirement probe has no parameter "max_hours"`)
}

func TestCompileTermErrors(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"itself", "  usage-only: [usage data]", "  usage-only: [usage <usage-only>]", "<usage-only> refers to itself"},
		{"a circle", "  usage-only: [usage data]", "  usage-only: [<encryption>]\n  encryption: [<tls>]\n  tls: [<usage-only>]", "refers to itself"},
		{"an unknown term", "  usage-only: [usage data]", "  usage-only: [usage <dat>]", "unknown term <dat>; did you mean <data>?"},
		{"an unknown party", "  product: [service | platform]", "  prodct: [service]", `unknown party "prodct": expected vendor, library, patron, third or product`},
		{"an unknown modality", "  wish: [wish to | choose to]", "  hope: [hope to]", `unknown modality "hope": expected oblige, promise`},
		{"an empty phrase", "  usage-only: [usage data]", "  usage-only: [usage? data?]", `phrase "usage? data?": the phrase can be empty`},
		{"a filler of two words", "filler: [full |", "filler: [in full |", "a filler is a single word"},
		{"a term that all need", "  hedge: [reasonable effort | where feasible | material]\n", "", `the vocabulary has no term "hedge", which every library needs`},
		{"the term of data on patrons", "patron-data: [", "patrondata: [", `the vocabulary has no term "patron-data"`},
	}
	for _, tt := range tests {
		text := strings.Replace(testTerms, tt.old, tt.new, 1)
		require.NotEqual(t, testTerms, text, tt.name)
		if strings.Contains(tt.new, "encryption: [<tls>]") {
			text = strings.Replace(text, "\n  encryption: [encrypt | encryption]\n  tls: [=tls | transport layer security]", "", 1)
		}
		all := compileErrors(t, parseTestTerms(t, text))
		assert.Contains(t, strings.Join(all, "\n"), tt.want, tt.name)
		assert.True(t, strings.HasPrefix(all[0], "terms.yaml:"), "%s: %q", tt.name, all[0])
	}
}

// All errors come at once, those of the terms first.
func TestCompileReportsAllErrors(t *testing.T) {
	terms := parseTestTerms(t, strings.Replace(testTerms, "[usage data]", "[usage <dat>]", 1))
	all := compileErrors(t, terms,
		testClause(t, "probe", "- frame: {does: <sel>, what: <nowhere>}\n  want: never\n- pattern: ...1 <tls>\n  verdict: partial"),
		testClause(t, "other", "- frame: {who: <nobody>, does: <sell>}\n  want: never"))
	text := strings.Join(all, "\n")
	for _, want := range []string{"<dat>", "<sel>", "<nowhere>", "begin with a gap", "<nobody>"} {
		assert.Contains(t, text, want)
	}
	assert.GreaterOrEqual(t, len(all), 5)
}

func TestCompile(t *testing.T) {
	set, err := Compile(parseTestTerms(t, testTerms), []*clausefile.Clause{
		testClause(t, "first", "- frame: {does: <sell>, what: <patron-data>}\n  want: never"),
		testClause(t, "second", "- pattern: <tls>\n  verdict: satisfied\n- frame: {holder: <library>, owns: <patron-data>}\n  want: own"),
		testClause(t, "third", "[]"),
	})
	require.NoError(t, err)
	var ids []string
	for _, r := range set.Requirements {
		ids = append(ids, r.ID)
	}
	assert.Equal(t, []string{"first", "second", "third"}, ids)

	own := set.Requirements[1].frames[0]
	assert.Equal(t, []language.Party{language.Library}, own.who)
	assert.Equal(t, "own", set.Grammar.Terms[own.does[0]].Name)
	assert.Equal(t, []language.TermID{set.PatronData()}, own.what)
	assert.Equal(t, []language.Party{language.Vendor}, set.Requirements[0].frames[0].who, "nobody named is the vendor")

	assert.Equal(t, "data-breach", set.Grammar.Terms[set.Breach()].Name)
	assert.Equal(t, "licensed-content", set.Grammar.Terms[set.OtherThing()].Name)
	assert.Equal(t, "library", set.Grammar.Terms[set.PartyTerm(language.Library)].Name)
	assert.Zero(t, set.PartyTerm(language.NoParty))
}

// The same plain words are one term, wherever they stand.
func TestWordTerms(t *testing.T) {
	set := compileRules(t, "- pattern: tls  1.2\n  verdict: satisfied\n- pattern: <encryption> ...2 tls\n  verdict: partial\n- pattern: tls ...1 1.2\n  verdict: partial")
	p := set.Requirements[0].patterns
	require.Len(t, p, 3)
	assert.Equal(t, p[0].parts[0].terms, p[1].parts[1].terms)
	assert.Equal(t, p[0].parts[1].terms, p[2].parts[1].terms)
	assert.NotEqual(t, p[0].parts[0].terms, p[0].parts[1].terms)
}

func TestPeriodTerms(t *testing.T) {
	set := compileRules(t, "[]")
	seen := map[language.TermID]bool{}
	n := 0
	for ; ; n++ {
		id, ok := set.PeriodTerm(n)
		if !ok {
			break
		}
		require.Less(t, int(id), len(set.Grammar.Terms))
		assert.Equal(t, language.WordSection, set.Grammar.Terms[id].Section)
		assert.False(t, seen[id])
		seen[id] = true
	}
	assert.Equal(t, periodTerms, n)
}

func TestSplitAlternatives(t *testing.T) {
	for in, want := range map[string][]string{
		"a":             {"a"},
		" a | b ":       {"a", "b"},
		"(a | b) c | d": {"(a | b) c", "d"},
		"<a> | <b>":     {"<a>", "<b>"},
		"":              {""},
		"a |":           {"a", ""},
	} {
		assert.Equal(t, want, splitAlternatives(in), "%q", in)
	}
}
