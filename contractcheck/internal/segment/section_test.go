package segment

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestHeadings(t *testing.T) {
	runCases(t, []splitCase{
		{"run-in", "9.2 Security Breach. Vendor shall notify the Library. It pays.",
			[]string{"# [9.2] Security Breach", "[9.2] Vendor shall notify the Library.", "It pays."}},
		{"run-in like a sentence", "9.2 Security breaches. Vendor pays.", []string{"# [9.2] Security breaches", "[9.2] Vendor pays."}},
		{"run-in with a colon", "9.2 Security Breach: Vendor pays.", []string{"# [9.2] Security Breach", "[9.2] Vendor pays."}},
		{"run-in with a dash", "9.2 Security Breach – Vendor pays.", []string{"# [9.2] Security Breach", "[9.2] Vendor pays."}},
		{"run-in of an item", "(a) Return of Data. Vendor returns all.", []string{"# [(a)] Return of Data", "[(a)] Vendor returns all."}},
		{"run-in before items", "9. Breach. (a) Vendor pays. (b) Library asks.",
			[]string{"# [9.] Breach", "[(a)] Vendor pays.", "[(b)] Library asks."}},
		{"no run-in but a sentence", "9.2 Vendor complies. It pays.", []string{"[9.2] Vendor complies.", "It pays."}},
		{"no run-in but an answer", "9.2 Yes. Vendor sells data.", []string{"[9.2] Yes.", "Vendor sells data."}},
		{"no run-in but an answer in an item", "(a) Fully Compliant. We encrypt.", []string{"[(a)] Fully Compliant.", "We encrypt."}},
		{"no run-in without a label", "Thank You. Vendor pays.", []string{"Thank You.", "Vendor pays."}},
		{"capitals", "CONFIDENTIALITY\n\nVendor keeps quiet.", []string{"# CONFIDENTIALITY", "Vendor keeps quiet."}},
		{"capitals on a line", "9. DATA\nVendor keeps quiet.", []string{"# [9.] DATA", "[9.] Vendor keeps quiet."}},
		{"capitals of a sentence", "VENDOR SHALL NOT BE LIABLE FOR LOSSES", []string{"VENDOR SHALL NOT BE LIABLE FOR LOSSES"}},
		{"capitals of a long sentence", "IN NO EVENT IS VENDOR LIABLE\nFOR ANY LOSS.", []string{"IN NO EVENT IS VENDOR LIABLE\nFOR ANY LOSS."}},
		{"marked", "## What we may collect\n\nNames.", []string{"# What we may collect", "Names."}},
		{"marked sentence", "## 9.2 Vendor shall not sell data", []string{"[9.2] Vendor shall not sell data"}},
		{"marked clause", "## 9.2 Security. Vendor encrypts data. It pays.",
			[]string{"# [9.2] Security", "[9.2] Vendor encrypts data.", "It pays."}},
		{"marked question", "## Do you sell data?\n\nNo.", []string{"? Do you sell data?", "No."}},
		{"marked stem", "## Vendor will not:\n\n- sell data", []string{"# Vendor will not", "[-] Vendor will not > sell data"}},
	})
}

func TestNumberedItemsAndSections(t *testing.T) {
	runCases(t, []splitCase{
		{"subsections as items", "4.1 Vendor shall:\n\n4.1.1 obey;\n\n4.1.2 pay.\n\n4.2 It ends.",
			[]string{"[4.1] Vendor shall:", "[4.1.1] Vendor shall > obey;", "[4.1.2] Vendor shall > pay.", "[4.2] It ends."}},
		{"sections are no items", "The parties agree as follows:\n\n1. Vendor obeys.\n\n2. Vendor pays.",
			[]string{"The parties agree as follows:", "[1.] Vendor obeys.", "[2.] Vendor pays."}},
		{"numbers are items", "Vendor agrees to:\n\n1. obey; and\n\n2. pay.",
			[]string{"Vendor agrees to:", "[1.] Vendor agrees to > obey; and", "[2.] Vendor agrees to > pay."}},
		{"numbers in a list", "@1 • Vendor obeys.\n\n@2 1. It pays.\n\n@2 2. It ends.",
			[]string{"[•] Vendor obeys.", "[1.] It pays.", "[2.] It ends."}},
		{"number and letter", "4.2(a) Vendor obeys.", []string{"[(a)] Vendor obeys."}},
		{"amounts", "1.5 million patrons read.\n\n2024. It ends.", []string{"1.5 million patrons read.", "2024.", "It ends."}},
		{"initial", "J. Sample signs for the vendor.", []string{"J. Sample signs for the vendor."}},
		{"reference at the start", "Section 4.2 applies.\n\nExhibit A describes it.",
			[]string{"Section 4.2 applies.", "Exhibit A describes it."}},
		{"next section in a block", "4.1 Vendor obeys the law. 4.2 Vendor pays.", []string{"[4.1] Vendor obeys the law.", "[4.2] Vendor pays."}},
		{"another number in a block", "4.1 Vendor obeys the law. 7.9 Kelvin is cold.", []string{"[4.1] Vendor obeys the law.", "7.9 Kelvin is cold."}},
	})
}

func TestSections(t *testing.T) {
	type section struct {
		number, title string
		parent        int
	}
	tests := []struct {
		name, text string
		want       []section
	}{
		{"none", "", []section{}},
		{"preamble alone", "Vendor obeys.", []section{{"", "", -1}}},
		{"numbers", "Preamble.\n\n1. DATA\n\n1.1 Vendor obeys.\n\n1.1.1 It pays.\n\n1.2 It ends.\n\n2. TERM",
			[]section{{"", "", -1}, {"1", "DATA", -1}, {"1.1", "", 1}, {"1.1.1", "", 2}, {"1.2", "", 1}, {"2", "TERM", -1}}},
		{"articles", "ARTICLE IV\n\nDATA\n\nSection 4.1. Vendor obeys.\n\nArticle V: Term\n\n§ 5 It ends.",
			[]section{{"ARTICLE IV", "DATA", -1}, {"4.1", "", 0}, {"Article V", "Term", -1}, {"5", "", 2}}},
		{"exhibits", "1. DATA\n\nEXHIBIT A\n\n# Security\n\n1. Keys\n\nSCHEDULE 1 – FEES\n\nNone.",
			[]section{{"1", "DATA", -1}, {"EXHIBIT A", "Security", -1}, {"1", "Keys", 1}, {"SCHEDULE 1", "FEES", -1}}},
		{"headings by level", "# Privacy\n\n## Data\n\nWe obey.\n\n### Logs\n\nNone.\n\n## Term\n\nNow.",
			[]section{{"", "Privacy", -1}, {"", "Data", 0}, {"", "Logs", 1}, {"", "Term", 0}}},
		{"items open none", "1. DATA\n\nVendor shall:\n\n(a) obey;\n\n• pay.", []section{{"1", "DATA", -1}}},
		{"bare number before a heading", "# 1 Data\n\nVendor obeys.\n\n# 2 Term\n\n30 days pass.",
			[]section{{"1", "Data", -1}, {"2", "Term", -1}}},
		{"letters", "A. DATA\n\nVendor obeys.\n\nB. TERM", []section{{"A", "DATA", -1}, {"B", "TERM", -1}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := text(tt.text)
			_, sections := Split(in)
			got := []section{}
			for _, s := range sections {
				got = append(got, section{s.Number, s.Title, s.Parent})
			}
			assert.Equal(t, tt.want, got)
			checkProperties(t, in)
		})
	}
}

func TestProvisionsShareTheirSection(t *testing.T) {
	provisions, sections := Split(text("Preamble.\n\n9.2 Breach. Vendor pays. (a) At once.\n\nIt ends.\n\n9.3 Term. Never."))
	var titles []string
	for _, p := range provisions {
		titles = append(titles, sections[p.Section].Title)
	}
	assert.Equal(t, []string{"", "Breach", "Breach", "Breach", "Breach", "Term", "Term"}, titles)
}
