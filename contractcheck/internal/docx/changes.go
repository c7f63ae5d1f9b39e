package docx

import (
	"encoding/xml"

	"example.org/contractcheck/contractcheck/internal/story"
	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// changeOf returns the tracked change that an element marks (17.13.5), or 0.
func changeOf(el xml.StartElement) story.Change {
	switch nameOf(el) {
	case "ins", "cellIns":
		return story.Insertion
	case "del", "cellDel":
		return story.Deletion
	case "moveFrom":
		return story.MoveFrom
	case "moveTo":
		return story.MoveTo
	}
	return 0
}

// readMarks counts the changes that the open properties of a paragraph's mark, a
// row or a cell name (17.13.5). It reports whether there are any, and whether
// one of them says that the text that is read has no such mark, row or cell.
func (r *reader) readMarks(x *xmlstream.Reader) (changed, absent bool, err error) {
	err = x.Children(func(el xml.StartElement) error {
		if change := changeOf(el); change != 0 {
			r.revisions.Count(change, attr(el, "author"))
			changed = true
			absent = absent || !r.revisions.Shows(change)
		}
		return x.Skip()
	})
	return changed, absent, err
}

// passOver passes over text that does not belong to the text that is read, and
// counts the changes in it.
func (r *reader) passOver(x *xmlstream.Reader) error {
	return x.Children(func(el xml.StartElement) error {
		if change := changeOf(el); change != 0 {
			r.revisions.Count(change, attr(el, "author"))
		}
		return r.passOver(x)
	})
}

// readChange reads what a change marks, or passes over it where it does not
// belong to the text that is read.
func (r *reader) readChange(x *xmlstream.Reader, el xml.StartElement, read func() error) error {
	change := changeOf(el)
	r.revisions.Count(change, attr(el, "author"))
	if !r.revisions.Shows(change) {
		return r.passOver(x)
	}
	r.revisions.Begin()
	defer r.revisions.End()
	return read()
}
