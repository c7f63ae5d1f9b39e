package story

import (
	"fmt"
	"slices"
	"strings"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// maxAuthors is how many authors a note names.
const maxAuthors = 5

// ChangesNote says how many changes are pending, of which kinds and by whom,
// and how they were read; "" where there are none.
func ChangesNote(changes []extract.AuthorChanges, view extract.Changes) string {
	var sum extract.AuthorChanges
	var names []string
	for _, a := range changes {
		sum.Insertions += a.Insertions
		sum.Deletions += a.Deletions
		sum.Moves += a.Moves
		if a.Author != "" {
			names = append(names, a.Author)
		}
	}
	if sum.Total() == 0 {
		return ""
	}
	kinds := slices.DeleteFunc([]string{
		counted(sum.Insertions, "insertion"), counted(sum.Deletions, "deletion"), counted(sum.Moves, "move"),
	}, func(s string) bool { return s == "" })
	by := ""
	if len(names) > maxAuthors {
		names = append(names[:maxAuthors:maxAuthors], fmt.Sprintf("%d more", len(names)-maxAuthors))
	}
	if len(names) > 0 {
		by = " by " + strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s pending (%s)%s; %s", counted(sum.Total(), "tracked change"), strings.Join(kinds, ", "), by, ViewNames[view])
}

// ViewNames say how changes are read.
var ViewNames = map[extract.Changes]string{
	extract.Accepted: "read as accepted",
	extract.Original: "the text is read as it was before them",
	extract.Both:     "what they touch is read both ways, as it was and as accepted",
}

// counted is a number with its noun, or "" for none.
func counted(n int, noun string) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
