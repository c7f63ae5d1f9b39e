package contractcheck

import (
	"fmt"
	"io/fs"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/clauses"
	"example.org/contractcheck/contractcheck/internal/clausefile"
	"example.org/contractcheck/contractcheck/internal/language"
	"example.org/contractcheck/contractcheck/internal/rules"
)

// said is what a provision says, as evidence.
func said(provision int, v rules.Verdict) rules.Evidence {
	return rules.Evidence{Provision: provision, Verdict: v, Reason: fmt.Sprintf("reason %d", provision)}
}

// overriding is evidence of a provision that sets itself above others.
func overriding(e rules.Evidence) rules.Evidence {
	e.Overrides = true
	return e
}

// neverSold compiles a ban on passing data on, over the terms that ship.
func neverSold(t *testing.T) *rules.Set {
	t.Helper()
	data, err := fs.ReadFile(clauses.FS, "terms.yaml")
	require.NoError(t, err)
	terms, err := clausefile.ParseTerms("terms.yaml", data)
	require.NoError(t, err)
	slot := func(name, value string) clausefile.Slot {
		return clausefile.Slot{Name: name, Terms: clausefile.Text{Value: value}}
	}
	rule := clausefile.Rule{
		Frame: []clausefile.Slot{slot("does", "<transfer>"), slot("what", "<patron-data>")},
		Want:  clausefile.Text{Value: "never"}, Allow: []clausefile.Text{{Value: "law"}},
	}
	clause := &clausefile.Clause{Requirements: []clausefile.Requirement{{ID: "never-sold", Rules: []clausefile.Rule{rule}}}}
	set, err := rules.Compile(terms, []*clausefile.Clause{clause})
	require.NoError(t, err)
	return set
}

// narrowing returns evidence of a provision that allows a part of what a ban
// forbids. Reading alone gives it: what a rule wants is its own affair.
func narrowing(t *testing.T, provision int) rules.Evidence {
	t.Helper()
	set, text := neverSold(t), "Vendor may disclose patron data as required by law."
	scene := &rules.Scene{Text: text, Provisions: []rules.Provision{{Tokens: language.Tokenize(nil, text, 0, set.Grammar.Lexicon, nil)}}}
	found, err := set.Read(t.Context(), scene, func(int, string) float64 { return 0 })
	require.NoError(t, err)
	require.NotEmpty(t, found[0])
	e := found[0][0]
	require.True(t, e.Narrows())
	e.Provision = provision
	return e
}

func TestCombine(t *testing.T) {
	const (
		good = rules.Satisfied
		weak = rules.Partial
		bad  = rules.Contradicted
	)
	tests := []struct {
		name       string
		all        []rules.Evidence
		want       Verdict
		provisions []int // of the evidence that is shown, in order
		gap        string
	}{
		{name: "nothing", want: Missing},
		{name: "a promise", all: []rules.Evidence{said(3, good)}, want: Satisfied, provisions: []int{3}},
		{name: "a weak one", all: []rules.Evidence{said(3, weak)}, want: Partial, provisions: []int{3}},
		{name: "a denial", all: []rules.Evidence{said(3, bad)}, want: Contradicted, provisions: []int{3}},
		{name: "a full duty beats a weak mention", all: []rules.Evidence{said(1, weak), said(2, good)}, want: Satisfied, provisions: []int{2, 1}},
		{name: "a denial beats a weak mention", all: []rules.Evidence{said(1, weak), said(2, bad)}, want: Contradicted, provisions: []int{2, 1}},

		// two provisions at odds
		{name: "conflict", all: []rules.Evidence{said(1, good), said(2, bad)}, want: Conflict, provisions: []int{1, 2}},
		{name: "conflict the other way round", all: []rules.Evidence{said(1, bad), said(2, good)}, want: Conflict, provisions: []int{2, 1}},
		{
			name: "both sides of a conflict are shown", want: Conflict, provisions: []int{1, 7, 2, 3, 4, 5},
			all: []rules.Evidence{said(1, good), said(2, good), said(3, good), said(4, good), said(5, good), said(6, good), said(7, bad)},
		},
		{
			name: "weak mentions do not crowd a conflict", want: Conflict, provisions: []int{1, 2},
			all: []rules.Evidence{said(0, weak), said(1, good), said(2, bad), said(3, weak)},
		},

		// one provision that grants and takes back has not granted
		{name: "taken back at once", all: []rules.Evidence{said(1, good), said(1, bad)}, want: Contradicted, provisions: []int{1}},
		{name: "the order of rules does not matter", all: []rules.Evidence{said(1, bad), said(1, good)}, want: Contradicted, provisions: []int{1}},
		{name: "two rules on one sentence", all: []rules.Evidence{said(1, weak), said(1, good)}, want: Satisfied, provisions: []int{1}},
		{name: "two rules on one sentence, turned", all: []rules.Evidence{said(1, good), said(1, weak)}, want: Satisfied, provisions: []int{1}},
		{
			name: "a denial in the same sentence settles it, a promise elsewhere is at odds", want: Conflict, provisions: []int{4, 1},
			all: []rules.Evidence{said(1, good), said(1, bad), said(4, good)},
		},

		// precedence by a provision's own words
		{name: "the ban takes precedence", all: []rules.Evidence{said(1, bad), overriding(said(2, good))}, want: Satisfied, provisions: []int{2, 1}},
		{
			name: "one of two denials is settled", want: Conflict, provisions: []int{2, 1, 7},
			all: []rules.Evidence{said(1, bad), overriding(said(2, good)), said(7, bad)},
		},
		{name: "the denial takes precedence", all: []rules.Evidence{said(1, good), overriding(said(2, bad))}, want: Contradicted, provisions: []int{2, 1}},
		{name: "both claim precedence", all: []rules.Evidence{overriding(said(1, good)), overriding(said(2, bad))}, want: Contradicted, provisions: []int{2, 1}},
		{
			name: "what stands behind is not overridden", want: Conflict,
			all:        []rules.Evidence{overriding(said(2, good)), said(9, bad)},
			provisions: []int{2, 9},
		},
		{
			name: "what stands far before is not overridden", want: Conflict, provisions: []int{9, 1},
			all: []rules.Evidence{said(1, bad), overriding(said(9, good))},
		},
	}
	for _, tt := range tests {
		out := combine(tt.all)
		if tt.gap != "" {
			assert.NotEqual(t, tt.want, out.verdict, "%s: no longer misjudged: take the gap %q away", tt.name, tt.gap)
			continue
		}
		assert.Equal(t, tt.want, out.verdict, tt.name)
		var shown []int
		for _, e := range out.evidence {
			shown = append(shown, e.Provision)
		}
		assert.Equal(t, tt.provisions, shown, tt.name)
		assert.NotEmpty(t, out.reason, tt.name)
	}
}

// A ban that another provision narrows is not whole.
func TestCombineNarrowedBan(t *testing.T) {
	narrow := narrowing(t, 5)
	out := combine([]rules.Evidence{said(1, rules.Satisfied), narrow})
	assert.Equal(t, Partial, out.verdict)
	require.Len(t, out.evidence, 2)
	assert.Equal(t, 5, out.evidence[0].Provision, "what narrows it comes first")
	assert.Equal(t, narrow.Reason, out.reason)

	out = combine([]rules.Evidence{narrow, {Provision: 5, Verdict: rules.Satisfied}})
	assert.Equal(t, Partial, out.verdict, "a sentence that narrows its own ban is not whole")
	out = combine([]rules.Evidence{narrow, said(2, rules.Contradicted)})
	assert.Equal(t, Contradicted, out.verdict)
}

// The reason and the number of a finding are those of the evidence that
// decides.
func TestCombineReasonAndValues(t *testing.T) {
	good, weak := said(2, rules.Satisfied), said(1, rules.Partial)
	good.Values, weak.Values = map[string]float64{"hours": 48}, map[string]float64{"hours": 96}
	out := combine([]rules.Evidence{weak, good})
	assert.Equal(t, "reason 2", out.reason)
	assert.Equal(t, map[string]float64{"hours": 48}, out.values)
	assert.Empty(t, out.review)

	first := said(0, rules.Satisfied)
	out = combine([]rules.Evidence{first, good, said(3, rules.Contradicted)})
	assert.Equal(t, Conflict, out.verdict)
	assert.Equal(t, map[string]float64{"hours": 48}, out.values, "the first that has a number")
	assert.NotEmpty(t, out.review)
	assert.NotEqual(t, "reason 0", out.reason)
}

func TestCombineShowsFew(t *testing.T) {
	var all []rules.Evidence
	for i := range 50 {
		all = append(all, said(i, rules.Satisfied))
	}
	out := combine(all)
	require.Len(t, out.evidence, mostEvidence)
	assert.Equal(t, 0, out.evidence[0].Provision)
}

func TestInterleave(t *testing.T) {
	one, two := []rules.Evidence{said(1, 0), said(2, 0), said(3, 0)}, []rules.Evidence{said(8, 0)}
	var got []int
	for _, e := range interleave(one, two) {
		got = append(got, e.Provision)
	}
	assert.Equal(t, []int{1, 8, 2, 3}, got)
	assert.Empty(t, interleave(nil, nil))
}

// Provisions that hold all parts of a requirement satisfy it together; one
// that is lacking leaves it partial, and a harm is not made good.
func TestParts(t *testing.T) {
	part := func(provision int, name string) rules.Evidence {
		return rules.Evidence{Provision: provision, Verdict: rules.Partial, Reason: "only " + name, Part: name, Parts: []string{"bound", "liable"}}
	}
	plain := rules.Evidence{Provision: 0, Verdict: rules.Partial, Reason: "weak"}
	harm := rules.Evidence{Provision: 9, Verdict: rules.Contradicted, Reason: "denied"}

	out := combine([]rules.Evidence{plain, part(3, "liable"), part(5, "liable"), part(7, "bound")})
	assert.Equal(t, Satisfied, out.verdict)
	assert.Equal(t, "all parts of it stand, in several provisions", out.reason)
	var provisions []int
	for _, e := range out.evidence {
		provisions = append(provisions, e.Provision)
	}
	assert.Equal(t, []int{3, 7, 0, 5}, provisions)

	assert.Equal(t, Partial, combine([]rules.Evidence{part(3, "liable"), part(5, "liable")}).verdict)
	assert.Equal(t, Partial, combine([]rules.Evidence{part(3, "liable"), plain}).verdict)
	assert.Equal(t, Partial, combine([]rules.Evidence{narrowing(t, 1), part(3, "liable"), part(7, "bound")}).verdict)
	assert.Equal(t, Contradicted, combine([]rules.Evidence{part(3, "liable"), part(7, "bound"), harm}).verdict)
}

// yielding is evidence that only narrows a promise elsewhere.
func yielding(e rules.Evidence) rules.Evidence {
	e.Yields = true
	return e
}

// What yields makes a promise partial, and contradicts where there is none.
func TestCombineYielding(t *testing.T) {
	good, weak, bad := said(1, rules.Satisfied), said(2, rules.Partial), said(3, rules.Contradicted)
	tests := []struct {
		name       string
		all        []rules.Evidence
		want       Verdict
		provisions []int
	}{
		{"alone", []rules.Evidence{yielding(bad)}, Contradicted, []int{3}},
		{"beside a promise", []rules.Evidence{good, yielding(bad)}, Partial, []int{3, 1}},
		{"beside a weak promise", []rules.Evidence{weak, yielding(bad)}, Partial, []int{2, 3}},
		{"in the same sentence", []rules.Evidence{weak, yielding(said(2, rules.Contradicted))}, Partial, []int{2, 2}},
		{"beside a permission", []rules.Evidence{{Provision: 2, Verdict: rules.Partial, Reason: "r", Permits: true}, yielding(bad)}, Contradicted, []int{2, 3}},
		{"beside a denial", []rules.Evidence{weak, said(4, rules.Contradicted), yielding(bad)}, Contradicted, []int{4, 3, 2}},
		{"beside a conflict", []rules.Evidence{good, said(4, rules.Contradicted), yielding(bad)}, Conflict, []int{1, 4, 3}},
		{"a weak one narrows too", []rules.Evidence{good, yielding(weak)}, Partial, []int{2, 1}},
		{"a promise has nothing to yield", []rules.Evidence{yielding(good)}, Satisfied, []int{1}},
	}
	for _, tt := range tests {
		out := combine(tt.all)
		assert.Equal(t, tt.want, out.verdict, tt.name)
		var shown []int
		for _, e := range out.evidence {
			shown = append(shown, e.Provision)
		}
		assert.ElementsMatch(t, tt.provisions, shown, tt.name)
	}
}
