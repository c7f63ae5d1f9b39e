package pdf

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// A page shows glyphs where they stand; Hebrew and Arabic are read from the
// right to the left. This file puts a line into the order in which it is read.

// facing says where a piece of text runs to.
type facing uint8

const (
	neutral facing = iota // spaces and signs, which go with what surrounds them
	leftToRight
	rightToLeft
)

func facingOf(piece string) facing {
	r, _ := utf8.DecodeRuneInString(piece)
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

// readable returns text, whose pieces begin at the cuts, in reading order.
func readable(text string, cuts []int) string {
	pieces, toLeft, toRight := piecesOf(text, cuts)
	switch {
	case toLeft == 0:
		return text
	case toLeft > toRight:
		slices.Reverse(pieces)
		reverseRuns(pieces, leftToRight)
	default:
		reverseRuns(pieces, rightToLeft)
	}
	return strings.Join(pieces, "")
}

// piecesOf cuts a text up and counts the pieces that run to the left and the
// letters that run to the right.
func piecesOf(text string, cuts []int) (pieces []string, toLeft, toRight int) {
	for i, start := range cuts {
		end := len(text)
		if i+1 < len(cuts) {
			end = cuts[i+1]
		}
		piece := text[start:end]
		pieces = append(pieces, piece)
		switch f := facingOf(piece); {
		case f == rightToLeft:
			toLeft++
		case f == leftToRight && isLetter(piece):
			toRight++
		}
	}
	return pieces, toLeft, toRight
}

// reverseRuns turns the runs around that begin and end with a piece that faces
// that way and have none in them that faces the other.
func reverseRuns(pieces []string, way facing) {
	for start := 0; start < len(pieces); start++ {
		if facingOf(pieces[start]) != way {
			continue
		}
		last := start
		for i := start; i < len(pieces); i++ {
			f := facingOf(pieces[i])
			if f == way {
				last = i
			} else if f != neutral {
				break
			}
		}
		slices.Reverse(pieces[start : last+1])
		start = last
	}
}
