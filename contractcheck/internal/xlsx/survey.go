package xlsx

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/opc"
	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// maxCells bounds a sheet, in rows with values times columns with values, and
// in cells up to the last value of each row: one value at the far end of each
// of a million rows is a small file, and too much text. A questionnaire of
// 50,000 rows and 20 columns has a million.
const maxCells = 4_000_000

// plan is what is known of a sheet before its values are read. The reader of
// values passes over damage in silence and asks for memory by what a sheet
// says, so that a sheet is looked through first.
type plan struct {
	strings   int   // the number of shared strings
	columns   []int // those with values, from 1, in order
	links     map[position]string
	marginals []string

	hiddenRows, hiddenColumns int
	unvalued                  int // formulas without a stored value
	drawings                  int // 1 if there are any

	rows, reach int // with values; cells up to their last values
	used        [excelize.MaxColumns + 1]bool
}

// position is the place of a cell, from 1.
type position struct{ column, row int }

// survey looks through a sheet of a workbook with a number of shared strings,
// whose elements are nested up to maxDepth.
// With an error comes what was seen before it.
func survey(ctx context.Context, source []byte, sharedStrings, maxDepth int) (*plan, error) {
	p := &plan{strings: sharedStrings, links: map[position]string{}}
	x := xmlstream.New(ctx, bytes.NewReader(source), maxDepth)
	err := x.Root(func(xml.StartElement) error {
		return x.Children(func(el xml.StartElement) error { return p.read(x, el) })
	})
	for column, used := range p.used {
		if used {
			p.columns = append(p.columns, column)
		}
	}
	if err == nil || !extract.IsFatal(err) {
		if tooLarge := p.checkSize(); tooLarge != nil {
			return p, tooLarge
		}
	}
	return p, err
}

func (p *plan) checkSize() error {
	if p.reach > maxCells || p.rows*len(p.columns) > maxCells {
		return fmt.Errorf("%w: a sheet spans more than %d cells", extract.ErrTooLarge, maxCells)
	}
	return nil
}

// read takes a child of a worksheet (18.3.1.99).
func (p *plan) read(x *xmlstream.Reader, el xml.StartElement) error {
	switch el.Name.Local {
	case "cols":
		return x.Children(func(el xml.StartElement) error {
			if isOn(xmlstream.Attr(el, "hidden")) {
				p.hiddenColumns += columnsOf(el)
			}
			return x.Skip()
		})
	case "sheetData":
		return x.Children(func(el xml.StartElement) error { return p.readRow(x, el) })
	case "hyperlinks":
		return x.Children(func(el xml.StartElement) error {
			if column, row, err := excelize.CellNameToCoordinates(firstCell(xmlstream.Attr(el, "ref"))); err == nil {
				p.links[position{column, row}] = opc.IDOf(el)
			}
			return x.Skip()
		})
	case "headerFooter":
		return x.Children(func(el xml.StartElement) error { return p.readMarginal(x) })
	case "drawing", "picture":
		p.drawings = 1
	}
	return x.Skip()
}

// columnsOf is the number of columns that a col element stands for. One that
// reaches to the last column of the sheet hides what is unused.
func columnsOf(el xml.StartElement) int {
	from, to := number(xmlstream.Attr(el, "min")), number(xmlstream.Attr(el, "max"))
	if from < 1 || to < from || to >= excelize.MaxColumns {
		return 0
	}
	return to - from + 1
}

func (p *plan) readRow(x *xmlstream.Reader, row xml.StartElement) error {
	column, last := 0, 0
	err := x.Children(func(el xml.StartElement) error {
		column++
		if reference := xmlstream.Attr(el, "r"); reference != "" {
			c, _, err := excelize.CellNameToCoordinates(reference)
			if err != nil {
				return errReference
			}
			column = c
		}
		if column > excelize.MaxColumns {
			return errReference
		}
		valued, err := p.readCell(x, xmlstream.Attr(el, "t") == "s")
		if valued {
			p.used[column], last = true, max(last, column)
		}
		return err
	})
	p.reach += last
	if last > 0 {
		p.rows++
		if isOn(xmlstream.Attr(row, "hidden")) {
			p.hiddenRows++
		}
	}
	if err == nil {
		err = p.checkSize()
	}
	return err
}

// Damage that the reader of values would pass over.
var (
	errReference = fmt.Errorf("%w: a cell is nowhere in its sheet", extract.ErrFormat)
	errString    = fmt.Errorf("%w: a cell has a shared string that is not there", extract.ErrFormat)
)

// readCell reports whether a cell has a value (18.3.1.4), which is the number of
// a shared string or not.
func (p *plan) readCell(x *xmlstream.Reader, shared bool) (valued bool, err error) {
	formula := false
	err = x.Children(func(el xml.StartElement) error {
		switch el.Name.Local {
		case "v":
			valued = true
			if shared {
				return p.checkString(x)
			}
		case "is":
			valued = true
		case "f":
			formula = true
		}
		return x.Skip()
	})
	if formula && !valued {
		p.unvalued++
	}
	return valued, err
}

func (p *plan) checkString(x *xmlstream.Reader) error {
	index, err := x.Content()
	if err != nil {
		return err
	}
	if n, err := strconv.Atoi(strings.TrimSpace(index)); err != nil || n < 0 || n >= p.strings {
		return errString
	}
	return nil
}

// readMarginal takes a header or footer (18.3.1.39 and others).
func (p *plan) readMarginal(x *xmlstream.Reader) error {
	source, err := x.Content()
	if line := marginalText(source); line != "" && !slices.Contains(p.marginals, line) {
		p.marginals = append(p.marginals, line)
	}
	return err
}

// firstCell is the first cell of a range such as "B2:C4".
func firstCell(reference string) string {
	cell, _, _ := strings.Cut(reference, ":")
	return cell
}

// number returns the value of a decimal attribute, or 0.
func number(value string) int {
	n, err := strconv.Atoi(value)
	if err != nil {
		return 0
	}
	return n
}
