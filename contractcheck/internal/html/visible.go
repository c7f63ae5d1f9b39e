package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// unseen are the elements whose content does not show as text.
var unseen = map[atom.Atom]bool{
	atom.Head: true, atom.Script: true, atom.Style: true, atom.Template: true, atom.Noscript: true,
	atom.Title: true, atom.Svg: true, atom.Canvas: true, atom.Audio: true, atom.Video: true,
	atom.Object: true, atom.Textarea: true, atom.Select: true, atom.Datalist: true, atom.Button: true,
	atom.Noframes: true, atom.Noembed: true, atom.Map: true, atom.Rp: true, atom.Rt: true, atom.Progress: true, atom.Meter: true,
}

// isHidden reports whether an element does not show, and notes what the user
// is told of.
func (r *reader) isHidden(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Iframe, atom.Frame:
		r.frames = true
		return true
	case atom.Del, atom.S, atom.Strike:
		r.struck = true
		return true
	case atom.Dialog:
		if !has(n, "open") {
			return true
		}
	}
	return unseen[n.DataAtom] || has(n, "hidden") || attr(n, "aria-hidden") == "true" ||
		inlineStyle(n, "display") == "none" || inlineStyle(n, "visibility") == "hidden"
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

// inlineStyle returns a property of the attribute style, in lower case.
func inlineStyle(n *html.Node, property string) string {
	value := ""
	for rest := strings.ToLower(attr(n, "style")); rest != ""; {
		var declaration string
		declaration, rest, _ = strings.Cut(rest, ";")
		name, set, _ := strings.Cut(declaration, ":")
		if strings.TrimSpace(name) == property {
			value = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(set), "!important"))
		}
	}
	return value
}
