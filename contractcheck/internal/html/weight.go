package html

import (
	"bytes"
	"fmt"
	"slices"

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
	nodes := 0
	var open formatting
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
				open = open.with(formatTag{string(name), string(tokens.Raw())})
			} else {
				nodes += len(open)
			}
			for nodes++; more; nodes++ {
				_, _, more = tokens.TagAttr()
			}
		case html.EndTagToken:
			name, _ := tokens.TagName()
			open = open.without(string(name))
		}
	}
	return fmt.Errorf("%w: the page has more than %d elements", extract.ErrTooLarge, maxNodes)
}

// formatting is the standard's list of active formatting elements.
type formatting []formatTag

type formatTag struct{ name, raw string }

// Bounds of the list: of the parser, and of the standard on equal elements.
const (
	maxFormatting = 512
	maxEqual      = 3
)

func (f formatting) with(tag formatTag) formatting {
	if tag.name == "a" || tag.name == "nobr" { // which are not nested
		f = f.without(tag.name)
	}
	equal := 0
	for _, open := range f {
		if open == tag {
			equal++
		}
	}
	if equal >= maxEqual || len(f) >= maxFormatting {
		return f
	}
	return append(f, tag)
}

func (f formatting) without(name string) formatting {
	for i, open := range slices.Backward(f) {
		if open.name == name {
			return slices.Delete(f, i, i+1)
		}
	}
	return f
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
