package docx

import (
	"encoding/xml"
	"strings"

	"example.org/contractcheck/contractcheck/internal/story"
	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// paragraph is a paragraph while it is read.
type paragraph struct {
	style string
	// numID and level are set where the paragraph names them itself.
	numID   *string
	level   *int
	outline *int
	// merged says that it has no mark in the text that is read, so that it runs
	// on into the next.
	merged bool
	// markChanged says that its mark was inserted, deleted or moved.
	markChanged bool
	changed     bool // tracked changes touch it
	at          int64

	text   strings.Builder
	page   int           // the page that the text begins on
	asides []story.Block // notes and text boxes, in order
	// pageBreaks are breaks behind the first of the text. They take effect
	// after the paragraph, which stays whole on the page that it begins on.
	pageBreaks int
}

func (p *paragraph) write(s string) { p.text.WriteString(s) }

func (p *paragraph) blank() bool { return strings.TrimSpace(p.text.String()) == "" }

func (r *reader) readParagraph(x *xmlstream.Reader, c *container) error {
	if err := r.paragraphs.Next(); err != nil {
		return err
	}
	p := r.newParagraph(x)
	seen := r.revisions.Seen
	err := x.Children(func(el xml.StartElement) error {
		if nameOf(el) == "pPr" {
			return r.readProperties(x, p)
		}
		return r.readInline(x, el, p, run{})
	})
	p.changed = p.changed || r.revisions.Seen > seen
	r.finish(p, c)
	return err
}

// newParagraph begins a paragraph at the element that was read last.
func (r *reader) newParagraph(x *xmlstream.Reader) *paragraph {
	return &paragraph{page: r.pages.current, at: x.Offset(), changed: r.revisions.Open()}
}

func (r *reader) readLooseRun(x *xmlstream.Reader, el xml.StartElement, c *container) error {
	p := r.newParagraph(x)
	err := r.readInline(x, el, p, run{})
	r.finish(p, c)
	return err
}

// readProperties reads a pPr (17.3.1.26). The former properties in pPrChange
// take its place where the text is read as it was.
func (r *reader) readProperties(x *xmlstream.Reader, p *paragraph) error {
	return x.Children(func(el xml.StartElement) error {
		switch nameOf(el) {
		case "pStyle":
			p.style = attr(el, "val")
		case "numPr":
			return readNumPr(x, &p.numID, &p.level)
		case "outlineLvl":
			p.outline = number(el)
		case "sectPr":
			return r.readSection(x)
		case "rPr":
			// A deleted mark joins two paragraphs (17.13.5.15), and so did one
			// before it was inserted.
			changed, absent, err := r.readMarks(x)
			p.markChanged, p.merged = p.markChanged || changed, p.merged || absent
			return err
		case "pPrChange":
			if r.revisions.Before {
				p.style, p.numID, p.level, p.outline = "", nil, nil, nil
				return x.Children(func(xml.StartElement) error { return r.readProperties(x, p) })
			}
		}
		return x.Skip()
	})
}

// finish makes the paragraph that was read a block.
func (r *reader) finish(p *paragraph, c *container) {
	r.fields.endParagraph()
	if !p.markChanged {
		r.revisions.Stay()
	}
	b := story.Block{Text: c.held + p.text.String(), Page: p.page, Place: story.Place{First: p.at, Last: p.at}, Changed: p.changed}
	if c.held != "" {
		b.Page, b.First, b.Changed = c.heldFrom.Page, c.heldFrom.First, b.Changed || c.heldFrom.Changed
	}
	c.held = ""
	if p.merged {
		c.held, c.heldFrom = b.Text, b
	} else {
		r.add(p, b, c)
	}
	c.blocks = append(c.blocks, p.asides...)
	r.pages.advance(p.pageBreaks)
}

// add makes b, which has the text of a paragraph, the block that it shows as.
func (r *reader) add(p *paragraph, b story.Block, c *container) {
	if p.style == "" {
		p.style = r.styles.paragraph
	}
	label, level := r.label(p)
	heading := 0
	if outline := r.outline(p); outline < bodyLevel {
		heading = outline + 1
	}
	b.Label = label
	if b.Classify(level+1, heading) {
		c.blocks = append(c.blocks, b)
	}
}

// label returns the automatic number of a paragraph and its level, from 0.
func (r *reader) label(p *paragraph) (string, int) {
	numID, level := p.numID, p.level
	if level == nil {
		level = inherited(r.styles, p.style, func(_ string, def *style) *int { return def.level })
	}
	if numID == nil {
		numID = inherited(r.styles, p.style, func(_ string, def *style) *string { return def.numID })
		if numID == nil {
			return "", 0
		}
		if linked := r.counters.linkedLevel(*numID, p.style); linked != nil {
			level = linked
		}
	}
	if level == nil {
		level = new(int)
	}
	return r.counters.next(*numID, *level), *level
}

func (r *reader) outline(p *paragraph) int {
	if p.outline != nil && *p.outline >= 0 && *p.outline <= bodyLevel {
		return *p.outline
	}
	return r.styles.outline(p.style)
}
