package linemark

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAt(t *testing.T) {
	tests := []struct {
		line, mark string
		style      Style
		depth      int
	}{
		{"• item", "•", Bullet, 0},
		{"- item", "-", Bullet, 0},
		{"  1. Term", "1.", Decimal, 1},
		{"4.2 Fees", "4.2", Decimal, 2},
		{"4.2.1. Fees", "4.2.1.", Decimal, 3},
		{"(a) item", "(a)", Enclosed, 0},
		{"(iv) item", "(iv)", Enclosed, 0},
		{"(aa) item", "(aa)", Enclosed, 0},
		{"12) item", "12)", Enclosed, 0},
		{"b. item", "b.", Enclosed, 0},
		{"Section 4. Fees", "Section 4.", Titled, 0},
		{"ARTICLE IV", "ARTICLE IV", Titled, 0},
		{"Exhibit A", "Exhibit A", Titled, 0},
		{"Schedule 1: Fees", "Schedule 1:", Titled, 0},
	}
	for _, test := range tests {
		mark, ok := At(test.line)
		assert.True(t, ok, test.line)
		assert.Equal(t, Mark{test.style, test.mark, test.depth}, mark, test.line)
	}
	for _, line := range []string{"", "words", "12 months", "2024. The", "-item", "-", "(the Vendor)", "(see)", "Section 4 of the Agreement",
		"section 4. Fees", "Mr. Smith", "1.2.x Term", "Parties agree", "e.g. this", "(1234) x", "Part of it"} {
		mark, ok := At(line)
		assert.False(t, ok, "%q as %v", line, mark)
	}
}

func TestBegins(t *testing.T) {
	tests := []struct {
		name  string
		block []string
		line  string
		want  bool
	}{
		{"after a colon", []string{"The Vendor shall:"}, "(a) tell the Library", true},
		{"after a semicolon and and", []string{"(a) tell the Library; and"}, "(b) mend it.", true},
		{"after a comma and or", []string{"(i) sell, or"}, "(ii) rent", true},
		{"after a sentence", []string{"1.1 The term is one year."}, "1.2 Fees are due.", true},
		{"bullet anywhere", []string{"such as names"}, "• addresses", true},
		{"by its indentation", []string{"The Vendor shall tell"}, "    (a) the Library", true},
		{"after a short line", []string{"The Library and all of its branches agree to the terms", "of the license", "as follows"}, "1. Term", true},
		{"in the middle of a sentence", []string{"pursuant to the terms of Section"}, "4.2 of this Agreement", false},
		{"in a list of sections", []string{"as set out in Sections 1.1,"}, "1.2 and 1.3", false},
		{"in a list that runs on", []string{"shall either (a) tell the Library, or"}, "(b) tell its patrons", false},
		{"no mark", []string{"The Vendor shall:"}, "tell the Library", false},
		{"a dash in a sentence", []string{"the fee"}, "- if any - is due", false},
	}
	for _, test := range tests {
		assert.Equal(t, test.want, Begins(test.block, test.line), test.name)
	}
}

func TestIsHeading(t *testing.T) {
	for _, line := range []string{"GRANT OF LICENSE", "Term and Termination", "1. GRANT OF LICENSE", "1.2. Grant of License", "ARTICLE IV", "Section 4. Fees", "Exhibit A"} {
		assert.True(t, IsHeading(line), line)
	}
	for _, line := range []string{"", "Fees are due.", "the Vendor", "The Vendor shall tell", "• Fees", "TOTAL FEE: [amount]", "Fees:", "12", "____",
		"Date: May 1", "Impressions      12,000", "An Agreement That Has Very Many Words In Its Title So That It Is None", "1.2 The Vendor keeps it"} {
		assert.False(t, IsHeading(line), line)
	}
}

func TestRoman(t *testing.T) {
	for n, want := range map[int]string{1: "I", 4: "IV", 1994: "MCMXCIV", 3999: "MMMCMXCIX", 0: "0", 4000: "4000", -3: "-3"} {
		assert.Equal(t, want, Roman(n))
	}
}

func TestIndent(t *testing.T) {
	assert.Equal(t, 0, Indent("a"))
	assert.Equal(t, 3, Indent("   a"))
	assert.Equal(t, 4, Indent("  \ta"), "a tab goes to the next stop")
}
