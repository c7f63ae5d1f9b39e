package odt

import (
	"encoding/xml"
	"strconv"

	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// prefixes are the usual prefixes of the namespaces that are read (OpenDocument
// 1.3, Part 3, 1.4).
var prefixes = map[string]string{
	"urn:oasis:names:tc:opendocument:xmlns:office:1.0":         "office:",
	"urn:oasis:names:tc:opendocument:xmlns:style:1.0":          "style:",
	"urn:oasis:names:tc:opendocument:xmlns:text:1.0":           "text:",
	"urn:oasis:names:tc:opendocument:xmlns:table:1.0":          "table:",
	"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0":        "draw:",
	"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg:",
	"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0":       "manifest:",
	"http://purl.org/dc/elements/1.1/":                         "dc:",
}

// nameOf returns the name of an element with its usual prefix; one of another
// namespace has none.
func nameOf(el xml.StartElement) string { return prefixes[el.Name.Space] + el.Name.Local }

// attr returns an attribute by its local name: no element that is read has two
// that bear on the text.
func attr(el xml.StartElement, local string) string { return xmlstream.Attr(el, local) }

// count returns an attribute that is a number of things: at least 1, and at
// most max.
func count(el xml.StartElement, local string, max int) int {
	n, err := strconv.Atoi(attr(el, local))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, max)
}
