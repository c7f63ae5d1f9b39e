package odt

import (
	"encoding/xml"
	"strings"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/story"
	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// paragraph is a paragraph while it is read.
type paragraph struct {
	into    *container
	style   string
	outline int // of a heading, from 1
	start   *int
	header  bool // a heading without a number
	at      int64
	page    int
	place   listPlace

	text    strings.Builder
	spaced  bool // the text ends with white space that counts as one space
	asides  []story.Block
	changed bool
	hidden  bool
}

// inline is the state of the text that is being read.
type inline struct {
	hidden, struck bool
	link           string
}

func (in inline) unseen() bool { return in.hidden || in.struck }

func (r *reader) readParagraph(x *xmlstream.Reader, el xml.StartElement, c *container, in listPlace) error {
	if err := r.paragraphs.Next(); err != nil {
		return err
	}
	p := r.newParagraph(x, el, c, in)
	seen := r.revisions.Seen
	err := r.readInlines(x, p, r.styled(inline{}, "paragraph", p.style))
	p.changed = p.changed || r.revisions.Seen > seen || r.revisions.Open()
	r.finish(p)
	return err
}

func (r *reader) newParagraph(x *xmlstream.Reader, el xml.StartElement, c *container, in listPlace) *paragraph {
	p := &paragraph{into: c, style: attr(el, "style-name"), at: x.Offset(), place: in, changed: r.revisions.Open()}
	if nameOf(el) == "text:h" {
		p.outline = count(el, "outline-level", maxLevels)
		p.header = attr(el, "is-list-header") == "true"
		p.start = number(el, "start-value")
	}
	if find(r.styles, "paragraph", p.style, func(def *style) bool { return def.breaksPage }) && len(c.blocks) > 0 {
		r.page++
	}
	p.page = r.page
	p.follow(c.held)
	c.held = nil
	return p
}

// follow makes the text of a paragraph without an end the beginning of p, which
// is then that paragraph.
func (p *paragraph) follow(held *paragraph) {
	if held == nil {
		return
	}
	p.style, p.outline, p.start, p.header = held.style, held.outline, held.start, held.header
	p.at, p.page, p.place = held.at, held.page, held.place
	p.text.WriteString(held.text.String())
	p.spaced, p.changed = held.spaced, true
}

// finish makes the paragraph that was read a block.
func (r *reader) finish(p *paragraph) {
	if r.skipping > 0 {
		p.into.held = p
		p.into.blocks = append(p.into.blocks, p.asides...)
		p.asides = nil
		return
	}
	r.revisions.Stay()
	r.add(p)
}

// add adds the block that a paragraph shows as, and what stands behind it.
func (r *reader) add(p *paragraph) {
	b := story.Block{Text: p.text.String(), Page: p.page, Place: story.Place{First: p.at, Last: p.at}, Changed: p.changed}
	if p.into.whole {
		p.into.blocks = append(p.into.blocks, b)
		return
	}
	heading := p.outline
	if heading == 0 {
		heading = r.styles.heading(p.style)
	}
	if !p.hidden {
		b.Label = r.label(p)
		if b.Classify(max(1, p.place.level), heading) {
			p.into.blocks = append(p.into.blocks, b)
		}
	}
	p.into.blocks = append(p.into.blocks, p.asides...)
}

// label counts a paragraph and returns its number: that of its list or, for a
// heading outside of lists, of the outline.
func (r *reader) label(p *paragraph) string {
	if p.place.level == 0 && p.outline > 0 && !p.header {
		return r.lists.heading(p.outline, p.start)
	}
	return r.lists.label(p.place, find(r.styles, "paragraph", p.style, func(def *style) string { return def.list }))
}

// styled returns the state of text with a style. What the style does not say
// stays as it is around the text.
func (r *reader) styled(in inline, family, name string) inline {
	if hidden := find(r.styles, family, name, isHidden); hidden != nil {
		in.hidden = *hidden
	}
	if struck := find(r.styles, family, name, isStruck); struck != nil {
		in.struck = *struck
	}
	return in
}

// readInlines reads the characters and elements in the open one, within a
// paragraph.
func (r *reader) readInlines(x *xmlstream.Reader, p *paragraph, in inline) error {
	return x.Mixed(func(s string) { r.writeCollapsed(p, in, s) },
		func(el xml.StartElement) error { return r.readInline(x, el, p, in) })
}

func (r *reader) readInline(x *xmlstream.Reader, el xml.StartElement, p *paragraph, in inline) error {
	name := nameOf(el)
	switch name {
	case "text:span":
		in = r.styled(in, "text", attr(el, "style-name"))
	case "text:a", "draw:a":
		in.link = attr(el, "href")
	case "text:s":
		r.write(p, in, strings.Repeat(" ", count(el, "c", maxSpaces)))
	case "text:tab":
		r.write(p, in, "\t")
	case "text:line-break":
		r.write(p, in, "\n")
	case "text:soft-page-break":
		r.page++
	case "text:change-start", "text:change-end", "text:change":
		r.meet(el, p)
	case "office:annotation":
		r.tally.Comments++
		return x.Skip()
	case "text:hidden-paragraph":
		if attr(el, "is-hidden") == "true" {
			p.hidden = true
			r.tally.Hidden++
		}
		return x.Skip()
	case "text:hidden-text":
		if attr(el, "is-hidden") == "true" {
			r.tally.Hidden++
			return x.Skip()
		}
	case "draw:frame":
		return r.readFrame(x, p)
	case "text:note-body", "draw:text-box":
		return r.readAside(x, p, in, func(c *container) error { return r.readBlocks(x, c, listPlace{}) })
	case "text:p", "text:h", "text:list", "table:table":
		return r.readAside(x, p, in, func(c *container) error { return r.readBlock(x, el, c, listPlace{}) })
	}
	if isSource(name) {
		return x.Skip()
	}
	return r.readInlines(x, p, in)
}

// maxSpaces bounds the spaces that one element stands for.
const maxSpaces = 1000

// readFrame reads a frame: a text box stands behind its paragraph, and of what
// else it shows in several forms the first counts (10.4.2).
func (r *reader) readFrame(x *xmlstream.Reader, p *paragraph) error {
	counted := false
	err := x.Children(func(el xml.StartElement) error {
		switch nameOf(el) {
		case "draw:text-box":
			return r.readInline(x, el, p, inline{})
		case "draw:image":
			if !counted {
				r.tally.Pictures++
			}
			counted = true
		case "draw:object", "draw:object-ole", "draw:plugin", "draw:applet", "draw:floating-frame":
			r.tally.Diagrams++
			counted = true
		}
		return x.Skip()
	})
	if p.at == 0 { // a frame between paragraphs
		p.into.blocks = append(p.into.blocks, p.asides...)
	}
	return err
}

// readAside reads paragraphs that stand behind the one that they belong to.
func (r *reader) readAside(x *xmlstream.Reader, p *paragraph, in inline, read func(*container) error) error {
	c := &container{}
	err := read(c)
	if in.unseen() || r.skipping > 0 {
		return err
	}
	for _, b := range story.Asides(r.done(c)) {
		if p.at > 0 {
			b.Place = story.Place{First: p.at, Last: p.at}
		}
		p.asides = append(p.asides, b)
	}
	return err
}

// writeCollapsed adds character data, in which white space counts as one space,
// and at the beginning of a paragraph as none (6.1.2).
func (r *reader) writeCollapsed(p *paragraph, in inline, s string) {
	if in.unseen() || r.skipping > 0 {
		r.countUnseen(in, s)
		return
	}
	var out strings.Builder
	spaced := p.spaced || p.text.Len() == 0
	for _, c := range s {
		space := c == ' ' || c == '\t' || c == '\n' || c == '\r'
		switch {
		case !space:
			out.WriteRune(c)
		case !spaced:
			out.WriteByte(' ')
		}
		spaced = space
	}
	r.write(p, in, out.String())
	p.spaced = spaced
}

// countUnseen counts text that is left out because it is hidden or struck
// through.
func (r *reader) countUnseen(in inline, s string) {
	switch {
	case strings.TrimSpace(s) == "" || r.skipping > 0:
	case in.hidden:
		r.tally.Hidden++
	case in.struck:
		r.tally.Struck++
	}
}

// write adds text, unless it is not to be seen.
func (r *reader) write(p *paragraph, in inline, s string) {
	if in.unseen() || r.skipping > 0 || s == "" {
		return
	}
	p.text.WriteString(r.links.Mark(s, in.link))
	p.spaced = false
	if extract.Clean(s) != "" {
		r.revisions.Stay()
	}
}
