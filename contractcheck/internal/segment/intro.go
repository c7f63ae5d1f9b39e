package segment

import "strings"

// strength says how far a provision introduces the items behind it.
type strength uint8

const (
	closed     strength = iota // it is complete
	open                       // it has no mark at its end; items on lines of their own complete it
	introduces                 // its mark or its last word asks for items
)

// intro is the last provision as a possible stem. Its Span is without the
// colon.
type intro struct {
	Span
	index    int // of the provision
	strength strength
	depth    int // of the lists that it stands in
}

// stemWords are words that a list of items completes.
var stemWords = wordSet(`shall will must may should not never to that by of for with from in if when where
	unless following follows including include includes either both neither only solely be is are
	also than as on because when means until after before upon without cannot can`)

// introduce makes the last provision the introduction of what follows.
func (s *splitter) introduce() {
	index := len(s.provisions) - 1
	p := s.provisions[index]
	span, strength := introOf(s.text, p.Span)
	s.intro = intro{Span: span, index: index, strength: strength, depth: s.depth}
}

// introOf returns the words of a provision without the mark that introduces
// items, and how far it introduces them.
func introOf(text string, span Span) (Span, strength) {
	words := span
	words.End = trimMarks(text, span)
	last := lastWord(text, words.Start, words.End).in(text)
	switch {
	case words.Start == words.End:
		return span, closed
	case words.End < span.End:
		return words, introduces
	case strings.IndexByte(".!?;", text[span.End-1]) >= 0:
		return introducesWithPoint(text, span)
	case endsItem(text, span.Start, span.End):
		return span, closed
	case stemWords.has(last):
		return span, introduces
	}
	return span, open
}

// trimMarks returns the end of a span without a colon or dash at its end.
func trimMarks(text string, span Span) int {
	end := span.End
	for {
		before := end
		end = trimSpace(text, span.Start, end)
		for _, mark := range [...]string{":", "—", "–", "-", "*", "_"} {
			end -= len(text[span.Start:end]) - len(strings.TrimSuffix(text[span.Start:end], mark))
		}
		if end == before {
			return end
		}
	}
}

// introducesWithPoint knows the sentence "Vendor agrees to the following."
func introducesWithPoint(text string, span Span) (Span, strength) {
	words := Span{span.Start, span.End - 1}
	switch strings.ToLower(lastWord(text, words.Start, words.End).in(text)) {
	case "following", "follows":
		return words, introduces
	}
	return span, closed
}

// maxAgreement is where the words of an agreement stand at the end of
// a preamble, in bytes.
const maxAgreement = 80

// agreements are words with which the parties introduce the whole contract.
var agreements = wordSet("agree agreed covenant therefore witnesseth")

// introducesAgreement reports whether the introduction is that of the whole
// contract, "the parties agree as follows:", whose sections are no list items.
func (s *splitter) introducesAgreement() bool {
	tail := Span{max(s.intro.Start, s.intro.End-maxAgreement), s.intro.End}.in(s.text)
	for at := 0; at < len(tail); {
		word := firstWord(tail, at, len(tail))
		if agreements.has(word.in(tail)) {
			return true
		}
		at = max(word.End, at+1)
	}
	return false
}
