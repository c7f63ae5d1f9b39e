// Package clausetest runs the test passages of a clause library under go test.
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
