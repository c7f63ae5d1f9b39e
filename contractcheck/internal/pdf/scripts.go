package pdf

import (
	"cmp"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"
)

// Raised and lowered letters, such as the number of a footnote, stand so far
// from the baseline that they would make a line of their own.
const (
	scriptSize    = 0.85 // of the size of the letters that they stand at
	scriptShift   = 0.55 // em of those letters from their baseline, at most
	scriptGap     = 0.25 // em between them
	scriptApart   = 0.6  // em of the script from other words of its row
	maxScriptRun  = 5    // glyphs
	maxScriptRows = 400  // a page with more rows is a drawing
	maxRowGlyphs  = 1000 // a row with more is no line of text
)

// joinScripts moves raised and lowered glyphs into the row that they stand in.
// Rows go from the top down, and each from left to right.
func joinScripts(rows [][]glyph) [][]glyph {
	if len(rows) > maxScriptRows {
		return rows
	}
	for i := range rows {
		rows[i] = slices.Clip(rows[i]) // rows share their memory
	}
	var moved bool
	for i, row := range rows {
		if len(row) > maxRowGlyphs {
			continue
		}
		kept := make([]glyph, 0, len(row))
		end := math.Inf(-1) // of the run before
		for len(row) > 0 {
			run := firstRun(row)
			row = row[len(run):]
			at := -1
			if standsAlone(run, row, end) {
				at = scriptRow(run, rows, i)
			}
			if !isBlank(run[0].text) {
				end = run[len(run)-1].x + run[len(run)-1].width
			}
			if at < 0 {
				kept = append(kept, run...)
				continue
			}
			rows[at] = insertScript(rows[at], run)
			moved = true
		}
		if len(kept) < len(rows[i]) {
			rows[i] = kept
		}
	}
	if !moved {
		return rows
	}
	return slices.DeleteFunc(rows, func(row []glyph) bool { return len(row) == 0 })
}

// firstRun returns the glyphs of a row up to the first gap.
func firstRun(row []glyph) []glyph {
	n := 1
	for n < len(row) && follows(row[n], row[n-1], row[n].size) && isBlank(row[n].text) == isBlank(row[0].text) {
		n++
	}
	return row[:n]
}

// standsAlone reports whether a run is no word among others in its row: none
// ends or begins within the width of a space.
func standsAlone(run, rest []glyph, end float64) bool {
	last := run[len(run)-1]
	if run[0].x-end < scriptApart*run[0].size {
		return false
	}
	for _, g := range rest {
		if !isBlank(g.text) {
			return g.x-last.x-last.width > scriptApart*last.size
		}
	}
	return true
}

// scriptRow returns the row beside row i that a run is a script in, or -1: it
// stands behind one of the larger letters there.
func scriptRow(run []glyph, rows [][]glyph, i int) int {
	g := run[0]
	if len(run) > maxScriptRun || isBlank(g.text) {
		return -1
	}
	for _, k := range []int{i - 1, i + 1} {
		if k < 0 || k >= len(rows) || len(rows[k]) > maxRowGlyphs {
			continue
		}
		for _, h := range rows[k] {
			if g.size < scriptSize*h.size && math.Abs(g.y-h.y) <= scriptShift*h.size && follows(g, h, h.size) && !isBlank(h.text) {
				return k
			}
		}
	}
	return -1
}

func follows(g, h glyph, em float64) bool {
	return math.Abs(g.x-h.x-h.width) < scriptGap*em
}

// insertScript puts a run into a row, which it may overwrite. A number that is
// raised behind a word is set apart from it.
func insertScript(row, run []glyph) []glyph {
	g := run[0]
	if first, _ := utf8.DecodeRuneInString(g.text); g.y > row[0].y && unicode.IsDigit(first) {
		row = insertGlyph(row, glyph{text: " ", x: g.x - g.width/10, y: g.y, size: g.size})
	}
	for _, g := range run {
		row = insertGlyph(row, g)
	}
	return row
}

// insertGlyph puts a glyph behind those that do not stand to the right of it.
func insertGlyph(row []glyph, g glyph) []glyph {
	at, _ := slices.BinarySearchFunc(row, g.x, func(h glyph, x float64) int {
		if cmp.Compare(h.x, x) <= 0 {
			return -1
		}
		return 1
	})
	return slices.Insert(row, at, g)
}
