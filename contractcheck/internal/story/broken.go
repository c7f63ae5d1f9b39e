package story

import (
	"errors"

	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// BrokenOff says why a document was read up to a place alone, where err ended its
// reading.
func BrokenOff(err error) string {
	if errors.Is(err, xmlstream.ErrTooDeep) {
		return "elements are nested too deep here; what follows could not be read"
	}
	return "the document is damaged here; what follows could not be read"
}
