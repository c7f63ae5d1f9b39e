package clausefile

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func FuzzParseClause(f *testing.F) {
	seed(f, goodClause, badClauses)
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := ParseClause("fuzz.yaml", data)
		requirePlaced(t, data, err)
		if err != nil {
			return
		}
		requireText(t, c.ID, c.Title, c.Why)
		require.NotEmpty(t, c.Requirements)
		for _, r := range c.Requirements {
			requireText(t, r.ID, r.Title, r.Statement, r.Why, r.Model, r.Ask, r.Severity.Value)
			require.NotEmpty(t, r.Tests)
			for _, p := range r.Params {
				require.True(t, p.Min <= p.Default && p.Default <= p.Max, p.Name)
			}
			for _, test := range r.Tests {
				requireText(t, test.Text, test.Want)
			}
			for _, rule := range r.Rules {
				require.NotEqual(t, len(rule.Frame) > 0, rule.Pattern.Value != "")
			}
		}
	})
}

func FuzzParseTerms(f *testing.F) {
	seed(f, goodTerms, badTerms)
	for _, d := range badDocuments {
		if len(d.in) < maxSize {
			f.Add([]byte(d.in))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		terms, err := ParseTerms("fuzz.yaml", data)
		requirePlaced(t, data, err)
		if err != nil {
			return
		}
		names := map[string]bool{}
		for _, term := range terms.Terms {
			require.False(t, names[term.Name], "%q twice", term.Name)
			names[term.Name] = true
			require.NotEmpty(t, append(append(term.Phrases, term.Verbs...), term.Nouns...))
		}
	})
}

func FuzzParseProfile(f *testing.F) {
	seed(f, goodProfile, badProfiles)
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := ParseProfile("fuzz.yaml", data)
		requirePlaced(t, data, err)
		if err == nil {
			requireText(t, p.ID, p.Title, p.Why)
		}
	})
}

func FuzzParseState(f *testing.F) {
	seed(f, goodState, badStates)
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := ParseState("fuzz.yaml", data)
		requirePlaced(t, data, err)
		if err != nil {
			return
		}
		requireText(t, s.Code.Value, s.Title)
		require.NotEmpty(t, s.Laws)
		for _, l := range s.Laws {
			requireText(t, l.Requirement.Value, l.Note, l.Source.Title, l.Source.Section)
		}
	})
}

func seed(f *testing.F, good string, bad []badEdit) {
	f.Add([]byte(good))
	for _, b := range bad {
		f.Add(b.apply(f, good))
	}
}

// requirePlaced checks that every problem lies in the file or right after its
// end, and that none is before the one above it.
func requirePlaced(t *testing.T, data []byte, err error) {
	if err == nil {
		return
	}
	lines := strings.Split(string(data), "\n")
	last := Pos{"fuzz.yaml", 1, 1}
	for _, p := range problemsOf(t, err) {
		require.Equal(t, "fuzz.yaml", p.File)
		require.True(t, p.Line >= 1 && p.Line <= len(lines), "line of %v", p)
		columns := utf8.RuneCountInString(lines[p.Line-1]) + 1
		require.True(t, p.Column >= 1 && p.Column <= columns, "column of %v", p)
		require.LessOrEqual(t, last.compare(p.Pos), 0, "%v after %v", p, last)
		require.NotContains(t, p.Msg, "\n")
		last = p.Pos
	}
}

func requireText(t *testing.T, texts ...string) {
	for _, s := range texts {
		require.NotEmpty(t, s)
		require.True(t, utf8.ValidString(s))
		require.Equal(t, strings.TrimSpace(s), s)
	}
}
