package story

import (
	"fmt"
	"strings"
	"unicode"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// Tally counts what the user is told of.
type Tally struct {
	Comments          int
	Hidden, Struck    int // runs of text
	Pictures          int
	Diagrams, Imports int
}

// remarks names what there was of each kind.
func (t Tally) remarks() []string {
	var out []string
	for _, item := range []struct {
		count     int
		one, many string
	}{
		{t.Comments, "1 comment left out", "%d comments left out"},
		{t.Hidden, "1 run of hidden text left out", "%d runs of hidden text left out"},
		{t.Struck, "1 run of struck-through text left out", "%d runs of struck-through text left out"},
		{t.Pictures, "1 picture not read", "%d pictures not read"},
		{t.Diagrams, "1 chart or diagram not read", "%d charts or diagrams not read"},
	} {
		switch {
		case item.count == 1:
			out = append(out, item.one)
		case item.count > 1:
			out = append(out, fmt.Sprintf(item.many, item.count))
		}
	}
	return out
}

// Document is what was read of a file, before it is put together.
type Document struct {
	// Head and Foot are headers and footers, which stand before and behind the
	// body.
	Head, Body, Foot []Block
	LastPage         int  // from 0
	Numbered         bool // the document's pages are known
	Links            *extract.Links

	Tally   Tally
	Changes []extract.AuthorChanges
	View    extract.Changes // how the changes were read
	Unread  []string        // parts of the text that could not be read
	Remarks []string        // notes for the user that are not counted in the tally
}

// Text puts the document together, with a page for each thing that could not be
// read. Pages beyond max are one unreadable page. The error wraps
// extract.ErrNoText.
func (d *Document) Text(max int) (*extract.Text, error) {
	w := &Writer{Numbered: d.Numbered, Max: max}
	w.Builder.Links(d.Links)
	w.Blocks(d.Head)
	w.Blocks(d.Body)
	w.TurnTo(d.LastPage)
	w.Blocks(d.Foot)
	for _, reason := range d.failures() {
		w.Fail(reason)
	}
	w.Builder.Changes(d.Changes)
	for _, remark := range append(d.countedRemarks(), d.Remarks...) {
		w.Builder.Note(remark)
	}
	text := w.Builder.Done()
	if len(text.Blocks) == 0 {
		return nil, d.noText()
	}
	return text, nil
}

// countedRemarks names what there was of each kind, tracked changes first.
func (d *Document) countedRemarks() []string {
	remarks := d.Tally.remarks()
	if note := ChangesNote(d.Changes, d.View); note != "" {
		remarks = append([]string{note}, remarks...)
	}
	return remarks
}

// failures says what of the text could not be read.
func (d *Document) failures() []string {
	out := d.Unread
	if d.Tally.Imports > 0 {
		out = append(out, "another document is embedded, which was not read")
	}
	if d.isScan() {
		out = append(out, "the document shows pictures instead of text; it needs text recognition (OCR)")
	}
	return out
}

// scanLetters is how many letters and digits a document of scanned pages may
// have in its body; the same is used for the pages of a PDF.
const scanLetters = 20

// isScan reports whether the pictures are likely to hold the text.
func (d *Document) isScan() bool {
	if d.Tally.Pictures == 0 {
		return false
	}
	letters := 0
	for _, b := range d.Body {
		for _, c := range extract.Unlinked(b.Text) {
			if unicode.IsLetter(c) || unicode.IsDigit(c) {
				letters++
			}
		}
	}
	return letters < scanLetters
}

// noText explains a document without any text.
func (d *Document) noText() error {
	reasons := append(d.failures(), d.countedRemarks()...)
	if len(reasons) == 0 {
		return fmt.Errorf("%w: the document is blank", extract.ErrNoText)
	}
	return fmt.Errorf("%w: %s", extract.ErrNoText, strings.Join(reasons, "; "))
}
