package contractcheck

import (
	"fmt"
	"strings"

	"example.org/contractcheck/contractcheck/internal/clausefile"
)

// Law is what the law of a state says on a requirement, in the words of the
// state's file.
type Law struct {
	State string `json:"state"` // its name, such as California
	Note  string `json:"note"`  // for those who negotiate
	// Param and Value are the parameter that the law sets and its number; empty
	// and 0 where it sets none.
	Param  string  `json:"param,omitempty"`
	Value  float64 `json:"value,omitempty"`
	Source string  `json:"source"` // title and section
	// SecondHand reports that the law was read in what others write on it, and
	// not in its own words.
	SecondHand bool `json:"second_hand"`
}

// String returns the law in one line, with its source.
func (l Law) String() string {
	source := l.Source
	if l.SecondHand {
		source += "; read second-hand"
	}
	return fmt.Sprintf("%s: %s (%s)", l.State, l.Note, source)
}

// lawOf returns a law as the API shows it.
func lawOf(state string, f clausefile.Law) Law {
	l := Law{State: state, Note: f.Note, Source: Source(f.Source).String(), SecondHand: f.SecondHand}
	if f.Param != nil {
		l.Param, l.Value = f.Param.Name, f.Param.Value
	}
	return l
}

// stricter reports whether a parameter of that name asks more of a vendor with
// the value a than with b. It begins with max or min, as the parameters of laws
// do.
func stricter(param string, a, b float64) bool {
	if strings.HasPrefix(param, "max_") {
		return a < b
	}
	return a > b
}
