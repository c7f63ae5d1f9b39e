package docx

import (
	"encoding/xml"
	"regexp"
	"slices"
	"strconv"

	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// fieldStack is the nesting of complex fields (17.16.18).
type fieldStack []field

// field is first in its code and then, from the separator on, in its result.
type field struct {
	inResult bool
	code     string
	link     string // the target of a hyperlink field, or ""
}

// maxFieldCode bounds the code of a field, in bytes; what is beyond is no
// address that is kept.
const maxFieldCode = 4096

// addCode adds text to the code of the innermost field, if that is what is read.
func (s fieldStack) addCode(text string) {
	if n := len(s); n > 0 && !s[n-1].inResult && len(s[n-1].code)+len(text) <= maxFieldCode {
		s[n-1].code += text
	}
}

// maxFields bounds the fields within each other, which are looked through for each
// text; Word has no use for so many. Those that lack their ends add up.
const maxFields = 100

// begin enters the code of a field. The outermost one is forgotten where there
// are too many.
func (s *fieldStack) begin() {
	if len(*s) == maxFields {
		*s = slices.Delete(*s, 0, 1)
	}
	*s = append(*s, field{})
}

// beginResult leaves the code of the innermost field.
func (s fieldStack) beginResult() {
	if n := len(s); n > 0 {
		s[n-1] = field{inResult: true, link: hyperlinkOf(s[n-1].code)}
	}
}

// link returns the target of the innermost hyperlink field, or "".
func (s fieldStack) link() string {
	for _, f := range slices.Backward(s) {
		if f.link != "" {
			return f.link
		}
	}
	return ""
}

// hyperlinkCode is the code of a field that links to another file (17.16.5.25).
var hyperlinkCode = regexp.MustCompile(`^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))`)

// hyperlinkOf returns the target in a field's code, or "".
func hyperlinkOf(code string) string {
	if m := hyperlinkCode.FindStringSubmatch(code); m != nil {
		return m[1] + m[2]
	}
	return ""
}

// inCode reports whether text belongs to the code of a field, which does not
// show.
func (s fieldStack) inCode() bool {
	return slices.ContainsFunc(s, func(f field) bool { return !f.inResult })
}

// endParagraph closes the fields that have not come to their result. Codes do
// not run over paragraphs, and a lost separator must not hide the rest of the
// document.
func (s *fieldStack) endParagraph() {
	*s = slices.DeleteFunc(*s, func(f field) bool { return !f.inResult })
}

// readFieldChar follows a field and writes what its form field shows.
func (r *reader) readFieldChar(x *xmlstream.Reader, el xml.StartElement, p *paragraph, in run) error {
	switch attr(el, "fldCharType") {
	case "begin":
		shown, err := readFormField(x)
		if err != nil {
			return err
		}
		r.write(p, in, shown)
		r.fields.begin()
		return nil
	case "separate":
		r.fields.beginResult()
	case "end":
		if n := len(r.fields); n > 0 {
			r.fields = r.fields[:n-1]
		}
	}
	return x.Skip()
}

// readFormField returns what a legacy form field without a result shows: the
// state of a check box (17.16.7) or the choice of a list (17.16.9).
func readFormField(x *xmlstream.Reader) (string, error) {
	shown := ""
	err := x.Children(func(el xml.StartElement) error {
		if nameOf(el) != "ffData" {
			return x.Skip()
		}
		return x.Children(func(el xml.StartElement) error {
			var err error
			switch nameOf(el) {
			case "checkBox":
				shown, err = readCheckBox(x)
			case "ddList":
				shown, err = readChoice(x)
			default:
				err = x.Skip()
			}
			return err
		})
	})
	return shown, err
}

func readCheckBox(x *xmlstream.Reader) (string, error) {
	standard, checked := false, (*bool)(nil)
	err := x.Children(func(el xml.StartElement) error {
		state := on(el)
		switch nameOf(el) {
		case "default":
			standard = state
		case "checked":
			checked = &state
		}
		return x.Skip()
	})
	if checked == nil {
		checked = &standard
	}
	if *checked {
		return "☒", err
	}
	return "☐", err
}

func readChoice(x *xmlstream.Reader) (string, error) {
	choice := 0
	var entries []string
	err := x.Children(func(el xml.StartElement) error {
		switch nameOf(el) {
		case "result":
			choice, _ = strconv.Atoi(attr(el, "val"))
		case "listEntry":
			entries = append(entries, attr(el, "val"))
		}
		return x.Skip()
	})
	if choice < 0 || choice >= len(entries) {
		return "", err
	}
	return entries[choice], err
}
