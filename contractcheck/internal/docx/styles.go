package docx

import (
	"encoding/xml"
	"strconv"
	"strings"

	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// bodyLevel is the outline level of text that is no heading (17.3.1.20).
const bodyLevel = 9

// maxStyleChain bounds how many styles one is based on; Word allows 10, and
// chains in hostile files run in circles.
const maxStyleChain = 20

// style is a paragraph or character style (17.7.4). Nil fields are inherited.
type style struct {
	name    string
	basedOn string
	outline *int
	numID   *string
	level   *int
	hidden  *bool
	struck  *bool
}

// styleSheet holds the styles by their ids.
type styleSheet struct {
	styles map[string]*style
	// paragraph is the id of the default paragraph style.
	paragraph string
}

func newStyleSheet() styleSheet { return styleSheet{styles: map[string]*style{}} }

// read takes one child of the styles part.
func (s *styleSheet) read(x *xmlstream.Reader, el xml.StartElement) error {
	if nameOf(el) != "style" {
		return x.Skip()
	}
	id := attr(el, "styleId")
	if standard := attr(el, "default"); attr(el, "type") == "paragraph" && standard != "" && isOn(standard) {
		s.paragraph = id
	}
	def := &style{}
	s.styles[id] = def
	return x.Children(func(el xml.StartElement) error {
		switch nameOf(el) {
		case "name":
			def.name = strings.ToLower(attr(el, "val"))
		case "basedOn":
			def.basedOn = attr(el, "val")
		case "pPr":
			return x.Children(func(el xml.StartElement) error { return def.readParagraph(x, el) })
		case "rPr":
			return x.Children(func(el xml.StartElement) error { return def.readRun(x, el) })
		}
		return x.Skip()
	})
}

func (def *style) readParagraph(x *xmlstream.Reader, el xml.StartElement) error {
	switch nameOf(el) {
	case "outlineLvl":
		def.outline = number(el)
	case "numPr":
		return readNumPr(x, &def.numID, &def.level)
	}
	return x.Skip()
}

func (def *style) readRun(x *xmlstream.Reader, el xml.StartElement) error {
	state := on(el)
	switch nameOf(el) {
	case "vanish":
		def.hidden = &state
	case "strike", "dstrike":
		def.struck = &state
	}
	return x.Skip()
}

// readNumPr reads a reference to the numbering (17.3.1.19).
func readNumPr(x *xmlstream.Reader, numID **string, level **int) error {
	return x.Children(func(el xml.StartElement) error {
		switch nameOf(el) {
		case "numId":
			id := attr(el, "val")
			*numID = &id
		case "ilvl":
			*level = number(el)
		}
		return x.Skip()
	})
}

// number returns the value of an element, or nil if it is no number.
func number(el xml.StartElement) *int {
	n, err := strconv.Atoi(attr(el, "val"))
	if err != nil {
		return nil
	}
	return &n
}

// inherited returns the first value that get finds along the chain of styles
// that begins with id.
func inherited[T any](s styleSheet, id string, get func(id string, def *style) *T) *T {
	for range maxStyleChain {
		def := s.styles[id]
		if def == nil {
			return nil
		}
		if value := get(id, def); value != nil {
			return value
		}
		id = def.basedOn
	}
	return nil
}

// outline returns the outline level of a paragraph style, from 0, or
// bodyLevel.
func (s styleSheet) outline(id string) int {
	level := inherited(s, id, func(_ string, def *style) *int {
		if def.outline != nil {
			return def.outline
		}
		return headingName(def.name)
	})
	if level == nil {
		return bodyLevel
	}
	return *level
}

// headingName knows the built-in styles that Word shows as headings even if
// their definition lacks an outline level.
func headingName(name string) *int {
	level := bodyLevel
	if digits, ok := strings.CutPrefix(name, "heading "); ok {
		if n, err := strconv.Atoi(digits); err == nil && n >= 1 && n <= bodyLevel {
			level = n - 1
		}
	}
	switch name {
	case "title":
		level = 0
	case "subtitle":
		level = 1
	}
	if level == bodyLevel {
		return nil
	}
	return &level
}

// flag returns an inherited on/off property of a style.
func (s styleSheet) flag(id string, get func(*style) *bool) bool {
	value := inherited(s, id, func(_ string, def *style) *bool { return get(def) })
	return value != nil && *value
}
