package pdf

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// line is a row of a region of the page, with its segments from left to right.
type line struct {
	cells  []segment
	x0, x1 float64
	y      float64
	size   float64
	weight weight
	// region numbers the columns and bands of a page in reading order; left
	// and right are the margins of the text in it.
	region      int
	left, right float64
	phrase               // of all cells
	marginal    bool     // a running head or foot
	row         tableRow // of a ruled table; nil for other lines
	recognized  sureness // zero for a line that OCR did not read
}

// linesOf joins the segments that share a baseline.
func linesOf(segments []segment) []line {
	sortDown(segments)
	var out []line
	for len(segments) > 0 {
		n := sameRow(segments)
		out = append(out, newLine(slices.Clone(segments[:n])))
		segments = segments[n:]
	}
	return out
}

// sameRow counts the segments that share the first one's baseline, in segments
// sorted from the top down.
func sameRow(segments []segment) int {
	n := 1
	for n < len(segments) &&
		math.Abs(segments[n].y-segments[0].y) <= sameBaseline*max(segments[0].size, segments[n].size) {
		n++
	}
	return n
}

func newLine(cells []segment) line {
	slices.SortStableFunc(cells, func(a, b segment) int { return cmp.Compare(a.x0, b.x0) })
	if len(cells) == 1 && cells[0].row != nil {
		c := cells[0]
		return line{cells: cells, x0: c.x0, x1: c.x1, y: c.y, size: c.size, weight: c.weight, phrase: c.phrase, row: c.row}
	}
	cells = joinMarker(cells)
	l := line{cells: cells, x0: cells[0].x0, x1: cells[0].x1, y: cells[0].y}
	phrases := make([]phrase, len(cells))
	for i, c := range cells {
		phrases[i] = c.phrase
		l.x1 = max(l.x1, c.x1)
		l.size = max(l.size, c.size)
		l.weight = l.weight.with(c.weight)
	}
	l.phrase = joinPhrases(phrases, " ")
	return l
}

// joinMarker makes one cell of an item's number and its text, which stand apart
// like a table's cells.
func joinMarker(cells []segment) []segment {
	if len(cells) < 2 || !isMarker(cells[0].text) {
		return cells
	}
	cells[1].x0 = cells[0].x0
	cells[1].weight = cells[1].weight.with(cells[0].weight)
	cells[1].phrase = joinPhrases([]phrase{cells[0].phrase, cells[1].phrase}, " ")
	return cells[1:]
}

// readingOrder turns the glyphs of a page into lines, in the order in which
// one reads them. Text in the main direction comes first. Slanted text beside
// it is marginal.
func readingOrder(c *canvas, known *gutters) []line {
	order := []direction{rightward, upward, downward, leftward}
	slices.SortStableFunc(order, func(a, b direction) int {
		return cmp.Compare(len(c.glyphs[b]), len(c.glyphs[a]))
	})
	regions := &regionList{gutters: known}
	for i, d := range order {
		var grids []grid
		if i == 0 {
			turned := make([]rule, len(c.rules))
			for k, r := range c.rules {
				turned[k] = r.turned(d)
			}
			grids = findGrids(turned)
		}
		if len(c.glyphs[d]) > 0 {
			regions.layOut(c.glyphs[d], grids)
		}
	}
	straight := len(regions.lines)
	for _, slant := range slices.Sorted(maps.Keys(c.slanted)) {
		regions.layOut(c.slanted[slant], nil)
	}
	for i := range regions.lines[straight:] {
		regions.lines[straight+i].marginal = straight > 0
	}
	return regions.lines
}

// regionList collects the lines of regions in reading order.
type regionList struct {
	lines   []line
	regions int
	gutters *gutters
}

// add appends a region's lines and sets their margins.
func (r *regionList) add(segments []segment) {
	if len(segments) == 0 {
		return
	}
	lines := linesOf(segments)
	left, right := lines[0].x0, lines[0].x1
	for _, l := range lines {
		left, right = min(left, l.x0), max(right, l.x1)
	}
	for i := range lines {
		lines[i].region, lines[i].left, lines[i].right = r.regions, left, right
	}
	r.lines = append(r.lines, lines...)
	r.regions++
}
