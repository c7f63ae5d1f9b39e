package report

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"example.org/contractcheck/contractcheck"
)

func TestCollapse(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{" two\n\n words\t\f", "two words"},
		{"line\u2028and\u00a0space", "line and space"},
		{"co\u00adop\u200ber\u2060ate\ufeff", "cooperate"},
		{"\x1b[31mred\u009b0m", "�[31mred�0m"},
		{"bell\x07 nul\x00 delete\x7f", "bell� nul� delete�"},
		{"\u202eright to left\u2069", "�right to left�"},
		{"tag\U000e0041", "tag�"},
		{"bad \xff byte", "bad � byte"},
		{"Zürich, café, §\u202f9, “quoted”", "Zürich, café, § 9, “quoted”"},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, collapse(tt.in), "collapse(%q)", tt.in)
	}
}

func TestShorten(t *testing.T) {
	tests := []struct {
		in   string
		max  int
		want string
	}{
		{"as short as it may be", 21, "as short as it may be"},
		{"kept whole where no length is given", 0, "kept whole where no length is given"},
		{"Vendor shall delete all data at the end, unless it needs them", 36,
			"Vendor shall delete all [… 6 words …] needs them"},
		{strings.Repeat("x", 40), 30, strings.Repeat("x", 20) + " [… 1 word …] " + strings.Repeat("x", 10)},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, shorten(tt.in, tt.max), "shorten(%q, %d)", tt.in, tt.max)
	}
}

func TestQuoteKeepsTheStem(t *testing.T) {
	e := contractcheck.Evidence{
		Passage: contractcheck.Passage{Quote: "(a) sell\n patron data;"},
		Stem:    &contractcheck.Passage{Quote: "Vendor shall not:"},
	}
	assert.Equal(t, "Vendor shall not: […] (a) sell patron data;", quote(e, quoteLength))
}

func FuzzShorten(f *testing.F) {
	f.Add("Vendor shall delete all data at the end, unless it needs them", 20)
	f.Add("\x1b[31m\u202e\xff", 1)
	f.Fuzz(func(t *testing.T, s string, max int) {
		got := shorten(collapse(s), max)
		assert.True(t, utf8.ValidString(got))
		assert.Less(t, strings.IndexFunc(got, unicode.IsControl), 0)
		if max > 0 {
			const marker = 40 // runes, with the number of words
			assert.LessOrEqual(t, utf8.RuneCountInString(got)-marker, max)
		}
	})
}
