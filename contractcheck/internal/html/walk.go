package html

import (
	"context"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/linemark"
)

// checkEvery is how many nodes are read between two looks at the context.
const checkEvery = 1024

// reader writes the blocks of a page. The text of the open block grows until
// an element begins or ends a block.
type reader struct {
	ctx   context.Context
	add   func(b extract.Block, text string) // takes a block
	links *extract.Links
	nodes int
	// maxDepth bounds the recursion. The parser itself allows 512 open elements.
	maxDepth int

	link                    string // the target of the open link, or ""
	open                    strings.Builder
	kind                    extract.BlockKind
	level                   int
	label                   string // the number or bullet of the open list item
	lists                   []list
	marginal                int // depth of elements outside of the page's flow
	article                 int // depth of elements whose own header is no page header
	pre                     int // depth of elements that keep their white space
	struck, frames, tooDeep bool
}

// walk reads a node and what is in it.
func (r *reader) walk(n *html.Node, depth int) {
	if r.nodes++; r.nodes%checkEvery == 0 && r.ctx.Err() != nil {
		return
	}
	switch {
	case depth > r.maxDepth:
		r.tooDeep = true
	case n.Type == html.TextNode:
		r.write(extract.WithoutMarks(n.Data))
	case n.Type == html.DocumentNode:
		r.children(n, depth)
	case n.Type == html.ElementNode && !r.isHidden(n):
		r.element(n, depth)
	}
}

func (r *reader) children(n *html.Node, depth int) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.walk(c, depth+1)
	}
}

func (r *reader) element(n *html.Node, depth int) {
	if level := headingLevel(n); level > 0 {
		r.block(n, depth, extract.Heading, level)
		return
	}
	switch n.DataAtom {
	case atom.A:
		r.anchor(n, depth)
	case atom.Br:
		r.open.WriteByte('\n')
	case atom.Hr:
		r.flush()
	case atom.Nav, atom.Header, atom.Footer:
		r.aside(n, depth)
	case atom.Ul, atom.Ol, atom.Menu:
		r.list(n, depth)
	case atom.Li:
		r.item(n, depth)
	case atom.Table:
		r.table(n, depth)
	case atom.Pre:
		r.pre++
		r.block(n, depth, extract.Paragraph, 0)
		r.pre--
	case atom.Article, atom.Main, atom.Section, atom.Aside:
		r.article++
		r.block(n, depth, extract.Paragraph, 0)
		r.article--
	default:
		r.inline(n, depth)
	}
}

// anchor reads the text of a link.
func (r *reader) anchor(n *html.Node, depth int) {
	outer := r.link
	r.link = attr(n, "href")
	r.inline(n, depth)
	r.link = outer
}

// inline reads an element that stands in a line or, where it is a block, in one of
// its own.
func (r *reader) inline(n *html.Node, depth int) {
	if isBlock(n) {
		r.block(n, depth, extract.Paragraph, 0)
	} else {
		r.children(n, depth)
	}
}

// block reads an element that stands in a block of its own. Text of a list
// item that comes first in it keeps the item's number.
func (r *reader) block(n *html.Node, depth int, kind extract.BlockKind, level int) {
	if r.label == "" || !r.blank() {
		r.flush()
		r.kind, r.level = kind, level
	} else if kind == extract.Heading {
		r.kind, r.level = kind, level
	}
	r.children(n, depth)
	if r.label == "" || !r.blank() {
		r.flush()
	}
}

// aside reads navigation and the page's own header and footer; those of an
// article belong to its text (HTML Standard 4.3.8).
func (r *reader) aside(n *html.Node, depth int) {
	if n.DataAtom != atom.Nav && r.article > 0 {
		r.block(n, depth, extract.Paragraph, 0)
		return
	}
	r.flush()
	r.marginal++
	r.children(n, depth)
	r.flush()
	r.marginal--
}

// blockAtoms are the elements that browsers show as blocks, but for those
// that element treats.
var blockAtoms = map[atom.Atom]bool{
	atom.Address: true, atom.Blockquote: true, atom.Body: true, atom.Center: true, atom.Dd: true,
	atom.Details: true, atom.Dialog: true, atom.Dir: true, atom.Div: true, atom.Dl: true, atom.Dt: true,
	atom.Fieldset: true, atom.Figcaption: true, atom.Figure: true, atom.Form: true, atom.Hgroup: true,
	atom.Html: true, atom.Legend: true, atom.Listing: true, atom.Optgroup: true, atom.P: true,
	atom.Plaintext: true, atom.Search: true, atom.Summary: true, atom.Xmp: true, atom.Caption: true,
	atom.Tr: true, atom.Td: true, atom.Th: true, atom.Tbody: true, atom.Thead: true, atom.Tfoot: true,
}

func isBlock(n *html.Node) bool {
	style := inlineStyle(n, "display")
	if style == "inline" || style == "inline-block" || style == "contents" {
		return false
	}
	return blockAtoms[n.DataAtom] || style == "block" || style == "flex" || style == "grid"
}

func (r *reader) blank() bool { return strings.TrimSpace(r.open.String()) == "" }

// write adds text; runs of white space count as one space, as in a browser.
func (r *reader) write(s string) {
	if r.pre > 0 {
		r.open.WriteString(r.links.Mark(s, r.link))
		return
	}
	for len(s) > 0 {
		word := strings.IndexAny(s, " \t\n\r\f")
		switch {
		case word < 0:
			r.open.WriteString(r.links.Mark(s, r.link))
			return
		case word > 0:
			r.open.WriteString(r.links.Mark(s[:word], r.link))
		}
		s = strings.TrimLeft(s[word:], " \t\n\r\f")
		r.space()
	}
}

// space adds a space, unless the open text ends with one or with a line break.
func (r *reader) space() {
	if text := r.open.String(); text != "" && text[len(text)-1] != ' ' && text[len(text)-1] != '\n' {
		r.open.WriteByte(' ')
	}
}

// flush ends the open block.
func (r *reader) flush() {
	text := linemark.WithoutBlankLines(r.open.String())
	r.open.Reset()
	if text != "" {
		kind, level := r.kind, r.level
		if r.marginal > 0 {
			kind, level = extract.Marginal, 0
		}
		r.add(extract.Block{Kind: kind, Level: level}, r.label+text)
		r.label = ""
	}
	r.kind, r.level = extract.Paragraph, 0
}
