package odt

import (
	"encoding/xml"

	"example.org/contractcheck/contractcheck/internal/story"
	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// change is a tracked change (5.5): it is described before the text, and the
// text has marks where it was made.
type change struct {
	kind   story.Change // 0 for one of formats
	author string
	// deleted are the paragraphs that were deleted: the first ran on from the text before
	// the mark, and the last into the text behind.
	deleted []story.Block
}

// readChange reads the description of a change.
func (r *reader) readChange(x *xmlstream.Reader, region xml.StartElement) error {
	c := &change{}
	r.changes[attr(region, "id")] = c
	return x.Children(func(el xml.StartElement) error {
		switch nameOf(el) {
		case "text:insertion":
			c.kind = story.Insertion
		case "text:deletion":
			c.kind = story.Deletion
		}
		content := &container{whole: true}
		err := x.Children(func(el xml.StartElement) error {
			if nameOf(el) == "office:change-info" {
				return c.readInfo(x)
			}
			return r.readBlock(x, el, content, listPlace{})
		})
		c.deleted = r.done(content)
		return err
	})
}

func (c *change) readInfo(x *xmlstream.Reader) error {
	return x.Children(func(el xml.StartElement) (err error) {
		if nameOf(el) == "dc:creator" {
			c.author, err = x.Content()
			return err
		}
		return x.Skip()
	})
}

// meet follows a change at a mark in a paragraph, or between paragraphs if p is
// nil.
func (r *reader) meet(el xml.StartElement, p *paragraph) {
	c := r.changes[attr(el, "change-id")]
	if c == nil || c.kind == 0 {
		return
	}
	switch nameOf(el) {
	case "text:change-end":
		r.leave(c)
		return
	case "text:change-start":
		r.revisions.Count(c.kind, c.author)
		if r.revisions.Shows(c.kind) {
			r.revisions.Begin()
		} else {
			r.skipping++
		}
		return
	}
	r.revisions.Count(c.kind, c.author)
	if p != nil && r.revisions.Shows(c.kind) && r.skipping == 0 {
		r.restore(c, p)
	}
}

func (r *reader) leave(c *change) {
	if r.revisions.Shows(c.kind) {
		r.revisions.End()
	} else {
		r.skipping = max(0, r.skipping-1)
	}
}

// restore puts what was deleted back into a paragraph, once.
func (r *reader) restore(c *change, p *paragraph) {
	deleted := c.deleted
	c.deleted = nil
	for i, b := range deleted {
		if i > 0 { // a paragraph ended here
			r.finish(p)
			p.text.Reset()
			p.asides, p.start, p.place.item = nil, nil, nil
		}
		p.changed = true
		p.text.WriteString(b.Text)
	}
}
