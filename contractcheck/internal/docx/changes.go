package docx

import (
	"encoding/xml"
	"strings"
	"unicode"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// revisions follows the tracked changes of a document (17.13.5) in the order
// in which they stand.
type revisions struct {
	// before says that the text is read as it was before the changes.
	before bool

	depth   int // of changes within each other that are open
	seen    int // changes so far, with those that go on from others
	authors []*authorChanges
	byName  map[string]*authorChanges // the authors
	// last is the change that was seen last; unchanged says that text or the
	// end of a paragraph has come since that no change touches.
	last      revision
	unchanged bool
}

// revision is what tells one change from the next.
type revision struct{ kind, author string }

// authorChanges counts the changes of one author. What is moved is marked at
// both places.
type authorChanges struct {
	name                          string
	inserted, deleted, from, onto int
}

// shows reports whether what a change marks belongs to the text that is read:
// what was there before the changes, or what is there after them.
func (v *revisions) shows(name string) bool {
	switch name {
	case "ins", "moveTo", "cellIns":
		return !v.before
	case "del", "moveFrom", "cellDel":
		return v.before
	}
	return true
}

// count counts a change, unless it goes on from the one before.
func (v *revisions) count(el xml.StartElement) {
	v.seen++
	change := revision{nameOf(el), authorName(attr(el, "author"))}
	if change == v.last && !v.unchanged {
		return
	}
	v.last, v.unchanged = change, false
	by := v.by(change.author)
	switch change.kind {
	case "ins", "cellIns":
		by.inserted++
	case "del", "cellDel":
		by.deleted++
	case "moveFrom":
		by.from++
	case "moveTo":
		by.onto++
	}
}

// by returns the counts of an author.
func (v *revisions) by(name string) *authorChanges {
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

// stay says that text or the end of a paragraph was read. Where that is not
// within a change, the next change is another one.
func (v *revisions) stay() {
	if v.depth == 0 {
		v.unchanged = true
	}
}

// authorTotals counts the changes by their authors, in order of appearance.
func (v *revisions) authorTotals() []extract.AuthorChanges {
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
	return strings.TrimSpace(cut(strings.Join(strings.Fields(name), " "), maxAuthor))
}

// readMarks counts the changes that the open properties of a paragraph's mark, a
// row or a cell name (17.13.5). It reports whether there are any, and whether
// one of them says that the text that is read has no such mark, row or cell.
func (r *reader) readMarks(x *xmlstream.Reader) (changed, absent bool, err error) {
	err = x.Children(func(el xml.StartElement) error {
		switch name := nameOf(el); name {
		case "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel":
			r.revisions.count(el)
			changed = true
			absent = absent || !r.revisions.shows(name)
		}
		return x.Skip()
	})
	return changed, absent, err
}

// passOver passes over text that does not belong to the text that is read, and
// counts the changes in it.
func (r *reader) passOver(x *xmlstream.Reader) error {
	return x.Children(func(el xml.StartElement) error {
		switch nameOf(el) {
		case "ins", "del", "moveFrom", "moveTo":
			r.revisions.count(el)
		}
		return r.passOver(x)
	})
}

// readChange reads what a change marks, or passes over it where it does not
// belong to the text that is read.
func (r *reader) readChange(x *xmlstream.Reader, el xml.StartElement, read func() error) error {
	r.revisions.count(el)
	if !r.revisions.shows(nameOf(el)) {
		return r.passOver(x)
	}
	r.revisions.depth++
	defer func() { r.revisions.depth-- }()
	return read()
}
