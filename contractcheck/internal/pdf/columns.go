package pdf

import (
	"cmp"
	"math"
	"slices"
)

// The bounds on splitting a page into columns. A column of running text has
// lines of many characters that mostly fill it; a table's column has not.
const (
	maxSplits       = 6    // depth
	minSegments     = 8    // fewer are not split
	minRegionWidth  = 8.0  // em
	minSideLines    = 4    // on each side of a gutter
	outerShare      = 0.15 // of the width, where no gutter is looked for
	gutterHalf      = 0.3  // em kept free on each side of a gutter's middle
	crossingCost    = 3    // how many lines beside it a run of lines across outweighs
	minColumnLines  = 3
	minColumnChars  = 18   // on average in a line
	maxInnerGutters = 2    // nested, on one side of a gutter
	minApartLines   = 4    // on each side
	fullLine        = 0.7  // of the column's width
	minFullLines    = 0.35 // share of the lines
)

// split looks for a vertical gutter between two columns of running text.
// Segments across the gutter, such as titles, cut the page into bands; what
// does not stand in columns between two of them stays together.
func (r *regionList) split(segments []segment, depth int) {
	gutter, size, ok := findGutter(segments)
	if !ok || depth > maxSplits {
		r.add(segments)
		return
	}
	sortDown(segments)
	var pending []segment
	var band stretch
	columns := func(s stretch) {
		r.add(pending)
		pending = nil
		r.split(s.left, depth+1)
		r.split(s.right, depth+1)
	}
	endBand := func() {
		if r.areColumns(band.left, band.right, gutter, size) {
			columns(band)
			band = stretch{}
			return
		}
		for _, s := range band.levels(gutter) {
			if s.areColumns() {
				columns(s)
			} else {
				pending = append(append(pending, s.left...), s.right...)
			}
		}
		band = stretch{}
	}
	for len(segments) > 0 {
		row := segments[:sameRow(segments)]
		segments = segments[len(row):]
		if crosses(row, gutter, size) {
			endBand()
			pending = append(pending, row...)
		} else {
			band.add(row, gutter)
		}
	}
	endBand()
	r.add(pending)
}

// sortDown sorts segments from the top of the page down.
func sortDown(segments []segment) {
	slices.SortStableFunc(segments, func(a, b segment) int { return cmp.Compare(b.y, a.y) })
}

// gutters are the places between the columns of a document.
type gutters []float64

// maxKnownGutters bounds the list; documents have one or two layouts.
const maxKnownGutters = 16

func (g gutters) has(x, near float64) bool {
	return slices.ContainsFunc(g, func(known float64) bool { return math.Abs(known-x) <= near })
}

// gutterDrift is how far a gutter may stand from that of a page before, in em.
const gutterDrift = 2.0

// areColumns reports whether both sides of a gutter are running text. Where the
// pages before have a gutter too, one side may be something else, as a table in
// the last column.
func (r *regionList) areColumns(left, right []segment, gutter, size float64) bool {
	if r.gutters.has(gutter, gutterDrift*size) && len(left) > 0 && len(right) > 0 {
		return isText(left, 0) || isText(right, 0)
	}
	if !isText(left, 0) || !isText(right, 0) {
		return false
	}
	if len(*r.gutters) < maxKnownGutters {
		*r.gutters = append(*r.gutters, gutter)
	}
	return true
}

func crosses(row []segment, gutter, size float64) bool {
	return slices.ContainsFunc(row, func(s segment) bool {
		return s.x1 > gutter-gutterHalf*size && s.x0 < gutter+gutterHalf*size
	})
}

// findGutter returns the x that separates most segments while crossing fewest,
// and the typical font size.
func findGutter(segments []segment) (gutter, size float64, ok bool) {
	if len(segments) < minSegments {
		return 0, 0, false
	}
	x0, x1 := math.Inf(1), math.Inf(-1)
	sizes := make([]float64, len(segments))
	for i, s := range segments {
		x0, x1 = min(x0, s.x0), max(x1, s.x1)
		sizes[i] = s.size
	}
	slices.Sort(sizes)
	size = max(1, sizes[len(sizes)/2])
	width := x1 - x0
	if width < minRegionWidth*size {
		return 0, 0, false
	}
	sorted := slices.Clone(segments)
	sortDown(sorted)
	best := -1
	step := max(size/2, width/maxGutters)
	for x := x0 + outerShare*width; x <= x1-outerShare*width; x += step {
		if score := gutterScore(sorted, x, gutterHalf*size); score > best {
			gutter, best, ok = x, score, true
		}
	}
	return gutter, size, ok
}

// maxGutters bounds the places that are tried.
const maxGutters = 500

// gutterScore is negative where no gutter is plausible. Segments go from the
// top down: lines across that follow each other, as a title's, count once, and
// each of them only where all else is equal.
func gutterScore(segments []segment, x, half float64) int {
	left, right, across, runs := 0, 0, 0, 0
	inRun := false
	for _, s := range segments {
		crossing := s.x1 > x-half && s.x0 < x+half
		switch {
		case crossing:
			across++
			if !inRun {
				runs++
			}
		case s.x1 <= x-half:
			left++
		default:
			right++
		}
		inRun = crossing
	}
	if left < minSideLines || right < minSideLines {
		return -1
	}
	return (min(left, right)-crossingCost*runs)*(maxAcross+1) - min(across, maxAcross)
}

// maxAcross is how many lines across a gutter are told apart.
const maxAcross = 1000

// stretch is a band, or a run of its rows, on both sides of its gutter. The rows
// of a run are level if each has text on both sides.
type stretch struct {
	left, right []segment
	level       bool
}

// add puts the segments of a row to the sides of the gutter that they stand on.
func (s *stretch) add(row []segment, gutter float64) {
	for _, segment := range row {
		if segment.x1 <= gutter {
			s.left = append(s.left, segment)
		} else {
			s.right = append(s.right, segment)
		}
	}
}

// levels cuts a band where rows with text on both sides of the gutter begin and
// end.
func (s stretch) levels(gutter float64) []stretch {
	all := slices.Concat(s.left, s.right)
	sortDown(all)
	var out []stretch
	for len(all) > 0 {
		var row stretch
		row.add(all[:sameRow(all)], gutter)
		all = all[len(row.left)+len(row.right):]
		level := len(row.left) > 0 && len(row.right) > 0
		if len(out) == 0 || level != out[len(out)-1].level {
			out = append(out, stretch{level: level})
		}
		last := &out[len(out)-1]
		last.left, last.right = append(last.left, row.left...), append(last.right, row.right...)
	}
	return out
}

// areColumns reports whether lines that never share a height with one on the
// other side are columns: they cannot be rows.
func (s stretch) areColumns() bool {
	return !s.level && min(len(s.left), len(s.right)) >= minApartLines && isWordy(s.left) && isWordy(s.right)
}

// isWordy reports whether segments have the length of text.
func isWordy(segments []segment) bool {
	characters := 0
	for _, s := range segments {
		characters += len(s.text)
	}
	return characters > minColumnChars*len(segments)
}

// isText reports whether segments are a column of running text, or several
// beside each other.
func isText(segments []segment, depth int) bool {
	if isColumn(segments) {
		return true
	}
	gutter, size, ok := findGutter(segments)
	if !ok || depth >= maxInnerGutters {
		return false
	}
	var left, right []segment
	for _, s := range segments {
		switch {
		case s.x1 <= gutter-gutterHalf*size:
			left = append(left, s)
		case s.x0 >= gutter+gutterHalf*size:
			right = append(right, s)
		}
	}
	return isText(left, depth+1) && isText(right, depth+1)
}

// isColumn reports whether segments are running text and not cells.
func isColumn(segments []segment) bool {
	if len(segments) < minColumnLines {
		return false
	}
	x0, x1 := math.Inf(1), math.Inf(-1)
	for _, s := range segments {
		x0, x1 = min(x0, s.x0), max(x1, s.x1)
	}
	full := 0
	for _, l := range linesOf(slices.Clone(segments)) {
		if l.x1-l.x0 > fullLine*(x1-x0) && len(l.cells) == 1 {
			full++
		}
	}
	return isWordy(segments) && float64(full) > minFullLines*float64(len(segments))
}
