package extract

import (
	"math"
	"slices"
)

// Rect is a rectangle on a page, in the units and axes of the page's format. X0
// and Y0 are the smaller coordinates.
type Rect struct{ X0, Y0, X1, Y1 float32 }

// Union returns the smallest rectangle around both.
func (r Rect) Union(o Rect) Rect {
	return Rect{min(r.X0, o.X0), min(r.Y0, o.Y0), max(r.X1, o.X1), max(r.Y1, o.Y1)}
}

// isSound reports whether the rectangle is not empty and of finite numbers: those
// of a hostile file may be anything.
func (r Rect) isSound() bool {
	return r != Rect{} && -math.MaxFloat32 <= r.X0 && r.X0 <= r.X1 && r.X1 <= math.MaxFloat32 &&
		-math.MaxFloat32 <= r.Y0 && r.Y0 <= r.Y1 && r.Y1 <= math.MaxFloat32
}

// Place is where a word stands, or the part of it that one line holds.
type Place struct {
	Rect
	// Page counts from 1.
	Page int32
	// GoesOn says that it stands in one line with the place before, with no more
	// than a space between them.
	GoesOn bool
}

// Word is a word of a text that is to be added, with its place. A Page of 0 is
// the open one.
type Word struct {
	Place
	// Length counts the word's bytes without blanks, after Clean.
	Length int32
}

// Length returns what the Length of a Word with this text is.
func Length(text string) int32 {
	if len(text) == 1 && text[0] > ' ' && text[0] < 0x7f {
		return 1
	}
	n := int32(0)
	for _, c := range []byte(Clean(text)) {
		if !isBlank(c) {
			n++
		}
	}
	return n
}

// isBlank tells the blanks that Clean leaves.
func isBlank(c byte) bool { return c == ' ' || c == '\n' }

// Box is the place of a word of a Text. Start and End are byte offsets in
// Text.Content.
type Box struct {
	Start, End uint32
	Place
}

// ExpectBoxes makes room for the boxes of n words.
func (b *Builder) ExpectBoxes(n int) { b.text.Boxes = slices.Grow(b.text.Boxes, n) }

// AddBoxed is Add with the words of the text, in their order. The text that is
// in none of them, such as the signs between a table's cells, is in words of
// an empty Rect.
func (b *Builder) AddBoxed(kind BlockKind, level int, text string, words []Word) {
	if !b.add(Block{Kind: kind, Level: level}, tidy(text)) {
		return
	}
	block := b.text.Blocks[len(b.text.Blocks)-1]
	if block.End > math.MaxUint32 {
		return // no limit that one would set allows such a text
	}
	content := b.content.String()
	page := int32(b.text.Pages[len(b.text.Pages)-1].Number)
	end := block.Start
	for _, w := range words {
		var start int
		start, end = nextWord(content, end, w.Length)
		if start == end || !w.isSound() {
			continue
		}
		if w.Page == 0 {
			w.Page = page
		}
		b.text.Boxes = append(b.text.Boxes, Box{uint32(start), uint32(end), w.Place})
	}
}

// nextWord returns where a word of a length stands behind a place in a text.
func nextWord(text string, from int, length int32) (start, end int) {
	for from < len(text) && isBlank(text[from]) {
		from++
	}
	end = from
	for ; length > 0 && end < len(text); end++ {
		if !isBlank(text[end]) {
			length--
		}
	}
	return from, end
}

// PlacesOf returns where the words of Content[start:end] stand, one place for
// the words of each stretch of a line.
func (t *Text) PlacesOf(start, end int) []Place {
	if start >= end {
		return nil
	}
	first, _ := slices.BinarySearchFunc(t.Boxes, start, func(b Box, start int) int {
		if int(b.End) <= start {
			return -1
		}
		return 1
	})
	var out []Place
	for _, b := range t.Boxes[first:] {
		if int(b.Start) >= end {
			break
		}
		if last := len(out) - 1; last >= 0 && b.GoesOn && b.Page == out[last].Page {
			out[last].Rect = out[last].Union(b.Rect)
		} else {
			out = append(out, b.Place)
		}
	}
	return out
}
