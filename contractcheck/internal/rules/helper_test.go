package rules

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/clausefile"
	"example.org/contractcheck/contractcheck/internal/language"
)

// testTerms is a vocabulary of the least words that these tests need, so that
// what they say of rules does not hang on a clause library.
const testTerms = `
parties:
  vendor: [vendor | provider | licensor | =we | party]
  library: [library | customer | licensee]
  patron: [patron | user | =you | =your]
  third: [third party | affiliate | subcontractor | partner]
  product: [service | platform]
objects:
  patron-data: [(patron | customer | personal | user) (data | information | record) | user usage data | search log]
  data: [data | information | record | copy | copies | =it | =them]
  licensed-content: [licensed material | software]
  data-breach: [(data | security) breach | =breach]
  account: [account]
actions:
  sell: {verbs: [sell | rent | share], nouns: [sale]}
  delete: {verbs: [delete | destroy], nouns: [deletion]}
  keep: {verbs: [retain | keep | store], nouns: [retention]}
  notify:
    verbs: [notify | inform | give (the | a | <library>)? (prompt | written)? notice]
    nouns: [notice]
  audit: {verbs: [audit | inspect], nouns: [audit]}
  register: {verbs: [register | create account], nouns: [registration]}
  indemnify: {verbs: [indemnify], nouns: [indemnification]}
  sue: {verbs: [sue]}
  own: {verbs: [=own | =owns | =owned | belong to | vest in], nouns: [ownership | title | property of | property | owner of]}
  cap: {verbs: [exceed]}
modality:
  oblige: [required to | obliged to | obligation to | =required]
  promise: [agree | undertake]
  permit: [permitted to | entitled to | right to | =permitted | =allowed]
  forbid: [prohibited from | refrain from | =prohibited]
  no-duty: [need not | no obligation to]
  try: [use reasonable effort | endeavor]
  let: [permit | allow | authorize]
  make: [require | direct]
  stop: [prevent | prohibit]
  say: [ensure | warrant | agree]
  light: [give | provide | make | acquire | retain | remain]
  happen: [occur | take place]
  wish: [wish to | choose to]
exceptions:
  law: [required by law | applicable law | court order]
  service: [to provide the service | operate the platform]
  wide: [affiliate | own purpose | business purpose]
  open: [good faith | emergency]
  library-consent: [consent of library | library consent]
  neutral: [term of this agreement]
words:
  filler: [full | sole | written | prior | prompt]
  exception-marker: [except | unless | other than | subject to | provided that]
  carve-out: [not apply | not extend]
  consent: [consent | permission]
  only: [=only | solely]
  hedge: [reasonable effort | where feasible | material]
  elsewhere: [privacy policy | www]
  part-only: [part of | most of]
  paid-extra: [if <library> (buy | pay)]
  longer-time: [whichever is later | longer period]
  narrowing: [knowingly | in violation of]
  discovery: [discovery | discover | become aware]
  lesser-data: [usage data]
  one-item: [search log]
  for-vendor: [subcontractor]
  region: [freedonia]
  locals: [resident of freedonia]
  confirmation: [confirmation | confirm]
  termination: [termination | expiration]
  usage-only: [usage data]
  encryption: [encrypt | encryption]
  tls: [=tls | transport layer security]
irregular: {sold: sell, kept: keep, gave: give, given: give}
`

func parseTestTerms(t testing.TB, text string) *clausefile.Terms {
	t.Helper()
	terms, err := clausefile.ParseTerms("terms.yaml", []byte(text))
	require.NoError(t, err)
	return terms
}

// clauseHead stands before the rules of testClause; rulesLine is the line on
// which they begin.
const (
	clauseHead = `id: probe
title: Probe
why: Why.
sources: [{title: Handbook, section: "1"}]
requirements:
  - id: ID
    title: Title
    statement: Within {max_hours} and {max_days}, but {min_notice_days}.
    why: Why.
    applies: [contract]
    severity: critical
    weight: 1
    params:
      max_hours: {default: 72, bounds: [1, 720], why: Why.}
      max_days: {default: 60, bounds: [1, 720], why: Why.}
      min_notice_days: {default: 30, bounds: [1, 720], why: Why.}
    model: Model.
    ask: Ask.
    sources: [{title: Handbook, section: "1"}]
    find: [probe]
    tests: {satisfied: [a.], partial: [a.], contradicted: [a.], missing: [a.]}
    rules:
`
	rulesLine = 23
)

// testClause is a clause with one requirement that has the given rules, as YAML
// without indentation.
func testClause(t testing.TB, id, rules string) *clausefile.Clause {
	t.Helper()
	text := strings.Replace(clauseHead, "ID", id, 1)
	for _, line := range strings.Split(strings.TrimSpace(rules), "\n") {
		text += "      " + line + "\n"
	}
	c, err := clausefile.ParseClause("c.yaml", []byte(text))
	require.NoError(t, err)
	return c
}

// compileRules compiles one requirement with the given rules over testTerms.
func compileRules(t testing.TB, rules string) *Set {
	t.Helper()
	set, err := Compile(parseTestTerms(t, testTerms), []*clausefile.Clause{testClause(t, "probe", rules)})
	require.NoError(t, err)
	return set
}

// testScene makes every sentence a provision of one section.
func testScene(set *Set, sentences ...string) *Scene {
	sc := &Scene{Text: strings.Join(sentences, "\n\n"), Personal: true}
	at := 0
	for _, s := range sentences {
		tokens := language.Tokenize(nil, s, at, set.Grammar.Lexicon, nil)
		sc.Provisions = append(sc.Provisions, Provision{Tokens: tokens})
		at += len(s) + len("\n\n")
	}
	return sc
}

var testParams = map[string]float64{"max_hours": 72, "max_days": 60, "min_notice_days": 30}

func readScene(t testing.TB, set *Set, sc *Scene) []Evidence {
	t.Helper()
	found, err := set.Read(context.Background(), sc, func(_ int, name string) float64 { return testParams[name] })
	require.NoError(t, err)
	require.Len(t, found, len(set.Requirements))
	return found[0]
}

var verdictWords = map[Verdict]string{None: "", Satisfied: "satisfied", Partial: "partial", Contradicted: "contradicted"}

// worst returns what the sentences say: the worst verdict of all evidence,
// with its reason.
func worst(t testing.TB, set *Set, sentences ...string) (verdict, reason string) {
	t.Helper()
	rank := []Verdict{Satisfied: 1, Partial: 2, Contradicted: 3}
	v := None
	for _, e := range readScene(t, set, testScene(set, sentences...)) {
		if rank[e.Verdict] > rank[v] {
			v, reason = e.Verdict, e.Reason
		}
	}
	return verdictWords[v], reason
}
