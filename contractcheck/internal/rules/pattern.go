package rules

import (
	"regexp"
	"strconv"
	"strings"

	"example.org/contractcheck/contractcheck/internal/clausefile"
	"example.org/contractcheck/contractcheck/internal/language"
)

// pattern is a compiled word pattern: parts in order, each directly behind the
// one before or behind a gap of at most so many words. Determiners, adverbs,
// quotation marks and commas between parts do not count.
type pattern struct {
	pos     clausefile.Pos
	parts   []patternPart
	verdict Verdict
	atLeast string // parameter that the length of time in the match must reach
	when    []language.TermID
	unless  []language.TermID
	weak    []language.TermID
	reason  string
	part    string // of the requirement that the pattern holds; empty for the whole
	yields  bool   // only narrows a promise that stands elsewhere
	heeds   heeds
}

type patternPart struct {
	terms    []language.TermID // one of them
	words    []string          // or one of these function words, by their spelling
	gap      int               // words that may stand before the part
	optional bool
}

var gapRE = regexp.MustCompile(`^\.\.\.(\d{1,2})$`)

// verdictNames are the verdicts that a pattern may give.
var verdictNames = map[string]Verdict{"satisfied": Satisfied, "partial": Partial, "contradicted": Contradicted}

func (c *compiler) pattern(rule *clausefile.Rule) *pattern {
	p := &pattern{pos: rule.Pos, reason: rule.Reason, part: rule.Part, yields: rule.Yields, verdict: verdictNames[rule.Verdict.Value], atLeast: rule.AtLeast}
	p.when, p.unless, p.weak = c.optional(rule.When), c.optional(rule.Unless), c.optional(rule.Weak)
	p.heeds = heedsOf(rule.Pattern.Value)
	gap := 0
	for i, field := range patternFields(rule.Pattern.Value) {
		if m := gapRE.FindStringSubmatch(field); m != nil {
			if i == 0 {
				c.fail(rule.Pattern.Pos, "a pattern must not begin with a gap")
			}
			gap, _ = strconv.Atoi(m[1])
			continue
		}
		if strings.Contains(field, "...") {
			c.fail(rule.Pattern.Pos, "%q is no gap: expected ...N with N from 0 to 99", field)
			return nil
		}
		p.parts = append(p.parts, c.patternPart(field, gap, len(p.parts) == 0, rule.Pattern.Pos))
		gap = 0
	}
	if gap > 0 {
		c.fail(rule.Pattern.Pos, "a pattern must not end in a gap")
	}
	if len(p.parts) == 0 {
		c.fail(rule.Pattern.Pos, "the pattern is empty")
		return nil
	}
	if p.parts[0].optional {
		c.fail(rule.Pattern.Pos, "the first part of a pattern must not be optional")
	}
	return p
}

// patternPart reads "word", "(a | b)", "<term>", each with an optional "?".
// Function words are so frequent that looking for them as terms would cost
// more than all else; only the first part, which is looked for, needs a term.
func (c *compiler) patternPart(field string, gap int, first bool, at clausefile.Pos) patternPart {
	part := patternPart{gap: gap}
	if inner, ok := strings.CutSuffix(field, "?"); ok {
		part.optional, field = true, inner
	}
	if strings.HasPrefix(field, "(") && strings.HasSuffix(field, ")") {
		field = field[1 : len(field)-1]
	}
	var rest []string
	for _, alternative := range splitAlternatives(field) {
		if !first && language.IsPlainFunctionWord(alternative) {
			part.words = append(part.words, alternative)
		} else {
			rest = append(rest, alternative)
		}
	}
	if len(rest) > 0 {
		part.terms = c.termSet(clausefile.Text{Value: strings.Join(rest, " | "), Pos: at})
	}
	return part
}

// patternFields splits a pattern at the spaces outside of brackets.
func patternFields(text string) []string {
	var fields []string
	depth, start := 0, -1
	for i, r := range text {
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth--
		}
		space := r == ' ' || r == '\n' || r == '\t'
		if space && depth <= 0 {
			if start >= 0 {
				fields = append(fields, text[start:i])
			}
			start = -1
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		fields = append(fields, text[start:])
	}
	return fields
}

// find returns the tokens of the first match in the sentence that accept takes.
func (p *pattern) find(s *language.Sentence, accept func(from, to int) bool) (from, to int, ok bool) {
	for _, h := range s.Hits() {
		if !contains(p.parts[0].terms, h.Term) || idle(s, h) {
			continue
		}
		if end, ok := p.match(s, 1, h.To); ok && accept(h.From, end) {
			return h.From, end, true
		}
	}
	return 0, 0, false
}

// idle reports whether a hit is a negation that denies nothing. A phrase that
// goes on, "no less protective than", means what it says.
func idle(s *language.Sentence, h language.Hit) bool { return h.To == h.From+1 && s.Idle(h.From) }

// match tries the parts from k on behind token at.
func (p *pattern) match(s *language.Sentence, k, at int) (int, bool) {
	if k == len(p.parts) {
		return at, true
	}
	part := &p.parts[k]
	for i, words := at, 0; i <= len(s.Tokens); i++ {
		for _, h := range s.HitsAt(i) {
			if contains(part.terms, h.Term) && !idle(s, h) {
				if end, ok := p.match(s, k+1, h.To); ok {
					return end, true
				}
			}
		}
		if len(part.words) > 0 && s.SpelledAs(i, part.words) {
			if end, ok := p.match(s, k+1, i+1); ok {
				return end, true
			}
		}
		if i == len(s.Tokens) || !s.Passable(i, p.heeds.negator) {
			break
		}
		if s.Counts(i) {
			if words++; words > part.gap {
				break
			}
		}
	}
	if part.optional {
		return p.match(s, k+1, at)
	}
	return 0, false
}

func contains(set []language.TermID, id language.TermID) bool {
	for _, x := range set {
		if x == id {
			return true
		}
	}
	return false
}
