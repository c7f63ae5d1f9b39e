package language

import "strings"

// Blank reports whether a placeholder that nobody has filled in stands in the
// action's clause: "[date]", "____", "{Period}". text is what the tokens were
// made from.
func (s *Sentence) Blank(r *Reading, text string) bool {
	from, to := s.Clause(r)
	if from >= to || to > len(s.Tokens) {
		return false
	}
	stretch := text[s.Tokens[from].Start:s.Tokens[to-1].End]
	return strings.Contains(stretch, "___") || bracketBlank(stretch, '[', ']') || bracketBlank(stretch, '{', '}')
}

// bracketBlank reports whether a pair of brackets holds words: a number alone
// is a note's mark, and a single letter an editor's change.
func bracketBlank(s string, open, end byte) bool {
	for {
		i := strings.IndexByte(s, open)
		if i < 0 {
			return false
		}
		s = s[i+1:]
		j := strings.IndexByte(s, end)
		if j < 0 {
			return false
		}
		inside := strings.TrimSpace(s[:j])
		if inside == "" || len(inside) > 1 && strings.Trim(inside, "0123456789.") != "" {
			return true
		}
		s = s[j+1:]
	}
}
