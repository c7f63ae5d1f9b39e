package pdf

import "math"

// angle is that of slanted text, which runs along no side of the page, in tenths
// of a degree counterclockwise; 0 for all other text. The letters of a watermark
// stand across many lines of text and belong to none of them.
type angle int16

// minSlant is the angle to the nearest side of the page in degrees from which
// text is slanted. That of a page which was scanned askew has less.
const minSlant = 8

func (m matrix) slant() angle {
	if m[0] == 0 || m[1] == 0 {
		return 0
	}
	degrees := math.Atan2(m[1], m[0]) * 180 / math.Pi
	if math.IsNaN(degrees) || math.Abs(math.Remainder(degrees, 90)) < minSlant {
		return 0
	}
	return angle(math.Round(degrees * 10))
}

// turned returns a point in coordinates in which the text runs to the right.
func (a angle) turned(x, y float64) (float64, float64) {
	sin, cos := math.Sincos(float64(a) / 10 * math.Pi / 180)
	return x*cos + y*sin, y*cos - x*sin
}

// around returns the rectangle of the page around one of the turned coordinates.
func (a angle) around(r rule) rule {
	x, y := (-a).turned(r.x0, r.y0)
	out := rule{x, y, x, y}
	for _, corner := range [][2]float64{{r.x1, r.y0}, {r.x0, r.y1}, {r.x1, r.y1}} {
		x, y := (-a).turned(corner[0], corner[1])
		out = rule{min(out.x0, x), min(out.y0, y), max(out.x1, x), max(out.y1, y)}
	}
	return out
}
