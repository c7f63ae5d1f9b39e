package segment

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"example.org/contractcheck/contractcheck/internal/extract"
)

var kindMarks = [...]string{Sentence: "", Heading: "# ", Question: "? ", TableRow: "| ", Marginal: "% "}

// written writes each provision on a line: the mark of its kind, its label in
// brackets, its stems before ">", and its words.
func written(in *extract.Text) []string {
	var lines []string
	provisions, _ := Split(in)
	for _, p := range provisions {
		var b strings.Builder
		b.WriteString(kindMarks[p.Kind])
		if p.Label != "" {
			fmt.Fprintf(&b, "[%s] ", p.Label)
		}
		for _, stem := range p.Stems {
			fmt.Fprintf(&b, "%s > ", stem.in(in.Content))
		}
		b.WriteString(p.in(in.Content))
		lines = append(lines, b.String())
	}
	return lines
}

type splitCase struct {
	name, text string
	want       []string
}

func runCases(t *testing.T, cases []splitCase) {
	t.Helper()
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			in := text(tt.text)
			assert.Equal(t, tt.want, written(in))
			checkProperties(t, in)
		})
	}
}

// oneSentence lists texts in which no inner mark ends the sentence.
var oneSentence = map[string]string{
	"abbreviations":       "Vendor keeps records, e.g. loans, i.e. what was lent, holds, etc. as long as needed.",
	"company":             "Example Hosting, Inc. (the \"Host\") and Sample Ltd. Services run it.",
	"number sign":         "Order No. 12 and Nos. 13 to 15 prevail.",
	"statute":             "Vendor obeys Cal. Gov. Code § 7927.105 and Cal. Civ. Code § 1798.90.",
	"country":             "Data stays in the U.S. Government region.",
	"initials":            "Notices go to J. Q. Sample at the desk.",
	"title":               "Notices go to Dr. Sample and Ms. Example.",
	"decimal":             "Version 1.2 stays up 99.95 % of the time.",
	"money":               "The fee is $1,200.50 a year.",
	"ellipsis":            "Vendor ... The Host ... keeps logs.",
	"address":             "See https://www.example.org/a.b?c=D.E and write to the.desk@example.org today.",
	"section":             "Section 4.2. applies, as does Sec. 5 and Art. 6.",
	"section and capital": "Under Section 4.2. Confidentiality the vendor keeps quiet.",
	"semicolon":           "Vendor keeps data secret; It may not sell any; nor rent any.",
	"reference":           "This holds under paragraph (b) and Section 5(a), (b) and (c) as well.",
	"two references":      "Paragraphs (a) and (b) and items (i) through (iii) survive.",
	"reference behind":    "The duties in (a) above and (b) of Schedule A survive.",
	"number in brackets":  "Vendor answers within one (1) day or two (2) days.",
	"plural":              "The patron(s) and the account(s) stay private.",
	"copyright":           "Copyright (c) 2026 Example.",
	"subject with a list": "If (a) the term ends or (b) the Library asks, Vendor shall delete all data.",
	"relative clause":     "All data that (a) the Library loads or (b) patrons enter is private.",
	"time":                "Support ends at 5 p.m. Eastern time.",
	"colon":               "One thing is sure: The vendor deletes all.",
	"hard wrap":           "Vendor keeps the data of patrons\nsecret within\n30. of them and under paragraph\n(b) of Annex C.",
	"lower case":          "Vendor uses the app. iPads are lent.",
}

func TestOneSentence(t *testing.T) {
	for name, sentence := range oneSentence {
		t.Run(name, func(t *testing.T) {
			in := text(sentence)
			assert.Equal(t, []string{sentence}, written(in))
			checkProperties(t, in)
		})
	}
}

func TestSentences(t *testing.T) {
	runCases(t, []splitCase{
		{"two", "Vendor encrypts data. It keeps the keys.", []string{"Vendor encrypts data.", "It keeps the keys."}},
		{"quotes and brackets", "He said \"no.\" (It stayed so.) “Data” means all.",
			[]string{"He said \"no.\"", "(It stayed so.)", "“Data” means all."}},
		{"question", "Do you sell data? No. We do not!", []string{"? Do you sell data?", "No.", "We do not!"}},
		{"question in quotes", "Who asks \"why?\"", []string{"? Who asks \"why?\""}},
		{"abbreviation at the end", "It is run by Example Inc. The vendor agrees. It is in the U.S. Vendor shall stay there.",
			[]string{"It is run by Example Inc.", "The vendor agrees.", "It is in the U.S.", "Vendor shall stay there."}},
		{"section at the end", "It follows Section 4.2. Vendor shall obey. See Exhibit A. The rest stays.",
			[]string{"It follows Section 4.2.", "Vendor shall obey.", "See Exhibit A.", "The rest stays."}},
		{"name that begins with a digit", "It is our data. 9books only stores it.", []string{"It is our data.", "9books only stores it."}},
		{"address at the end", "See https://example.org/p. Vendor obeys.", []string{"See https://example.org/p.", "Vendor obeys."}},
		{"blocks", "Vendor encrypts\n\nVendor deletes", []string{"Vendor encrypts", "Vendor deletes"}},
		{"punctuation alone", "***\n\nVendor obeys.\n\n---", []string{"Vendor obeys."}},
		{"nothing", "", nil},
	})
}

func TestSentencesAcrossBlocks(t *testing.T) {
	runCases(t, []splitCase{
		{"lower case goes on", "Vendor shall notify\n\nthe Library.", []string{"Vendor shall notify\n\nthe Library."}},
		{"capital does not", "Vendor shall notify\n\nLibrary rules.", []string{"Vendor shall notify", "Library rules."}},
		{"behind a full stop", "Vendor obeys.\n\nand more", []string{"Vendor obeys.", "and more"}},
		{"over a page", "Vendor keeps data,\flogs and backups.", []string{"Vendor keeps data,\flogs and backups."}},
		{"over a page with a capital", "Vendor tells the\fLibrary at once.", []string{"Vendor tells the\fLibrary at once."}},
		{"not over a page with a capital", "Vendor tells\fLibrary rules.", []string{"Vendor tells", "Library rules."}},
		{"list item over a page", "Vendor shall:\n\n(a) tell the\flibrary;\n\n(b) pay.",
			[]string{"Vendor shall:", "[(a)] Vendor shall > tell the\flibrary;", "[(b)] Vendor shall > pay."}},
		{"label does not go on", "Vendor shall\n\na) obey; and\n\nb) pay.",
			[]string{"Vendor shall", "[a)] Vendor shall > obey; and", "[b)] Vendor shall > pay."}},
		{"heading does not", "# Data\n\nof patrons is private.", []string{"# Data", "of patrons is private."}},
		{"marginal between sentences", "Vendor obeys.\n\n% Page 3\n\nIt pays.", []string{"Vendor obeys.", "% Page 3", "It pays."}},
	})
}

func TestGapsAreNoWords(t *testing.T) {
	runCases(t, []splitCase{
		{"behind a label", "(a)\n\n% Page 1\fdata of patrons.", []string{"% Page 1", "[(a)] data of patrons."}},
		{"a label in the gap", "Vendor shall keep,\n\n% - 7 -\fwhile it can, all data.",
			[]string{"Vendor shall keep,\n\n- 7 -\fwhile it can, all data."}},
	})
}

func TestGaps(t *testing.T) {
	in := text("Vendor tells\n\n% Page 3\f% Example Agreement\n\nthe library of\n\n% Page 4\feach breach. It pays.")
	provisions, _ := Split(in)
	assert.Len(t, provisions, 2)
	first := provisions[0]
	assert.True(t, strings.HasPrefix(first.in(in.Content), "Vendor tells") && strings.HasSuffix(first.in(in.Content), "each breach."))
	var gaps []string
	for _, gap := range first.Gaps {
		gaps = append(gaps, gap.in(in.Content))
	}
	assert.Equal(t, []string{"Page 3\fExample Agreement", "Page 4"}, gaps)
	assert.Empty(t, provisions[1].Gaps)
	checkProperties(t, in)
}
