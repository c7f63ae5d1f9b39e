package story

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// Revisions follows the tracked changes of a document in the order in which
// they stand.
type Revisions struct {
	// Before says that the text is read as it was before the changes.
	Before bool
	// Seen is the number of changes so far, with those that go on from others.
	Seen int

	depth   int // of changes within each other that are open
	authors []*authorChanges
	byName  map[string]*authorChanges // the authors
	// last is the change that was seen last; unchanged says that text or the
	// end of a paragraph has come since that no change touches.
	last      revision
	unchanged bool
}

// Change is what is done to a stretch of the text.
type Change uint8

// The kinds of changes. What is moved is marked at both places.
const (
	Insertion Change = iota + 1
	Deletion
	MoveFrom
	MoveTo
)

// revision is what tells one change from the next.
type revision struct {
	change Change
	author string
}

// authorChanges counts the changes of one author.
type authorChanges struct {
	name                          string
	inserted, deleted, from, onto int
}

// Shows reports whether what a change marks belongs to the text that is read:
// what was there before the changes, or what is there after them.
func (v *Revisions) Shows(change Change) bool {
	switch change {
	case Insertion, MoveTo:
		return !v.Before
	case Deletion, MoveFrom:
		return v.Before
	}
	return true
}

// Count counts a change, unless it goes on from the one before.
func (v *Revisions) Count(change Change, author string) {
	v.Seen++
	this := revision{change, authorName(author)}
	if this == v.last && !v.unchanged {
		return
	}
	v.last, v.unchanged = this, false
	by := v.by(this.author)
	switch change {
	case Insertion:
		by.inserted++
	case Deletion:
		by.deleted++
	case MoveFrom:
		by.from++
	case MoveTo:
		by.onto++
	}
}

// Begin enters what a change marks, up to End.
func (v *Revisions) Begin() { v.depth++ }

// End leaves what the innermost change marks, if one is open.
func (v *Revisions) End() { v.depth = max(0, v.depth-1) }

// Open reports whether what is read stands within a change.
func (v *Revisions) Open() bool { return v.depth > 0 }

// by returns the counts of an author.
func (v *Revisions) by(name string) *authorChanges {
	a, ok := v.byName[name]
	if !ok {
		a = &authorChanges{name: name}
		v.authors = append(v.authors, a)
		if v.byName == nil {
			v.byName = map[string]*authorChanges{}
		}
		v.byName[name] = a
	}
	return a
}

// Stay says that text or the end of a paragraph was read. Where that is not
// within a change, the next change is another one.
func (v *Revisions) Stay() {
	if v.depth == 0 {
		v.unchanged = true
	}
}

// AuthorTotals counts the changes by their authors, in order of appearance.
func (v *Revisions) AuthorTotals() []extract.AuthorChanges {
	var out []extract.AuthorChanges
	for _, a := range v.authors {
		out = append(out, extract.AuthorChanges{Author: a.name, Insertions: a.inserted, Deletions: a.deleted, Moves: max(a.from, a.onto)})
	}
	return out
}

// maxAuthor cuts the name of an author, in bytes.
const maxAuthor = 60

// authorName makes a name from a file fit for a line of a report.
func authorName(name string) string {
	name = strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) {
			return ' '
		}
		if !unicode.IsPrint(c) {
			return -1
		}
		return c
	}, name)
	return strings.TrimSpace(Cut(strings.Join(strings.Fields(name), " "), maxAuthor))
}

// Cut shortens s to at most n bytes of whole characters.
func Cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
