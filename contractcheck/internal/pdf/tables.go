package pdf

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// A table is a run of lines with several cells each, and of lines that go on
// in one of its columns.
const (
	minTableLines   = 2    // with several cells
	cellLeading     = 1.5  // em; a cell's next line is at most this far below
	rowSpacing      = 1.25 // times the closest lines' distance begins a new row
	maxTableColumns = 60   // more are no table that one could read
	columnSlack     = 1.0  // em that a cell may reach out of its column
)

// columnRange is the extent of a table's column.
type columnRange struct{ x0, x1 float64 }

// tableRun returns how many lines at the start form a table, and its columns.
func tableRun(lines []line) (int, []columnRange) {
	n, several := 0, 0
	var columns []columnRange
	for n < len(lines) && lines[n].region == lines[0].region && lines[n].row == nil {
		l := lines[n]
		if len(l.cells) > 1 {
			merged := mergeColumns(columns, l.cells)
			if len(merged) < 2 || len(merged) > maxTableColumns {
				break
			}
			columns = merged
			several++
		} else if n == 0 || !continuesCell(lines[n-1], l, columns) {
			break
		}
		n++
	}
	if several < minTableLines {
		return 0, nil
	}
	return n, columns
}

func continuesCell(before, l line, columns []columnRange) bool {
	if before.y-l.y > cellLeading*max(l.size, before.size) {
		return false
	}
	i := columnOf(columns, l.cells[0])
	return l.x1 <= columns[i].x1+columnSlack*l.size && l.x0 >= columns[i].x0-columnSlack*l.size
}

// mergeColumns widens the columns by the cells of a line; ranges that overlap
// become one.
func mergeColumns(columns []columnRange, cells []segment) []columnRange {
	all := slices.Clone(columns)
	for _, c := range cells {
		all = append(all, columnRange{c.x0, c.x1})
	}
	slices.SortFunc(all, func(a, b columnRange) int { return cmp.Compare(a.x0, b.x0) })
	out := all[:1]
	for _, r := range all[1:] {
		if last := &out[len(out)-1]; r.x0 < last.x1 {
			last.x1 = max(last.x1, r.x1)
		} else {
			out = append(out, r)
		}
	}
	return out
}

// columnOf returns the column that a cell overlaps most, or is nearest to.
func columnOf(columns []columnRange, cell segment) int {
	best, most := 0, 0.0
	for i, c := range columns {
		overlap := min(c.x1, cell.x1) - max(c.x0, cell.x0)
		if i == 0 || overlap > most {
			best, most = i, overlap
		}
	}
	return best
}

// tableRow is a row's cells; each holds its lines.
type tableRow [][]phrase

// tableRows puts the lines of a table together, cell by cell. It returns the
// rows with the number of lines in each.
func tableRows(lines []line, columns []columnRange) (rows []tableRow, counts []int) {
	closest := closestLines(lines)
	for i, l := range lines {
		if i == 0 || beginsRow(rows[len(rows)-1], lines[i-1], l, columns, closest) {
			rows, counts = append(rows, make(tableRow, len(columns))), append(counts, 0)
		}
		row := rows[len(rows)-1]
		for _, cell := range l.cells {
			at := columnOf(columns, cell)
			row[at] = append(row[at], cell.phrase)
		}
		counts[len(counts)-1]++
	}
	return rows, counts
}

func closestLines(lines []line) float64 {
	closest := 0.0
	for i := 1; i < len(lines); i++ {
		if gap := lines[i-1].y - lines[i].y; closest == 0 || gap < closest {
			closest = gap
		}
	}
	return closest
}

// beginsRow reports whether a line begins a row: by the distance from the line
// before or because its first column does, unless a cell goes on in it.
func beginsRow(row tableRow, before, l line, columns []columnRange, closest float64) bool {
	if before.y-l.y > rowSpacing*closest {
		return true
	}
	if len(l.cells) == 1 || columnOf(columns, l.cells[0]) != 0 {
		return false
	}
	return !slices.ContainsFunc(l.cells, func(cell segment) bool {
		above := row[columnOf(columns, cell)]
		first, _ := utf8.DecodeRuneInString(cell.text)
		return len(above) > 0 && unicode.IsLower(first) && !isTerminated(above[len(above)-1].text)
	})
}

// joined joins the cells' lines, one cell behind the other.
func (r tableRow) joined(words vocabulary) phrase {
	var cells []phrase
	for _, lines := range r {
		if len(lines) > 0 {
			cells = append(cells, words.joinAll(lines))
		}
	}
	return joinPhrases(cells, extract.CellSeparator)
}
