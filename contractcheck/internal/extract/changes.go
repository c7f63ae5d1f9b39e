package extract

// Changes says how the tracked changes of a document are read.
type Changes uint8

const (
	// Accepted reads the text as if all changes were accepted.
	Accepted Changes = iota
	// Original reads the text as it was before all changes.
	Original
	// Both reads each paragraph that was changed both ways, one after the
	// other, and marks which is which.
	Both
)

// AuthorChanges counts the tracked changes of one author. What one author
// inserts or deletes in one stretch is one change; a stretch that is moved
// counts once.
type AuthorChanges struct {
	Author                       string // "" where the document does not say
	Insertions, Deletions, Moves int
}

// Total is the number of the author's changes.
func (a AuthorChanges) Total() int { return a.Insertions + a.Deletions + a.Moves }
