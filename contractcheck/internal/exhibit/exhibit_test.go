package exhibit

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMentions(t *testing.T) {
	tests := []struct{ text, want string }{
		{"as Exhibit A says", "Exhibit A"},
		{"as set out in Schedule 2, and in EXHIBIT B-1.", "Schedule 2|Exhibit B-1"},
		{`in Schedule "C" and in Attachment ‘D’`, "Schedule C|Attachment D"},
		{"see Exhibits A, B and C, and Appendices 1 to 3", "Exhibit A|Exhibit B|Exhibit C|Appendix 1|Appendix 3"},
		{"in Annexes I and II", "Annex I|Annex II"},
		{"Exhibit No. 4 and Addendum: 2", "Exhibit 4|Addendum 2"},
		{"the Rider IV", "Rider IV"},

		{"Exhibit 10.1 of the filing", ""},
		{"Schedule 13D", ""},
		{"the SCHEDULE OF FEES", ""},
		{"the Schedule IT keeps", ""},
		{"an exhibit a museum shows", ""},
		{"Exhibit Amended", ""},
		{"the Fee Schedule", ""},
		{"Strider A", ""},
		{"Exhibit", ""},
	}
	for _, tt := range tests {
		var got []string
		for _, m := range Mentions(tt.text) {
			got = append(got, m.Name)
			number := m.Name[strings.IndexByte(m.Name, ' ')+1:]
			assert.Contains(t, tt.text[m.Start:m.End], number, "%q", tt.text)
		}
		assert.Equal(t, tt.want, strings.Join(got, "|"), "%q", tt.text)
	}
}

func absent(texts ...Text) string {
	var names []string
	for _, r := range Absent(texts) {
		names = append(names, r.Name)
	}
	return strings.Join(names, "|")
}

func TestAbsent(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a reference", "Vendor shall keep to the measures in Exhibit C.", "Exhibit C"},
		{"each once", "See Exhibit C. As Exhibit C says, and as Exhibit D says.", "Exhibit C|Exhibit D"},
		{"several at once", "Exhibits follow.\nThe parties agree to Exhibits A, B and C.\n\nExhibit B\n\nFees.", "Exhibit A|Exhibit C"},
		{"attached", "as attached hereto as Schedule 2 and made a part hereof", "Schedule 2"},
		{"of this contract", "the terms in Annex 2 of this Agreement", "Annex 2"},
		{"an annex that is attached", "The list is attached as Annex 2.", "Annex 2"},
		{"to this contract", "the terms of Exhibit B to this Agreement", "Exhibit B"},

		{"a heading", "See Exhibit C.\n\nExhibit C\n\nVendor encrypts.", ""},
		{"a heading in capitals, with a title", "See Exhibit C.\n\nEXHIBIT C - SECURITY\n\nVendor encrypts.", ""},
		{"a heading in quotes", "See Schedule C.\n\nSchedule \"C\": Fees\n\nNone.", ""},
		{"a heading behind another word", "See Exhibit C.\n\nSecurity Measures (Exhibit C)\n\nVendor encrypts.", ""},
		{"a heading with its text in one line", "See Exhibit C.\n\nExhibit C Vendor encrypts all data.", ""},
		{"a heading on the next page", "See Exhibit C.\fExhibit C\nVendor encrypts.", ""},
		{"it speaks of itself", "See Exhibit C.\n\nThis is the part on security. Words in this Exhibit C mean what the Agreement says.", ""},
		{"a sentence that begins with it", "See Exhibit C.\n\nExhibit C sets out the measures.", "Exhibit C"},
		{"a list of the parts", "See Exhibits A, B, C.\n\nExhibit A - Fees\nExhibit B - Service\nExhibit C - Security\n\nSigned.", "Exhibit A|Exhibit B"},
		{"two slips in front of pictures", "See Exhibits A and B.\n\nExhibit A\n\nExhibit B\n\nSigned.", ""},

		{"of a law", "as Annex I of the Regulation lists", ""},
		{"of a rule, by its name", "under Appendix B to Part 36", ""},
		{"of another contract", "as Exhibit A to the Master Agreement says", ""},
		{"thereto", "the lease and Schedule A thereto", ""},
		{"standard clauses", "For the purposes of Annex I, the parties are as above.", ""},
		{"a table of contents", "Fees 7 Exhibit A Security 9 Exhibit B Sites 12", ""},
		{"no sentence", "GSA Schedule 70", ""},
		{"nothing", "", ""},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, absent(Text{Content: tt.text}), tt.name)
	}
}

func TestAbsentInPackage(t *testing.T) {
	agreement := Text{File: "agreement.pdf", Content: "See Exhibits A, B and C, and Schedule 1."}
	exhibit := Text{File: "b.pdf", Content: "Exhibit B\n\nFees."}
	assert.Equal(t, "Exhibit A|Exhibit C|Schedule 1", absent(agreement, exhibit))
	assert.Equal(t, "Exhibit C", absent(agreement, exhibit, Text{File: "dir/msa_exhibit-a.v2.pdf"}, Text{File: "mail.zip/Schedule 1.docx"}))
	refs := Absent([]Text{exhibit, agreement})
	require.Len(t, refs, 3)
	assert.Equal(t, 1, refs[0].Text)
}

var hostileTexts = []string{
	"", "Exhibit", "Exhibits A", "Exhibits A,", "this", "this Exhibit A", "Exhibit\n\n\nA", "Exhibit A\f", "\xffExhibit \xff", "in Exhibit A\xe2\x80",
	strings.Repeat("Exhibit A ", 200), strings.Repeat("Exhibits A, B and C\n", 200), "Exhibits " + strings.Repeat("A, ", 500), strings.Repeat("Annex", 500),
}

func checkAbsent(t *testing.T, text string) {
	last := -1
	for _, m := range Mentions(text) {
		require.True(t, 0 <= m.phrase && m.phrase <= m.Start && m.Start < m.End && m.End <= len(text))
		require.Greater(t, m.Start, last)
		last = m.Start
	}
	seen := map[string]bool{}
	for _, r := range Absent([]Text{{Content: text}}) {
		require.False(t, seen[r.Name])
		seen[r.Name] = true
	}
}

func TestHostile(t *testing.T) {
	for _, text := range hostileTexts {
		checkAbsent(t, text)
	}
}

// Headings without end take no longer than their number.
func TestManyHeadings(t *testing.T) {
	checkAbsent(t, strings.Repeat("as Exhibit A says\nExhibit B\n", 50_000))
	checkAbsent(t, strings.Repeat("as Exhibit A says ", 50_000))
}

func FuzzAbsent(f *testing.F) {
	for _, text := range hostileTexts {
		f.Add(text)
	}
	f.Add("See Exhibits A, B and C.\n\nExhibit A - Fees\n\nNone.")
	f.Fuzz(checkAbsent)
}
