package rules

import (
	"fmt"
	"strings"

	"example.org/contractcheck/contractcheck/internal/language"
)

// mostWords bounds the words and terms of one phrase, alternatives all counted.
const mostWords = 5000

// vocabulary resolves <term> inside of phrases.
type vocabulary interface {
	// term returns the id of a term, of which no phrase may hold itself.
	term(name string) (language.TermID, error)
}

// parsePhrases reads phrases separated by "|": words with alternatives
// "(a | b)", optional parts "x?" and terms "<t>".
func parsePhrases(text string, v vocabulary) ([]language.Phrase, error) {
	p := newPhraseParser(text, v)
	all, err := p.alternatives()
	if err == nil && p.ahead != "" {
		err = fmt.Errorf("unexpected %q", p.ahead)
	}
	if err != nil {
		return nil, err
	}
	for _, phrase := range all {
		if canBeEmpty(phrase) {
			return nil, fmt.Errorf("the phrase can be empty: every part of it is optional")
		}
	}
	return all, nil
}

func canBeEmpty(p language.Phrase) bool {
	for _, part := range p {
		if !part.Optional && (part.Word != "" || part.Term != 0 || !anyEmpty(part.Any)) {
			return false
		}
	}
	return true
}

func anyEmpty(all []language.Phrase) bool {
	for _, p := range all {
		if canBeEmpty(p) {
			return true
		}
	}
	return false
}

// phraseParser reads a text word by word.
type phraseParser struct {
	rest       string // what stands behind the next word
	ahead      string // the next word or sign; empty at the end
	words      int    // words and terms of the phrase so far
	vocabulary vocabulary
	depth      int
}

func newPhraseParser(text string, v vocabulary) *phraseParser {
	p := &phraseParser{rest: text, vocabulary: v}
	p.next()
	return p
}

// next returns the next word or sign and moves behind it.
func (p *phraseParser) next() string {
	tok := p.ahead
	p.ahead, p.rest = cutWord(p.rest)
	return tok
}

// delimiters hold what ends a word: 'b' for a blank, which separates words, and
// a hyphen does too, as it does in contracts; 's' for a sign.
var delimiters = [256]byte{' ': 'b', '\t': 'b', '\n': 'b', '-': 'b', '(': 's', ')': 's', '|': 's', '?': 's', '<': 's'}

// cutWord returns the first word or sign of s, and what stands behind it.
func cutWord(s string) (word, rest string) {
	i := 0
	for i < len(s) && delimiters[s[i]] == 'b' {
		i++
	}
	s = s[i:]
	if s == "" {
		return "", ""
	}
	if s[0] == '<' {
		if end := strings.IndexByte(s, '>'); end > 0 {
			return s[:end+1], s[end+1:]
		}
	} else if delimiters[s[0]] == 's' {
		return s[:1], s[1:]
	}
	end := 1
	for end < len(s) && delimiters[s[end]] == 0 {
		end++
	}
	return s[:end], s[end:]
}

// alternatives reads sequences separated by "|".
func (p *phraseParser) alternatives() ([]language.Phrase, error) {
	const deepest = 8
	if p.depth++; p.depth > deepest {
		return nil, fmt.Errorf("more than %d levels of brackets", deepest)
	}
	defer func() { p.depth-- }()
	var all []language.Phrase
	for {
		if p.depth == 1 {
			p.words = 0 // a new phrase begins
		}
		seq, err := p.sequence()
		if err != nil {
			return nil, err
		}
		all = append(all, seq)
		if p.ahead != "|" {
			return all, nil
		}
		p.next()
	}
}

// sequence reads parts up to a "|", a ")" or the end.
func (p *phraseParser) sequence() (language.Phrase, error) {
	var seq language.Phrase
	for {
		switch p.ahead {
		case "", "|", ")":
			return seq, nil
		}
		part, err := p.part()
		if err != nil {
			return nil, err
		}
		seq = append(seq, part)
	}
}

// part reads a word, a term or a bracket, with its question mark.
func (p *phraseParser) part() (part language.Part, err error) {
	tok := p.next()
	if strings.HasPrefix(tok, "...") {
		return part, fmt.Errorf("%q is a gap, which stands between the parts of a pattern only", tok)
	}
	if tok != "(" {
		if p.words++; p.words > mostWords {
			return part, fmt.Errorf("holds more than %d words", mostWords)
		}
	}
	switch {
	case tok == "(":
		if part.Any, err = p.alternatives(); err != nil {
			return part, err
		}
		if p.ahead != ")" {
			return part, fmt.Errorf("a bracket is not closed")
		}
		p.next()
	case tok == "?":
		return part, fmt.Errorf("a question mark must follow a word or a bracket")
	case strings.HasPrefix(tok, "<"):
		if !strings.HasSuffix(tok, ">") {
			return part, fmt.Errorf("%q is not closed by >", tok)
		}
		if part.Term, err = p.vocabulary.term(tok[1 : len(tok)-1]); err != nil {
			return part, err
		}
	case tok == "=":
		return part, fmt.Errorf("no word follows the =")
	case strings.EqualFold(strings.TrimPrefix(tok, "="), "cannot"): // a text's is cut in two as well
		part.Any = []language.Phrase{{{Word: "can"}, {Word: "not"}}}
	default:
		part.Word = strings.ToLower(tok)
	}
	if p.ahead == "?" {
		p.next()
		part.Optional = true
	}
	return part, nil
}
