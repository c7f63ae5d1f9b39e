package clausefile

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const goodState = `state: ZZ
title: Zenda
law:
  - requirement: breach-notify-hours
    params: {max_hours: 24}
    note: An agency reports within a day.
    source: {title: Zenda Code, section: "12"}
    status: second-hand
  - requirement: legal-request-valid-process-only
    note: Only a court opens the records.
    source: {title: Zenda Code, section: "9.1", url: https://example.org/zenda}
    status: statute
`

func TestParseState(t *testing.T) {
	s, err := ParseState("s.yaml", []byte(goodState))
	require.NoError(t, err)
	at := func(line, column int) Pos { return Pos{"s.yaml", line, column} }
	assert.Equal(t, &State{
		Code: Text{"ZZ", at(1, 8)}, Title: "Zenda", Pos: at(1, 1),
		Laws: []Law{
			{
				Requirement: Text{"breach-notify-hours", at(4, 18)},
				Param:       &ProfileParam{"breach-notify-hours", "max_hours", 24, at(5, 14)},
				Note:        "An agency reports within a day.",
				Source:      Source{Title: "Zenda Code", Section: "12"}, SecondHand: true,
			},
			{
				Requirement: Text{"legal-request-valid-process-only", at(9, 18)},
				Note:        "Only a court opens the records.",
				Source:      Source{"Zenda Code", "9.1", "https://example.org/zenda"},
			},
		},
	}, s)
}

var badStates = []badEdit{
	{"missing keys", "title: Zenda\n", "", []string{
		`s.yaml:1:1: state file: missing key "title"`}},
	{"no letters", "state: ZZ", "state: Zenda", []string{
		`s.yaml:1:8: state: read "Zenda", expected two capital letters such as CA`}},
	{"small letters", "state: ZZ", "state: zz", []string{
		`s.yaml:1:8: state: read "zz", expected two capital letters such as CA`}},
	{"no status", "    status: second-hand\n", "", []string{
		`s.yaml:4:5: law: missing key "status"`}},
	{"unverified", "status: second-hand", "status: unverified", []string{
		`s.yaml:8:13: status: unknown value "unverified": expected statute or second-hand`}},
	{"no source", "    source: {title: Zenda Code, section: \"12\"}\n", "", []string{
		`s.yaml:4:5: law: missing key "source"`}},
	{"no section", ", section: \"12\"", "", []string{
		`s.yaml:7:13: source: missing key "section"`}},
	{"no note", "    note: An agency reports within a day.\n", "", []string{
		`s.yaml:4:5: law: missing key "note"`}},
	{"two parameters", "{max_hours: 24}", "{max_hours: 24, min_days: 1}", []string{
		`s.yaml:5:29: params: read a second parameter, expected one for each law`}},
	{"no parameter", "{max_hours: 24}", "{}", []string{
		`s.yaml:5:13: params: read an empty mapping, expected at least one entry`}},
	{"parameter no limit", "{max_hours: 24}", "{hours: 24}", []string{
		`s.yaml:5:14: params: read "hours", expected a parameter that begins with max_ or min_`}},
	{"parameter no number", "{max_hours: 24}", "{max_hours: a day}", []string{
		`s.yaml:5:25: max_hours: read "a day", expected a number such as 72 or 1.5`}},
	{"what only a library decides", "title: Zenda\n", "title: Zenda\naccept: []\n", []string{
		`s.yaml:3:1: state file: unknown key "accept": expected state, title or law`}},
}

func TestParseStateProblems(t *testing.T) {
	for _, test := range badStates {
		t.Run(test.name, func(t *testing.T) {
			s, err := ParseState("s.yaml", test.apply(t, goodState))
			requireProblems(t, err, test.want)
			assert.Nil(t, s)
		})
	}
}
