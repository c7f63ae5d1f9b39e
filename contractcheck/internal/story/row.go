package story

import (
	"strings"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// MaxCellBlocks is how many paragraphs a cell holds that is a value. A longer
// one is layout, such as a contract in two languages side by side.
const MaxCellBlocks = 8

// Row is a row of a table.
type Row struct {
	Cells [][]Block
	Place
	Page    int
	Changed bool // tracked changes touch it
}

// Blocks returns the row as one block with its notes and text boxes behind
// it, or the paragraphs of its cells if they are layout.
func (w *Row) Blocks() []Block {
	if w.isLayout() {
		var all []Block
		for _, cell := range w.Cells {
			all = append(all, cell...)
		}
		return all
	}
	var texts []string
	var behind []Block
	for _, cell := range w.Cells {
		text, asides := joinCell(cell)
		texts = append(texts, text)
		behind = append(behind, asides...)
	}
	text := extract.JoinCells(texts)
	if text == "" {
		return behind
	}
	line := Block{Kind: extract.TableRow, Text: text, Page: w.Page, Place: w.Place, Changed: w.Changed}
	return append([]Block{line}, behind...)
}

// isLayout reports whether the cells hold running text: only one of them has
// text, and that in several paragraphs, or one has more than a value has.
func (w *Row) isLayout() bool {
	filled, longest := 0, 0
	for _, cell := range w.Cells {
		blocks := 0
		for _, b := range cell {
			if !b.Aside {
				blocks++
			}
		}
		if blocks > 0 {
			filled++
		}
		longest = max(longest, blocks)
	}
	return filled == 1 && longest > 1 || longest > MaxCellBlocks
}

func joinCell(cell []Block) (string, []Block) {
	var lines []string
	var asides []Block
	for _, b := range cell {
		if b.Aside {
			asides = append(asides, b)
		} else {
			lines = append(lines, b.Shown())
		}
	}
	return strings.Join(lines, "\n"), asides
}
