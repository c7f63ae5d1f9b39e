package pdf

import "github.com/ledongthuc/pdf"

const (
	maxAnnotations = 5000
	hiddenFlags    = 1<<1 | 1<<5 // hidden, and not for the screen; ISO 32000-1 table 165
)

// annotations shows the appearances of form fields and of text written onto
// the page: what someone filled in is part of the contract.
func (d *document) annotations(c *canvas, p page) {
	list, err := entry(p.dictionary, "Annots")
	if err != nil {
		c.failed = true
		return
	}
	c.overrun = c.overrun || list.Len() > maxAnnotations
	for i := 0; i < min(list.Len(), maxAnnotations); i++ {
		d.annotation(c, list, i)
	}
}

func (d *document) annotation(c *canvas, list pdf.Value, i int) {
	defer func() {
		if recover() != nil {
			c.failed = true
		}
	}()
	note := list.Index(i)
	if kind := note.Key("Subtype").Name(); kind != "Widget" && kind != "FreeText" {
		return
	}
	if note.Key("F").Int64()&hiddenFlags != 0 {
		return
	}
	appearance := note.Key("AP").Key("N")
	if appearance.Kind() == pdf.Dict {
		appearance = appearance.Key(note.Key("AS").Name())
	}
	rect, ok := readBox(note.Key("Rect"))
	if !ok {
		return
	}
	if d.showsValue(appearance) && d.fieldValue(c, note, rect) {
		return
	}
	if appearance.Kind() != pdf.Stream {
		return
	}
	x := d.loadForm(appearance)
	c.failed = c.failed || x.failed
	ctm := x.matrix
	if bounds, ok := readBox(appearance.Key("BBox")); ok {
		// 12.5.5 also scales the one to the other; writers make them equal.
		ctm[4] += rect.left - bounds.left
		ctm[5] += rect.bottom - bounds.bottom
	}
	if x.resources == nil {
		x.resources = d.resourcesOf(pdf.Value{})
	}
	d.interpret(c, x.content, x.resources, ctm)
}
