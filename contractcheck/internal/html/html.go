// Package html reads the visible text of HTML pages. It sees what the markup
// says; styles apart from those written at an element, and scripts, have no
// effect.
package html

import (
	"bytes"
	"context"
	"fmt"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// Read returns the text of an HTML page or fragment. The error wraps
// extract.ErrFormat for pages that nest elements too deep to be parsed,
// extract.ErrTooLarge or extract.ErrNoText, or is ctx's.
func Read(ctx context.Context, data []byte, limits extract.Limits) (*extract.Text, error) {
	limits = limits.WithDefaults()
	if int64(len(data)) > limits.Bytes {
		return nil, fmt.Errorf("%w: more than %d bytes", extract.ErrTooLarge, limits.Bytes)
	}
	source, err := decode(data)
	if err != nil {
		return nil, err
	}
	if err := weigh(source); err != nil {
		return nil, err
	}
	root, err := html.ParseWithOptions(extract.CancelReader(ctx, bytes.NewReader(source)), html.ParseOptionEnableScripting(true))
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, fmt.Errorf("%w: the HTML nests elements too deep; save the page as PDF or text", extract.ErrFormat)
	}
	var builder extract.Builder
	links := &extract.Links{}
	builder.Links(links)
	builder.StartPage(0)
	r := &reader{ctx: ctx, maxDepth: limits.Depth, links: links, add: builder.AddBlock}
	r.walk(root, 0)
	r.flush()
	return r.text(&builder)
}

func (r *reader) text(b *extract.Builder) (*extract.Text, error) {
	if err := r.ctx.Err(); err != nil {
		return nil, err
	}
	if r.struck {
		b.Note("struck-through text left out")
	}
	if r.frames {
		b.Note("embedded pages (frames) were not read")
	}
	if r.tooDeep {
		b.StartPage(0)
		b.FailPage("elements nested too deep were not read")
	}
	text := b.Done()
	if len(text.Blocks) == 0 {
		return nil, fmt.Errorf("%w: the page shows no text", extract.ErrNoText)
	}
	return text, nil
}

// headingLevel returns the level of a heading element, or 0.
func headingLevel(n *html.Node) int {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return int(n.Data[1] - '0')
	}
	if attr(n, "role") == "heading" {
		if level := attr(n, "aria-level"); len(level) == 1 && level >= "1" && level <= "9" {
			return int(level[0] - '0')
		}
		return 2 // the default of WAI-ARIA 1.2, 5.4
	}
	return 0
}
