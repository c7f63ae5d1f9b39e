package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// table reads a table row by row. A table that lays out the page is read as
// if it were not there.
func (r *reader) table(n *html.Node, depth int) {
	r.flush()
	if isLayout(n, r.maxDepth) {
		r.children(n, depth)
	} else {
		r.rows(n, depth)
	}
	r.flush()
}

// layoutBlocks is how many paragraphs a cell holds that is a value.
const layoutBlocks = 8

// isLayout reports whether a table holds other tables, headings, or running
// text in a cell, or says itself that it is for presentation.
func isLayout(table *html.Node, maxDepth int) bool {
	if role := attr(table, "role"); role == "presentation" || role == "none" {
		return true
	}
	blocks := 0
	var layout func(n *html.Node, depth int) bool
	layout = func(n *html.Node, depth int) bool {
		switch n.DataAtom {
		case atom.Table, atom.H1, atom.H2, atom.H3, atom.H4, atom.Nav, atom.Main, atom.Article, atom.Section:
			return true
		case atom.Td, atom.Th:
			blocks = 0
		case atom.P, atom.Li:
			blocks++
		}
		if blocks > layoutBlocks || depth > maxDepth {
			return true
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if layout(c, depth+1) {
				return true
			}
		}
		return false
	}
	for c := table.FirstChild; c != nil; c = c.NextSibling {
		if layout(c, 0) {
			return true
		}
	}
	return false
}

// rows reads the rows in a table or a part of one.
func (r *reader) rows(n *html.Node, depth int) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.ElementNode && r.isHidden(c):
		case c.DataAtom == atom.Tr:
			r.row(c, depth+1)
		case c.DataAtom == atom.Thead || c.DataAtom == atom.Tbody || c.DataAtom == atom.Tfoot:
			r.rows(c, depth+1)
		default:
			r.walk(c, depth+1)
		}
	}
}

func (r *reader) row(tr *html.Node, depth int) {
	r.flush()
	var cells []string
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
			cells = append(cells, r.cell(c, depth+1))
		}
	}
	r.open.WriteString(extract.JoinCells(cells))
	r.kind, r.level, r.label = extract.TableRow, 0, ""
	r.flush()
}

// cell returns the text of a cell, its blocks as lines. It reads them as a
// page of their own.
func (r *reader) cell(n *html.Node, depth int) string {
	if r.isHidden(n) {
		return ""
	}
	var lines []string
	inner := &reader{ctx: r.ctx, maxDepth: r.maxDepth, links: r.links, link: r.link, nodes: r.nodes}
	inner.add = func(_ extract.Block, text string) { lines = append(lines, text) }
	inner.children(n, depth)
	inner.flush()
	r.nodes = inner.nodes
	r.struck = r.struck || inner.struck
	r.frames = r.frames || inner.frames
	r.tooDeep = r.tooDeep || inner.tooDeep
	return strings.Join(lines, "\n")
}
