package report_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck"
	"example.org/contractcheck/contractcheck/report"
)

func textOf(t *testing.T, r *contractcheck.Report, o report.TextOptions) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, report.Text(&b, r, o))
	return b.String()
}

// sgr matches the only escape sequences that Text may write.
var sgr = regexp.MustCompile("\x1b\\[[0-9;]*m")

func TestTextHoldsNoForeignControls(t *testing.T) {
	for name, r := range fixtures() {
		for _, full := range []bool{false, true} {
			plain := textOf(t, r, report.TextOptions{Full: full})
			assertNoControls(t, name, plain)
			coloured := textOf(t, r, report.TextOptions{Full: full, Color: true})
			assert.Equal(t, plain, sgr.ReplaceAllString(coloured, ""), "%s: colour adds nothing but colour", name)
		}
	}
}

func assertNoControls(t *testing.T, name, text string) {
	t.Helper()
	hostile := strings.IndexFunc(text, func(r rune) bool {
		return r != '\n' && unicode.In(r, unicode.Cc, unicode.Cf)
	})
	assert.Less(t, hostile, 0, "%s: a control character at byte %d", name, hostile)
	assert.True(t, utf8.ValidString(text), name)
}

func TestTextKeepsTheWidth(t *testing.T) {
	for name, r := range fixtures() {
		for _, width := range []int{0, 1, 40, 61, 120} {
			for line := range strings.Lines(textOf(t, r, report.TextOptions{Width: width})) {
				limit := map[int]int{0: 80, 1: 40}[width]
				limit = max(limit, width)
				// The columns of the summary do not shrink below their figures.
				if strings.Contains(line, " pages\n") || strings.Contains(line, "all of it") || strings.Contains(line, "Fix first") {
					continue
				}
				assert.LessOrEqual(t, utf8.RuneCountInString(strings.TrimSuffix(line, "\n")), limit, "%s: %q", name, line)
			}
		}
	}
}

func TestTextShowsWhatToDoFirst(t *testing.T) {
	got := textOf(t, reportOf(agreement()), report.TextOptions{})
	inOrder(t, got, "REJECT", "FIX FIRST (5)", "breach-costs", "breach-notify-hours", "deletion-at-end",
		"satisfied here", "p. 8, 12.3 End", "contradicted here", "p. 9, 14.1 Survival", "no-sale", "Nearest",
		"audit-right", "it does not count", "WORTH ASKING FOR (1)", "export-open-format",
		"ACCEPTED BY THE LIBRARY (1)", "legal-process-notice", "SATISFIED (2)", "NOT APPLICABLE", "NOTES ON READING",
		"no legal advice")
}

func inOrder(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		at := strings.Index(text, part)
		require.GreaterOrEqual(t, at, 0, "%q is missing or out of order", part)
		text = text[at+len(part):]
	}
}

// What a file without spaces costs grows with its length, not with its square.
func TestTextTakesEndlessWords(t *testing.T) {
	d := agreement()
	d.Findings = d.Findings[:1]
	d.Findings[0].Evidence[0].Quote = strings.Repeat("x", 4<<20)
	got := textOf(t, reportOf(d), report.TextOptions{Full: true})
	assert.Greater(t, len(got), 4<<20)
}

// A verdict that was never set must not pass for a good one, nor one without
// its words.
func TestTextDoubtsWhatIsNotCarried(t *testing.T) {
	d := agreement()
	d.Findings = []contractcheck.Finding{
		{Requirement: "forgotten", Severity: contractcheck.Critical},
		{Requirement: "unfounded", Severity: contractcheck.Critical, Verdict: contractcheck.Satisfied},
	}
	for ending, render := range map[string]string{
		"text":     textOf(t, reportOf(d), report.TextOptions{}),
		"markdown": markdownOf(t, reportOf(d)),
	} {
		inOrder(t, strings.ToLower(render), "fix first (1)", "! invalid", "forgotten", "satisfied (1)", "unfounded", "do not rely on it")
		assert.Equal(t, 2, strings.Count(render, "do not rely on it"), ending)
	}
}
