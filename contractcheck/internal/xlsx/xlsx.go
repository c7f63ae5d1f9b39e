// Package xlsx reads the sheets of Excel workbooks (ECMA-376 Part 1, clause 18):
// each sheet under its name, row by row, with the values as Excel shows them. No
// formula is computed; the value that was stored with it is read.
//
// What is hidden is read too, because it is part of what was sent, and named in
// the notes. Comments, headers and footers stand apart. Pictures, text boxes and
// charts are not read and are named in the notes.
package xlsx

import (
	"context"
	"fmt"

	"example.org/contractcheck/contractcheck/internal/archive"
	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/opc"
)

// Read returns the text of an XLSX file. Limits.Pages counts its sheets.
//
// A sheet that is damaged gives the rows before the damage and behind them a
// page that is marked as unreadable. The error wraps extract.ErrFormat,
// ErrEncrypted, ErrTooLarge or ErrNoText, or is ctx's.
func Read(ctx context.Context, data []byte, limits extract.Limits) (*extract.Text, error) {
	limits = limits.WithDefaults()
	pkg, err := opc.Open(data, "XLSX", limits)
	if err != nil {
		return nil, err
	}
	r := &reader{ctx: ctx, parts: pkg, maxDepth: limits.Depth}
	r.builder.Links(&r.links)
	if err := r.readAll(limits); err != nil {
		return nil, err
	}
	return r.text()
}

// A reader holds what the sheets of one workbook share.
type reader struct {
	ctx      context.Context
	parts    *archive.Package
	maxDepth int // of elements
	cells    *cellReader
	links    extract.Links
	builder  extract.Builder

	rows     int // read so far, of all sheets
	comments int
	drawings int // sheets that have some
	others   int // sheets of other kinds
	notes    []string
	unread   []string // what of the text could not be read
}

func (r *reader) readAll(limits extract.Limits) error {
	book, err := r.readWorkbook()
	if err != nil {
		return err
	}
	if r.cells, err = r.newCellReader(book); err != nil {
		return err
	}
	for i, s := range book.sheets {
		if i == limits.Pages {
			r.unread = append(r.unread, fmt.Sprintf("only the first %d sheets are read", limits.Pages))
			break
		}
		if err := r.readSheet(s, i+1); err != nil {
			return err
		}
	}
	return nil
}

// readSheet reads the sheet of a number from 1. The error is one that ends the
// reading of the file.
func (r *reader) readSheet(s sheet, number int) error {
	r.builder.StartPage(0)
	r.builder.Add(extract.Heading, 1, s.name)
	relations, err := opc.Read(r.ctx, r.parts, s.part)
	if err != nil {
		return err
	}
	source, err := r.source(s.part)
	if err != nil {
		return r.tolerate(err, fmt.Sprintf("sheet %d cannot be read: its part of the file is absent or damaged", number))
	}
	plan, err := survey(r.ctx, source, r.cells.strings, r.maxDepth)
	if plan.unvalued > 0 {
		r.unread = append(r.unread, fmt.Sprintf("sheet %d has formulas without a stored value (%d); open it in Excel, save it and check it again", number, plan.unvalued))
	}
	r.noteHidden(s, plan)
	r.drawings += plan.drawings
	if err := r.tolerate(err, fmt.Sprintf("sheet %d is damaged; the rows behind the damage could not be read", number)); err != nil {
		return err
	}
	for _, line := range plan.marginals {
		r.builder.Add(extract.Marginal, 0, line)
	}
	err = r.readRows(source, plan, relations)
	if err := r.tolerate(err, fmt.Sprintf("sheet %d is damaged; not all of its rows could be read", number)); err != nil {
		return err
	}
	return r.readComments(relations)
}

// tolerate turns an error that concerns one sheet alone into a page that is
// marked as unreadable.
func (r *reader) tolerate(err error, reason string) error {
	if err != nil && !extract.IsFatal(err) {
		r.unread = append(r.unread, reason)
		return nil
	}
	return err
}

// text puts the notes and the unreadable pages behind the sheets.
func (r *reader) text() (*extract.Text, error) {
	for _, reason := range r.unread {
		r.builder.StartPage(0)
		r.builder.FailPage(reason)
	}
	r.noteCount(r.comments, "comments on cells, which were read apart and not judged")
	r.noteCount(r.drawings, "sheets with pictures, text boxes or charts, which were not read")
	r.noteCount(r.others, "sheets that are charts, dialogues or macros, which were not read")
	for _, note := range r.notes {
		r.builder.Note(note)
	}
	switch text := r.builder.Done(); {
	case r.rows > 0:
		return text, nil
	case len(r.unread) > 0:
		return nil, fmt.Errorf("%w: %s", extract.ErrFormat, r.unread[0])
	}
	return nil, fmt.Errorf("%w: the sheets are empty", extract.ErrNoText)
}

// noteCount notes how many there are of something, if there are any.
func (r *reader) noteCount(n int, what string) {
	if n > 0 {
		r.notes = append(r.notes, fmt.Sprintf("%s: %d", what, n))
	}
}
