package clauses_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/clauses"
	"example.org/contractcheck/contractcheck"
)

const readme, contributing = "../README.md", "../CONTRIBUTING.md"

// TestREADME compares the tables of requirements in the README, which are kept
// by hand, with the clause library.
func TestREADME(t *testing.T) {
	want := tables(loadShipped(t).Clauses())
	got := tableLines(section(t, readme, "## The clause library"))
	assert.Equal(t, want, got, "the README should have:\n\n%s", strings.Join(want, "\n"))
}

// TestREADMEProfile applies the profile that the README shows.
func TestREADMEProfile(t *testing.T) {
	profile, err := contractcheck.ParseProfile(readme, []byte(fenced(t, readme, "id: ")))
	require.NoError(t, err)
	profile.Today = "2027-01-01"
	library, err := loadShipped(t).Apply(profile)
	require.NoError(t, err)
	notify, ok := library.Requirement("breach-notify-hours")
	require.True(t, ok)
	assert.Equal(t, 48.0, notify.Params[0].Value)
}

func loadShipped(t *testing.T) *contractcheck.Library {
	t.Helper()
	library, err := contractcheck.LoadLibrary(clauses.FS)
	require.NoError(t, err)
	return library
}

// tables returns a heading a clause, and a row a requirement.
func tables(all []contractcheck.Clause) []string {
	var lines []string
	for _, c := range all {
		lines = append(lines, fmt.Sprintf("### %s (`%s`)", c.Title, c.ID))
		for _, r := range c.Requirements {
			lines = append(lines, row(r))
		}
	}
	return lines
}

func row(r contractcheck.Requirement) string {
	numbers := []string{}
	for _, p := range r.Params {
		numbers = append(numbers, fmt.Sprintf("`%s` %g (%g–%g)", p.Name, p.Value, p.Min, p.Max))
	}
	if len(numbers) == 0 {
		numbers = []string{"–"}
	}
	statement := strings.Join(strings.Fields(r.Fill(r.Statement)), " ")
	return fmt.Sprintf("| `%s` | %s | %s, %d | %s |", r.ID, statement, r.Severity, r.Weight, strings.Join(numbers, "; "))
}

// tableLines keeps what tables writes: the headings of clauses, and the rows
// that begin with an id.
func tableLines(text string) []string {
	var lines []string
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "### ") || strings.HasPrefix(line, "| `") {
			lines = append(lines, strings.TrimSpace(line))
		}
	}
	return lines
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
