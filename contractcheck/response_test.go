package contractcheck

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// tableText is a text whose lines are the rows of one table.
func tableText(rows ...string) *extract.Text {
	text := &extract.Text{}
	for _, row := range rows {
		start := len(text.Content)
		text.Content += row
		text.Blocks = append(text.Blocks, extract.Block{Kind: extract.TableRow, Start: start, End: len(text.Content)})
		text.Content += "\n"
	}
	return text
}

func TestAnswersOf(t *testing.T) {
	const asks = "The vendor shall delete logs within 90 days."
	tests := []struct {
		name string
		row  string // behind a row that is answered in full
		full bool
	}{
		{"in full", "2 | " + asks + " | C | Yes, nightly.", true},
		{"with a mark", "2 | " + asks + " | Comply. | Nightly.", true},
		{"a lesser code", "2 | " + asks + " | R | Next year.", false},
		{"a code of the vendor's own", "2 | " + asks + " | Not met | See above.", false},
		{"a crossed box", "2 | " + asks + " | ☐ Yes ☒ No | ", false},
		{"an empty code", "2 | " + asks + " |  | ", false},
	}
	for _, tt := range tests {
		text := tableText("1 | The vendor shall encrypt data. | C | We do.", tt.row)
		all := answersOf(text)
		if assert.Len(t, all, 2, tt.name) {
			a := all[1]
			assert.Equal(t, tt.full, a.full, tt.name)
			assert.NotContains(t, text.Content[a.comment:a.end], asks, "%s: the requirement is the library's word", tt.name)
		}
	}
}

// A priority that looks like a code does not make a refusal whole.
func TestAnswersOfTwoColumns(t *testing.T) {
	all := answersOf(tableText(
		"1 | The vendor shall encrypt data. | S | C | We do.",
		"2 | The vendor shall delete logs. | S | N | Not offered.",
	))
	assert.Len(t, all, 2)
	assert.True(t, all[0].full)
	assert.False(t, all[1].full)
}

// A table of periods is no form.
func TestAnswersOfOtherTables(t *testing.T) {
	assert.Empty(t, answersOf(tableText("Data | Kept for", "Search logs | 30 days", "Loans | until return")))
	assert.Empty(t, answersOf(tableText("1 | Yes, and we delete logs every night without being asked to.", "2 | We delete the accounts of those who left within a month.")))
}
