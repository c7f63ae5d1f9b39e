// Package clausetest runs the test passages of a clause library under go test,
// and mutants of them.
package clausetest

import (
	"fmt"
	"io/fs"
	"testing"

	"example.org/contractcheck/contractcheck"
)

// Run loads the clause library in fsys and runs each of its passages as a
// subtest, named after its requirement, the wanted verdict and its line. A
// passage fails when its verdict is another one; a known gap (todo) fails when
// its verdict is the wanted one, so that it does not stay on the list.
func Run(t *testing.T, fsys fs.FS) {
	t.Helper()
	library, err := contractcheck.LoadLibrary(fsys)
	if err != nil {
		t.Fatal(err)
	}
	for p := range library.Passages() {
		t.Run(fmt.Sprintf("%s/%s/%d", p.Requirement, p.Want, p.Line), func(t *testing.T) {
			if p.Failed() {
				t.Error(Describe(p))
			}
		})
	}
}

// Describe says what is wrong with a passage that failed, beginning with its
// place in the clause file.
func Describe(p contractcheck.PassageTest) string {
	place := fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Requirement)
	if p.Todo {
		return fmt.Sprintf("%s: no longer a gap: the passage is %s; move it out of todo\n\t%s", place, p.Got, p.Text)
	}
	return fmt.Sprintf("%s: got %s (%s), want %s\n\t%s", place, p.Got, p.Reason, p.Want, p.Text)
}

// Mutate loads the clause library in fsys, judges the mutants of its passages
// and fails when more than a share of most of them survive, from 0 to 1. It
// logs each survivor.
func Mutate(t *testing.T, fsys fs.FS, most float64) {
	t.Helper()
	library, err := contractcheck.LoadLibrary(fsys)
	if err != nil {
		t.Fatal(err)
	}
	tally := contractcheck.TallyMutants(library.Mutants())
	for _, m := range tally.Survivors {
		t.Log(DescribeMutant(m))
	}
	t.Logf("%d of %d mutants survive (%.1f %%)", tally.Survived, tally.Made, 100*tally.Survival())
	if tally.Survival() > most {
		t.Errorf("survival is %.4f, expected at most %.4f", tally.Survival(), most)
	}
}

// DescribeMutant says which change of meaning the rules did not notice,
// beginning with the place of the passage in the clause file.
func DescribeMutant(m contractcheck.Mutant) string {
	rule := ""
	if m.Rule != "" {
		rule = ", rule " + m.Rule
	}
	return fmt.Sprintf("%s:%d: %s: %s survives: got %s (%s%s), must not\n\t%s",
		m.File, m.Line, m.Requirement, m.Operator, m.Got, m.Reason, rule, m.Text)
}
