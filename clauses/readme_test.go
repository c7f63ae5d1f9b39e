package clauses_test

import (
	"flag"
	"fmt"
	"io/fs"
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
	want := page(loadShipped(t).Clauses()) + statesPage(t)
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
	assert.NotEmpty(t, notify.Law, "the profile names a state")
	assert.Contains(t, section(t, readme, "## Profiles"), fmt.Sprintf("the %d states and territories", len(stateCodes(t))))
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

// statesPage returns the part of the page on the laws of states: a table of all.
func statesPage(t *testing.T) string {
	var b strings.Builder
	b.WriteString("\n## The laws of states (`profiles/state-XX.yaml`)\n\n" +
		"What the law of a library's state says on a requirement, and the number that it sets, if any. It is no legal advice: each was read in a copy of unknown date.\n\n" +
		"| State | Requirement | What the law says | Its number | Source |\n|:--|:--|:--|:--|:--|\n")
	shipped := loadShipped(t)
	for _, code := range stateCodes(t) {
		applied, err := shipped.Apply(&contractcheck.Profile{State: code})
		require.NoError(t, err)
		for _, c := range applied.Clauses() {
			for _, r := range c.Requirements {
				for _, l := range r.Law {
					b.WriteString(lawRow(code, r.ID, l))
				}
			}
		}
	}
	return b.String()
}

// stateCodes returns the letters of the states that ship.
func stateCodes(t *testing.T) []string {
	t.Helper()
	files, err := fs.Glob(clauses.FS, "profiles/state-*.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for i, file := range files {
		files[i] = strings.ToUpper(strings.TrimSuffix(strings.TrimPrefix(file, "profiles/state-"), ".yaml"))
	}
	return files
}

func lawRow(code, requirement string, l contractcheck.Law) string {
	number, source := "–", l.Source
	if l.Param != "" {
		number = fmt.Sprintf("`%s` %g", l.Param, l.Value)
	}
	if l.SecondHand {
		source += " (second-hand)"
	}
	return fmt.Sprintf("| %s (%s) | `%s` | %s | %s | %s |\n", l.State, code, requirement, oneLine(l.Note), number, source)
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
