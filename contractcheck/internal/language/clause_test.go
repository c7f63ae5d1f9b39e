package language

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

var clauseNames = map[ClauseKind]string{
	Main: "main", Complement: "that", Conditional: "if", Exceptional: "except", Attributive: "which",
}

// clausesOf writes a sentence's clauses that hold words, each as its kind and
// its words without marks, in the order in which they begin.
func clausesOf(a analysed) string {
	words := make([][]string, len(a.Clauses))
	for i := range a.Tokens {
		if !a.class(i, Comma|Stop|Mark|Quote|Open|Close) {
			k := a.clauseAt(i)
			words[k] = append(words[k], a.words(i, i+1))
		}
	}
	var parts []string
	for k, w := range words {
		if len(w) > 0 {
			parts = append(parts, clauseNames[a.Clauses[k].Kind]+": "+strings.Join(w, " "))
		}
	}
	return strings.Join(parts, " | ")
}

func TestClauses(t *testing.T) {
	tests := []struct{ sentence, want, gap string }{
		{sentence: "Vendor shall delete patron data.", want: "main: Vendor shall delete patron data"},

		// conditions
		{
			sentence: "If the terms differ, the contract wins.",
			want:     "main: the contract wins | if: If the terms differ",
		},
		{
			sentence: "If the terms, the policy or the order form differ",
			want:     "if: If the terms the policy or the order form differ",
		},
		{
			sentence: "If Vendor sells patron data, Vendor shall notify the Library.",
			want:     "main: Vendor shall notify the Library | if: If Vendor sells patron data",
		},
		{
			sentence: "Vendor shall, promptly, erase the software and shall delete patron data.",
			want:     "main: Vendor shall promptly erase the software and shall delete patron data",
		},
		{
			sentence: "If the platform closes, the Library gets patron data back and has ten days.",
			want:     "main: the Library gets patron data back and has ten days | if: If the platform closes",
		},
		{
			sentence: "If users want it gone, write to the Library.",
			want:     "main: write to the Library | if: If users want it gone",
		},
		{
			sentence: "Vendor shall notify the Library if Vendor sells patron data.",
			want:     "main: Vendor shall notify the Library | if: if Vendor sells patron data",
		},
		{
			sentence: "Vendor shall notify the Library before patron data is shared.",
			want:     "main: Vendor shall notify the Library | if: before patron data is shared",
		},
		{
			sentence: "If Vendor sells patron data it shall notify the Library.",
			want:     "main: it shall notify the Library | if: If Vendor sells patron data",
		},
		{
			sentence: "Once the contract has ended Vendor shall delete patron data.",
			want:     "main: Vendor shall delete patron data | if: Once the contract has ended",
		},
		{
			sentence: "When the Library asks for it, the Vendor shall delete patron data.",
			want:     "main: the Vendor shall delete patron data | if: When the Library asks for it",
		},
		{
			sentence: "Should Vendor learn of a breach, Vendor shall notify the Library.",
			want:     "main: Vendor shall notify the Library | if: Should Vendor learn of a breach",
		},
		{
			sentence: "Vendor shall, if the Library asks, delete patron data.",
			want:     "main: Vendor shall delete patron data | if: if the Library asks",
		},
		{
			sentence: "Unless the Library consents, Vendor shall not sell patron data.",
			want:     "main: Vendor shall not sell patron data | except: Unless the Library consents",
		},
		{
			sentence: "Vendor shall delete patron data after Vendor has returned it.",
			want:     "main: Vendor shall delete patron data | if: after Vendor has returned it",
		},
		{
			sentence: "Vendor shall delete patron data after termination.",
			want:     "main: Vendor shall delete patron data after termination",
		},
		{
			sentence: "Vendor shall delete patron data where feasible.",
			want:     "main: Vendor shall delete patron data where feasible",
		},
		{
			sentence: "For a while Vendor may keep patron data.",
			want:     "main: For a while Vendor may keep patron data",
		},

		// relative clauses
		{
			sentence: "Vendor shall delete patron data which the Library provides.",
			want:     "main: Vendor shall delete patron data | which: which the Library provides",
		},
		{
			sentence: "Patron data that Vendor collects shall be deleted.",
			want:     "main: Patron data shall be deleted | which: that Vendor collects",
		},
		{
			sentence: "The records, which Vendor may use, belong to the Library.",
			want:     "main: The records belong to the Library | which: which Vendor may use",
		},
		{
			sentence: "The data Vendor holds shall be deleted.",
			want:     "main: The data shall be deleted | which: Vendor holds",
			gap:      "a verb right before a modal is not seen as that of a relative clause",
		},
		{
			sentence: "We do not sell personal information we collect.",
			want:     "main: We do not sell personal information | which: we collect",
		},
		{
			sentence: "Vendor shall delete that data.",
			want:     "main: Vendor shall delete that data",
			gap:      "the pointing that before an object is taken for a relative pronoun",
		},
		{
			sentence: "A subcontractor who receives patron data shall delete it.",
			want:     "main: A subcontractor shall delete it | which: who receives patron data",
			gap:      "a relative clause whose verb is unknown takes the main verb for its own",
		},

		// complements
		{
			sentence: "Vendor shall ensure that its subcontractors do not sell patron data.",
			want:     "main: Vendor shall ensure | that: that its subcontractors do not sell patron data",
		},
		{
			sentence: "Vendor agrees that it will not sell patron data.",
			want:     "main: Vendor agrees | that: that it will not sell patron data",
		},
		{
			sentence: "Vendor represents and warrants that it does not sell patron data.",
			want:     "main: Vendor represents and warrants | that: that it does not sell patron data",
		},

		// coordination
		{
			sentence: "Vendor shall return patron data and the Library may use it.",
			want:     "main: Vendor shall return patron data | main: and the Library may use it",
		},
		{
			sentence: "Vendor shall return and delete patron data.",
			want:     "main: Vendor shall return and delete patron data",
		},
		{
			sentence: "Vendor shall not sell patron data, the Library may use it.",
			want:     "main: Vendor shall not sell patron data | main: the Library may use it",
		},
		{
			sentence: "Vendor shall keep patron data safe; the Library shall delete records.",
			want:     "main: Vendor shall keep patron data safe | main: the Library shall delete records",
		},
		{
			sentence: "If the Library asks, and if the data is stored, Vendor shall delete it.",
			want:     "main: Vendor shall delete it | if: If the Library asks and | if: if the data is stored",
		},
		{
			sentence: "If Vendor sells or rents patron data, and the Library learns of it, Vendor shall notify the Library.",
			want:     "main: Vendor shall notify the Library | if: If Vendor sells or rents patron data and the Library learns of it",
		},

		// provisos
		{
			sentence: "Vendor may keep copies, provided that it deletes them within a year.",
			want:     "main: Vendor may keep copies | except: provided | that: that it deletes them within a year",
		},
		{
			sentence: "Vendor shall use the data provided by the Library.",
			want:     "main: Vendor shall use the data provided by the Library",
		},
		{
			sentence: "The data is provided to Vendor, and Vendor shall delete it.",
			want:     "main: The data is provided to Vendor | main: and Vendor shall delete it",
		},
		{
			sentence: "Logs that the Library keeps that Vendor holds shall be deleted.",
			want:     "main: Logs shall be deleted | which: that the Library keeps | which: that Vendor holds",
		},
		{
			sentence: "Logs which hold what Vendor collects shall be deleted.",
			want:     "main: Logs shall be deleted | which: which hold | which: what Vendor collects",
		},
		{
			sentence: "To the extent of any conflict, Vendor may disclose patron data.",
			want:     "main: To the Vendor may disclose patron data | except: extent of any conflict",
		},
		{
			sentence: "To the extent that the law demands it, Vendor may disclose patron data.",
			want:     "main: To the Vendor may disclose patron data | except: extent | which: that the law demands it",
			gap:      "a clause whose verb is unknown does not end at a comma",
		},
	}
	for _, tt := range tests {
		checkRead(t, tt.sentence, tt.want, clausesOf(analyse(tt.sentence)), tt.gap)
	}
}

// Every token belongs to a clause, and every clause but a main one to another.
func TestClausesWhole(t *testing.T) {
	for _, text := range hostileTexts {
		a := analyse(text)
		for i := range a.Tokens {
			assert.Less(t, a.clauseAt(i), len(a.Clauses), "token %d of %q", i, text)
		}
		for k, c := range a.Clauses {
			assert.Less(t, c.Parent, k, "clause %d of %q", k, text)
			assert.True(t, c.Parent >= 0 || c.Kind == Main || c.Kind == Complement, "clause %d of %q", k, text)
		}
	}
}

func TestKindAt(t *testing.T) {
	a := analyse("If Vendor sells patron data, Vendor shall notify the Library.")
	assert.Equal(t, Conditional, a.KindAt(2))
	assert.Equal(t, Main, a.KindAt(7))
	assert.Equal(t, Main, a.KindAt(len(a.Tokens)), "beyond the end counts the last token")
}
