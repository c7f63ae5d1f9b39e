package docx

import (
	"cmp"
	"encoding/xml"
	"strconv"

	"example.org/contractcheck/contractcheck/internal/opc"
	"example.org/contractcheck/contractcheck/internal/story"
	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// run is the state of the run that is being read (17.3.2).
type run struct {
	// unseen text is hidden or struck through.
	unseen bool
	// link is the target of the hyperlink that the run stands in, or "".
	link string
}

// readInline reads an element within a paragraph.
func (r *reader) readInline(x *xmlstream.Reader, el xml.StartElement, p *paragraph, in run) error {
	switch nameOf(el) {
	case "r":
		return r.readRun(x, p, in.link)
	case "hyperlink":
		if rel := r.relations.ByID(opc.IDOf(el)); rel.External {
			in.link = rel.Target
		}
	case "del", "moveFrom", "ins", "moveTo":
		return r.readChange(x, el, func() error { return r.readInlines(x, p, in) })
	case "t", "m:t", "delText":
		if nameOf(el) == "delText" && !r.revisions.Before {
			return x.Skip()
		}
		return x.Text(func(s string) { r.write(p, in, s) })
	case "p":
		return r.readBoxed(x, p, in, func(c *container) error { return r.readParagraph(x, c) })
	case "tbl":
		return r.readBoxed(x, p, in, func(c *container) error { return r.readTable(x, c) })
	case "txbxContent":
		return r.readBoxed(x, p, in, func(c *container) error { return r.readBlocks(x, c) })
	case "picture":
		r.tally.Pictures++
	case "diagram":
		r.tally.Diagrams++
	case "mc:AlternateContent":
		return r.readAlternate(x, func() int { return p.text.Len() + len(p.asides) + r.tally.Pictures + r.tally.Diagrams },
			func(el xml.StartElement) error { return r.readInline(x, el, p, in) })
	case "fldChar":
		return r.readFieldChar(x, el, p, in)
	case "instrText":
		return x.Text(r.fields.addCode)
	case "fldSimple":
		in.link = cmp.Or(hyperlinkOf(attr(el, "instr")), in.link)
	case "delInstrText", "fldData", "sdtPr", "sdtEndPr", "rPr", "rt":
		return x.Skip()
	default:
		if r.readMarkElement(el, p, in) {
			return x.Skip()
		}
	}
	return r.readInlines(x, p, in)
}

// readInlines reads the elements in the open one, within a paragraph.
func (r *reader) readInlines(x *xmlstream.Reader, p *paragraph, in run) error {
	return x.Children(func(el xml.StartElement) error { return r.readInline(x, el, p, in) })
}

// readMarkElement takes the elements without content that stand for a
// character, a break or a reference. It reports whether el is one.
func (r *reader) readMarkElement(el xml.StartElement, p *paragraph, in run) bool {
	switch nameOf(el) {
	case "tab", "ptab":
		r.write(p, in, "\t")
	case "cr":
		r.write(p, in, "\n")
	case "br":
		r.readBreak(el, p, in)
	case "lastRenderedPageBreak":
		r.pages.rendered(p)
	case "noBreakHyphen":
		r.write(p, in, "-")
	case "sym":
		r.write(p, in, symbol(el))
	case "footnoteReference", "endnoteReference":
		r.refer(el, p, in)
	case "commentReference":
		r.tally.Comments++
	default:
		return false
	}
	return true
}

// write adds text, unless it is part of a field's code or not to be seen.
func (r *reader) write(p *paragraph, in run, s string) {
	if in.unseen || r.fields.inCode() {
		return
	}
	p.write(r.links.Mark(s, cmp.Or(in.link, r.fields.link())))
	r.pages.sawText(s)
	r.revisions.Stay()
}

func (r *reader) readRun(x *xmlstream.Reader, p *paragraph, link string) error {
	in := run{link: link}
	formatted := false
	return x.Children(func(el xml.StartElement) error {
		if nameOf(el) == "rPr" {
			formatted = true
			return r.readFormat(x, p, &in)
		}
		if !formatted {
			formatted = true
			r.applyFormat(p, &in, format{})
		}
		return r.readInline(x, el, p, in)
	})
}

// format is what a run's own properties say of its being seen.
type format struct {
	style          string
	hidden, struck *bool
}

func (r *reader) readFormat(x *xmlstream.Reader, p *paragraph, in *run) error {
	var f format
	var visit func(el xml.StartElement) error
	visit = func(el xml.StartElement) error {
		state := on(el)
		switch nameOf(el) {
		case "rStyle":
			f.style = attr(el, "val")
		case "vanish":
			f.hidden = &state
		case "strike", "dstrike":
			if f.struck == nil || state {
				f.struck = &state
			}
		case "rPrChange":
			if r.revisions.Before {
				return x.Children(func(xml.StartElement) error {
					f = format{}
					return x.Children(visit)
				})
			}
		}
		return x.Skip()
	}
	err := x.Children(visit)
	r.applyFormat(p, in, f)
	return err
}

// applyFormat decides whether a run shows: its own properties go before those
// of its style, and these before those of the paragraph's style.
func (r *reader) applyFormat(p *paragraph, in *run, f format) {
	hidden := r.state(p, f.style, f.hidden, func(def *style) *bool { return def.hidden })
	struck := r.state(p, f.style, f.struck, func(def *style) *bool { return def.struck })
	switch {
	case hidden:
		r.tally.Hidden++
	case struck:
		r.tally.Struck++
	}
	in.unseen = hidden || struck
}

func (r *reader) state(p *paragraph, runStyle string, own *bool, get func(*style) *bool) bool {
	if own != nil {
		return *own
	}
	return r.styles.flag(runStyle, get) || r.styles.flag(p.style, get)
}

func (r *reader) readBreak(el xml.StartElement, p *paragraph, in run) {
	if attr(el, "type") == "page" && !in.unseen {
		r.pages.explicit(p)
		if p.blank() {
			return
		}
	}
	r.write(p, in, "\n")
}

// readBoxed reads paragraphs that stand inside of a paragraph, in a text box.
func (r *reader) readBoxed(x *xmlstream.Reader, p *paragraph, in run, read func(*container) error) error {
	outer := r.fields
	r.fields = nil
	c := &container{}
	err := read(c)
	r.fields = outer
	if !in.unseen {
		p.asides = append(p.asides, story.Asides(c.done())...)
	}
	return err
}

// symbols are the characters of symbol fonts that bear meaning in a form, by
// their code within the font's private area.
var symbols = map[string]map[uint64]string{
	"Wingdings":   {0x6F: "☐", 0x71: "☐", 0xA8: "☐", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x78: "☒", 0xA7: "•", 0x9F: "•"},
	"Wingdings 2": {0x50: "✓", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐", 0x2A: "☐", 0x4F: "✗"},
	"Symbol":      {0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB9: "≠", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xE2: "®", 0xE3: "©", 0xE4: "™"},
}

// symbol returns the character of a sym element (17.3.3.30), or "" for an
// ornament.
func symbol(el xml.StartElement) string {
	code, err := strconv.ParseUint(attr(el, "char"), 16, 16)
	if err != nil {
		return ""
	}
	if code >= 0xF000 && code <= 0xF0FF || code < 0x100 {
		return symbols[attr(el, "font")][code&0xFF]
	}
	return string(rune(code))
}
