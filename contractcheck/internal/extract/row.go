package extract

import "strings"

// CellSeparator stands between the cells of a table row.
const CellSeparator = " | "

// JoinCells returns the text of a table row, without the empty cells at its end.
func JoinCells(cells []string) string {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return strings.Join(cells, CellSeparator)
}
