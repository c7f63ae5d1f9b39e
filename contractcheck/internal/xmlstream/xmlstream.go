// Package xmlstream walks through the XML of office documents token by token, so
// that a part is never held as a tree. Depth is bounded, and no entity that a
// document defines or refers to is read.
package xmlstream

import (
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// CheckEvery is how many tokens are read between two looks at the context.
const CheckEvery = 4096

// ErrTooDeep says that elements are nested deeper than the limit.
var ErrTooDeep = errors.New("elements nested too deep")

// A Reader walks the token stream of a part. encoding/xml reads no
// external entity and expands none that a document type defines.
type Reader struct {
	ctx      context.Context
	decoder  *xml.Decoder
	depth    int
	maxDepth int // bounds the recursion; Word itself fails beyond a few hundred
	tokens   int
}

// New returns a reader of a part whose elements are nested up to maxDepth. Its
// errors are ErrTooDeep and those of the decoder, of content, and of ctx.
func New(ctx context.Context, content io.Reader, maxDepth int) *Reader {
	content = extract.CancelReader(ctx, content) // one token may be a whole part
	// The decoder reads UTF-8 alone; UTF-16 parts begin with a byte order mark.
	decoder := xml.NewDecoder(transform.NewReader(content, unicode.BOMOverride(transform.Nop)))
	decoder.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		if label == "UTF-16" || label == "utf-16" {
			return in, nil
		}
		return charset.NewReaderLabel(label, in)
	}
	return &Reader{ctx: ctx, decoder: decoder, maxDepth: maxDepth}
}

// Next returns the next token and keeps count of the depth.
func (x *Reader) Next() (xml.Token, error) {
	if x.tokens++; x.tokens%CheckEvery == 0 {
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
			return nil, ErrTooDeep
		}
	case xml.EndElement:
		x.depth--
	}
	return token, nil
}

// Offset is where the token that was read last ends, in bytes of the part.
func (x *Reader) Offset() int64 { return x.decoder.InputOffset() }

// Root calls visit for the root element.
func (x *Reader) Root(visit func(xml.StartElement) error) error {
	for {
		token, err := x.Next()
		if err != nil {
			return err
		}
		if el, ok := token.(xml.StartElement); ok {
			return visit(el)
		}
	}
}

// Children calls visit for each child of the open element, up to its end.
// Visit must read the child to its end, with Children, Mixed, Text or Skip.
func (x *Reader) Children(visit func(xml.StartElement) error) error {
	return x.Mixed(nil, visit)
}

// Text calls write with the character data right in the open element.
func (x *Reader) Text(write func(string)) error {
	return x.Mixed(write, func(xml.StartElement) error { return x.Skip() })
}

// Content returns the character data right in the open element. With an error
// comes what precedes it.
func (x *Reader) Content() (string, error) {
	var out strings.Builder // the data may come in very many pieces
	err := x.Text(func(s string) { out.WriteString(s) })
	return out.String(), err
}

// Mixed calls write with the character data right in the open element, and
// visit for each child, in their order. Write may be nil.
func (x *Reader) Mixed(write func(string), visit func(xml.StartElement) error) error {
	for {
		token, err := x.Next()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.CharData:
			if write != nil {
				write(string(token))
			}
		case xml.StartElement:
			if err := visit(token); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// Skip passes over the rest of the open element.
func (x *Reader) Skip() error {
	for open := 1; open > 0; {
		token, err := x.Next()
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

// Attr returns the first attribute of a local name, or "".
func Attr(el xml.StartElement, local string) string {
	for _, a := range el.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}
