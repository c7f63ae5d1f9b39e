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
	p := &phraseParser{rest: text, vocabulary: v}
	all, err := p.alternatives()
	if err == nil && p.peek() != "" {
		err = fmt.Errorf("unexpected %q", p.peek())
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

type phraseParser struct {
	rest       string
	vocabulary vocabulary
	depth      int
}

// next returns the next word or sign and moves behind it.
func (p *phraseParser) next() string {
	tok := p.peek()
	p.rest = strings.TrimLeft(p.rest, blanks)[len(tok):]
	return tok
}

// blanks separate words; a hyphen does too, as it does in contracts.
const blanks = " \t\n-"

// peek returns the next word or sign.
func (p *phraseParser) peek() string {
	s := strings.TrimLeft(p.rest, blanks)
	if s == "" {
		return ""
	}
	if strings.ContainsRune("()|?", rune(s[0])) {
		return s[:1]
	}
	if s[0] == '<' {
		if end := strings.IndexByte(s, '>'); end > 0 {
			return s[:end+1]
		}
	}
	if end := strings.IndexAny(s, blanks+"()|?<"); end > 0 {
		return s[:end]
	}
	return s
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
		seq, err := p.sequence()
		if err != nil {
			return nil, err
		}
		all = append(all, seq)
		if p.peek() != "|" {
			return all, nil
		}
		p.next()
	}
}

// sequence reads parts up to a "|", a ")" or the end.
func (p *phraseParser) sequence() (language.Phrase, error) {
	var seq language.Phrase
	for {
		switch p.peek() {
		case "", "|", ")":
			return seq, nil
		}
		part, err := p.part()
		if err != nil {
			return nil, err
		}
		if seq = append(seq, part); seq.Words() > mostWords {
			return nil, fmt.Errorf("holds more than %d words", mostWords)
		}
	}
}

// part reads a word, a term or a bracket, with its question mark.
func (p *phraseParser) part() (part language.Part, err error) {
	switch tok := p.next(); {
	case tok == "(":
		if part.Any, err = p.alternatives(); err != nil {
			return part, err
		}
		if p.peek() != ")" {
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
	if p.peek() == "?" {
		p.next()
		part.Optional = true
	}
	return part, nil
}
