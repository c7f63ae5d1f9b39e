package rules

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/language"
)

// oneTerm knows the term <t>.
type oneTerm struct{}

func (oneTerm) term(name string) (language.TermID, error) {
	if name != "t" {
		return 0, errors.New("unknown term " + name)
	}
	return 1, nil
}

// writePhrase writes a phrase back as it can be read.
func writePhrase(p language.Phrase) string {
	var parts []string
	for _, part := range p {
		s := part.Word
		switch {
		case part.Term != 0:
			s = "<t>"
		case s == "":
			var all []string
			for _, a := range part.Any {
				all = append(all, writePhrase(a))
			}
			s = "(" + strings.Join(all, " | ") + ")"
		}
		if part.Optional {
			s += "?"
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, " ")
}

func writePhrases(all []language.Phrase) string {
	var parts []string
	for _, p := range all {
		parts = append(parts, writePhrase(p))
	}
	return strings.Join(parts, " / ")
}

func TestParsePhrases(t *testing.T) {
	tests := []struct{ in, want string }{
		{"patron data", "patron data"},
		{"Patron Data", "patron data"},
		{"patron-data", "patron data"},
		{"a | b c | d", "a / b c / d"},
		{"(a | b) c", "(a | b) c"},
		{"(a|b)c", "(a | b) c"},
		{"a b?", "a b?"},
		{"a (b | c d)? e", "a (b | c d)? e"},
		{"a ? b", "a? b"},
		{"=records", "=records"},
		{"cannot be =cannot", "(can not) be (can not)"},
		{"a ((b | c) d)? e", "a ((b | c) d)? e"},
		{"<t>", "<t>"},
		{"a <t>? b", "a <t>? b"},
		{"( | a) b", "( | a) b"}, // an empty alternative is an option
		{"\ta\n b ", "a b"},
	}
	for _, tt := range tests {
		all, err := parsePhrases(tt.in, oneTerm{})
		if assert.NoError(t, err, "%q", tt.in) {
			assert.Equal(t, tt.want, writePhrases(all), "%q", tt.in)
		}
	}
}

func TestParsePhrasesErrors(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", "the phrase can be empty"},
		{"a | ", "the phrase can be empty"},
		{"a? b?", "the phrase can be empty"},
		{"(a?)", "the phrase can be empty"},
		{"( )", "the phrase can be empty"},
		{"(a | b", "a bracket is not closed"},
		{"a)", `unexpected ")"`},
		{"? a", "a question mark must follow a word or a bracket"},
		{"(? a)", "a question mark must follow a word or a bracket"},
		{"<t", `"<t" is not closed by >`},
		{"<nowhere>", "unknown term nowhere"},
		{"protect ...4 right", `"...4" is a gap`},
		{"=(a | b)", "no word follows the ="},
		{strings.Repeat("(", 9) + "a" + strings.Repeat(")", 9), "more than 8 levels of brackets"},
		{strings.Repeat("a ", mostWords+1), fmt.Sprintf("holds more than %d words", mostWords)},
		{strings.Repeat("<t> ", mostWords+1), fmt.Sprintf("holds more than %d words", mostWords)},
	}
	for _, tt := range tests {
		_, err := parsePhrases(tt.in, oneTerm{})
		assert.ErrorContains(t, err, tt.want, "%.40q", tt.in)
	}
	_, err := parsePhrases(strings.Repeat("a ", mostWords), oneTerm{})
	assert.NoError(t, err)
}

func FuzzParsePhrases(f *testing.F) {
	for _, seed := range []string{
		"patron data", "(a | b) c? <t>", "=x | y-z", "a)", "((((", "?", "<", "<>", "< t >", "|", "( | )", "a??", "\x00", "=", "...3", "é è?", "(a|)b",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		all, err := parsePhrases(in, oneTerm{})
		if err != nil {
			return
		}
		for _, p := range all {
			require.False(t, canBeEmpty(p), "%q", in)
		}
		if strings.Contains(in, "/") {
			return // the written form separates phrases so
		}
		written := writePhrases(all)
		again, err := parsePhrases(strings.ReplaceAll(written, " / ", " | "), oneTerm{})
		require.NoError(t, err, "%q is written as %q", in, written)
		require.Equal(t, written, writePhrases(again), "%q", in)
	})
}
