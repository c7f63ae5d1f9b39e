package pdf

import (
	"slices"
	"strings"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// phrase is a text with the places of its words, in their order. Their lengths
// add up to that of the text without its blanks.
type phrase struct {
	text  string
	words []extract.Word
}

// How far letters reach below and above their baseline, in units of the font
// size: about what fonts say of themselves.
const (
	descent = 0.22
	ascent  = 0.78
)

// newPhrase returns the text of a line's glyphs, which stand in the order in
// which they are read, with blanks between the words.
func newPhrase(glyphs []glyph) phrase {
	bytes, blanks := 0, 0
	for _, g := range glyphs {
		bytes += len(g.text)
		if g.text == " " {
			blanks++
		}
	}
	var text strings.Builder
	text.Grow(bytes)
	words := make([]extract.Word, 0, blanks+1)
	inWord := false
	for _, g := range glyphs {
		text.WriteString(g.text)
		if g.text == " " {
			inWord = false
			continue
		}
		length := extract.Length(g.text)
		switch {
		case length == 0:
		case !inWord:
			words = append(words, extract.Word{Place: extract.Place{Rect: g.rect(), GoesOn: len(words) > 0}, Length: length})
			inWord = true
		default:
			last := &words[len(words)-1]
			last.Rect = last.Union(g.rect())
			last.Length += length
		}
	}
	return phrase{strings.TrimSpace(text.String()), words}
}

// rect returns what the glyph covers of the page.
func (g glyph) rect() extract.Rect {
	r := rule{g.x, g.y - descent*g.size, g.x + g.width, g.y + ascent*g.size}
	if g.slant != 0 {
		r = g.slant.around(r)
	} else {
		r = r.turned(g.direction.back())
	}
	return extract.Rect{X0: float32(r.x0), Y0: float32(r.y0), X1: float32(r.x1), Y1: float32(r.y1)}
}

// joinPhrases joins phrases with a text between them that no page shows.
func joinPhrases(phrases []phrase, between string) phrase {
	if len(phrases) == 1 {
		return phrases[0]
	}
	var text strings.Builder
	words := roomForWords(phrases)
	for i, p := range phrases {
		if i > 0 {
			text.WriteString(between)
			if n := extract.Length(between); n > 0 {
				words = append(words, extract.Word{Length: n})
			}
		}
		text.WriteString(p.text)
		words = append(words, p.words...)
	}
	return phrase{text.String(), words}
}

// roomForWords returns an empty slice with room for the words of all phrases
// and one between each two.
func roomForWords(phrases []phrase) []extract.Word {
	n := len(phrases)
	for _, p := range phrases {
		n += len(p.words)
	}
	return make([]extract.Word, 0, n)
}

// splitEnd cuts off the last n bytes, which are of one word. Both parts of the
// word keep its place.
func (p phrase) splitEnd(n int) (start, end phrase) {
	at := len(p.text) - n
	start = phrase{strings.TrimRight(p.text[:at], " "), slices.Clone(p.words)}
	word := &start.words[len(start.words)-1]
	moved := *word
	moved.GoesOn = false
	moved.Length = extract.Length(p.text[at:])
	word.Length -= moved.Length
	return start, phrase{p.text[at:], []extract.Word{moved}}
}

// withoutHyphen returns the phrase without the hyphen that it ends in.
func (p phrase) withoutHyphen() phrase {
	p.text = strings.TrimSuffix(p.text, "-")
	p.words = slices.Clone(p.words)
	p.words[len(p.words)-1].Length--
	return p
}
