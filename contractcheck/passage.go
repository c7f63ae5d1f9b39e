package contractcheck

import (
	"iter"

	"example.org/contractcheck/contractcheck/internal/clausefile"
)

// PassageTest is a test passage of a clause file, judged. Todo marks a known
// gap: the rules do not give the wanted verdict yet, for the reason in Why.
type PassageTest struct {
	Requirement string
	Text        string
	Want, Got   Verdict
	Reason      string // of the verdict that was got
	Todo        bool
	Why         string
	File        string
	Line        int
}

// Failed reports whether the clause file needs a hand: the verdict is not the
// wanted one, or a known gap has closed and can leave the list.
func (p PassageTest) Failed() bool { return p.Todo == (p.Want == p.Got) }

// Passages judges the library's own test passages, clause by clause in the
// order of their files. They hold for the clause files' own parameters: on a
// library with a profile they may fail.
func (l *Library) Passages() iter.Seq[PassageTest] {
	return func(yield func(PassageTest) bool) {
		for r, t := range l.tests {
			if !yield(l.judgeTest(r.ID, t)) {
				return
			}
		}
	}
}

// tests yields the test passages of the clause files, in their order, each with
// its requirement.
func (l *Library) tests(yield func(*clausefile.Requirement, *clausefile.Test) bool) {
	for _, c := range l.files {
		for i := range c.Requirements {
			r := &c.Requirements[i]
			for j := range r.Tests {
				if !yield(r, &r.Tests[j]) {
					return
				}
			}
		}
	}
}

func (l *Library) judgeTest(requirement string, t *clausefile.Test) PassageTest {
	p := PassageTest{
		Requirement: requirement, Text: t.Text, Todo: t.Todo, Why: t.Why, File: t.Pos.File, Line: t.Pos.Line,
	}
	if err := p.Want.UnmarshalText([]byte(t.Want)); err != nil {
		p.Want = 0 // no verdict is the wanted one, so that the test fails
	}
	f := l.judgePassage(requirement, t.Text, t.Params)
	p.Got, p.Reason = f.Verdict, f.Reason
	return p
}
