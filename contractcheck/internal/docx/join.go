package docx

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

// join puts the text as it was before the tracked changes beside the text with
// them. What is the same in both stands once, with the number that it has with
// the changes.
func (r *reader) join(before *reader) {
	r.head = appendMarginals(r.head, before.head)
	r.foot = appendMarginals(r.foot, before.foot)
	r.body = joinBlocks(before.body, r.body)
	r.pages.current = max(r.pages.current, before.pages.current)
	r.pages.seen = r.pages.seen || before.pages.seen
}

// joinBlocks walks through the blocks of both texts by their places.
func joinBlocks(before, after []block) []block {
	var out []block
	for len(before)+len(after) > 0 {
		b, a := sharedPlace(before, after)
		out = append(out, joinPlace(before[:b], after[:a])...)
		before, after = before[b:], after[a:]
	}
	return out
}

// sharedPlace returns how many blocks of both texts, from their beginnings,
// were read from the same paragraphs: those that overlap the next place.
func sharedPlace(before, after []block) (b, a int) {
	var end int64
	switch {
	case len(before) == 0:
		end = after[0].last
	case len(after) == 0 || before[0].first < after[0].first:
		end = before[0].last
	default:
		end = after[0].last
	}
	for {
		switch {
		case b < len(before) && before[b].first <= end:
			end = max(end, before[b].last)
			b++
		case a < len(after) && after[a].first <= end:
			end = max(end, after[a].last)
			a++
		default:
			return b, a
		}
	}
}

// joinPlace joins what both texts have of one place. What they have alike at
// its beginning and at its end stands once.
func joinPlace(before, after []block) []block {
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
func alike(a, b block) bool { return a.kind == b.kind && a.text == b.text }

// marked puts a mark in front of the text of blocks, behind their numbers.
func marked(blocks []block, mark string) []block {
	out := slices.Clone(blocks)
	for i := range out {
		out[i].text, out[i].changed = behindNumber(out[i].text, mark), true
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
