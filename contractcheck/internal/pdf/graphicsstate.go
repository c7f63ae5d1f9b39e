package pdf

import "github.com/ledongthuc/pdf"

// setFromDictionary takes what bears on text from a graphics state dictionary
// (ISO 32000-1 8.4.5).
func (in *interpreter) setFromDictionary() {
	defer func() { _ = recover() }() // a damaged dictionary sets nothing
	name := in.name()
	dictionary := in.resources.dictionary.Key("ExtGState").Key(name)
	if dictionary.Kind() != pdf.Dict {
		return
	}
	in.setFont(dictionary.Key("Font"), "gs "+name)
	in.paintMask(dictionary.Key("SMask"), "gs "+name)
}

func (in *interpreter) setFont(entry pdf.Value, key string) {
	if entry.Len() != 2 {
		return
	}
	f, ok := in.resources.fonts[key]
	if !ok {
		f = in.doc.tryFont(func() pdf.Value { return entry.Index(0) })
		in.resources.fonts[key] = f
	}
	in.font, in.size = f, entry.Index(1).Float64()
}

// paintMask shows the text of a soft mask (11.6.5.2): browsers print letters
// with a shade of colors as a shape through which the colors are seen.
func (in *interpreter) paintMask(mask pdf.Value, key string) {
	if mask.Kind() != pdf.Dict || in.depth >= maxFormDepth {
		return
	}
	x, ok := in.resources.forms[key]
	if !ok {
		x = in.doc.tryForm(func() pdf.Value { return mask.Key("G") })
		in.resources.forms[key] = x
	}
	if x != nil && !x.isImage && !x.failed {
		in.paintForm(x)
	}
}
