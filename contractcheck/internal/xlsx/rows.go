package xlsx

import (
	"strings"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/linemark"
	"example.org/contractcheck/contractcheck/internal/opc"
)

// readRows adds the rows of a sheet that have a value. Columns without any in
// the whole sheet are left out.
func (r *reader) readRows(source []byte, p *plan, relations opc.Relations) error {
	inTable := false
	return r.cells.eachRow(r.ctx, source, func(row int, values []string) {
		cells := make([]string, 0, len(p.columns))
		filled := 0
		for _, column := range p.columns {
			text := ""
			if column <= len(values) {
				text = lines(values[column-1])
			}
			if text != "" {
				filled++
				text = r.links.Mark(text, relations.ByID(p.links[position{column, row}]).Target)
			}
			cells = append(cells, text)
		}
		inTable = inTable || filled > 1
		r.addRow(row, inTable, cells)
	})
}

// addRow adds a row. What stands alone in its row before a table is its title
// or running text.
func (r *reader) addRow(row int, inTable bool, cells []string) {
	block := extract.Block{Kind: extract.TableRow, Row: row}
	text := extract.JoinCells(cells)
	if !inTable {
		block.Kind = extract.Paragraph
		text = strings.Join(cells, "")
	}
	if text != "" {
		r.rows++
		r.builder.AddBlock(block, text)
	}
}

// lines returns the text of a cell without blank lines.
func lines(text string) string { return linemark.WithoutBlankLines(text) }
