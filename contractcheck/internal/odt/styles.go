package odt

import (
	"encoding/xml"
	"strings"

	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// maxStyleChain bounds how many styles one is based on; chains in hostile files
// run in circles.
const maxStyleChain = 20

// style is a paragraph, text or section style (16.2). Nil fields are inherited.
type style struct {
	parent, name   string
	hidden, struck *bool
	breaksPage     bool
	list           string // its list style
}

// styleKey names a style: the families have names of their own.
type styleKey struct{ family, name string }

type styleSheet map[styleKey]*style

func (s styleSheet) read(x *xmlstream.Reader, el xml.StartElement) error {
	def := &style{parent: attr(el, "parent-style-name"), name: strings.ToLower(attr(el, "name")), list: attr(el, "list-style-name")}
	s[styleKey{attr(el, "family"), attr(el, "name")}] = def
	return x.Children(func(el xml.StartElement) error {
		switch nameOf(el) {
		case "style:text-properties":
			def.readText(el)
		case "style:paragraph-properties":
			def.breaksPage = attr(el, "break-before") == "page"
		case "style:section-properties":
			def.readText(el)
		}
		return x.Skip()
	})
}

func (def *style) readText(el xml.StartElement) {
	if display := attr(el, "display"); display != "" {
		hidden := display == "none"
		def.hidden = &hidden
	}
	if line := attr(el, "text-line-through-style"); line != "" {
		struck := line != "none"
		def.struck = &struck
	}
}

// find returns the first value that get finds along the chain of styles that
// begins with a name, or the zero value.
func find[T comparable](s styleSheet, family, name string, get func(*style) T) (value T) {
	for range maxStyleChain {
		def := s[styleKey{family, name}]
		if def == nil {
			return value
		}
		if value = get(def); value != *new(T) {
			return value
		}
		name = def.parent
	}
	return value
}

func isHidden(def *style) *bool { return def.hidden }
func isStruck(def *style) *bool { return def.struck }

// heading returns the level of a heading that a paragraph style makes without
// an outline level, from 1, or 0.
func (s styleSheet) heading(name string) int {
	return find(s, "paragraph", name, func(def *style) int {
		switch def.name {
		case "title":
			return 1
		case "subtitle":
			return 2
		}
		return 0
	})
}
