package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/linemark"
)

// list is a list that is being read.
type list struct {
	ordered bool
	next    int
	step    int
	format  string // as in the attribute type: 1, a, A, i, I
}

// cssFormats are the list styles of CSS as types of HTML.
var cssFormats = map[string]string{
	"decimal": "1", "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A",
	"lower-roman": "i", "upper-roman": "I", "none": "none", "disc": "none", "circle": "none", "square": "none",
}

func (r *reader) list(n *html.Node, depth int) {
	r.flush()
	r.lists = append(r.lists, newList(n))
	r.children(n, depth)
	r.flush()
	r.lists = r.lists[:len(r.lists)-1]
}

func newList(n *html.Node) list {
	l := list{ordered: n.DataAtom == atom.Ol, next: 1, step: 1, format: "1"}
	if format := attr(n, "type"); format != "" {
		l.format = format
	}
	if format := cssFormats[inlineStyle(n, "list-style-type")]; format != "" {
		l.format = format
	}
	if has(n, "reversed") {
		l.step = -1
		l.next = 0
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Li {
				l.next++
			}
		}
	}
	if start, err := strconv.Atoi(attr(n, "start")); err == nil {
		l.next = start
	}
	return l
}

// item reads a list item. Its number or bullet goes before its first block.
func (r *reader) item(n *html.Node, depth int) {
	r.flush()
	r.kind, r.level, r.label = extract.ListItem, max(1, len(r.lists)), "• "
	if len(r.lists) > 0 {
		r.label = r.lists[len(r.lists)-1].label(n)
	}
	r.children(n, depth)
	r.flush()
	r.label = ""
}

// label returns the number or bullet of the next item, with a space behind.
func (l *list) label(n *html.Node) string {
	if !l.ordered {
		return "• "
	}
	if value, err := strconv.Atoi(attr(n, "value")); err == nil {
		l.next = value
	}
	number := l.next
	l.next += l.step
	if l.format == "none" {
		return ""
	}
	return count(number, l.format) + ". "
}

func count(n int, format string) string {
	switch {
	case format == "a" && n > 0:
		return strings.ToLower(linemark.Letters(n))
	case format == "A" && n > 0:
		return linemark.Letters(n)
	case format == "i" && n > 0:
		return strings.ToLower(linemark.Roman(n))
	case format == "I" && n > 0:
		return linemark.Roman(n)
	}
	return strconv.Itoa(n)
}
