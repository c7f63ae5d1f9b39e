package pdf

// weight is the weight of the letters of a text.
type weight uint8

const (
	noLetters weight = iota // goes with any weight
	regular                 // some of them at least
	bold
)

func (g glyph) weight() weight {
	switch {
	case !isLetter(g.text):
		return noLetters
	case g.bold:
		return bold
	}
	return regular
}

// with returns the weight of two texts together.
func (w weight) with(o weight) weight {
	if w == noLetters || w == o {
		return o
	}
	if o == noLetters {
		return w
	}
	return regular
}

func (w weight) differs(o weight) bool { return w != o && w != noLetters && o != noLetters }
