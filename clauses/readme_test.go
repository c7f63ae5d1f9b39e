package clauses_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/clauses"
	"example.org/contractcheck/contractcheck"
)

const readme, contributing, library = "../README.md", "../CONTRIBUTING.md", "README.md"

var update = flag.Bool("update", false, "rewrite the page that is made from the clause files")

// TestLibraryPage compares the page on the clause library, which is made from
// the clause files, with what they say today.
func TestLibraryPage(t *testing.T) {
	want := page(loadShipped(t).Clauses())
	if *update {
		require.NoError(t, os.WriteFile(library, []byte(want), 0o644))
	}
	got, err := os.ReadFile(library)
	require.NoError(t, err, "run go test -update to write it")
	assert.Equal(t, want, string(got), "run go test ./clauses -update and read the difference")
}

// TestREADMEClauses compares the README's table of clauses, which is kept by
// hand, with the clause library.
func TestREADMEClauses(t *testing.T) {
	text := section(t, readme, "## The clause library")
	requirements := 0
	for _, c := range loadShipped(t).Clauses() {
		requirements += len(c.Requirements)
		assert.Contains(t, text, fmt.Sprintf("| %s | `%s` | %d |\n", c.Title, c.ID, len(c.Requirements)))
	}
	assert.Contains(t, text, fmt.Sprintf("%d clauses with %d requirements", len(loadShipped(t).Clauses()), requirements))
}

// TestREADMEProfile applies the profile that the README shows.
func TestREADMEProfile(t *testing.T) {
	profile, err := contractcheck.ParseProfile(readme, []byte(fenced(t, readme, "id: ")))
	require.NoError(t, err)
	profile.Today = "2027-01-01"
	applied, err := loadShipped(t).Apply(profile)
	require.NoError(t, err)
	notify, ok := applied.Requirement("breach-notify-hours")
	require.True(t, ok)
	assert.Equal(t, 48.0, notify.Params[0].Value)
}

func loadShipped(t *testing.T) *contractcheck.Library {
	t.Helper()
	library, err := contractcheck.LoadLibrary(clauses.FS)
	require.NoError(t, err)
	return library
}

// page returns the page on the clause library: a table for each clause.
func page(all []contractcheck.Clause) string {
	var b strings.Builder
	b.WriteString("<!-- Made from the clause files: go test ./clauses -update -->\n\n# The clause library\n\n" +
		"What each clause asks of a vendor, how much it counts, and the numbers that a profile may set, with their bounds.\n")
	for _, c := range all {
		fmt.Fprintf(&b, "\n## %s (`%s`)\n\n%s\n\n", c.Title, c.ID, oneLine(c.Why))
		b.WriteString("| Requirement | What it asks | Severity and weight | Your number | Documents |\n|:--|:--|:--|:--|:--|\n")
		for _, r := range c.Requirements {
			b.WriteString(row(r) + "\n")
		}
	}
	return b.String()
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

func row(r contractcheck.Requirement) string {
	numbers := []string{}
	for _, p := range r.Params {
		numbers = append(numbers, fmt.Sprintf("`%s` %g (%g–%g)", p.Name, p.Value, p.Min, p.Max))
	}
	if len(numbers) == 0 {
		numbers = []string{"–"}
	}
	kinds := []string{}
	for _, k := range r.Applies {
		kinds = append(kinds, string(k))
	}
	return fmt.Sprintf("| `%s` | %s | %s, %d | %s | %s |", r.ID, oneLine(r.Fill(r.Statement)), r.Severity, r.Weight,
		strings.Join(numbers, "; "), strings.Join(kinds, ", "))
}

// section returns a file's text from a heading to the next one of its level.
func section(t *testing.T, file, heading string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	_, body, ok := strings.Cut(string(data), heading+"\n")
	require.True(t, ok, "%s has no heading %q", file, heading)
	body, _, _ = strings.Cut(body, "\n## ")
	return body
}

// fenced returns the first YAML block of a file that begins with the prefix.
func fenced(t *testing.T, file, prefix string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	_, body, ok := strings.Cut(string(data), "```yaml\n"+prefix)
	require.True(t, ok, "%s has no YAML block that begins with %q", file, prefix)
	block, _, ok := strings.Cut(body, "\n```")
	require.True(t, ok, "%s: the block that begins with %q is not closed", file, prefix)
	return prefix + block + "\n"
}
