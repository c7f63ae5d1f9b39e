package docx

import (
	"encoding/xml"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/opc"
	"example.org/contractcheck/contractcheck/internal/story"
	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// container collects the blocks of what holds paragraphs: the body, a cell, a
// note, a text box.
type container struct {
	blocks []story.Block
	// held is the text of a paragraph without a mark of its own: it runs on
	// into the next one.
	held string
	// heldFrom is the block that held would make alone.
	heldFrom story.Block
}

// done returns the blocks.
func (c *container) done() []story.Block {
	if c.held != "" {
		c.heldFrom.Kind, c.heldFrom.Text = extract.Paragraph, c.held
		c.blocks = append(c.blocks, c.heldFrom)
		c.held = ""
	}
	return c.blocks
}

// readStory reads a part that holds one story: the body, a header, a footer.
// Root names the element that holds the paragraphs, or is "" for the part's
// own root. With an error come the blocks that were read before it.
func (r *reader) readStory(part, root string) ([]story.Block, error) {
	x, content, err := r.parts.XML(r.ctx, part)
	if err != nil {
		return nil, err
	}
	defer content.Close()
	if err := r.beginStory(part); err != nil {
		return nil, err
	}
	c := &container{}
	err = x.Root(func(xml.StartElement) error {
		if root == "" {
			return r.readBlocks(x, c)
		}
		return x.Children(func(el xml.StartElement) error {
			if nameOf(el) == root {
				return r.readBlocks(x, c)
			}
			return x.Skip()
		})
	})
	return c.done(), err
}

// beginStory forgets what does not reach from one story into the next.
func (r *reader) beginStory(part string) (err error) {
	r.fields = nil
	r.counters = newCounters(r.numbering, r.styles)
	r.relations, err = opc.Read(r.ctx, r.parts, part)
	return err
}

// readBlocks reads the paragraphs and tables in the open element.
func (r *reader) readBlocks(x *xmlstream.Reader, c *container) error {
	return x.Children(func(el xml.StartElement) error { return r.readBlock(x, el, c) })
}

func (r *reader) readBlock(x *xmlstream.Reader, el xml.StartElement, c *container) error {
	switch nameOf(el) {
	case "p":
		return r.readParagraph(x, c)
	case "tbl":
		return r.readTable(x, c)
	case "r", "hyperlink", "fldSimple":
		// Not allowed here, but damaged documents have runs without a paragraph.
		return r.readLooseRun(x, el, c)
	case "sectPr":
		return r.readSection(x)
	case "del", "moveFrom", "ins", "moveTo":
		return r.readChange(x, el, func() error { return r.readBlocks(x, c) })
	case "altChunk", "subDoc":
		r.tally.Imports++
		return x.Skip()
	case "sdtPr", "sdtEndPr", "tblPr", "tblGrid":
		return x.Skip()
	case "mc:AlternateContent":
		return r.readAlternate(x, func() int { return len(c.blocks) },
			func(el xml.StartElement) error { return r.readBlock(x, el, c) })
	}
	return r.readBlocks(x, c)
}

// readAlternate reads the first of several presentations of one thing that
// yields something (ECMA-376 Part 3, 7.3). Yield tells how much there is.
func (r *reader) readAlternate(x *xmlstream.Reader, yield func() int, visit func(xml.StartElement) error) error {
	before := yield()
	return x.Children(func(el xml.StartElement) error {
		if yield() > before {
			return x.Skip()
		}
		return x.Children(visit)
	})
}

// readSection notes the headers and footers of a section (17.10).
func (r *reader) readSection(x *xmlstream.Reader) error {
	return x.Children(func(el xml.StartElement) error {
		switch nameOf(el) {
		case "headerReference", "footerReference":
			r.marginals = append(r.marginals, opc.IDOf(el))
		}
		return x.Skip()
	})
}
