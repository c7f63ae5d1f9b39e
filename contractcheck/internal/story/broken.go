package story

import (
	"errors"
	"fmt"

	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// MaxParagraphs bounds the paragraphs of a file, because one takes up 400 bytes
// and may be written in 10.
const MaxParagraphs = 400_000

// errTooMany ends the reading of a document with more paragraphs. What precedes
// is kept.
var errTooMany = fmt.Errorf("only the first %d paragraphs are read", MaxParagraphs)

// Paragraphs counts the paragraphs of a file.
type Paragraphs int

// Next counts one more. It returns an error where there are more than
// MaxParagraphs.
func (n *Paragraphs) Next() error {
	if *n++; *n > MaxParagraphs {
		return errTooMany
	}
	return nil
}

// BrokenOff says why a document was read up to a place alone.
func BrokenOff(err error) string {
	switch {
	case errors.Is(err, errTooMany):
		return errTooMany.Error()
	case errors.Is(err, xmlstream.ErrTooDeep):
		return "elements are nested too deep here; what follows could not be read"
	}
	return "the document is damaged here; what follows could not be read"
}
