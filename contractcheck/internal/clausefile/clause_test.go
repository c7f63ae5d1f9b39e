package clausefile

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const goodClause = `id: breach-notification
title: Breach notification
why: >-
  A leak that nobody hears of
  cannot be answered.
sources:
  - {title: Handbook, section: "4.2", url: https://example.org/handbook}
requirements:
  - id: breach-notify-hours
    title: Notice within hours
    statement: The vendor tells the library within {max_hours} hours.
    why: Patrons can act only on what they know.
    applies: [contract, rfp]
    severity: critical
    weight: 10
    params:
      max_hours: {default: 72, bounds: [1, 720], why: Three days.}
    model: Notify within {max_hours} hours.
    ask: Please name {max_hours} hours.
    sources: [{title: Handbook, section: Notice}]
    find: [notify library of breach]
    rules:
      - frame: {who: <vendor>, does: <notify> | <tell>, within: {max_hours}}
        want: always
        when: <breach>
        allow: [law, library-consent]
        reason: The clock has to run.
      - pattern: <breach> ...2 (report | notice)
        verdict: partial
        weak: <usage-only>
        unless: <licensed-content>
    tests:
      satisfied:
        - The vendor shall tell the library within two days.
        - {text: The vendor shall tell the library in a day., params: {max_hours: 24}}
      partial: [The vendor may tell the library.]
      missing:
        - Breach of contract.
      todo:
        - {text: You will know in good time., want: partial, why: No hour is named.}
`

func TestParseClause(t *testing.T) {
	c, err := ParseClause("c.yaml", []byte(goodClause))
	require.NoError(t, err)
	at := func(line, column int) Pos { return Pos{"c.yaml", line, column} }

	assert.Equal(t, "breach-notification", c.ID)
	assert.Equal(t, "A leak that nobody hears of cannot be answered.", c.Why)
	assert.Equal(t, []Source{{"Handbook", "4.2", "https://example.org/handbook"}}, c.Sources)
	assert.Equal(t, at(1, 1), c.Pos)
	require.Len(t, c.Requirements, 1)

	r := c.Requirements[0]
	assert.Equal(t, at(9, 5), r.Pos)
	assert.Equal(t, "The vendor tells the library within {max_hours} hours.", r.Statement)
	assert.Equal(t, []Text{{"contract", at(13, 15)}, {"rfp", at(13, 25)}}, r.Applies)
	assert.Equal(t, Text{"critical", at(14, 15)}, r.Severity)
	assert.Equal(t, 10, r.Weight)
	assert.Equal(t, []Param{{"max_hours", 72, 1, 720, "Three days.", at(17, 7)}}, r.Params)
	assert.Equal(t, []string{"notify library of breach"}, r.Find)
	assert.Equal(t, []Rule{
		{
			Pos: at(23, 9),
			Frame: []Slot{
				{Name: "who", Terms: Text{"<vendor>", at(23, 22)}, Pos: at(23, 17)},
				{Name: "does", Terms: Text{"<notify> | <tell>", at(23, 38)}, Pos: at(23, 32)},
				{Name: "within", Param: "max_hours", Pos: at(23, 57)},
			},
			Want:   Text{"always", at(24, 15)},
			When:   Text{"<breach>", at(25, 15)},
			Allow:  []Text{{"law", at(26, 17)}, {"library-consent", at(26, 22)}},
			Reason: "The clock has to run.",
		},
		{
			Pos:     at(28, 9),
			Pattern: Text{"<breach> ...2 (report | notice)", at(28, 18)},
			Verdict: Text{"partial", at(29, 18)},
			Weak:    Text{"<usage-only>", at(30, 15)},
			Unless:  Text{"<licensed-content>", at(31, 17)},
		},
	}, r.Rules)
	assert.Equal(t, []Test{
		{Text: "The vendor shall tell the library within two days.", Want: "satisfied", Pos: at(34, 11)},
		{Text: "The vendor shall tell the library in a day.", Want: "satisfied", Params: map[string]float64{"max_hours": 24}, Pos: at(35, 18)},
		{Text: "The vendor may tell the library.", Want: "partial", Pos: at(36, 17)},
		{Text: "Breach of contract.", Want: "missing", Pos: at(38, 11)},
		{Text: "You will know in good time.", Want: "partial", Todo: true, Why: "No hour is named.", Pos: at(40, 18)},
	}, r.Tests)
}

func TestParseClauseWithoutRules(t *testing.T) {
	start, end := strings.Index(goodClause, "    rules:"), strings.Index(goodClause, "    tests:")
	c, err := ParseClause("c.yaml", []byte(goodClause[:start]+"    rules: []\n"+goodClause[end:]))
	require.NoError(t, err)
	assert.Empty(t, c.Requirements[0].Rules)
	assert.Len(t, c.Requirements[0].Tests, 5)
}

// badEdit is a good file with one place changed, and the problems that come
// of it.
type badEdit struct {
	name, old, new string
	want           []string
}

func (e badEdit) apply(t testing.TB, good string) []byte {
	require.Equal(t, 1, strings.Count(good, e.old), "%q must be there once", e.old)
	return []byte(strings.Replace(good, e.old, e.new, 1))
}

// requireProblems compares the lines of an error with what is wanted.
func requireProblems(t *testing.T, err error, want []string) {
	t.Helper()
	require.Error(t, err)
	assert.Equal(t, want, strings.Split(err.Error(), "\n"))
}

var badClauses = []badEdit{
	{"unknown key", "title: Breach notification", "title: Breach\ntopic: x", []string{
		`c.yaml:3:1: clause file: unknown key "topic": expected id, title, why, sources or requirements`}},
	{"near miss of a key is read as meant", "title: Breach notification", "titel: [x]", []string{
		`c.yaml:2:1: clause file: unknown key "titel": did you mean "title"?`,
		`c.yaml:2:8: titel: read a list, expected text`}},
	{"near miss beside the key itself", "title: Breach notification", "title: Breach\ntitles: x", []string{
		`c.yaml:3:1: clause file: unknown key "titles": did you mean "title"?`}},
	{"duplicate key", "    severity: critical", "    severity: critical\n    severity: important", []string{
		`c.yaml:15:5: requirement: "severity" is already given on line 14`}},
	{"list as key", "title: Breach notification", "? [title]\n: x", []string{
		`c.yaml:1:1: clause file: missing key "title"`,
		`c.yaml:2:3: clause file: read a list, expected a word as key`}},
	{"number as key", "      max_hours: {", "      72: {}\n      max_hours: {", []string{
		`c.yaml:17:7: params: read 72, expected a word as key`}},
	{"missing keys", "    model: Notify within {max_hours} hours.\n    ask: Please name {max_hours} hours.\n", "", []string{
		`c.yaml:9:5: requirement: missing key "model"`,
		`c.yaml:9:5: requirement: missing key "ask"`}},
	{"list for text", "title: Breach notification", "title: [Breach]", []string{
		`c.yaml:2:8: title: read a list, expected text`}},
	{"number for text", "title: Breach notification", "title: 2027", []string{
		`c.yaml:2:8: title: read 2027, expected text: put it in quotes`}},
	{"empty text", "title: Breach notification", "title: ' '", []string{
		`c.yaml:2:8: title: read nothing, expected text`}},
	{"no text", "title: Breach notification", "title:", []string{
		`c.yaml:2:7: title: read nothing, expected text`}},
	{"control character", "title: Breach notification", `title: "a\0b"`, []string{
		`c.yaml:2:8: title: read "a\x00b", expected text without control characters`}},
	{"text for list", "    find: [notify library of breach]", "    find: breach", []string{
		`c.yaml:21:11: find: read "breach", expected a list`}},
	{"empty list", "    find: [notify library of breach]", "    find: []", []string{
		`c.yaml:21:11: find: read an empty list, expected at least one item`}},
	{"phrase given twice", "    find: [notify library of breach]", "    find: [breach, notice, breach]", []string{
		`c.yaml:21:28: find: "breach" is already given on line 21`}},
	{"bad id", "id: breach-notification", "id: Breach_1", []string{
		`c.yaml:1:5: id: read "Breach_1", expected a lower-case letter, then lower-case letters, digits and hyphens`}},
	{"unknown kind", "applies: [contract, rfp]", "applies: [contracts, bid, contract]", []string{
		`c.yaml:13:15: applies: unknown value "contracts": did you mean "contract"?`,
		`c.yaml:13:26: applies: unknown value "bid": expected contract, license, rfp, response or policy`}},
	{"kind given twice", "applies: [contract, rfp]", "applies: [rfp, rfp]", []string{
		`c.yaml:13:20: applies: "rfp" is already given on line 13`}},
	{"unknown severity", "severity: critical", "severity: high", []string{
		`c.yaml:14:15: severity: unknown value "high": expected critical, important or desirable`}},
	{"weight out of bounds", "weight: 10", "weight: 11", []string{
		`c.yaml:15:13: weight: read 11, expected a whole number from 1 to 10`}},
	{"weight not whole", "weight: 10", "weight: 1.5", []string{
		`c.yaml:15:13: weight: read 1.5, expected a whole number from 1 to 10`}},
	{"weight no number", "weight: 10", `weight: "10"`, []string{
		`c.yaml:15:13: weight: read "10", expected a number such as 72 or 1.5`}},
	{"default out of bounds", "default: 72", "default: 721", []string{
		`c.yaml:17:28: default: read 721, expected a number from 1 to 720`}},
	{"infinite default", "default: 72", "default: .inf", []string{
		`c.yaml:17:28: default: read .inf, expected a number such as 72 or 1.5`}},
	{"bounds reversed", "bounds: [1, 720]", "bounds: [720, 1]", []string{
		`c.yaml:17:40: bounds: read 720 before 1, expected the lowest value first`}},
	{"one bound", "bounds: [1, 720]", "bounds: [1]", []string{
		`c.yaml:17:40: bounds: read a list, expected the lowest and the highest value, such as [1, 720]`}},
	{"bad bound", "bounds: [1, 720]", "bounds: [0x1, many]", []string{
		`c.yaml:17:41: bounds: read 0x1, expected a number such as 72 or 1.5`,
		`c.yaml:17:46: bounds: read "many", expected a number such as 72 or 1.5`}},
	{"bad parameter name", "      max_hours: {default", "      max-hours: {default", []string{
		`c.yaml:11:16: statement: unknown parameter "max_hours": expected none here`,
		`c.yaml:17:7: params: read "max-hours", expected a lower-case letter, then lower-case letters and underscores`,
		`c.yaml:18:12: model: unknown parameter "max_hours": expected none here`,
		`c.yaml:19:10: ask: unknown parameter "max_hours": expected none here`,
		`c.yaml:23:66: within: unknown parameter "max_hours": expected none here`,
		`c.yaml:35:72: params: unknown parameter "max_hours": expected none here`}},
	{"placeholder without parameter", "name {max_hours} hours", "name {max_hour} or {days} hours", []string{
		`c.yaml:19:10: ask: unknown parameter "max_hour": did you mean "max_hours"?`,
		`c.yaml:19:10: ask: unknown parameter "days": expected max_hours`}},
	{"open brace", "name {max_hours} hours", "name {max_hours hours", []string{
		`c.yaml:19:10: ask: read a brace without its partner, expected braces around a parameter, such as {max_hours}`}},
	{"no section", "{title: Handbook, section: Notice}", "{title: Handbook}", []string{
		`c.yaml:20:15: source: missing key "section"`}},
	{"address of a script", "https://example.org/handbook", `"javascript:alert(1)"`, []string{
		`c.yaml:7:44: url: read "javascript:alert(1)", expected an address that begins with https://`}},
	{"address no text", "https://example.org/handbook", "[a]", []string{
		`c.yaml:7:44: url: read a list, expected text`}},
	{"template no text", "    ask: Please name {max_hours} hours.", "    ask:", []string{
		`c.yaml:19:9: ask: read nothing, expected text`}},
	{"params after the texts that name them", "    params:\n      max_hours: {default: 72, bounds: [1, 720], why: Three days.}\n    model: Notify within {max_hours} hours.\n",
		"    model: Notify within {max_hours} hours.\n    params:\n      max_hours: {default: 0, why: Three days., bounds: [1, 720]}\n", []string{
			`c.yaml:18:28: default: read 0, expected a number from 1 to 720`}},
	{"requirements as a mapping", "requirements:\n  - id: breach-notify-hours", "requirements:\n    id: breach-notify-hours", []string{
		`c.yaml:9:5: requirements: read a mapping, expected a list`}},
	{"frame and pattern", "      - pattern: <breach>", "      - frame: {who: <vendor>}\n        pattern: <breach>", []string{
		`c.yaml:29:9: rule: read "pattern" beside "frame", expected one of them`}},
	{"neither frame nor pattern", "pattern: <breach> ...2 (report | notice)", "when: <breach>", []string{
		`c.yaml:28:9: rule: missing key "frame" or "pattern"`}},
	{"rule as text", "      - pattern: <breach> ...2 (report | notice)\n        verdict: partial\n        weak: <usage-only>\n        unless: <licensed-content>\n", "      - <breach>\n", []string{
		`c.yaml:28:9: rule: read "<breach>", expected a mapping`}},
	{"frame without want", "        want: always\n", "", []string{
		`c.yaml:23:9: rule: missing key "want" beside "frame"`}},
	{"frame with verdict", "        want: always\n", "        want: always\n        verdict: partial\n", []string{
		`c.yaml:25:9: rule: read "verdict" beside "frame", expected it only with the other kind of rule`}},
	{"pattern with want and allow", "        verdict: partial\n", "        want: never\n        allow: [law]\n", []string{
		`c.yaml:28:9: rule: missing key "verdict" beside "pattern"`,
		`c.yaml:29:9: rule: read "want" beside "pattern", expected it only with the other kind of rule`,
		`c.yaml:30:9: rule: read "allow" beside "pattern", expected it only with the other kind of rule`}},
	{"unknown want", "want: always", "want: alway", []string{
		`c.yaml:24:15: want: unknown value "alway": did you mean "always"?`}},
	{"unknown verdict", "verdict: partial", "verdict: missing", []string{
		`c.yaml:29:18: verdict: unknown value "missing": expected satisfied, partial or contradicted`}},
	{"empty frame", "{who: <vendor>, does: <notify> | <tell>, within: {max_hours}}", "{}", []string{
		`c.yaml:23:16: frame: read an empty mapping, expected at least one entry`}},
	{"bad slot name", "{who: <vendor>, does", "{Who: <vendor>, does", []string{
		`c.yaml:23:17: frame: read "Who", expected a lower-case letter, then lower-case letters and hyphens`}},
	{"parameter in a slot of terms", "{who: <vendor>, does", "{who: {max_hours}, does", []string{
		`c.yaml:23:22: who: read a mapping, expected text`}},
	{"terms in a slot of a parameter", "within: {max_hours}", "within: 72", []string{
		`c.yaml:23:65: within: read 72, expected a parameter in braces, such as {max_hours}`}},
	{"two parameters in a slot", "within: {max_hours}", "at-least: {max_hours, b}", []string{
		`c.yaml:23:67: at-least: read a mapping, expected a parameter in braces, such as {max_hours}`}},
	{"parameter set in a slot", "within: {max_hours}", "within: {max_hours: 72}", []string{
		`c.yaml:23:65: within: read a mapping, expected a parameter in braces, such as {max_hours}`}},
	{"unknown parameter in a slot", "within: {max_hours}", "within: {max_hour}", []string{
		`c.yaml:23:66: within: unknown parameter "max_hour": did you mean "max_hours"?`}},
	{"no near misses", "      missing:\n        - Breach of contract.\n", "", []string{
		`c.yaml:33:7: tests: missing key "missing"`}},
	{"rule without passage", "      partial: [The vendor may tell the library.]\n", "", []string{
		`c.yaml:33:7: tests: read no partial passage, expected one for the rule on line 28`}},
	{"unknown verdict of passages", "      partial: [", "      partail: [", []string{
		`c.yaml:36:7: tests: unknown key "partail": did you mean "partial"?`}},
	{"empty passage", "        - Breach of contract.", "        - \"\"", []string{
		`c.yaml:38:11: passage: read nothing, expected text`}},
	{"passage without text", "{text: The vendor shall tell the library in a day., params", "{params", []string{
		`c.yaml:35:11: passage: missing key "text"`}},
	{"parameter of a passage out of bounds", "params: {max_hours: 24}", "params: {max_hours: 0}", []string{
		`c.yaml:35:83: max_hours: read 0, expected a number from 1 to 720`}},
	{"unknown parameter of a passage", "params: {max_hours: 24}", "params: {max_days: 24}", []string{
		`c.yaml:35:72: params: unknown parameter "max_days": expected max_hours`}},
	{"gap without reason", ", want: partial, why: No hour is named.}", ", want: conflict}", []string{
		`c.yaml:40:11: passage: missing key "why"`,
		`c.yaml:40:53: want: unknown value "conflict": expected satisfied, partial, contradicted or missing`}},
}

func TestParseClauseProblems(t *testing.T) {
	for _, test := range badClauses {
		t.Run(test.name, func(t *testing.T) {
			c, err := ParseClause("c.yaml", test.apply(t, goodClause))
			requireProblems(t, err, test.want)
			assert.Nil(t, c)
		})
	}
}

func TestParseClauseDuplicateRequirement(t *testing.T) {
	_, requirement, _ := strings.Cut(goodClause, "requirements:\n")
	_, err := ParseClause("c.yaml", []byte(goodClause+requirement))
	requireProblems(t, err, []string{`c.yaml:41:9: id: "breach-notify-hours" is already given on line 9`})
}

func TestParseClauseWithoutTests(t *testing.T) {
	start := strings.Index(goodClause, "    tests:")
	_, err := ParseClause("c.yaml", []byte(goodClause[:start]))
	requireProblems(t, err, []string{`c.yaml:9:5: requirement: missing key "tests"`})
}

// A rule yields, or says nothing of it.
func TestParseYields(t *testing.T) {
	const weak = "        weak: <usage-only>\n"
	c, err := ParseClause("c.yaml", []byte(strings.Replace(goodClause, weak, "        yields: yes\n", 1)))
	require.NoError(t, err)
	assert.False(t, c.Requirements[0].Rules[0].Yields)
	assert.True(t, c.Requirements[0].Rules[1].Yields)
	_, err = ParseClause("c.yaml", []byte(strings.Replace(goodClause, weak, "        yields: no\n", 1)))
	assert.ErrorContains(t, err, `expected yes`)
}
