package pdf

import "slices"

// channel is a strip of white that runs down between two columns, however
// narrow: many lines in a row have a gap there. A gap between words is as wide
// at times, but not at the same place in line after line.
type channel struct {
	x0, x1      float64 // where all the gaps overlap
	top, bottom float64 // of the baselines that have the gap
	lines       int
}

const (
	channelWidth    = 0.5 // em
	minChannelLines = 6
	channelBreak    = 4.0 // em between lines that ends a channel
	maxOpenChannels = 64
)

// findChannels returns the channels through rows that go from the top down,
// each sorted from left to right.
func findChannels(rows [][]glyph) []channel {
	var open, found []channel
	for _, row := range rows {
		white := gaps(row)
		if len(white) == 0 && len(open) == 0 {
			continue
		}
		end := row[len(row)-1]
		y, size := row[0].y, row[0].size
		kept := open[:0]
		for _, c := range open {
			if c.narrow(white, size, y) || c.beside(row[0].x, end.x+end.width) && c.bottom-y <= channelBreak*size {
				kept = append(kept, c)
			} else if c.lines >= minChannelLines {
				found = append(found, c)
			}
		}
		open = openChannels(kept, white, y)
	}
	return append(found, slices.DeleteFunc(open, func(c channel) bool { return c.lines < minChannelLines })...)
}

// gaps returns the white between the glyphs of a row that could be part of a
// channel.
func gaps(row []glyph) []channel {
	var out []channel
	last := row[0]
	for _, g := range row[1:] {
		if isBlank(g.text) {
			continue
		}
		if g.x-last.x-last.width > channelWidth*em(g, last) && !isBlank(last.text) {
			out = append(out, channel{x0: last.x + last.width, x1: g.x})
		}
		last = g
	}
	return out
}

// narrow narrows the channel to the gap of one more line that overlaps it. It
// reports false if none does.
func (c *channel) narrow(white []channel, size, y float64) bool {
	if c.bottom-y > channelBreak*size {
		return false
	}
	for _, w := range white {
		x0, x1 := max(c.x0, w.x0), min(c.x1, w.x1)
		if x1-x0 >= channelWidth*size {
			c.x0, c.x1, c.bottom = x0, x1, y
			c.lines++
			return true
		}
	}
	return false
}

// beside reports whether a line from x0 to x1 leaves the channel white.
func (c channel) beside(x0, x1 float64) bool { return x1 <= c.x1 || x0 >= c.x0 }

// openChannels begins a channel at each gap in which none runs.
func openChannels(open, white []channel, y float64) []channel {
	for _, w := range white {
		if len(open) >= maxOpenChannels {
			break
		}
		if !slices.ContainsFunc(open, func(c channel) bool { return c.x0 < w.x1 && w.x0 < c.x1 }) {
			open = append(open, channel{w.x0, w.x1, y, y, 1})
		}
	}
	return open
}

// through reports whether one of the channels runs through a gap of a line.
func through(channels []channel, x0, x1, y float64) bool {
	return slices.ContainsFunc(channels, func(c channel) bool {
		return x0 <= c.x0 && c.x1 <= x1 && c.bottom <= y && y <= c.top
	})
}
