package story

import (
	"slices"
	"strings"

	"example.org/contractcheck/contractcheck/internal/linemark"
)

// The marks in front of text that tracked changes touch, where it is read both
// ways. A paragraph that is changed stands twice, so that each sentence is one
// that the document has or had.
const (
	originalMark = "[original]"
	changedMark  = "[changed]"
	insertedMark = "[inserted]"
	deletedMark  = "[deleted]"
)

// Join puts the blocks as they were before the tracked changes beside those with
// them, by their places. What is the same in both stands once, with the number
// that it has with the changes.
func Join(before, after []Block) []Block {
	var out []Block
	for len(before)+len(after) > 0 {
		b, a := sharedPlace(before, after)
		out = append(out, joinPlace(before[:b], after[:a])...)
		before, after = before[b:], after[a:]
	}
	return out
}

// sharedPlace returns how many blocks of both texts, from their beginnings,
// were read from the same paragraphs: those that overlap the next place.
func sharedPlace(before, after []Block) (b, a int) {
	var end int64
	switch {
	case len(before) == 0:
		end = after[0].Last
	case len(after) == 0 || before[0].First < after[0].First:
		end = before[0].Last
	default:
		end = after[0].Last
	}
	for {
		switch {
		case b < len(before) && before[b].First <= end:
			end = max(end, before[b].Last)
			b++
		case a < len(after) && after[a].First <= end:
			end = max(end, after[a].Last)
			a++
		default:
			return b, a
		}
	}
}

// joinPlace joins what both texts have of one place. What they have alike at
// its beginning and at its end stands once.
func joinPlace(before, after []Block) []Block {
	head := 0
	for head < min(len(before), len(after)) && alike(before[head], after[head]) {
		head++
	}
	tail := 0
	for tail < min(len(before), len(after))-head && alike(before[len(before)-1-tail], after[len(after)-1-tail]) {
		tail++
	}
	was, is := before[head:len(before)-tail], after[head:len(after)-tail]
	wasMark, isMark := originalMark, changedMark
	switch {
	case len(is) == 0:
		wasMark = deletedMark
	case len(was) == 0:
		isMark = insertedMark
	}
	return slices.Concat(after[:head], marked(was, wasMark), marked(is, isMark), after[len(after)-tail:])
}

// alike reports whether two blocks show the same, apart from their numbers:
// these change with every paragraph that comes or goes before them.
func alike(a, b Block) bool { return a.Kind == b.Kind && a.Text == b.Text }

// marked puts a mark in front of the text of blocks, behind their numbers.
func marked(blocks []Block, mark string) []Block {
	out := slices.Clone(blocks)
	for i := range out {
		out[i].Text, out[i].Changed = behindNumber(out[i].Text, mark), true
	}
	return out
}

// behindNumber puts a mark in front of a text, behind a number that is typed
// there: what begins with a number is told by it.
func behindNumber(text, mark string) string {
	number, ok := linemark.At(text)
	if rest, cut := strings.CutPrefix(text, number.Text+" "); ok && cut {
		return number.Text + " " + mark + " " + rest
	}
	return mark + " " + text
}
