package html

import (
	"bytes"
	"fmt"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// maxNodes bounds what a page becomes in memory: elements, their attributes and
// stretches of text. A node takes up to 200 bytes.
const maxNodes = 1_000_000

// weigh returns an error that wraps extract.ErrTooLarge for a page that would
// become more than maxNodes, because the parser itself has no bound. The parser
// opens each formatting element that was not closed again in each block
// (HTML Standard 13.2.4.3): a short page may become very many nodes.
func weigh(source []byte) error {
	nodes, open := 0, 0
	tokens := html.NewTokenizer(bytes.NewReader(source))
	for nodes <= maxNodes {
		switch tokens.Next() {
		case html.ErrorToken:
			return nil
		case html.TextToken:
			nodes++
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := tokens.TagName()
			if isFormatting(name) {
				open++
			} else {
				nodes += open
			}
			for nodes++; more; nodes++ {
				_, _, more = tokens.TagAttr()
			}
		case html.EndTagToken:
			if name, _ := tokens.TagName(); isFormatting(name) {
				open = max(0, open-1)
			}
		}
	}
	return fmt.Errorf("%w: the page has more than %d elements", extract.ErrTooLarge, maxNodes)
}

// isFormatting reports whether an element is one of the standard's formatting
// elements.
func isFormatting(name []byte) bool {
	switch atom.Lookup(name) {
	case atom.A, atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr,
		atom.S, atom.Small, atom.Strike, atom.Strong, atom.Tt, atom.U:
		return true
	}
	return false
}
