package report_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck"
	"example.org/contractcheck/contractcheck/report"
)

func markdownOf(t *testing.T, r *contractcheck.Report) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, report.Markdown(&b, r))
	return b.String()
}

// escaped matches what escaping leaves of a character that could make markup.
var escaped = regexp.MustCompile(`\\[[:punct:]]|&(lt|gt|amp);`)

// own matches the markup that the renderer itself writes, at the start of a
// line.
var own = regexp.MustCompile(`(?m)^(#{1,4} |> |>$|- |---$|\| (---:? \| )*(---:? \|)?)`)

// What a hostile document holds comes out as text: once the renderer's own
// markup and what is escaped are taken away, nothing is left that could mark
// up, link or tag.
func TestMarkdownHoldsNoForeignMarkup(t *testing.T) {
	got := markdownOf(t, reportOf(hostile()))
	assertNoControls(t, "hostile", strings.ReplaceAll(got, "@\u2060", ""))
	rest := own.ReplaceAllString(escaped.ReplaceAllString(got, ""), "")
	rest = strings.ReplaceAll(strings.ReplaceAll(rest, "**", ""), " | ", "")
	rest = strings.ReplaceAll(rest, " |\n", "\n")
	rest = strings.ReplaceAll(rest, "*"+report.Disclaimer+"*", "")
	for _, markup := range []string{"<", ">", "[", "]", "*", "_", "`", "~", "|", "$", "://", "www.", "mailto:", "@e", "@s", "e.example"} {
		at := strings.Index(rest, markup)
		assert.Less(t, at, 0, "%q is left: %q", markup, around(rest, at))
	}
}

func around(s string, at int) string {
	if at < 0 {
		return ""
	}
	return s[max(0, at-20):min(len(s), at+20)]
}

// Only the renderer makes blocks: the hostile report has as many headings as
// one with the same findings and harmless texts.
func TestMarkdownHoldsNoForeignBlocks(t *testing.T) {
	bad, tame := hostile(), hostile()
	for i := range tame.Findings {
		tame.Findings[i].Reason, tame.Findings[i].Title = "plain", "plain"
		tame.Findings[i].Ask, tame.Findings[i].Model, tame.Findings[i].Statement = "plain", "plain", "plain"
		for j := range tame.Findings[i].Evidence {
			tame.Findings[i].Evidence[j].Quote = "plain"
		}
	}
	assert.Equal(t, blocks(markdownOf(t, reportOf(tame))), blocks(markdownOf(t, reportOf(bad))))
}

// blocks counts the lines of a Markdown text by how they begin.
func blocks(markdown string) map[string]int {
	count := make(map[string]int)
	for line := range strings.Lines(markdown) {
		first, _, _ := strings.Cut(strings.TrimRight(line, "\n"), " ")
		if strings.Trim(first, "#>-|=+") == "" {
			count[first]++
		}
	}
	return count
}

func TestMarkdownShowsWhatToDoFirst(t *testing.T) {
	got := markdownOf(t, reportOf(agreement(), scan()))
	inOrder(t, got, "# Patron privacy check of 2 documents", "| **REJECT** | 38 | 5 | 9 of 9 pages |",
		"## ils-agreement", "### Fix first (5)", "#### Breach notification", "breach-costs", "> “Customer bears",
		"(p. 8, 9.4 Costs)", "- **Ask:**", "- **Wording to ask for:**", "### Accepted by the library (1)",
		"### Satisfied (2)", "**Question for counsel:**", "| Breach notification | ✗ contradicted | 20 |",
		"pages 7-8, 43 (image without text)", "? unreadable", report.Disclaimer)
}
