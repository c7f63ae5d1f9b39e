package segment

import (
	"strings"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// passage is a block, or several where a sentence goes on from one to the
// next.
type passage struct {
	Span
	kind  extract.BlockKind
	level int
	gaps  []Span // marginal blocks inside
}

// nextPassage returns the passage that begins with block i, and the number of
// the block behind it.
func nextPassage(t *extract.Text, i int) (passage, int) {
	first := t.Blocks[i]
	p := passage{Span: Span{first.Start, first.End}, kind: first.Kind, level: first.Level}
	i++
	if p.kind != extract.Paragraph && p.kind != extract.ListItem {
		return p, i
	}
	for {
		next := i
		for next < len(t.Blocks) && t.Blocks[next].Kind == extract.Marginal {
			next++
		}
		if next == len(t.Blocks) || !goesOn(t.Content, p, t.Blocks[next]) {
			return p, i
		}
		if next > i {
			p.gaps = append(p.gaps, Span{t.Blocks[i].Start, t.Blocks[next-1].End})
		}
		p.End = t.Blocks[next].End
		i = next + 1
	}
}

// goesOn reports whether the last sentence of a passage goes on in a block.
func goesOn(text string, p passage, next extract.Block) bool {
	if next.Kind != extract.Paragraph || endsSentence(text, p.Span) {
		return false
	}
	turned := isPageTurn(text, p.End, next)
	if turned && wantsNoun.has(lastWord(text, p.Start, p.End).in(text)) {
		return true
	}
	if _, labelled := parseLabel(text, next.Start, next.End); labelled || !startsLower(text, next.Start, next.End) {
		return false
	}
	// On one page, what stands behind the comma of a list item and begins
	// a block is the tail of the whole list.
	return turned || text[p.End-1] != ',' || !isItem(text, p)
}

// wantsNoun are words that end no sentence and introduce no list; behind them
// a sentence goes on over a page's end even with a capital.
var wantsNoun = wordSet("the a an of its their our your this such each every")

// isPageTurn reports whether there is a page's end before the next block.
func isPageTurn(text string, end int, next extract.Block) bool {
	for _, c := range []byte(text[end:next.Start]) {
		if !isSpace(c) || c == '\f' {
			return true // marginal text stands at a page's end
		}
	}
	return false
}

func isItem(text string, p passage) bool {
	_, labelled := parseLabel(text, p.Start, p.End)
	return labelled || p.kind == extract.ListItem
}

// endsSentence reports whether a passage ends with a sentence, an item of an
// enumeration or an introduction.
func endsSentence(text string, p Span) bool {
	end := p.End
	for end > p.Start && strings.IndexByte(`)]"'*_`, text[end-1]) >= 0 {
		end--
	}
	for _, mark := range [...]string{"”", "’", "»"} {
		end -= len(text[p.Start:end]) - len(strings.TrimSuffix(text[p.Start:end], mark))
	}
	if end == p.Start || strings.IndexByte(".!?;:", text[end-1]) >= 0 {
		return true
	}
	return endsItem(text, p.Start, end)
}

// endsItem reports whether text[start:end] ends with "; and" or ", or", as an
// item does that is not the last one.
func endsItem(text string, start, end int) bool {
	word := lastWord(text, start, end)
	if !conjunctions.has(word.in(text)) {
		return false
	}
	end = trimSpace(text, start, word.Start)
	return end > start && (text[end-1] == ';' || text[end-1] == ',')
}

var conjunctions = wordSet("and or and/or but nor")
