package clausefile

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const goodProfile = `id: public-library
title: Public library
why: What a town's library asks.
clauses: [data-ownership, breach-notification]
params:
  breach-notify-hours: {max_hours: 48}
weights: {breach-notify-hours: 10, audit-right: 0}
accept:
  - {requirement: audit-right, reason: Too small to audit., by: Board, until: 2028-02-29}
`

func TestParseProfile(t *testing.T) {
	p, err := ParseProfile("p.yaml", []byte(goodProfile))
	require.NoError(t, err)
	at := func(line, column int) Pos { return Pos{"p.yaml", line, column} }
	assert.Equal(t, &Profile{
		ID: "public-library", Title: "Public library", Why: "What a town's library asks.", Pos: at(1, 1),
		Clauses: []Text{{"data-ownership", at(4, 11)}, {"breach-notification", at(4, 27)}},
		Params:  []ProfileParam{{"breach-notify-hours", "max_hours", 48, at(6, 25)}},
		Weights: []ProfileWeight{{"breach-notify-hours", 10, at(7, 11)}, {"audit-right", 0, at(7, 36)}},
		Accept:  []ProfileAccept{{"audit-right", "Too small to audit.", "Board", "2028-02-29", at(9, 5)}},
	}, p)
}

func TestParseProfileOfAllClauses(t *testing.T) {
	p, err := ParseProfile("p.yaml", []byte("id: all\ntitle: All\nwhy: Every clause.\n"))
	require.NoError(t, err)
	assert.Empty(t, p.Clauses)
}

func TestParseProfileOnState(t *testing.T) {
	p, err := ParseProfile("p.yaml", []byte("id: all\ntitle: All\nwhy: Every clause.\nstate: CA\n"))
	require.NoError(t, err)
	assert.Equal(t, Text{"CA", Pos{"p.yaml", 4, 8}}, p.State)
}

var badProfiles = []badEdit{
	{"unknown key", "accept:", "accepts:", []string{
		`p.yaml:8:1: profile file: unknown key "accepts": did you mean "accept"?`}},
	{"missing keys", "title: Public library\nwhy: What a town's library asks.\n", "", []string{
		`p.yaml:1:1: profile file: missing key "title"`,
		`p.yaml:1:1: profile file: missing key "why"`}},
	{"state by its name", "why: What a town's library asks.\n", "why: What a town's library asks.\nstate: California\n", []string{
		`p.yaml:4:8: state: read "California", expected two capital letters such as CA`}},
	{"no clauses", "[data-ownership, breach-notification]", "[]", []string{
		`p.yaml:4:10: clauses: read an empty list, expected at least one item`}},
	{"clause given twice", "[data-ownership, breach-notification]", "[a, b, a]", []string{
		`p.yaml:4:17: clauses: "a" is already given on line 4`}},
	{"bad clause id", "[data-ownership, breach-notification]", "[Data Ownership]", []string{
		`p.yaml:4:11: clauses: read "Data Ownership", expected a lower-case letter, then lower-case letters, digits and hyphens`}},
	{"parameter without name", "{max_hours: 48}", "48", []string{
		`p.yaml:6:24: breach-notify-hours: read 48, expected a mapping`}},
	{"parameter set twice", "{max_hours: 48}", "{max_hours: 48, max_hours: 24}", []string{
		`p.yaml:6:40: breach-notify-hours: "max_hours" is already given on line 6`}},
	{"requirement set twice", "{max_hours: 48}", "{max_hours: 48}\n  breach-notify-hours: {max_hours: 24}", []string{
		`p.yaml:7:3: params: "breach-notify-hours" is already given on line 6`}},
	{"parameter no number", "{max_hours: 48}", "{max_hours: two days}", []string{
		`p.yaml:6:36: max_hours: read "two days", expected a number such as 72 or 1.5`}},
	{"weight out of bounds", "audit-right: 0}", "audit-right: -1}", []string{
		`p.yaml:7:49: audit-right: read -1, expected a whole number from 0 to 10`}},
	{"bad requirement id", "audit-right: 0}", "Audit: 0}", []string{
		`p.yaml:7:36: weights: read "Audit", expected a lower-case letter, then lower-case letters, digits and hyphens`}},
	{"date that does not exist", "2028-02-29", "2027-02-29", []string{
		`p.yaml:9:79: until: read "2027-02-29", expected a date that exists, as YYYY-MM-DD`}},
	{"date with time", "2028-02-29", "2028-02-29T00:00:00Z", []string{
		`p.yaml:9:79: until: read 2028-02-29T00:00:00Z, expected a date that exists, as YYYY-MM-DD`}},
	{"date as a list", "2028-02-29", "[2028]", []string{
		`p.yaml:9:79: until: read a list, expected a date that exists, as YYYY-MM-DD`}},
	{"no reason", "reason: Too small to audit., ", "", []string{
		`p.yaml:9:5: acceptance: missing key "reason"`}},
	{"accepted twice", "accept:\n", "accept:\n  - {requirement: audit-right, reason: Small., by: Board, until: 2028-01-01}\n", []string{
		`p.yaml:10:19: requirement: "audit-right" is already given on line 9`}},
}

func TestParseProfileProblems(t *testing.T) {
	for _, test := range badProfiles {
		t.Run(test.name, func(t *testing.T) {
			p, err := ParseProfile("p.yaml", test.apply(t, goodProfile))
			requireProblems(t, err, test.want)
			assert.Nil(t, p)
		})
	}
}
