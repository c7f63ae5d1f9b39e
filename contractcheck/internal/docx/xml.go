package docx

import (
	"context"
	"encoding/xml"
	"errors"
	"io"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// checkEvery is how many tokens are read between two looks at the context.
const checkEvery = 4096

// Errors that end the reading of a part; what precedes them is kept.
var (
	errTooDeep = errors.New("elements nested too deep")
	errTooMany = errors.New("too many paragraphs")
)

// Namespaces (ECMA-376 Part 1 and Part 4, Annex A, and Part 3 for mc).
const (
	nsWord       = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsWordStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
	nsCompat     = "http://schemas.openxmlformats.org/markup-compatibility/2006"
	nsMath       = "http://schemas.openxmlformats.org/officeDocument/2006/math"
	nsMathStrict = "http://purl.oclc.org/ooxml/officeDocument/math"
	nsRel        = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsRelStrict  = "http://purl.oclc.org/ooxml/officeDocument/relationships"
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
		if a.Name.Local == local && a.Name.Space != nsRel && a.Name.Space != nsRelStrict {
			return a.Value
		}
	}
	return ""
}

// relationID returns the r:id of an element.
func relationID(el xml.StartElement) string {
	for _, a := range el.Attr {
		if a.Name.Local == "id" && (a.Name.Space == nsRel || a.Name.Space == nsRelStrict) {
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

// An xmlReader walks the token stream of a part. encoding/xml reads no
// external entity and expands none that a document type defines.
type xmlReader struct {
	ctx      context.Context
	decoder  *xml.Decoder
	depth    int
	maxDepth int // bounds the recursion; Word itself fails beyond a few hundred
	tokens   int
}

func newXMLReader(ctx context.Context, content io.Reader, maxDepth int) *xmlReader {
	content = extract.CancelReader(ctx, content) // one token may be a whole part
	// The decoder reads UTF-8 alone; UTF-16 parts begin with a byte order mark.
	decoder := xml.NewDecoder(transform.NewReader(content, unicode.BOMOverride(transform.Nop)))
	decoder.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		if label == "UTF-16" || label == "utf-16" {
			return in, nil
		}
		return charset.NewReaderLabel(label, in)
	}
	return &xmlReader{ctx: ctx, decoder: decoder, maxDepth: maxDepth}
}

// next returns the next token and keeps count of the depth.
func (x *xmlReader) next() (xml.Token, error) {
	if x.tokens++; x.tokens%checkEvery == 0 {
		if err := x.ctx.Err(); err != nil {
			return nil, err
		}
	}
	token, err := x.decoder.Token()
	if err != nil {
		return nil, err
	}
	switch token.(type) {
	case xml.StartElement:
		if x.depth++; x.depth > x.maxDepth {
			return nil, errTooDeep
		}
	case xml.EndElement:
		x.depth--
	}
	return token, nil
}

// offset is where the token that was read last ends, in bytes of the part.
func (x *xmlReader) offset() int64 { return x.decoder.InputOffset() }

// root calls visit for the root element.
func (x *xmlReader) root(visit func(xml.StartElement) error) error {
	for {
		token, err := x.next()
		if err != nil {
			return err
		}
		if el, ok := token.(xml.StartElement); ok {
			return visit(el)
		}
	}
}

// children calls visit for each child of the open element, up to its end.
// Visit must read the child to its end, with children, text or skip.
func (x *xmlReader) children(visit func(xml.StartElement) error) error {
	for {
		token, err := x.next()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if err := visit(token); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// skip passes over the rest of the open element.
func (x *xmlReader) skip() error {
	for open := 1; open > 0; {
		token, err := x.next()
		if err != nil {
			return err
		}
		switch token.(type) {
		case xml.StartElement:
			open++
		case xml.EndElement:
			open--
		}
	}
	return nil
}

// text calls write with the character data right in the open element.
func (x *xmlReader) text(write func(string)) error {
	for {
		token, err := x.next()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.CharData:
			write(string(token))
		case xml.StartElement:
			if err := x.skip(); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}
