package docx

import (
	"fmt"
	"strings"
	"unicode"

	"example.org/contractcheck/contractcheck/internal/extract"
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
	w := &writer{numbered: r.pages.seen, max: maxPages}
	w.builder.Links(r.links)
	w.blocks(r.head)
	w.blocks(r.body)
	w.turnTo(r.pages.current)
	w.blocks(r.foot)
	for _, reason := range r.failures() {
		w.fail(reason)
	}
	w.builder.Changes(r.revisions.authorTotals())
	for _, remark := range append(r.countedRemarks(), r.remarks...) {
		w.builder.Note(remark)
	}
	text := w.builder.Done()
	if len(text.Blocks) == 0 {
		return nil, r.noText()
	}
	return text, nil
}

// countedRemarks names what there was of each kind, tracked changes first.
func (r *reader) countedRemarks() []string {
	remarks := r.tally.remarks()
	if note := changesNote(r.revisions.authorTotals(), r.view); note != "" {
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
		for _, c := range extract.Unlinked(b.text) {
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

// writer puts blocks on pages.
type writer struct {
	builder  extract.Builder
	numbered bool
	max      int
	pages    int // begun so far
}

func (w *writer) blocks(blocks []block) {
	for _, b := range blocks {
		w.turnTo(b.page)
		if w.pages <= w.max {
			w.add(b)
		}
	}
}

func (w *writer) add(b block) {
	w.builder.AddBlock(extract.Block{Kind: b.kind, Level: b.level, Changed: b.changed}, b.shown())
}

// turnTo begins pages up to and with the one of an index from 0. Those beyond
// the limit become one unreadable page.
func (w *writer) turnTo(page int) {
	for w.pages <= min(page, w.max) {
		w.start()
		if w.pages > w.max {
			w.builder.FailPage(fmt.Sprintf("only the first %d pages are read", w.max))
		}
	}
}

func (w *writer) start() {
	w.pages++
	number := 0
	if w.numbered {
		number = w.pages
	}
	w.builder.StartPage(number)
}

// fail adds a page that stands for text that could not be read.
func (w *writer) fail(reason string) {
	w.start()
	w.builder.FailPage(reason)
}
