package rules

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/clausefile"
	"example.org/contractcheck/contractcheck/internal/language"
)

const neverSell = "- frame: {who: <vendor>, does: <sell>, what: <patron-data>}\n  want: never\n  allow: [law]"

// What an anaphor stands for is named in the sentence or in the two before it
// in the section.
func TestNeighbours(t *testing.T) {
	set := compileRules(t, neverSell)
	tests := []struct {
		sentences []string
		want      string
	}{
		{[]string{"Vendor keeps patron data.", "Vendor shall not sell it."}, sat},
		{[]string{"Vendor keeps patron data.", "Fees are due.", "Vendor shall not sell such information."}, sat},
		{[]string{"Vendor keeps patron data.", "Fees are due.", "Vendor shall not sell it."}, none},
		{[]string{"Vendor keeps patron data.", "Fees are due.", "They are high.", "Vendor shall not sell such information."}, none},
		{[]string{"Vendor keeps the software.", "Vendor shall not sell it."}, none},
		{[]string{"Vendor shall not sell it.", "Vendor keeps patron data."}, none},
		{[]string{"Vendor keeps patron data, and shall not sell it."}, sat},
	}
	for _, tt := range tests {
		got, _ := worst(t, set, tt.sentences...)
		assert.Equal(t, tt.want, got, "%q", tt.sentences)
	}
}

// A section ends what stands before.
func TestNeighboursOfSection(t *testing.T) {
	set := compileRules(t, neverSell)
	sc := testScene(set, "Vendor keeps patron data.", "Vendor shall not sell it.")
	assert.Len(t, readScene(t, set, sc), 1)
	sc.Provisions[1].Section = 1
	assert.Empty(t, readScene(t, set, sc))
}

// The next sentence may take back what a provision gives.
func TestTakenBackByNext(t *testing.T) {
	set := compileRules(t, neverSell)
	first := "Vendor shall not sell patron data."
	tests := []struct{ next, want string }{
		{"Fees are due.", sat},
		{"However, Vendor may share it with its affiliates.", contra},
		{"Notwithstanding the foregoing, Vendor may share logs in good faith.", part},
		{"However, this does not bind Vendor in an emergency.", part},
		{"However, Vendor may act as required by law.", sat},
	}
	for _, tt := range tests {
		set := set
		sc := testScene(set, first, tt.next)
		var got Verdict
		for _, e := range readScene(t, set, sc) {
			if e.Provision == 0 {
				got = e.Verdict
			}
		}
		assert.Equal(t, tt.want, verdictWords[got], "%q", tt.next)

		sc.Provisions[1].Section = 1
		for _, e := range readScene(t, set, sc) {
			if e.Provision == 0 {
				assert.Equal(t, Satisfied, e.Verdict, "%q in another section", tt.next)
			}
		}
	}
}

// The item of a list is read with its stem; what the stem says alone is the
// stem's own.
func TestStems(t *testing.T) {
	set := compileRules(t, neverSell)
	item := func(stem, own string) *Scene {
		sc := testScene(set, stem+" "+own)
		sc.Provisions[0].Own = len(language.Tokenize(nil, stem, 0, set.Grammar.Lexicon, nil))
		return sc
	}
	tests := []struct{ stem, own, want string }{
		{"Vendor shall not", "sell patron data.", sat},
		{"Vendor may", "sell patron data.", contra},
		{"Vendor shall not sell", "patron data.", sat},
		{"Vendor shall not sell patron data:", "this holds for the whole term.", none},
	}
	for _, tt := range tests {
		got := None
		for _, e := range readScene(t, set, item(tt.stem, tt.own)) {
			got = e.Verdict
		}
		assert.Equal(t, tt.want, verdictWords[got], "%q %q", tt.stem, tt.own)
	}
}

func TestPatternStem(t *testing.T) {
	set := compileRules(t, "- pattern: <encryption> ...2 <tls>\n  verdict: satisfied")
	sc := testScene(set, "Encrypted by TLS are mail.")
	sc.Provisions[0].Own = 3
	assert.Empty(t, readScene(t, set, sc), "the stem speaks for itself")
	sc.Provisions[0].Own = 2
	assert.NotEmpty(t, readScene(t, set, sc))
}

func TestSkippedAndCeiling(t *testing.T) {
	set := compileRules(t, neverSell)
	sc := testScene(set, "Vendor shall not sell patron data.", "Vendor may sell patron data.")
	sc.Provisions[0].Ceiling, sc.Provisions[1].Ceiling = "only a plan", "only a plan"
	all := readScene(t, set, sc)
	require.Len(t, all, 2)
	assert.Equal(t, Partial, all[0].Verdict)
	assert.Equal(t, "only a plan", all[0].Reason)
	assert.Equal(t, Contradicted, all[1].Verdict, "a ceiling does not better what is contradicted")

	sc.Provisions[0].Skip, sc.Provisions[1].Skip = true, true
	assert.Empty(t, readScene(t, set, sc))
}

// when holds by the provision, the two before it, or the heading; unless by
// the provision alone.
func TestWhen(t *testing.T) {
	set := compileRules(t, neverSell+"\n  when: <termination>\n  unless: <tls>")
	tests := []struct {
		sentences []string
		want      string
	}{
		{[]string{"After termination Vendor shall not sell patron data."}, sat},
		{[]string{"Termination is by letter.", "Vendor shall not sell patron data."}, sat},
		{[]string{"Vendor shall not sell patron data."}, none},
		{[]string{"After termination Vendor shall not sell patron data over TLS."}, none},
		{[]string{"TLS is used.", "After termination Vendor shall not sell patron data."}, sat},
	}
	for _, tt := range tests {
		got, _ := worst(t, set, tt.sentences...)
		assert.Equal(t, tt.want, got, "%q", tt.sentences)
	}
	sc := testScene(set, "Vendor shall not sell patron data.")
	sc.Provisions[0].Section = 7
	sc.Headings = make([]Heading, 8)
	sc.Headings[7] = Heading{Title: "Term and termination", Parent: -1}
	assert.NotEmpty(t, readScene(t, set, sc))
	sc.Provisions[0].Section = 8
	assert.Empty(t, readScene(t, set, sc), "a section without a heading")
}

// Data of nobody in particular are a patron's only where the scene says so.
func TestPersonal(t *testing.T) {
	set := compileRules(t, "- frame: {does: <sell>, what: <patron-data> | <data>}\n  want: never")
	sc := testScene(set, "Vendor shall not sell information.")
	assert.NotEmpty(t, readScene(t, set, sc))
	sc.Personal = false
	assert.Empty(t, readScene(t, set, sc))
}

// A period that the document defines counts as its length.
func TestDefinedPeriod(t *testing.T) {
	set := compileRules(t, "- frame: {does: <notify>, whom: <library>, within: {max_hours}}\n  want: always")
	names := set.Grammar.Lexicon.NewNames()
	id, ok := set.PeriodTerm(0)
	require.True(t, ok)
	names.Add(set.Grammar.Lexicon, id, language.AnyUse, "Alarm Period")
	text := "Vendor shall notify the Library within the Alarm Period."
	for hours, want := range map[float64]Verdict{48: Satisfied, 96: Partial} {
		sc := &Scene{Text: text, Names: names, Periods: map[language.TermID]float64{id: hours}}
		sc.Provisions = []Provision{{Tokens: language.Tokenize(nil, text, 0, set.Grammar.Lexicon, names)}}
		all := readScene(t, set, sc)
		require.Len(t, all, 1)
		assert.Equal(t, want, all[0].Verdict, "%g hours", hours)
	}
}

func TestOverrides(t *testing.T) {
	set := compileRules(t, neverSell)
	for text, want := range map[string]bool{
		"Notwithstanding Section 4, Vendor may sell patron data.": true,
		"However, Vendor may sell patron data.":                   true,
		"Vendor may sell patron data notwithstanding Section 4.":  false,
		"Vendor may sell patron data.":                            false,
	} {
		all := readScene(t, set, testScene(set, text))
		if assert.NotEmpty(t, all, "%q", text) {
			assert.Equal(t, want, all[0].Overrides, "%q", text)
		}
	}
}

func TestNarrows(t *testing.T) {
	assert.True(t, Evidence{Verdict: Partial, want: never}.Narrows())
	assert.False(t, Evidence{Verdict: Partial, want: always}.Narrows())
	assert.False(t, Evidence{Verdict: Contradicted, want: never}.Narrows())
}

func TestReadStopsWithContext(t *testing.T) {
	set := compileRules(t, neverSell)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := set.Read(ctx, testScene(set, "Vendor shall not sell patron data."), func(int, string) float64 { return 1 })
	assert.ErrorIs(t, err, context.Canceled)
}

// shippedSet is the module's own clause library, with its passages.
func shippedSet(t *testing.T) (*Set, []string) {
	t.Helper()
	const dir = "../../../clauses/"
	data, err := os.ReadFile(dir + "terms.yaml")
	require.NoError(t, err)
	terms, err := clausefile.ParseTerms("terms.yaml", data)
	require.NoError(t, err)
	files, err := filepath.Glob(dir + "*.yaml")
	require.NoError(t, err)
	var clauses []*clausefile.Clause
	var passages []string
	for _, f := range files {
		if filepath.Base(f) == "terms.yaml" {
			continue
		}
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		c, err := clausefile.ParseClause(filepath.Base(f), data)
		require.NoError(t, err)
		clauses = append(clauses, c)
		for _, r := range c.Requirements {
			for _, p := range r.Tests {
				passages = append(passages, strings.Join(strings.Fields(p.Text), " "))
			}
		}
	}
	set, err := Compile(terms, clauses)
	require.NoError(t, err)
	return set, passages
}

// allEvidence reads every passage as a scene of its own.
func allEvidence(t *testing.T, set *Set, passages []string) [][][]Evidence {
	t.Helper()
	all := make([][][]Evidence, len(passages))
	for i, p := range passages {
		found, err := set.Read(context.Background(), testScene(set, p), func(_ int, name string) float64 { return testParams[name] })
		require.NoError(t, err)
		all[i] = found
	}
	return all
}

// One set reads many scenes at the same time, and the same twice.
func TestReadConcurrently(t *testing.T) {
	set, passages := shippedSet(t)
	passages = passages[:min(len(passages), 80)]
	want := allEvidence(t, set, passages)
	spoken := 0
	for _, found := range want {
		for _, list := range found {
			spoken += len(list)
		}
	}
	require.NotZero(t, spoken)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() { assert.Equal(t, want, allEvidence(t, set, passages)) })
	}
	group.Wait()
}

func TestReadDeterministic(t *testing.T) {
	_, passages := shippedSet(t)
	document := passages[:min(len(passages), 40)]
	read := func() []Evidence {
		set := compileRules(t, neverSell+"\n- pattern: <encryption> ...3 <tls>\n  verdict: satisfied\n- frame: {does: <keep> | <delete>, what: <patron-data> | <data>}\n  want: always")
		return readScene(t, set, testScene(set, document...))
	}
	want := read()
	for range 20 {
		assert.Equal(t, want, read())
	}
}

// Picking rules by their terms loses no evidence.
func TestCandidatesLoseNothing(t *testing.T) {
	set, passages := shippedSet(t)
	want := allEvidence(t, set, passages)
	all := *set
	open := *set.candidates
	open.free = slices.Clone(open.free)
	for at := range open.free[open.width:] {
		open.free[open.width+at] = ^uint64(0)
	}
	all.candidates = &open
	got := allEvidence(t, &all, passages)
	for i := range passages {
		assert.Equal(t, got[i], want[i], "%q", passages[i])
	}
}
