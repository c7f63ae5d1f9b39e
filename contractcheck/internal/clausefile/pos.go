// Package clausefile reads the files of a clause library: clauses with their
// requirements, rules and test passages; the shared terms; profiles; and the laws
// of states.
//
// Reading is strict, because a slip in a clause file can turn into a wrong
// verdict on a contract: an unknown key, a number out of its bounds or a
// placeholder without a parameter is an error. All errors of a file are
// reported together, each at its line and column.
//
// Only what can be judged from one file is checked here. Whether the terms of
// an expression, the requirements of a profile or the slots of a frame exist
// is for the caller, who has the whole library.
package clausefile

import (
	"cmp"
	"fmt"
)

// Pos is a place in a file. Line and Column start at 1; a column counts
// characters, not bytes, as editors do.
type Pos struct {
	File         string
	Line, Column int
}

func (p Pos) String() string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column) }

// compare orders places of the same file.
func (p Pos) compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column))
}

// SyntaxError is one problem of a file. The parsers join all those of a file,
// in the order of their places.
type SyntaxError struct {
	Pos
	Msg string
}

func (e *SyntaxError) Error() string { return e.Pos.String() + ": " + e.Msg }

// Text is a text of a file, without the white space around it. The place of a
// folded or quoted text is that of its indicator or quotation mark.
type Text struct {
	Value string
	Pos   Pos
}
