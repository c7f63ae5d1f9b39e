package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// segment is a run of text on one baseline without a wide gap in it: a line of
// a column, or a cell of a table.
type segment struct {
	x0, x1 float64
	y      float64 // of the baseline; larger is higher on the page
	size   float64 // of the largest glyph
	weight weight
	phrase
	row tableRow // a whole row of a ruled table; nil for other segments
}

// Distances in units of the font size (em), tuned on 182 files against
// pdftotext.
const (
	sameBaseline = 0.33 // glyphs this near in height share a line
	wideGap      = 1.6  // ends a segment
	wordGap      = 0.17 // is a space
	overprint    = 0.12 // the same glyph this near is a shadow or fake bold
	maxLineSize  = 60.0 // points; larger glyphs do not widen what is one line
)

// segments sorts the glyphs of one direction into segments, in no order.
func segments(glyphs []glyph) []segment {
	lines := rows(glyphs)
	for _, row := range lines {
		slices.SortStableFunc(row, func(a, b glyph) int { return cmp.Compare(a.x, b.x) })
	}
	lines = joinScripts(lines)
	channels := findChannels(lines)
	var out []segment
	var b segmentBuilder
	for _, row := range lines {
		out = b.appendTo(out, row, channels)
	}
	return out
}

// rows groups glyphs by baseline, from the top of the page down.
func rows(glyphs []glyph) [][]glyph {
	slices.SortStableFunc(glyphs, func(a, b glyph) int { return cmp.Compare(b.y, a.y) })
	var out [][]glyph
	start, size := 0, 0.0
	for i, g := range glyphs {
		near := sameBaseline * max(1, min(max(size, g.size), maxLineSize))
		if i > 0 && math.Abs(g.y-glyphs[start].y) > near {
			out = append(out, glyphs[start:i])
			start, size = i, g.size
		}
		if !isBlank(g.text) {
			size = max(size, g.size)
		}
	}
	if start < len(glyphs) {
		out = append(out, glyphs[start:])
	}
	return out
}

// appendTo splits a row at its wide gaps and at the channels, and appends the
// segments.
func (b *segmentBuilder) appendTo(out []segment, row []glyph, channels []channel) []segment {
	for len(row) > 0 {
		run, gap := nextRun(row, channels)
		for _, g := range run {
			b.add(g, gap)
		}
		if s, ok := b.done(); ok {
			out = append(out, s)
		}
		row = row[len(run):]
	}
	return out
}

// nextRun returns the glyphs up to the next wide gap, and the gap that is a
// space among them. Letter-spaced text, whose typical gap is well above zero,
// has a larger one.
func nextRun(row []glyph, channels []channel) ([]glyph, float64) {
	var gaps []float64
	spaces := false
	n, last := 1, row[0] // last is the last glyph that is not blank
	for ; n < len(row); n++ {
		g := row[n]
		if isBlank(g.text) {
			spaces = true
			continue
		}
		gap := (g.x - last.x - last.width) / em(g, last)
		if !isBlank(last.text) && (gap > wideGap || gap > channelWidth && through(channels, last.x+last.width, g.x, row[0].y)) {
			break
		}
		if !isBlank(row[n-1].text) {
			gaps = append(gaps, gap)
		}
		last = g
	}
	return row[:n], spaceWidth(gaps, spaces)
}

const (
	letterSpacing     = 0.08 // a typical gap above this is letter spacing
	maxLetterSpacing  = 0.5  // one above this is that of words
	tightGap          = 0.03 // most gaps of letters that are set tight are smaller
	bareWordGap       = 0.12 // is a space among these, where no space is shown
	minGaps           = 4    // fewer say nothing of what is typical
	spacedWordGap     = 0.15 // beyond the typical gap
	spacedWordGapSure = 0.4  // the same where the run has spaces of its own
)

func spaceWidth(gaps []float64, spaces bool) float64 {
	if len(gaps) < minGaps {
		return wordGap
	}
	slices.Sort(gaps)
	typical := gaps[len(gaps)/2]
	if !spaces && gaps[len(gaps)*3/4] < tightGap {
		return bareWordGap
	}
	switch {
	case typical <= letterSpacing || typical > maxLetterSpacing:
		return wordGap
	case spaces:
		return typical + spacedWordGapSure
	}
	return typical + spacedWordGap
}

func em(a, b glyph) float64 { return max(0.1, min(a.size, b.size)) }

func isBlank(text string) bool {
	return text == " " || text == "\u00a0" || strings.TrimSpace(text) == ""
}

// segmentBuilder puts the text of one segment together.
type segmentBuilder struct {
	segment  segment
	glyphs   []glyph // with a blank where a word ends
	last     glyph
	blank    bool // a blank stands before the next glyph
	leftward bool // one of the glyphs may be read to the left
}

func (b *segmentBuilder) add(g glyph, space float64) {
	if isBlank(g.text) {
		b.blank = true
		return
	}
	if len(b.glyphs) == 0 {
		b.segment = segment{x0: g.x, y: g.y, size: g.size}
	} else {
		if g.text == b.last.text && math.Abs(g.x-b.last.x) < overprint*g.size {
			return
		}
		gap := (g.x - b.last.x - b.last.width) / em(g, b.last)
		if gap > space || b.blank && gap > -0.3 {
			b.glyphs = append(b.glyphs, glyph{text: " "})
		}
	}
	b.glyphs = append(b.glyphs, g)
	b.leftward = b.leftward || g.text[0] >= leftwardByte
	b.segment.size = max(b.segment.size, g.size)
	b.segment.weight = b.segment.weight.with(g.weight())
	b.last, b.blank = g, false
}

// done returns the segment and makes ready for the next one.
func (b *segmentBuilder) done() (segment, bool) {
	if b.leftward {
		sortToRead(b.glyphs)
	}
	s := b.segment
	s.phrase = newPhrase(b.glyphs)
	s.x1 = b.last.x + b.last.width
	*b = segmentBuilder{glyphs: b.glyphs[:0]}
	return s, s.text != ""
}
