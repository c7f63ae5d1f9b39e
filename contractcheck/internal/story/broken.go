package story

import (
	"errors"
	"fmt"

	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// TooMany ends the reading of a document with more paragraphs than are read. What
// precedes is kept.
type TooMany struct{ Most int }

// Error says how many are read.
func (e TooMany) Error() string { return fmt.Sprintf("only the first %d paragraphs are read", e.Most) }

// BrokenOff says why a document was read up to a place alone.
func BrokenOff(err error) string {
	var tooMany TooMany
	switch {
	case errors.As(err, &tooMany):
		return tooMany.Error()
	case errors.Is(err, xmlstream.ErrTooDeep):
		return "elements are nested too deep here; what follows could not be read"
	}
	return "the document is damaged here; what follows could not be read"
}
