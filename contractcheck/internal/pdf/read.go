// Package pdf reads the text of PDF files (ISO 32000-1). It mends damaged files,
// deciphers and unpacks their streams, interprets these and lays out pages
// itself, over the objects that github.com/ledongthuc/pdf parses.
package pdf

import (
	"context"
	"fmt"
	"unicode/utf8"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// Read returns the text of a PDF file. A page that gives no text, or not all
// of it, is marked unreadable with the reason; a file of such pages only is not
// an error. The error wraps extract.ErrFormat, ErrEncrypted or ErrTooLarge, or
// is that of the context, which is looked at between pages.
func Read(ctx context.Context, data []byte, password string, limits extract.Limits) (text *extract.Text, err error) {
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
	pages := d.pages()
	if len(pages) == 0 {
		return nil, fmt.Errorf("%w: the PDF has no pages", extract.ErrFormat)
	}
	laidOut, err := d.layOut(ctx, pages, limits)
	if err != nil {
		return nil, err
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
	return out, nil
}

// Reasons why a page is unreadable.
const (
	reasonDamaged  = "damaged page"
	reasonContents = "the page's contents are damaged; text is missing"
	reasonOverrun  = "the page has too many drawing operations; text is missing"
	reasonImage    = "image of a page, no text"
	reasonDrawing  = "drawing of a page, no text"
	reasonUnmapped = "text in a font without a mapping to Unicode"
	reasonLimit    = "beyond the limit of decompressed bytes"
)

func (d *document) layOutPage(p page) (out laidOut) {
	defer func() {
		if recover() != nil {
			out.unreadable = reasonDamaged
		}
	}()
	if p.dictionary.IsNull() {
		return laidOut{unreadable: reasonDamaged}
	}
	c := &canvas{glyphs: d.spare}
	c.visible, c.bounded = p.visible()
	d.paintPage(c, p)
	defer d.reuse(c)
	return laidOut{readingOrder(c.glyphs, c.rules, &d.gutters), c.images, c.drawings, d.reason(c)}
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
		if contents.IsNull() {
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

// build hands the blocks of all pages to a builder.
func build(pages []laidOut, notes []string) *extract.Text {
	var b extract.Builder
	for _, note := range notes {
		b.Note(note)
	}
	all := make([][]line, len(pages))
	for i, p := range pages {
		all[i] = p.lines
	}
	markRunning(all)
	typical := newStyle(all)
	typical.words.joinPages(all)
	for i, p := range pages {
		b.StartPage(i + 1)
		if p.unreadable == "" {
			p.unreadable = p.picture()
		}
		if p.unreadable != "" {
			b.FailPage(p.unreadable)
		}
		addPage(&b, p.lines, typical)
	}
	return b.Done()
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

// addPage adds the running heads, the text, and the running feet. What stands
// outside of the text in the middle of the page counts as a foot.
func addPage(b *extract.Builder, lines []line, typical style) {
	var heads, feet, flow []line
	for _, l := range lines {
		switch {
		case !l.marginal:
			flow = append(flow, l)
		case len(flow) == 0:
			heads = append(heads, l)
		default:
			feet = append(feet, l)
		}
	}
	addMarginal(b, heads)
	for _, block := range typical.blocks(flow) {
		b.Add(block.kind, 0, block.text)
	}
	addMarginal(b, feet)
}

func addMarginal(b *extract.Builder, lines []line) {
	for _, l := range lines {
		b.Add(extract.Marginal, 0, l.text)
	}
}
