package pdf

import (
	"slices"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// A page shows glyphs where they stand; Hebrew and Arabic are read from the
// right to the left. This file puts a line into the order in which it is read.

// facing says where the text of a glyph runs to.
type facing uint8

const (
	neutral facing = iota // spaces and signs, which go with what surrounds them
	leftToRight
	rightToLeft
)

func (g glyph) facing() facing {
	r, _ := utf8.DecodeRuneInString(g.text)
	if r < firstRightToLeft {
		if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r >= 0xC0 {
			return leftToRight
		}
		return neutral
	}
	properties, _ := bidi.LookupRune(r)
	switch properties.Class() {
	case bidi.R, bidi.AL:
		return rightToLeft
	case bidi.L, bidi.EN, bidi.AN:
		return leftToRight
	}
	return neutral
}

// firstRightToLeft is the first letter that runs to the left.
const firstRightToLeft = 0x590

// leftwardByte is the first byte of the UTF-8 of that letter.
const leftwardByte = 0xD6

// sortToRead puts the glyphs of a line, which stand from left to right, into the
// order in which they are read.
func sortToRead(glyphs []glyph) {
	switch toLeft, toRight := countFacing(glyphs); {
	case toLeft == 0:
	case toLeft > toRight:
		slices.Reverse(glyphs)
		reverseRuns(glyphs, leftToRight)
	default:
		reverseRuns(glyphs, rightToLeft)
	}
}

// countFacing counts the glyphs that run to the left and the letters that run
// to the right.
func countFacing(glyphs []glyph) (toLeft, toRight int) {
	for _, g := range glyphs {
		switch f := g.facing(); {
		case f == rightToLeft:
			toLeft++
		case f == leftToRight && isLetter(g.text):
			toRight++
		}
	}
	return toLeft, toRight
}

// reverseRuns turns the runs around that begin and end with a glyph that faces
// that way and have none in them that faces the other.
func reverseRuns(glyphs []glyph, way facing) {
	for start := 0; start < len(glyphs); start++ {
		if glyphs[start].facing() != way {
			continue
		}
		last := start
		for i := start; i < len(glyphs); i++ {
			f := glyphs[i].facing()
			if f == way {
				last = i
			} else if f != neutral {
				break
			}
		}
		slices.Reverse(glyphs[start : last+1])
		start = last
	}
}
