package archive

import (
	"context"
	"encoding/xml"
	"io"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// maxXML bounds one XML part, in bytes inflated, because its text and blocks
// take several times its size. The largest of 240 real files has 13 MB.
const maxXML = 64 << 20

// limitXML fails with extract.ErrTooLarge behind maxXML bytes.
func limitXML(content io.Reader) io.Reader { return extract.NewInflation(maxXML).Reader(content) }

// XML opens a part to be read token by token. Errors are as of Part, and reads
// fail with extract.ErrTooLarge behind 64 MB and with xmlstream.ErrTooDeep below
// the limit of the depth.
func (p *Package) XML(ctx context.Context, name string) (*xmlstream.Reader, io.Closer, error) {
	content, err := p.Part(name)
	if err != nil {
		return nil, nil, err
	}
	return xmlstream.New(ctx, limitXML(content), p.maxDepth), content, nil
}

// EachElement calls visit for each child of the root element of a part. Visit
// must read the child to its end.
func (p *Package) EachElement(ctx context.Context, name string, visit func(*xmlstream.Reader, xml.StartElement) error) error {
	x, content, err := p.XML(ctx, name)
	if err != nil {
		return err
	}
	defer content.Close()
	return x.Root(func(xml.StartElement) error {
		return x.Children(func(el xml.StartElement) error { return visit(x, el) })
	})
}
