package docx

import (
	"encoding/xml"

	"example.org/contractcheck/contractcheck/internal/opc"
	"example.org/contractcheck/contractcheck/internal/story"
	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// noteRef names a footnote or endnote.
type noteRef struct {
	kind string // "footnote" or "endnote"
	id   string
}

// readNotes reads the footnotes and endnotes (17.11), to be put behind the
// paragraphs that refer to them.
func (r *reader) readNotes(l opc.Relations) error {
	r.notes = map[noteRef][]story.Block{}
	for _, kind := range []string{"footnote", "endnote"} {
		part := l.Target(kind + "s")
		if err := r.beginStory(part); err != nil {
			return err
		}
		err := r.parts.EachElement(r.ctx, part, func(x *xmlstream.Reader, el xml.StartElement) error {
			if nameOf(el) != kind || isSeparator(attr(el, "type")) {
				return x.Skip()
			}
			c := &container{}
			err := r.readBlocks(x, c)
			r.notes[noteRef{kind, attr(el, "id")}] = c.done()
			return err
		})
		damaged := "the " + kind + "s are damaged; not all of them could be read"
		known := len(r.remarks)
		if err := r.tolerate(err, damaged); err != nil {
			return err
		}
		if len(r.remarks) > known {
			r.unread = append(r.unread, damaged)
		}
	}
	r.pages = pageCounter{} // breaks within notes are none of the body's
	return nil
}

// isSeparator knows the lines that Word draws above notes (17.18.33).
func isSeparator(kind string) bool {
	return kind == "separator" || kind == "continuationSeparator" || kind == "continuationNotice"
}

// refer puts a note behind the paragraph that refers to it first.
func (r *reader) refer(el xml.StartElement, p *paragraph, in run) {
	ref := noteRef{"footnote", attr(el, "id")}
	if nameOf(el) == "endnoteReference" {
		ref.kind = "endnote"
	}
	if in.unseen {
		return
	}
	for _, b := range story.Asides(r.notes[ref]) {
		b.Page, b.Place = r.pages.current, story.Place{First: p.at, Last: p.at}
		p.asides = append(p.asides, b)
	}
	delete(r.notes, ref)
}
