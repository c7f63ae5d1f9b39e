package docx

import "strings"

// pageCounter counts pages by the breaks that the document holds. A DOCX file
// has no pages of its own; writers leave explicit breaks, and Word also the
// places where its last layout broke (17.3.3.13).
type pageCounter struct {
	current int // from 0
	// fresh says that an explicit break came and no text since: the layout's
	// mark of the same break must not count again.
	fresh bool
	seen  bool // there was any break
}

func (c *pageCounter) explicit(p *paragraph) {
	c.fresh = true
	c.turn(p)
}

func (c *pageCounter) rendered(p *paragraph) {
	if c.fresh {
		c.fresh = false
		return
	}
	c.turn(p)
}

// turn begins a page, at once or, within a paragraph, after it.
func (c *pageCounter) turn(p *paragraph) {
	c.seen = true
	if !p.blank() {
		p.pageBreaks++
		return
	}
	c.current++
	p.page = c.current
}

func (c *pageCounter) advance(pages int) { c.current += pages }

func (c *pageCounter) sawText(s string) {
	if c.fresh && strings.TrimSpace(s) != "" {
		c.fresh = false
	}
}
