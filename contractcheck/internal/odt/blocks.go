package odt

import (
	"encoding/xml"
	"strconv"

	"example.org/contractcheck/contractcheck/internal/story"
	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// container collects the blocks of what holds paragraphs: the body, a cell, a
// note, a text box.
type container struct {
	blocks []story.Block
	// held is a paragraph whose end the text that is read lacks: it runs on into
	// the next one.
	held *paragraph
	// whole keeps every paragraph as it is read, empty ones too.
	whole bool
}

// done returns the blocks of a container that was read. A paragraph that runs on
// into nothing ends with it.
func (r *reader) done(c *container) []story.Block {
	if c.held != nil {
		r.add(c.held)
		c.held = nil
	}
	return c.blocks
}

// readBlocks reads the paragraphs, lists and tables in the open element.
func (r *reader) readBlocks(x *xmlstream.Reader, c *container, in listPlace) error {
	return x.Children(func(el xml.StartElement) error { return r.readBlock(x, el, c, in) })
}

func (r *reader) readBlock(x *xmlstream.Reader, el xml.StartElement, c *container, in listPlace) error {
	switch nameOf(el) {
	case "text:p", "text:h":
		return r.readParagraph(x, el, c, in)
	case "text:list":
		return r.readList(x, r.lists.enter(el, in), c)
	case "table:table":
		return r.readTable(x, c)
	case "text:tracked-changes":
		return x.Children(func(el xml.StartElement) error { return r.readChange(x, el) })
	case "text:change-start", "text:change-end", "text:change":
		r.meet(el, nil)
		return x.Skip()
	case "text:section":
		if attr(el, "display") == "none" || r.styled(inline{}, "section", attr(el, "style-name")).hidden {
			r.tally.Hidden++
			return x.Skip()
		}
	case "text:soft-page-break":
		r.page++
		return x.Skip()
	case "draw:frame":
		return r.readFrame(x, &paragraph{into: c})
	}
	if isSource(nameOf(el)) {
		return x.Skip()
	}
	return r.readBlocks(x, c, in)
}

// isSource reports whether an element describes what makes a part of the text,
// and is none of it.
func isSource(name string) bool {
	switch name {
	case "text:table-of-content-source", "text:illustration-index-source", "text:table-index-source", "text:object-index-source",
		"text:user-index-source", "text:alphabetical-index-source", "text:bibliography-source", "text:section-source",
		"text:sequence-decls", "text:variable-decls", "text:user-field-decls", "text:dde-connection-decls",
		"office:forms", "office:event-listeners", "office:binary-data", "office:annotation-end", "text:script",
		"svg:title", "svg:desc", "text:note-citation", "text:ruby-text", "text:label":
		return true
	}
	return false
}

func (r *reader) readList(x *xmlstream.Reader, in listPlace, c *container) error {
	return x.Children(func(el xml.StartElement) error {
		in := in
		in.item = nil
		if nameOf(el) == "text:list-item" {
			in.item = &listItem{start: number(el, "start-value")}
		}
		return r.readBlocks(x, c, in)
	})
}

// number returns an attribute that is a number, or nil.
func number(el xml.StartElement, local string) *int {
	n, err := strconv.Atoi(attr(el, local))
	if err != nil {
		return nil
	}
	return &n
}

// readTable reads a table row by row (9.1).
func (r *reader) readTable(x *xmlstream.Reader, c *container) error {
	return x.Children(func(el xml.StartElement) error {
		switch nameOf(el) {
		case "table:table-row":
			return r.readRow(x, c)
		case "table:table-header-rows", "table:table-rows", "table:table-row-group":
			return r.readTable(x, c)
		case "text:soft-page-break":
			r.page++
		}
		return x.Skip()
	})
}

func (r *reader) readRow(x *xmlstream.Reader, c *container) error {
	row := story.Row{Page: r.page}
	row.First = x.Offset()
	seen, covered := r.revisions.Seen, 0
	err := x.Children(func(el xml.StartElement) error {
		switch nameOf(el) {
		case "table:table-cell":
			covered = count(el, "number-columns-spanned", maxSpan) - 1
		case "table:covered-table-cell":
			if covered > 0 { // by a cell of this row
				covered--
				return x.Skip()
			}
		default:
			return x.Skip()
		}
		cell := &container{}
		err := r.readBlocks(x, cell, listPlace{})
		row.Cells = append(row.Cells, r.done(cell))
		return err
	})
	row.Last = x.Offset()
	row.Changed = r.revisions.Seen > seen || r.revisions.Open()
	c.blocks = append(c.blocks, row.Blocks()...)
	return err
}

// maxSpan bounds how many columns a cell spans.
const maxSpan = 1024
