package report_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck"
	"example.org/contractcheck/contractcheck/report"
)

func jsonOf(t *testing.T, r *contractcheck.Report) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, report.JSON(&b, r))
	return b.String()
}

func TestJSONReadsBackTheSame(t *testing.T) {
	for name, r := range fixtures() {
		once := readBack(t, jsonOf(t, r))
		assert.Equal(t, once, readBack(t, jsonOf(t, once)), name)
		if name != "hostile" { // which holds bytes that are no UTF-8
			assert.Equal(t, jsonOf(t, r), jsonOf(t, once), name)
		}
	}
}

func readBack(t *testing.T, encoded string) *contractcheck.Report {
	t.Helper()
	r, err := report.ReadJSON(strings.NewReader(encoded))
	require.NoError(t, err)
	return r
}

// The quotes are evidence: they come back byte for byte, controls and all.
func TestJSONKeepsQuotes(t *testing.T) {
	r := reportOf(agreement())
	hostile := "\x1b[31m \u009b \u202e <b>&\u2028 \\ \U000e0041 \"\r\n"
	r.Documents[0].Findings[0].Evidence[0].Quote = hostile
	encoded := jsonOf(t, r)
	assertNoControls(t, "encoded", encoded)
	assert.Contains(t, encoded, "<b>&", "HTML is not escaped")
	assert.Equal(t, hostile, readBack(t, encoded).Documents[0].Findings[0].Evidence[0].Quote)
}

func TestJSONForm(t *testing.T) {
	got := jsonOf(t, &contractcheck.Report{Documents: []contractcheck.DocumentReport{{
		Findings: []contractcheck.Finding{{Verdict: contractcheck.Missing, Severity: contractcheck.Critical}},
	}}})
	assert.Equal(t, 1, strings.Count(got, "null"), "only the profile is null: %s", got)
	for _, field := range []string{
		"pages", "notes", "vendor", "library", "clauses", "not_applicable", "evidence", "near",
	} {
		assert.Contains(t, got, `"`+field+`": []`)
	}
	assert.True(t, strings.HasSuffix(got, "}\n"))
	assert.Contains(t, got, "\n  \"documents\"")
}

func TestJSONRefusesNoVerdict(t *testing.T) {
	r := reportOf(agreement())
	r.Documents[0].Findings[0].Verdict = 0
	var b bytes.Buffer
	assert.Error(t, report.JSON(&b, r))
	assert.Empty(t, b.String(), "a report that cannot be encoded writes nothing")
}

func TestReadJSONRefuses(t *testing.T) {
	whole := jsonOf(t, reportOf(agreement()))
	tests := []struct {
		name, json, want string
	}{
		{"nothing", "", "EOF"},
		{"cut short", whole[:len(whole)/2], "unexpected EOF"},
		{"an unknown field", strings.Replace(whole, `"score":`, `"scores":`, 1), "unknown field"},
		{"an unknown verdict", strings.Replace(whole, `"satisfied"`, `"fine"`, 1), "unknown verdict"},
		{"another version", strings.Replace(whole, `"1.0"`, `"2.0"`, 1), "schema_version"},
		{"no verdict of a finding", strings.Replace(whole, `"verdict": "missing",`+"\n          \"reason\"", `"reason"`, 1), "no verdict"},
		{"no verdict of a clause", strings.Replace(whole, `"verdict": "satisfied",`+"\n          \"score\"", `"score"`, 1), "clauses[0]"},
		{"a second report", whole + whole, "more behind"},
		{"a bracket too many", whole + "}", "more behind"},
	}
	for _, tt := range tests {
		require.NotEqual(t, whole, tt.json, tt.name)
		_, err := report.ReadJSON(strings.NewReader(tt.json))
		assert.ErrorContains(t, err, tt.want, tt.name)
	}
}

func FuzzReadJSON(f *testing.F) {
	for _, name := range []string{"empty", "several"} {
		var b bytes.Buffer
		require.NoError(f, report.JSON(&b, fixtures()[name]))
		f.Add(b.Bytes())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := report.ReadJSON(bytes.NewReader(data))
		if err != nil {
			return
		}
		assertNoControls(t, "text", textOf(t, r, report.TextOptions{}))
		assert.True(t, json.Valid([]byte(jsonOf(t, r))))
		markdownOf(t, r)
	})
}
