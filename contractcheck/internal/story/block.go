// Package story holds what the readers of word processors' formats share: blocks
// of text before they have their place in the result, rows of tables, tracked
// changes, and how all of it is put together.
package story

import (
	"strings"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/linemark"
)

// Block is a block of the text before it has its place in the result.
type Block struct {
	Kind  extract.BlockKind
	Level int
	// Label is the automatic number or bullet in front of the text.
	Label string
	Text  string
	Page  int // from 0
	// Aside marks notes and text boxes, which stand behind the paragraph or
	// table row that they belong to.
	Aside bool
	Place
	Changed bool // tracked changes touch it
}

// Place is what a block was read from, in bytes of its part: the beginnings of
// its first and of its last paragraph.
type Place struct{ First, Last int64 }

// Shown is the text as it shows, with its label.
func (b Block) Shown() string {
	if b.Label == "" {
		return b.Text
	}
	return b.Label + " " + b.Text
}

// Classify makes of b, which has the text of a paragraph and its label, the
// block that it shows as, and reports whether it shows at all. Item is the level
// of a list item from 1, and heading that of a heading, or 0.
func (b *Block) Classify(item, heading int) bool {
	b.Text = linemark.WithoutBlankLines(b.Text)
	if b.Text == "" {
		return false
	}
	b.Kind = extract.Paragraph
	if b.Label != "" {
		b.Kind, b.Level = extract.ListItem, item
	}
	if heading > 0 && isTitle(extract.Unlinked(b.Text)) {
		b.Kind, b.Level = extract.Heading, heading
	}
	return true
}

// A paragraph of a heading style with more words than titleWords, or with
// more than sentenceWords and a full stop or semicolon at its end, is a
// provision: many contracts number all their clauses by the heading styles.
const (
	titleWords    = 25
	sentenceWords = 6
)

func isTitle(text string) bool {
	words := len(strings.Fields(text))
	if words > titleWords {
		return false
	}
	return words <= sentenceWords || !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, ";")
}

// Asides marks blocks as standing behind their paragraph.
func Asides(blocks []Block) []Block {
	for i := range blocks {
		blocks[i].Aside = true
	}
	return blocks
}

// AppendMarginals adds the blocks of a header or footer whose text is not yet
// there.
func AppendMarginals(to, blocks []Block) []Block {
	known := map[string]bool{}
	for _, b := range to {
		known[b.Shown()] = true
	}
	for _, b := range blocks {
		if !known[b.Shown()] {
			known[b.Shown()] = true
			to = append(to, Block{Kind: extract.Marginal, Text: b.Shown(), Changed: b.Changed})
		}
	}
	return to
}
