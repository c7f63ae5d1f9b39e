package docx

import (
	"errors"
	"fmt"

	"example.org/contractcheck/contractcheck/internal/archive"
	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/opc"
	"example.org/contractcheck/contractcheck/internal/story"
)

// defaultMain is where nearly every writer puts the document.
const defaultMain = "word/document.xml"

// mainPart finds the document part by the package's relationships.
func (r *reader) mainPart() (string, error) {
	main, err := opc.MainPart(r.ctx, r.parts, defaultMain)
	if err == nil && !r.parts.Has(main) {
		err = fmt.Errorf("%w: the zip file holds no Word document", extract.ErrFormat)
	}
	return main, err
}

// readDefinitions reads the styles and the numbering. Without them the text
// is whole, but headings and numbers may lack.
func (r *reader) readDefinitions(l opc.Relations) error {
	r.styles = newStyleSheet()
	r.numbering = newNumbering()
	err := r.parts.EachElement(r.ctx, l.Target("styles"), r.styles.read)
	if err := r.tolerate(err, "the style definitions are damaged; headings may be missing"); err != nil {
		return err
	}
	err = r.parts.EachElement(r.ctx, l.Target("numbering"), r.numbering.read)
	if r.numbering.cutsText() {
		r.remarks = append(r.remarks, story.CutNumbersRemark())
	}
	return r.tolerate(err, "the numbering definitions are damaged; automatic numbers may be missing or wrong")
}

// tolerate turns an error that concerns one part alone into a remark. A part
// that is absent is no error.
func (r *reader) tolerate(err error, remark string) error {
	switch {
	case err == nil || errors.Is(err, archive.ErrNoPart):
		return nil
	case extract.IsFatal(err):
		return err
	}
	r.remarks = append(r.remarks, remark)
	return nil
}
