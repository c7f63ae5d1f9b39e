package extracttest

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// Fault says what is wrong with a text, or "" if that holds which does for every
// text: it is valid UTF-8, its pages, blocks and links lie in it, in order and
// apart, and no block has a blank line or the end of a page. It quotes nothing.
func Fault(text *extract.Text) string {
	if !utf8.ValidString(text.Content) {
		return "the text is no valid UTF-8"
	}
	if len(text.Pages) == 0 {
		return "the text has no page"
	}
	end := 0
	for i, p := range text.Pages {
		if p.Start < end || p.End < p.Start || p.End > len(text.Content) {
			return fmt.Sprintf("page %d is from %d to %d, behind %d", i, p.Start, p.End, end)
		}
		end = p.End
	}
	end = 0
	for i, b := range text.Blocks {
		if b.Start < end || b.End <= b.Start || b.End > len(text.Content) {
			return fmt.Sprintf("block %d is from %d to %d, behind %d", i, b.Start, b.End, end)
		}
		if words := text.Content[b.Start:b.End]; strings.Contains(words, "\n\n") || strings.Contains(words, "\f") {
			return fmt.Sprintf("block %d has a blank line or a page's end", i)
		}
		end = b.End
	}
	if fault := linkFault(text); fault != "" {
		return fault
	}
	return boxFault(text)
}

// linkFault says where links do not lie in the text, in order and apart.
func linkFault(text *extract.Text) string {
	end := 0
	for i, l := range text.Links {
		if l.Start < end || l.End <= l.Start || l.End > len(text.Content) {
			return fmt.Sprintf("link %d is from %d to %d, behind %d", i, l.Start, l.End, end)
		}
		end = l.End
	}
	return ""
}

// boxFault says where boxes do not hold words of the text, in its order, or are
// on none of its pages.
func boxFault(text *extract.Text) string {
	end := uint32(0)
	for i, b := range text.Boxes {
		switch {
		case b.Start < end || b.End <= b.Start || int(b.End) > len(text.Content):
			return fmt.Sprintf("box %d is from %d to %d, behind %d", i, b.Start, b.End, end)
		case b.Page < 1 || int(b.Page) > len(text.Pages):
			return fmt.Sprintf("box %d is on page %d of %d", i, b.Page, len(text.Pages))
		case b.X0 > b.X1 || b.Y0 > b.Y1:
			return fmt.Sprintf("box %d has no area", i)
		}
		end = b.End
	}
	return ""
}
