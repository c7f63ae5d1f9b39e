package xlsx

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"example.org/contractcheck/contractcheck/internal/archive"
	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// cellReader gives the values of cells as Excel shows them. Excelize reads them,
// from a workbook of one sheet that is made for it: of the file it sees the
// styles, the shared strings and one sheet at a time, after they were looked
// through, and nothing of its names and relations. It writes no temporary files
// then.
type cellReader struct {
	file    *excelize.File
	strings int // the number of shared strings
}

// The parts of the workbook that excelize reads.
const (
	sheetName   = "sheet"
	sheetPart   = "xl/worksheets/sheet1.xml"
	stringsPart = "xl/sharedStrings.xml"
	stylesPart  = "xl/styles.xml"

	relationType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	mainSpace    = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
)

// shortDate is how dates show that follow the system's settings, in the United
// States.
const shortDate = "m/d/yyyy"

func (r *reader) newCellReader(book *workbook) (*cellReader, error) {
	shared, count, err := r.definitions(book.relations.Target("sharedStrings"))
	if err != nil {
		return nil, damaged(err, "the texts of the cells (shared strings) are")
	}
	styles, _, err := r.definitions(book.relations.Target("styles"))
	if err != nil {
		return nil, damaged(err, "the styles are")
	}
	data, err := scaffold(book.from1904, shared, styles)
	if err != nil {
		return nil, err
	}
	c := &cellReader{strings: count}
	limit := int64(len(data)) // nothing in it is compressed
	err = guarded(func() (err error) {
		c.file, err = excelize.OpenReader(bytes.NewReader(data), excelize.Options{
			UnzipSizeLimit: limit, UnzipXMLSizeLimit: limit, ShortDatePattern: shortDate,
		})
		return err
	})
	if err != nil {
		return nil, damaged(err, "the styles or shared strings are")
	}
	return c, nil
}

// damaged says what of the file is damaged, unless err ends the reading of any
// file. What excelize says may quote the document.
func damaged(err error, what string) error {
	if extract.IsFatal(err) {
		return err
	}
	return fmt.Errorf("%w: %s damaged; get the file once more from its sender", extract.ErrFormat, what)
}

// maxElements bounds the elements of the shared strings and of the styles, each
// of which takes up to a hundred bytes in memory, and maxFormat the longest
// attribute, in bytes: Excel allows number formats of 255 characters.
const (
	maxElements = 3_000_000
	maxFormat   = 4096
)

// definitions returns a part that is held as a whole, once it was looked
// through, and the number of shared strings in it; a part that is absent is
// empty.
func (r *reader) definitions(part string) (source []byte, count int, err error) {
	source, err = r.source(part)
	if errors.Is(err, archive.ErrNoPart) {
		return nil, 0, nil
	}
	if err != nil {
		return nil, 0, err
	}
	x := xmlstream.New(r.ctx, bytes.NewReader(source), r.maxDepth)
	for elements := 0; ; {
		token, err := x.Next()
		if errors.Is(err, io.EOF) {
			return source, count, nil
		}
		if err != nil {
			return nil, 0, err
		}
		if el, ok := token.(xml.StartElement); ok {
			elements++
			if el.Name.Local == "si" {
				count++
			}
			if elements > maxElements || longest(el) > maxFormat {
				return nil, 0, fmt.Errorf("%w: its shared strings or styles are too many or too long", extract.ErrTooLarge)
			}
		}
	}
}

// longest is the length of the longest attribute of an element, in bytes.
func longest(el xml.StartElement) int {
	n := 0
	for _, a := range el.Attr {
		n = max(n, len(a.Value))
	}
	return n
}

// scaffold makes a workbook of one empty sheet with the styles and shared
// strings of another.
func scaffold(from1904 bool, shared, styles []byte) ([]byte, error) {
	properties := ""
	if from1904 {
		properties = `<workbookPr date1904="1"/>`
	}
	parts := []struct {
		name    string
		content []byte
	}{
		{"[Content_Types].xml", []byte(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`)},
		{"_rels/.rels", []byte(relationsOf("officeDocument", "xl/workbook.xml"))},
		{"xl/workbook.xml", []byte(`<workbook xmlns="` + mainSpace + `" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
			properties + `<sheets><sheet name="` + sheetName + `" sheetId="1" r:id="r0"/></sheets></workbook>`)},
		{"xl/_rels/workbook.xml.rels", []byte(relationsOf("worksheet", "worksheets/sheet1.xml", "styles", "styles.xml", "sharedStrings", "sharedStrings.xml"))},
		{sheetPart, []byte(`<worksheet xmlns="` + mainSpace + `"/>`)},
		{stylesPart, styles},
		{stringsPart, shared},
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range parts {
		if len(part.content) == 0 {
			continue
		}
		f, err := w.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Store})
		if err != nil {
			return nil, err
		}
		if _, err := f.Write(part.content); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// relationsOf writes relations from pairs of a kind and a target.
func relationsOf(pairs ...string) string {
	out := `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	for i := 0; i < len(pairs); i += 2 {
		out += fmt.Sprintf(`<Relationship Id="r%d" Type="%s%s" Target="%s"/>`, i/2, relationType, pairs[i], pairs[i+1])
	}
	return out + `</Relationships>`
}

// eachRow calls visit with the number of each row and the values of its cells,
// up to the last that has one.
func (c *cellReader) eachRow(ctx context.Context, source []byte, visit func(row int, values []string)) error {
	c.file.Pkg.Store(sheetPart, source)
	return guarded(func() error {
		rows, err := c.file.Rows(sheetName)
		if err != nil {
			return err
		}
		for row := 1; rows.Next(); row++ {
			if err := ctx.Err(); err != nil {
				return err
			}
			values, err := rows.Columns()
			visit(row, values) // with an error come those before it
			if err != nil {
				return err
			}
		}
		return rows.Close()
	})
}

// guarded turns a panic of excelize into an error. What it says may quote the
// document.
func guarded(read func() error) (err error) {
	defer func() {
		if recover() != nil {
			err = fmt.Errorf("%w: the cells break the reader", extract.ErrFormat)
		}
	}()
	return read()
}
