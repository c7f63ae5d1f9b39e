package docx

import (
	"encoding/xml"

	"example.org/contractcheck/contractcheck/internal/opc"
)

// Namespaces (ECMA-376 Part 1 and Part 4, Annex A, and Part 3 for mc).
const (
	nsWord       = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsWordStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
	nsCompat     = "http://schemas.openxmlformats.org/markup-compatibility/2006"
	nsMath       = "http://schemas.openxmlformats.org/officeDocument/2006/math"
	nsMathStrict = "http://purl.oclc.org/ooxml/officeDocument/math"
	nsVML        = "urn:schemas-microsoft-com:vml"
	nsPicture    = "http://schemas.openxmlformats.org/drawingml/2006/picture"
	nsChart      = "http://schemas.openxmlformats.org/drawingml/2006/chart"
	nsDiagram    = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
)

// foreign are the elements outside of the main namespace that bear on the
// text.
var foreign = map[xml.Name]string{
	{Space: nsCompat, Local: "AlternateContent"}: "mc:AlternateContent",
	{Space: nsCompat, Local: "Choice"}:           "mc:Choice",
	{Space: nsCompat, Local: "Fallback"}:         "mc:Fallback",
	{Space: nsMath, Local: "t"}:                  "m:t",
	{Space: nsMathStrict, Local: "t"}:            "m:t",
	{Space: nsPicture, Local: "pic"}:             "picture",
	{Space: nsVML, Local: "imagedata"}:           "picture",
	{Space: nsChart, Local: "chart"}:             "diagram",
	{Space: nsDiagram, Local: "relIds"}:          "diagram",
}

// nameOf returns the local name of an element of the main namespace, the name
// in foreign, or "" for an element that has no meaning here.
func nameOf(el xml.StartElement) string {
	if el.Name.Space == nsWord || el.Name.Space == nsWordStrict {
		return el.Name.Local
	}
	return foreign[el.Name]
}

// attr returns an attribute by its local name, but for those that refer to
// relationships.
func attr(el xml.StartElement, local string) string {
	for _, a := range el.Attr {
		if a.Name.Local == local && !opc.IsReference(a) {
			return a.Value
		}
	}
	return ""
}

// on reports the state of an on/off element such as <w:b/> (17.17.4): it is
// on unless its value says otherwise.
func on(el xml.StartElement) bool { return isOn(attr(el, "val")) }

func isOn(value string) bool {
	switch value {
	case "0", "false", "off", "none":
		return false
	}
	return true
}
