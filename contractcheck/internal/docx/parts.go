package docx

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"example.org/contractcheck/contractcheck/internal/archive"
	"example.org/contractcheck/contractcheck/internal/extract"
)

// defaultMain is where nearly every writer puts the document.
const defaultMain = "word/document.xml"

// relation is a link between parts (ECMA-376 Part 2, 6.5).
type relation struct {
	id, kind, target string
}

// links are the relationships of one part.
type links []relation

// target returns the part of the first relationship of a kind ("styles"), or
// "". The kind is the last element of the relationship's type, which is the
// same in transitional and strict documents.
func (l links) target(kind string) string {
	for _, rel := range l {
		if rel.kind == kind {
			return rel.target
		}
	}
	return ""
}

// byID returns the relationship of an id, or one without a target.
func (l links) byID(id string) relation {
	for _, rel := range l {
		if rel.id == id {
			return rel
		}
	}
	return relation{}
}

// mainPart finds the document part by the package's relationships.
func (r *reader) mainPart() (string, error) {
	root, err := r.relationships("")
	if err != nil {
		return "", err
	}
	if main := root.target("officeDocument"); main != "" && r.parts.Has(main) {
		return main, nil
	}
	if r.parts.Has(defaultMain) {
		return defaultMain, nil
	}
	return "", fmt.Errorf("%w: the zip file holds no Word document", extract.ErrFormat)
}

// relationships returns the internal links of a part, or of the package for
// "". A part without readable relationships has none.
func (r *reader) relationships(part string) (links, error) {
	folder, name := path.Split(part)
	var found links
	err := r.eachElement(folder+"_rels/"+name+".rels", func(x *xmlReader, el xml.StartElement) error {
		if el.Name.Local == "Relationship" && attr(el, "TargetMode") != "External" {
			found = append(found, relation{
				id:     attr(el, "Id"),
				kind:   path.Base(attr(el, "Type")),
				target: resolve(folder, attr(el, "Target")),
			})
		}
		return x.skip()
	})
	if err != nil && fatal(err) {
		return nil, err
	}
	return found, nil
}

// resolve makes the target of a relationship a part name.
func resolve(folder, target string) string {
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(path.Clean(target), "/")
	}
	return strings.TrimPrefix(path.Join("/", folder, target), "/")
}

// eachElement calls visit for each child of a part's root element. Visit must
// read the child to its end.
func (r *reader) eachElement(part string, visit func(*xmlReader, xml.StartElement) error) error {
	content, err := r.parts.Part(part)
	if err != nil {
		return err
	}
	defer content.Close()
	x := newXMLReader(r.ctx, limitPart(content), r.maxDepth)
	return x.root(func(xml.StartElement) error {
		return x.children(func(el xml.StartElement) error { return visit(x, el) })
	})
}

// maxPart bounds one XML part, in bytes inflated, because its text and blocks
// take several times its size. The largest of 240 real files has 13 MB.
const maxPart = 64 << 20

// limitPart fails with extract.ErrTooLarge behind maxPart bytes.
func limitPart(content io.Reader) io.Reader { return extract.NewInflation(maxPart).Reader(content) }

// readDefinitions reads the styles and the numbering. Without them the text
// is whole, but headings and numbers may lack.
func (r *reader) readDefinitions(l links) error {
	r.styles = newStyleSheet()
	r.numbering = newNumbering()
	err := r.eachElement(l.target("styles"), r.styles.read)
	if err := r.tolerate(err, "the style definitions are damaged; headings may be missing"); err != nil {
		return err
	}
	err = r.eachElement(l.target("numbering"), r.numbering.read)
	if r.numbering.cutsText() {
		r.remarks = append(r.remarks, fmt.Sprintf("text of automatic numbers was left out beyond %d bytes", maxLevelText))
	}
	return r.tolerate(err, "the numbering definitions are damaged; automatic numbers may be missing or wrong")
}

// tolerate turns an error that concerns one part alone into a remark. A part
// that is absent is no error.
func (r *reader) tolerate(err error, remark string) error {
	switch {
	case err == nil || errors.Is(err, archive.ErrNoPart):
		return nil
	case fatal(err):
		return err
	}
	r.remarks = append(r.remarks, remark)
	return nil
}
