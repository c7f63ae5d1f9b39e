package xlsx

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"

	"example.org/contractcheck/contractcheck/internal/archive"
	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/opc"
	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// defaultWorkbook is where nearly every writer puts the workbook.
const defaultWorkbook = "xl/workbook.xml"

// maxSheets bounds the sheets of a workbook; a thousand is far beyond what
// anybody can read.
const maxSheets = 5000

// workbook is what the workbook part says (18.2).
type workbook struct {
	sheets    []sheet
	relations opc.Relations
	// from1904 says that days are counted from 1904 (18.2.28).
	from1904 bool
}

// sheet is a worksheet, not yet read (18.2.19).
type sheet struct {
	name, part string
	hidden     bool
}

func (r *reader) readWorkbook() (*workbook, error) {
	main, err := opc.MainPart(r.ctx, r.parts, defaultWorkbook)
	if err != nil {
		return nil, err
	}
	book := &workbook{}
	if book.relations, err = opc.Read(r.ctx, r.parts, main); err != nil {
		return nil, err
	}
	err = r.parts.EachElement(r.ctx, main, func(x *xmlstream.Reader, el xml.StartElement) error {
		switch el.Name.Local {
		case "workbookPr":
			book.from1904 = isOn(xmlstream.Attr(el, "date1904"))
		case "sheets":
			return x.Children(func(el xml.StartElement) error { return r.addSheet(book, x, el) })
		}
		return x.Skip()
	})
	switch {
	case errors.Is(err, archive.ErrNoPart):
		return nil, fmt.Errorf("%w: the zip file holds no Excel workbook", extract.ErrFormat)
	case err != nil && extract.IsFatal(err):
		return nil, err
	case err != nil || len(book.sheets) == 0:
		return nil, fmt.Errorf("%w: the workbook part of the XLSX file is damaged; get the file once more from its sender", extract.ErrFormat)
	}
	return book, nil
}

// addSheet takes a sheet of the workbook. One of another kind than rows and
// cells, such as a chart, is named in the notes.
func (r *reader) addSheet(book *workbook, x *xmlstream.Reader, el xml.StartElement) error {
	if len(book.sheets) == maxSheets {
		return fmt.Errorf("%w: the workbook has more than %d sheets", extract.ErrTooLarge, maxSheets)
	}
	relation := book.relations.ByID(opc.IDOf(el))
	if relation.Target != "" && relation.Kind != "worksheet" {
		r.others++
		return x.Skip()
	}
	state := xmlstream.Attr(el, "state")
	book.sheets = append(book.sheets, sheet{xmlstream.Attr(el, "name"), relation.Target, state == "hidden" || state == "veryHidden"})
	return x.Skip()
}

// source returns a part as it is in the file.
func (r *reader) source(part string) ([]byte, error) {
	content, err := r.parts.Part(part)
	if err != nil {
		return nil, err
	}
	defer content.Close()
	return io.ReadAll(extract.NewInflation(maxPart).Reader(content))
}

// maxPart bounds one part, in bytes inflated. A sheet of 50,000 rows and ten
// columns has 30 MB.
const maxPart = 128 << 20

// maxName cuts the name of a sheet in a note, in characters; Excel allows 31.
const maxName = 31

// noteHidden says what of a sheet is hidden.
func (r *reader) noteHidden(s sheet, p *plan) {
	name := shownName(s.name)
	if s.hidden {
		r.notes = append(r.notes, "hidden sheet "+name+" was read")
	}
	if p.hiddenRows+p.hiddenColumns > 0 {
		r.notes = append(r.notes, fmt.Sprintf("hidden rows (%d) and columns (%d) of sheet %s were read", p.hiddenRows, p.hiddenColumns, name))
	}
}

// shownName makes the name of a sheet fit for a line of a report.
func shownName(name string) string {
	runes := []rune(strings.Map(func(c rune) rune {
		if !unicode.IsPrint(c) {
			return ' '
		}
		return c
	}, name))
	return "“" + string(runes[:min(len(runes), maxName)]) + "”"
}

// isOn reports the state of an attribute of type boolean; absent, it is off.
func isOn(value string) bool { return value == "1" || value == "true" || value == "on" }
