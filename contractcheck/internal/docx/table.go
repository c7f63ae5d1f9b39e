package docx

import (
	"encoding/xml"

	"example.org/contractcheck/contractcheck/internal/story"
	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// readTable reads a table row by row (17.4.37).
func (r *reader) readTable(x *xmlstream.Reader, c *container) error {
	return x.Children(func(el xml.StartElement) error { return r.readTableChild(x, el, c) })
}

func (r *reader) readTableChild(x *xmlstream.Reader, el xml.StartElement, c *container) error {
	switch nameOf(el) {
	case "tr":
		return r.readRow(x, c)
	case "del", "moveFrom", "ins", "moveTo":
		return r.readChange(x, el, func() error { return r.readTable(x, c) })
	case "tblPr", "tblGrid", "sdtPr", "sdtEndPr":
		return x.Skip()
	case "p":
		return r.readParagraph(x, c)
	}
	return r.readTable(x, c) // content controls and the like around rows
}

// row is a table row while it is read.
type row struct {
	story.Row
	// absent says that the text that is read has no such row.
	absent bool
}

func (r *reader) readRow(x *xmlstream.Reader, c *container) error {
	current := &row{}
	current.Page, current.First = r.pages.current, x.Offset()
	seen := r.revisions.Seen
	err := x.Children(func(el xml.StartElement) error { return r.readRowChild(x, el, current) })
	current.Last = x.Offset()
	current.Changed = r.revisions.Seen > seen || r.revisions.Open()
	c.blocks = append(c.blocks, current.Blocks()...)
	return err
}

func (r *reader) readRowChild(x *xmlstream.Reader, el xml.StartElement, current *row) error {
	if current.absent {
		return r.passOver(x)
	}
	switch nameOf(el) {
	case "tc":
		return r.readCell(x, current)
	case "trPr":
		_, absent, err := r.readMarks(x)
		current.absent = absent
		return err
	case "tblPrEx", "sdtPr", "sdtEndPr":
		return x.Skip()
	}
	return x.Children(func(el xml.StartElement) error { return r.readRowChild(x, el, current) })
}

// readCell reads a cell, unless the text that is read has no such cell
// (17.13.5.1, 17.13.5.2).
func (r *reader) readCell(x *xmlstream.Reader, current *row) error {
	cell, absent := &container{}, false
	err := x.Children(func(el xml.StartElement) error {
		switch {
		case absent:
			return r.passOver(x)
		case nameOf(el) == "tcPr":
			var err error
			_, absent, err = r.readMarks(x)
			return err
		}
		return r.readBlock(x, el, cell)
	})
	if !absent {
		current.Cells = append(current.Cells, cell.done())
	}
	return err
}
