package docx

import (
	"encoding/xml"
	"strings"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// maxCellBlocks is how many paragraphs a cell holds that is a value. A longer
// one is layout, such as a contract in two languages side by side.
const maxCellBlocks = 8

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
	cells [][]block
	// absent says that the text that is read has no such row.
	absent bool
	place
	page    int
	changed bool // tracked changes touch it
}

func (r *reader) readRow(x *xmlstream.Reader, c *container) error {
	current := &row{page: r.pages.current}
	current.first = x.Offset()
	seen := r.revisions.seen
	err := x.Children(func(el xml.StartElement) error { return r.readRowChild(x, el, current) })
	current.last = x.Offset()
	current.changed = r.revisions.seen > seen || r.revisions.depth > 0
	c.blocks = append(c.blocks, current.blocks()...)
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
		current.cells = append(current.cells, cell.done())
	}
	return err
}

// blocks returns the row as one block with its notes and text boxes behind
// it, or the paragraphs of its cells if they are layout.
func (w *row) blocks() []block {
	if w.isLayout() {
		var all []block
		for _, cell := range w.cells {
			all = append(all, cell...)
		}
		return all
	}
	var texts []string
	var behind []block
	for _, cell := range w.cells {
		text, asides := joinCell(cell)
		texts = append(texts, text)
		behind = append(behind, asides...)
	}
	text := extract.JoinCells(texts)
	if text == "" {
		return behind
	}
	line := block{kind: extract.TableRow, text: text, page: w.page, place: w.place, changed: w.changed}
	return append([]block{line}, behind...)
}

// isLayout reports whether the cells hold running text: only one of them has
// text, and that in several paragraphs, or one has more than a value has.
func (w *row) isLayout() bool {
	filled, longest := 0, 0
	for _, cell := range w.cells {
		blocks := 0
		for _, b := range cell {
			if !b.aside {
				blocks++
			}
		}
		if blocks > 0 {
			filled++
		}
		longest = max(longest, blocks)
	}
	return filled == 1 && longest > 1 || longest > maxCellBlocks
}

func joinCell(cell []block) (string, []block) {
	var lines []string
	var asides []block
	for _, b := range cell {
		if b.aside {
			asides = append(asides, b)
		} else {
			lines = append(lines, b.shown())
		}
	}
	return strings.Join(lines, "\n"), asides
}
