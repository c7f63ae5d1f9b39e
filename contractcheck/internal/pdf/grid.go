package pdf

import (
	"cmp"
	"math"
	"slices"
)

// grid is a table drawn with rules. Its rows know their cells exactly, however
// the text wraps in them.
type grid struct {
	rule // its extent
	rows []gridRow
}

// gridRow is the band between two horizontal rules, and the x of the vertical
// rules through it with the table's edges.
type gridRow struct {
	top, bottom float64
	xs          []float64
}

const (
	touching     = 3.0 // points between rules that meet
	minRowHeight = 5.0
	fullWidth    = 0.8 // share of the table's width that ends a row
	maxBeside    = 0.2 // glyphs beside the table for one in it
)

// findGrids returns the tables, from the top down.
func findGrids(rules []rule) []grid {
	if len(rules) > maxRules {
		return nil
	}
	var grids []grid
	for _, group := range connected(rules) {
		if g, ok := newGrid(group); ok {
			grids = append(grids, g)
		}
	}
	slices.SortStableFunc(grids, func(a, b grid) int { return cmp.Compare(b.y1, a.y1) })
	return grids
}

// connected groups the rules that meet.
func connected(rules []rule) [][]rule {
	var groups [][]rule
	left := slices.Clone(rules)
	for len(left) > 0 {
		group := []rule{left[0]}
		left = left[1:]
		for i := 0; i < len(group); i++ {
			rest := left[:0]
			for _, r := range left {
				if group[i].touches(r) {
					group = append(group, r)
				} else {
					rest = append(rest, r)
				}
			}
			left = rest
		}
		groups = append(groups, group)
	}
	return groups
}

func (r rule) touches(o rule) bool {
	return r.x0 <= o.x1+touching && o.x0 <= r.x1+touching && r.y0 <= o.y1+touching && o.y0 <= r.y1+touching
}

// newGrid reports false for a group that makes no table: an underline, a frame,
// a single row.
func newGrid(group []rule) (grid, bool) {
	g := grid{rule: group[0]}
	var ys []float64
	for _, r := range group {
		g.x0, g.x1 = min(g.x0, r.x0), max(g.x1, r.x1)
		g.y0, g.y1 = min(g.y0, r.y0), max(g.y1, r.y1)
		if r.horizontal() {
			ys = append(ys, (r.y0+r.y1)/2)
		}
	}
	ys = distinct(append(ys, g.y0, g.y1))
	ys = slices.DeleteFunc(ys, func(y float64) bool { return !g.endsRow(group, y) })
	columns := 0
	for i := len(ys) - 1; i > 0; i-- {
		row := gridRow{top: ys[i], bottom: ys[i-1]}
		row.xs = g.separators(group, (row.top+row.bottom)/2)
		columns = max(columns, len(row.xs)-1)
		g.rows = append(g.rows, row)
	}
	return g, len(g.rows) > 1 && columns > 1
}

// distinct sorts values and drops those that are too near to the one before.
func distinct(values []float64) []float64 {
	slices.Sort(values)
	out := values[:1]
	for _, v := range values[1:] {
		if v-out[len(out)-1] >= minRowHeight {
			out = append(out, v)
		}
	}
	return out
}

// endsRow reports whether the horizontal rules at a height cover most of the
// table, or it is the table's edge.
func (g grid) endsRow(group []rule, y float64) bool {
	if y <= g.y0+minRowHeight || y >= g.y1-minRowHeight {
		return true
	}
	var at []rule
	for _, r := range group {
		if r.horizontal() && r.y0-minRowHeight < y && y < r.y1+minRowHeight {
			at = append(at, r)
		}
	}
	slices.SortFunc(at, func(a, b rule) int { return cmp.Compare(a.x0, b.x0) })
	covered, end := 0.0, g.x0
	for _, r := range at {
		if r.x1 > end {
			covered += r.x1 - max(r.x0, end)
			end = r.x1
		}
	}
	return covered >= fullWidth*(g.x1-g.x0)
}

func (g grid) separators(group []rule, y float64) []float64 {
	xs := []float64{g.x0, g.x1}
	for _, r := range group {
		if !r.horizontal() && r.y0 <= y && y <= r.y1 {
			xs = append(xs, (r.x0+r.x1)/2)
		}
	}
	return distinct(xs)
}

// partition splits glyphs into those above the table, in it, and the others.
// It reports false if too many stand beside the table, as in another column.
func (g grid) partition(glyphs []glyph) (above, inside, others []glyph, ok bool) {
	beside := 0
	for _, c := range glyphs {
		x, y := c.middle()
		switch {
		case y > g.y1:
			above = append(above, c)
		case y < g.y0:
			others = append(others, c)
		case x >= g.x0-touching && x <= g.x1+touching:
			inside = append(inside, c)
		default:
			others = append(others, c)
			beside++
		}
	}
	return above, inside, others, len(inside) > 0 && float64(beside) <= maxBeside*float64(len(inside))
}

// middle returns the middle of a glyph as tall as an x.
func (g glyph) middle() (x, y float64) { return g.x + g.width/2, g.y + g.size/4 }

// layOut puts glyphs of one direction into reading order: tables row by row,
// what is between them by columns.
func (r *regionList) layOut(glyphs []glyph, grids []grid) {
	var beside []segment // rows of tables in a column
	for _, g := range grids {
		above, inside, others, ok := g.partition(glyphs)
		switch {
		case ok:
			r.split(append(segments(above), beside...), 0)
			beside = nil
			r.addGrid(g, inside)
			glyphs = others
		case len(inside) > 0:
			beside = append(beside, g.asSegments(inside)...)
			glyphs = append(above, others...)
		}
	}
	r.split(append(segments(glyphs), beside...), 0)
}

// asSegments makes one segment of each row of a table that stands in one of the
// page's columns.
func (g grid) asSegments(glyphs []glyph) []segment {
	table := regionList{gutters: &gutters{}}
	table.addGrid(g, glyphs)
	var out []segment
	for _, l := range table.lines {
		s := segment{l.x0, l.x1, l.y, l.size, l.weight, l.phrase, l.row}
		if l.row != nil {
			s.x0, s.x1 = g.x0, g.x1
		}
		out = append(out, s)
	}
	return out
}

func (r *regionList) addGrid(g grid, glyphs []glyph) {
	for _, row := range g.rows {
		var inRow []glyph
		rest := glyphs[:0:0]
		for _, c := range glyphs {
			if _, y := c.middle(); y >= row.bottom || row.bottom == g.rows[len(g.rows)-1].bottom {
				inRow = append(inRow, c)
			} else {
				rest = append(rest, c)
			}
		}
		glyphs = rest
		r.addGridRow(row, inRow)
	}
}

// openSeparators returns the separators of a row but for those that a word
// crosses: they are lines behind the text.
func openSeparators(xs []float64, glyphs []glyph) []float64 {
	sorted := slices.Clone(glyphs)
	slices.SortStableFunc(sorted, func(a, b glyph) int {
		return cmp.Or(cmp.Compare(b.y, a.y), cmp.Compare(a.x, b.x))
	})
	open := slices.Clone(xs)
	for i := 1; i < len(sorted); i++ {
		a, b := sorted[i-1], sorted[i]
		if a.y != b.y || !isLetter(a.text) || !isLetter(b.text) || math.Abs(b.x-a.x-a.width) > insideWord*em(a, b) {
			continue
		}
		left, right := a.x+a.width/2, b.x+b.width/2
		open = slices.DeleteFunc(open, func(x float64) bool {
			return left < x && x < right && x != xs[0] && x != xs[len(xs)-1]
		})
	}
	return open
}

// insideWord is the largest gap in em between two letters of a word.
const insideWord = 0.05

// addGridRow adds a row of several cells as one line, and the text of a row
// that is one cell as that of a region of its own.
func (r *regionList) addGridRow(row gridRow, glyphs []glyph) {
	row.xs = openSeparators(row.xs, glyphs)
	cells := make([][]glyph, len(row.xs))
	for _, c := range glyphs {
		x, _ := c.middle()
		i, _ := slices.BinarySearch(row.xs[1:len(row.xs)-1], x)
		cells[i] = append(cells[i], c)
	}
	cells = slices.DeleteFunc(cells, func(cell []glyph) bool { return len(cell) == 0 })
	if len(cells) == 1 {
		r.split(segments(cells[0]), 0)
		return
	}
	var content tableRow
	var all []segment
	for _, cell := range cells {
		found := segments(cell)
		var lines []phrase
		for _, l := range linesOf(slices.Clone(found)) {
			lines = append(lines, l.phrase)
		}
		if len(lines) > 0 {
			content = append(content, lines)
			all = append(all, found...)
		}
	}
	if len(all) == 0 {
		return
	}
	l := newLine(all)
	l.row, l.region = content, r.regions
	l.left, l.right = l.x0, l.x1
	for _, s := range all {
		l.y = max(l.y, s.y)
	}
	r.lines = append(r.lines, l)
	r.regions++
}
