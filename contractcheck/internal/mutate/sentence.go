package mutate

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// sentence is the sentence of a passage that carries its verdict.
type sentence struct {
	Passage
	start, end int   // of the sentence in Text
	verb       *verb // nil where no auxiliary plainly governs the words
}

// verb is the auxiliary that governs the words that carry the verdict, with the
// negation behind it: "shall not". Its offsets count bytes of Text.
type verb struct {
	from, to int
	word     string // in lower case, without the negation: "shall", "is", "may"
	notFrom  int    // where the negation begins, with the space before it
	negated  bool
}

var (
	sentenceEnd = regexp.MustCompile(`[.!?](\s+|$)`)
	// auxiliary finds the words that carry a clause's modality. Others, such as
	// "deletes", cannot be told from nouns without a grammar.
	auxiliary = regexp.MustCompile(`\b((?i:shall|must|will|may|can|should|would|is|are|was|were|does|do|has|have))\b( not\b| never\b)?|\bcannot\b|n['’]t\b`)
	// clauseOpener finds words behind which an auxiliary speaks in a clause of
	// its own: "data that is stored".
	clauseOpener = regexp.MustCompile(`(?i)\b(who|whom|whose|which|that|if|when|whenever|where|wherever|unless|until|while|because|whether|as|what|how|except|provided|before|after|once)\b`)
	secondVerb   = regexp.MustCompile(`\b(and|or|but) $`)
	// negator finds words that turn a clause around.
	negator = regexp.MustCompile(`(?i)\b(no|not|never|none|neither|nor|nothing|nobody|without|cannot|refrains?|unless|except|instead|rather)\b|n['’]t\b`)
	// harmless finds negators that only bound a number or a manner.
	harmless = regexp.MustCompile(`(?i)\b(no|not) (later|less|more|fewer|sooner|earlier) than\b|\bin no event later than\b|\bwithout (undue |unreasonable |further )?(delay|charge|cost|fee)\b|\bwhether or not\b|\band not (later|merely|only|solely)\b`)
)

// newSentence finds the sentence; ok is false where the words that carry the
// verdict run over several.
func newSentence(p Passage) (s *sentence, ok bool) {
	if p.From < 0 || p.From >= p.To || p.To > len(p.Text) {
		return nil, false
	}
	s = &sentence{Passage: p, end: len(p.Text)}
	for _, m := range sentenceEnd.FindAllStringIndex(p.Text, -1) {
		switch {
		case m[1] <= p.From:
			s.start = m[1]
		case m[0] >= p.To-1:
			s.end = min(s.end, m[0]+1)
		case m[1] < p.To:
			return nil, false
		}
	}
	s.verb = s.findVerb()
	return s, true
}

// text is the sentence alone.
func (s *sentence) text() string { return s.Text[s.start:s.end] }

// findVerb finds the first auxiliary in the words that carry the verdict or,
// where they have none, the only one of the sentence if it stands before them.
func (s *sentence) findVerb() *verb {
	from := s.From
	found := auxiliary.FindStringIndex(s.Text[s.From:s.To])
	if found == nil {
		from = s.start
		if all := auxiliary.FindAllStringIndex(s.text(), 2); len(all) == 1 && s.start+all[0][0] < s.From {
			found = all[0]
		}
	}
	if found == nil || !s.governs(from, from+found[0]) {
		return nil
	}
	// The span may end between "shall" and "not".
	m := auxiliary.FindStringSubmatchIndex(s.Text[from+found[0] : s.end])
	v := &verb{from: from + found[0], to: from + found[0] + m[1]}
	if m[2] < 0 { // a contraction has no plain shape
		return nil
	}
	v.word = strings.ToLower(s.Text[v.from : v.from+m[3]])
	v.negated = m[4] >= 0
	if v.negated {
		v.notFrom = v.from + m[4]
	}
	return v
}

// governs reports whether an auxiliary at byte at speaks for the words that
// carry the verdict: it is in the clause that begins at from, is not that of a
// second verb ("keeps a log and shall"), and no mark parts it from them.
func (s *sentence) governs(from, at int) bool {
	between := s.Text[min(at, s.From):s.From]
	return !clauseOpener.MatchString(s.Text[from:at]) && !secondVerb.MatchString(s.Text[from:at]) && !strings.ContainsAny(between, ",;:")
}

// before is the part of the sentence in front of the verb, after what stands
// behind it.
func (s *sentence) before() string { return s.Text[s.start:s.verb.from] }
func (s *sentence) after() string  { return s.Text[s.verb.to:s.end] }

// modal reports whether the verb is one of the words.
func (s *sentence) modal(words ...string) bool {
	if s.verb == nil {
		return false
	}
	for _, w := range words {
		if s.verb.word == w {
			return true
		}
	}
	return false
}

// turned reports whether a part of the sentence holds a word that turns a
// clause around.
func turned(part string) bool { return negator.MatchString(harmless.ReplaceAllString(part, "")) }

// single reports whether the sentence has one clause only, so that what is put
// at its end belongs to the duty or ban.
func (s *sentence) single() bool {
	text := s.text()
	return !strings.ContainsAny(text, ":;\n(") && !clauseOpener.MatchString(text) && len(auxiliary.FindAllString(text, 2)) == 1
}

// replace returns the passage with other words in the place of from to to.
func (s *sentence) replace(from, to int, words string) string {
	return s.Text[:from] + words + s.Text[to:]
}

// append returns the passage with words put in front of the sentence's end.
func (s *sentence) append(words string) string {
	end := s.end
	for end > s.start && strings.ContainsRune(".!?", rune(s.Text[end-1])) {
		end--
	}
	return s.replace(end, end, words)
}

// capitalize makes the first letter a capital.
func capitalize(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	if r < 'a' || r > 'z' {
		return text
	}
	return string(r-'a'+'A') + text[size:]
}
