package contractcheck

import (
	"fmt"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// Changes says how the tracked changes of a document are read.
type Changes string

const (
	// ChangesAccepted reads the text as if all changes were accepted, which is
	// what the parties would sign.
	ChangesAccepted Changes = "accepted"
	// ChangesOriginal reads the text as it was before all changes.
	ChangesOriginal Changes = "original"
	// ChangesBoth reads each paragraph that was changed both ways, one after the
	// other, with a mark such as "[original]" or "[inserted]". What either text
	// has against a requirement then counts.
	ChangesBoth Changes = "both"
)

// AuthorChanges counts the tracked changes of one author.
type AuthorChanges = extract.AuthorChanges

// ParseChanges returns the way of reading of that name.
func ParseChanges(name string) (Changes, error) {
	c := Changes(name)
	if _, err := c.view(); err != nil || c == "" {
		return "", unknownChanges(name)
	}
	return c, nil
}

func unknownChanges(name string) error {
	return fmt.Errorf("unknown way to read tracked changes %q: expected %s, %s or %s", name, ChangesAccepted, ChangesOriginal, ChangesBoth)
}

// view is what the reader of DOCX files calls it.
func (c Changes) view() (extract.Changes, error) {
	switch c {
	case "", ChangesAccepted:
		return extract.Accepted, nil
	case ChangesOriginal:
		return extract.Original, nil
	case ChangesBoth:
		return extract.Both, nil
	}
	return 0, unknownChanges(string(c))
}
