package contractcheck

import (
	"fmt"
	"slices"

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

// view is what the readers of DOCX and ODT files call it.
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

// changesQuestion is the question that a finding leaves whose words are not
// settled.
const changesQuestion = "Tracked changes touch the paragraph that these words stand in: which text was agreed?"

// reviewChanges asks for a review of each finding whose evidence stands in a
// paragraph that tracked changes touch, and returns how many these are.
func reviewChanges(doc *Document, findings []Finding) int {
	touched := 0
	for i := range findings {
		f := &findings[i]
		if !slices.ContainsFunc(f.Evidence, func(e Evidence) bool { return doc.isChanged(e.Start, e.End) }) {
			continue
		}
		touched++
		if f.NeedsReview == "" {
			f.NeedsReview = changesQuestion
		}
	}
	return touched
}

// isChanged reports whether tracked changes touch a paragraph of a stretch of
// the text.
func (d *Document) isChanged(start, end int) bool {
	return slices.ContainsFunc(d.blocksOf(start, end), func(b extract.Block) bool { return b.Changed })
}
