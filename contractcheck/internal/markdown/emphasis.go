package markdown

import (
	"unicode"
	"unicode/utf8"
)

// delimiter takes a run of emphasis marks (CommonMark 6.2). Single tildes are
// text.
func (in *inliner) delimiter(c byte) {
	n := runLength(in.text[in.pos:], c)
	before, _ := utf8.DecodeLastRuneInString(in.text[:in.pos])
	after, _ := utf8.DecodeRuneInString(in.text[in.pos+n:])
	if in.pos == 0 {
		before = ' '
	}
	if in.pos+n == len(in.text) {
		after = ' '
	}
	left := !unicode.IsSpace(after) && (!isPunct(after) || unicode.IsSpace(before) || isPunct(before))
	right := !unicode.IsSpace(before) && (!isPunct(before) || unicode.IsSpace(after) || isPunct(after))
	p := piece{text: in.text[in.pos : in.pos+n], delimiter: c, canOpen: left, canClose: right}
	if c == '_' {
		p.canOpen = left && (!right || isPunct(before))
		p.canClose = right && (!left || isPunct(after))
	}
	if c == '~' && n != 2 || c == '*' && before == '[' && after == ']' {
		p = piece{text: p.text} // "[***]" is a redaction
	}
	in.pieces = append(in.pieces, p)
	in.pos += n
}

func isPunct(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// matchEmphasis pairs the runs of marks and removes what pairs. What is struck
// through goes with its marks.
func (in *inliner) matchEmphasis() {
	var openers []int
	for i := range in.pieces {
		p := &in.pieces[i]
		if p.canClose {
			openers = in.closeEmphasis(openers, i)
		}
		if p.canOpen && p.text != "" {
			openers = append(openers, i)
		}
	}
	in.dropStray()
}

// dropStray removes the double asterisks that pair with nothing, because they
// stand before a space, between a colon and a letter, or in another block
// than their partner. Those before a footnote stay.
func (in *inliner) dropStray() {
	for i := range in.pieces {
		p := &in.pieces[i]
		footnote := i == 0 && !p.canOpen
		if p.delimiter == '*' && len(p.text)%2 == 0 && !footnote {
			p.text = ""
		}
	}
}

// closeEmphasis removes the marks of the closer at i and of its openers, and
// returns the openers that stay.
func (in *inliner) closeEmphasis(openers []int, i int) []int {
	closer := &in.pieces[i]
	last := max(0, len(openers)-maxOpeners)
	for n := len(openers) - 1; n >= last && closer.text != ""; n-- {
		at := openers[n]
		opener := &in.pieces[at]
		if opener.delimiter != closer.delimiter {
			continue
		}
		openers = openers[:n]
		used := min(len(opener.text), len(closer.text))
		opener.text, closer.text = opener.text[used:], closer.text[used:]
		if opener.text != "" {
			openers = append(openers, at)
		}
		if closer.delimiter == '~' {
			in.reader.struck++
			opener.hide++
			closer.hide--
		}
	}
	return openers
}
