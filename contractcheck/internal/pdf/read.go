// Package pdf reads the text of PDF files (ISO 32000-1). It mends damaged files,
// deciphers and unpacks their streams, interprets these and lays out pages
// itself, over the objects that github.com/ledongthuc/pdf parses.
package pdf

import (
	"context"
	"fmt"
	"slices"
	"unicode/utf8"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// Read returns the text of a PDF file. A page that gives no text, or not all
// of it, is marked unreadable with the reason; a file of such pages only is not
// an error. The error wraps extract.ErrFormat, ErrEncrypted or ErrTooLarge, or
// is that of the context.
func Read(ctx context.Context, data []byte, password string, limits extract.Limits) (*extract.Text, error) {
	return ReadScans(ctx, data, password, limits, nil)
}

// ReadScans is Read where a recognizer reads the pages that gave no text: scans
// and those of unmapped glyphs. The error may be that of the recognizer.
func ReadScans(ctx context.Context, data []byte, password string, limits extract.Limits, by Recognizer) (text *extract.Text, err error) {
	defer func() {
		if recover() != nil { // the words of a panic may quote the file
			text, err = nil, fmt.Errorf("%w: the PDF is damaged", extract.ErrFormat)
		}
	}()
	limits = limits.WithDefaults()
	if int64(len(data)) > limits.Bytes {
		return nil, fmt.Errorf("%w: it has more than %d bytes", extract.ErrTooLarge, limits.Bytes)
	}
	d, err := open(data, password, limits.Allowance())
	if err != nil {
		return nil, err
	}
	d.ctx, d.maxDepth = ctx, limits.Depth
	pages := d.pages()
	if len(pages) == 0 {
		return nil, fmt.Errorf("%w: the PDF has no pages", extract.ErrFormat)
	}
	laidOut, err := d.layOut(ctx, pages, limits)
	if err != nil {
		return nil, err
	}
	markUnread(laidOut)
	if by != nil {
		if err := d.recognize(ctx, data, laidOut, by); err != nil {
			return nil, err
		}
	}
	d.noteGuesses()
	return build(laidOut, d.notes), nil
}

// laidOut is a page's lines in reading order, and why some or all of its text
// is missing.
type laidOut struct {
	lines      []line
	images     int
	drawings   int
	unreadable string
	recognized sureness // zero for a page that OCR did not read
}

func (d *document) layOut(ctx context.Context, pages []page, limits extract.Limits) ([]laidOut, error) {
	out := make([]laidOut, len(pages))
	for i, p := range pages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if i >= limits.Pages {
			out[i].unreadable = fmt.Sprintf("beyond the limit of %d pages", limits.Pages)
			continue
		}
		out[i] = d.layOutPage(p)
	}
	return out, ctx.Err()
}

// Reasons why a page is unreadable.
const (
	reasonDamaged  = "damaged page"
	reasonTree     = "beyond the limit of the tree of pages"
	reasonContents = "the page's contents are damaged; text is missing"
	reasonOverrun  = "the page has too many drawing operations; text is missing"
	reasonImage    = "image of a page, no text: OCR may read it"
	reasonDrawing  = "drawing of a page, no text: OCR may read it"
	reasonUnmapped = "text in a font without a mapping to Unicode: OCR may read it"
	reasonLimit    = "beyond the limit of decompressed bytes"
)

func (d *document) layOutPage(p page) (out laidOut) {
	defer func() {
		if recover() != nil {
			out.unreadable = reasonDamaged
		}
	}()
	if p.unreadable != "" {
		return laidOut{unreadable: p.unreadable}
	}
	c := &canvas{glyphs: d.spare}
	c.visible, c.bounded = p.visible()
	d.paintPage(c, p)
	defer d.reuse(c)
	return laidOut{
		lines:  readingOrder(c, &d.gutters),
		images: c.images, drawings: c.drawings, unreadable: d.reason(c),
	}
}

// reuse keeps the room that a page's glyphs took for the next page.
func (d *document) reuse(c *canvas) {
	for i := range c.glyphs {
		d.spare[i] = c.glyphs[i][:0]
	}
}

// paintPage runs the page's content streams, which count as one
// (ISO 32000-1 7.8.2), and the appearances of its annotations.
func (d *document) paintPage(c *canvas, p page) {
	content := d.contents(c, p)
	d.interpret(c, content, d.resourcesOf(p.resources), identity)
	d.annotations(c, p)
}

// maxContents bounds the content streams of a page.
const maxContents = 10_000

func (d *document) contents(c *canvas, p page) []byte {
	contents, err := entry(p.dictionary, "Contents")
	if err != nil {
		c.failed = true
		return nil
	}
	if contents.Len() == 0 {
		if contents.IsNull() { // a blank page, unless its contents are lost
			c.failed = slices.Contains(p.dictionary.Keys(), "Contents")
			return nil
		}
		data, err := d.readStream(contents)
		c.failed = c.failed || err != nil
		return data
	}
	var all []byte
	c.overrun = c.overrun || contents.Len() > maxContents
	for i := 0; i < min(contents.Len(), maxContents); i++ {
		stream, err := element(contents, i)
		if err == nil {
			var data []byte
			data, err = d.readStream(stream)
			all = append(append(all, data...), '\n')
		}
		c.failed = c.failed || err != nil
	}
	return all
}

// Bounds for telling pages without text.
const (
	minCharacters = 20   // a scan may carry a stamp
	minDrawings   = 20   // fewer are rules and boxes; letters as outlines have more
	unmappedShare = 0.05 // of the codes shown; bullets may lack a mapping
)

// reason says why text of the page is missing, or "".
func (d *document) reason(c *canvas) string {
	switch {
	case d.inflation.Take(0) != nil:
		return reasonLimit
	case c.failed:
		return reasonContents
	case c.overrun:
		return reasonOverrun
	case float64(c.unmapped) > unmappedShare*float64(c.shown) && (c.unmapped >= minCharacters || c.placed == 0):
		return reasonUnmapped
	}
	return ""
}

// markUnread marks the running heads and feet, and the pages that next to
// nothing else stands on.
func markUnread(pages []laidOut) {
	markRunning(linesOfAll(pages))
	for i := range pages {
		if pages[i].unreadable == "" {
			pages[i].unreadable = pages[i].picture()
		}
	}
}

func linesOfAll(pages []laidOut) [][]line {
	all := make([][]line, len(pages))
	for i, p := range pages {
		all[i] = p.lines
	}
	return all
}

// build hands the blocks of all pages to a builder.
func build(pages []laidOut, notes []string) *extract.Text {
	var b extract.Builder
	for _, note := range notes {
		b.Note(note)
	}
	all := linesOfAll(pages)
	typical := newStyle(all)
	typical.words.joinPages(all)
	b.ExpectBoxes(countWords(all))
	for i, p := range pages {
		b.StartPage(i + 1)
		if p.unreadable != "" {
			b.FailPage(p.unreadable)
		}
		addPage(&b, p, typical)
	}
	return b.Done()
}

func countWords(pages [][]line) (n int) {
	for _, lines := range pages {
		for _, l := range lines {
			n += len(l.words)
		}
	}
	return n
}

// picture returns the reason for a page that shows images or drawings and, but
// for running heads and feet, next to no text.
func (p laidOut) picture() string {
	characters := 0
	for _, l := range p.lines {
		if !l.marginal {
			characters += utf8.RuneCountInString(l.text)
		}
	}
	switch {
	case characters >= minCharacters:
		return ""
	case p.images > 0:
		return reasonImage
	case p.drawings >= minDrawings:
		return reasonDrawing
	}
	return ""
}
