package docx

import (
	"fmt"
	"strings"
	"unicode"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/story"
)

// tally counts what the user is told of.
type tally struct {
	comments, hidden, struck    int
	pictures, diagrams, imports int
}

// remarks names what there was of each kind.
func (t tally) remarks() []string {
	var out []string
	for _, item := range []struct {
		count     int
		one, many string
	}{
		{t.comments, "1 comment left out", "%d comments left out"},
		{t.hidden, "1 run of hidden text left out", "%d runs of hidden text left out"},
		{t.struck, "1 run of struck-through text left out", "%d runs of struck-through text left out"},
		{t.pictures, "1 picture not read", "%d pictures not read"},
		{t.diagrams, "1 chart or diagram not read", "%d charts or diagrams not read"},
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

// text puts the result together: headers, body, footers, and a page for each
// thing that could not be read.
func (r *reader) text(maxPages int) (*extract.Text, error) {
	w := &story.Writer{Numbered: r.pages.seen, Max: maxPages}
	w.Builder.Links(r.links)
	w.Blocks(r.head)
	w.Blocks(r.body)
	w.TurnTo(r.pages.current)
	w.Blocks(r.foot)
	for _, reason := range r.failures() {
		w.Fail(reason)
	}
	w.Builder.Changes(r.revisions.AuthorTotals())
	for _, remark := range append(r.countedRemarks(), r.remarks...) {
		w.Builder.Note(remark)
	}
	text := w.Builder.Done()
	if len(text.Blocks) == 0 {
		return nil, r.noText()
	}
	return text, nil
}

// countedRemarks names what there was of each kind, tracked changes first.
func (r *reader) countedRemarks() []string {
	remarks := r.tally.remarks()
	if note := story.ChangesNote(r.revisions.AuthorTotals(), r.view); note != "" {
		remarks = append([]string{note}, remarks...)
	}
	return remarks
}

// failures says what of the text could not be read.
func (r *reader) failures() []string {
	out := r.unread
	if r.tally.imports > 0 {
		out = append(out, "another document is embedded, which was not read")
	}
	if r.isScan() {
		out = append(out, "the document shows pictures instead of text; it needs text recognition (OCR)")
	}
	return out
}

// scanLetters is how many letters and digits a document of scanned pages may
// have in its body; the same is used for the pages of a PDF.
const scanLetters = 20

// isScan reports whether the pictures are likely to hold the text.
func (r *reader) isScan() bool {
	if r.tally.pictures == 0 {
		return false
	}
	letters := 0
	for _, b := range r.body {
		for _, c := range extract.Unlinked(b.Text) {
			if unicode.IsLetter(c) || unicode.IsDigit(c) {
				letters++
			}
		}
	}
	return letters < scanLetters
}

// noText explains a document without any text.
func (r *reader) noText() error {
	reasons := append(r.failures(), r.countedRemarks()...)
	if len(reasons) == 0 {
		return fmt.Errorf("%w: the document is blank", extract.ErrNoText)
	}
	return fmt.Errorf("%w: %s", extract.ErrNoText, strings.Join(reasons, "; "))
}
