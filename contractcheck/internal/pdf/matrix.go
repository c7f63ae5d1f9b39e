package pdf

import "math"

// matrix is [a b c d e f] of ISO 32000-1 8.3.4: x' = ax+cy+e, y' = bx+dy+f.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// times returns the matrix that applies m first and n then.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// moved returns m with its origin moved by (x, y) in m's own coordinates.
func (m matrix) moved(x, y float64) matrix {
	m[4] += x*m[0] + y*m[2]
	m[5] += x*m[1] + y*m[3]
	return m
}

// direction is where text runs to, to the nearest quarter turn.
type direction uint8

const (
	rightward direction = iota
	upward
	leftward
	downward
)

// back is the direction that undoes the turn of d.
func (d direction) back() direction { return (4 - d) % 4 }

func (m matrix) direction() direction {
	switch {
	case math.Abs(m[1]) > math.Abs(m[0]) && m[1] > 0:
		return upward
	case math.Abs(m[1]) > math.Abs(m[0]):
		return downward
	case m[0] < 0:
		return leftward
	}
	return rightward
}
