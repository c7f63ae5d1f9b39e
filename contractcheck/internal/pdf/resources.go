package pdf

import "github.com/ledongthuc/pdf"

// resourceSet is a resource dictionary with what was loaded from it, by names.
type resourceSet struct {
	dictionary pdf.Value
	fonts      map[string]*font
	forms      map[string]*form
	states     map[string]*graphicsState
}

// form is a form XObject (ISO 32000-1 8.10), or an image.
type form struct {
	isImage   bool
	content   []byte
	failed    bool // the content broke off or cannot be decoded
	matrix    matrix
	resources *resourceSet // nil for those of the place of use
}

// resourcesOf returns the set for a resource dictionary. Sets are shared
// between pages by what the dictionary's fonts and forms refer to, not by
// their names, which differ from page to page.
func (d *document) resourcesOf(dictionary pdf.Value) *resourceSet {
	identity := identify(dictionary, "Font") + identify(dictionary, "XObject") + identify(dictionary, "ExtGState")
	set, ok := d.resources[identity]
	if !ok {
		set = &resourceSet{
			dictionary: dictionary,
			fonts:      map[string]*font{}, forms: map[string]*form{}, states: map[string]*graphicsState{},
		}
		d.resources[identity] = set
	}
	return set
}

// identify returns a textual form of a dictionary's entry, in which each
// indirect object is its number.
func identify(dictionary pdf.Value, key string) string {
	value, err := entry(dictionary, key)
	if err != nil {
		return "damaged"
	}
	return value.String()
}

// font returns a font of the set, or nil if it has none of this name or the
// font is damaged.
func (d *document) font(set *resourceSet, name string) *font {
	f, ok := set.fonts[name]
	if !ok {
		f = d.tryFont(func() pdf.Value { return set.dictionary.Key("Font").Key(name) })
		set.fonts[name] = f
	}
	return f
}

func (d *document) tryFont(find func() pdf.Value) (f *font) {
	defer func() {
		if recover() != nil {
			f = nil
		}
	}()
	v := find()
	if v.Kind() != pdf.Dict {
		return nil
	}
	f = d.loadFont(v)
	d.fonts = append(d.fonts, f)
	return f
}

// form returns an XObject of the set, or nil if there is none or it is damaged.
func (d *document) form(set *resourceSet, name string) *form {
	x, ok := set.forms[name]
	if !ok {
		x = d.tryForm(func() pdf.Value { return set.dictionary.Key("XObject").Key(name) })
		set.forms[name] = x
	}
	return x
}

func (d *document) tryForm(find func() pdf.Value) (x *form) {
	defer func() {
		if recover() != nil {
			x = &form{failed: true}
		}
	}()
	v := find()
	switch v.Key("Subtype").Name() {
	case "Image":
		return &form{isImage: true}
	case "Form":
		return d.loadForm(v)
	}
	return nil
}

func (d *document) loadForm(v pdf.Value) *form {
	x := &form{matrix: identity}
	if m := v.Key("Matrix"); m.Len() == 6 {
		for i := range x.matrix {
			x.matrix[i] = m.Index(i).Float64()
		}
	}
	if r := v.Key("Resources"); r.Kind() == pdf.Dict {
		x.resources = d.resourcesOf(r)
	}
	var err error
	x.content, err = d.readStream(v)
	x.failed = err != nil
	return x
}
