package docx

import (
	"encoding/xml"
	"strconv"

	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// fieldStack is the nesting of complex fields (17.16.18). Each is first in its
// code and then, from the separator on, in its result.
type fieldStack []fieldPhase

type fieldPhase bool

const (
	fieldCode   fieldPhase = false
	fieldResult fieldPhase = true
)

// inCode reports whether text belongs to the code of a field, which does not
// show.
func (s fieldStack) inCode() bool {
	for _, phase := range s {
		if phase == fieldCode {
			return true
		}
	}
	return false
}

// endParagraph closes the fields that have not come to their result. Codes do
// not run over paragraphs, and a lost separator must not hide the rest of the
// document.
func (s *fieldStack) endParagraph() {
	open := (*s)[:0]
	for _, phase := range *s {
		if phase == fieldResult {
			open = append(open, phase)
		}
	}
	*s = open
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
		r.fields = append(r.fields, fieldCode)
		return nil
	case "separate":
		if n := len(r.fields); n > 0 {
			r.fields[n-1] = fieldResult
		}
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
