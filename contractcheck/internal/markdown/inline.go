package markdown

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// piece is a part of a block's text: literal text, or a delimiter whose
// meaning shows later.
type piece struct {
	text string
	// delimiter is '*', '_' or '~' for a run of emphasis marks, else 0.
	delimiter byte
	canOpen   bool
	canClose  bool
	// hide is the change in depth of text that does not show, at the piece.
	hide int
	// edge says whether a link begins or ends at the piece, and target where it
	// leads.
	edge   linkEdge
	target string
}

type linkEdge uint8

const (
	noEdge linkEdge = iota
	linkBegins
	linkEnds
)

// maxOpeners bounds the search for what a delimiter closes.
const maxOpeners = 100

// inliner strips the marks from the text of one block.
type inliner struct {
	reader *reader
	text   string
	pos    int
	pieces []piece
	spans  codeSpans
	// brackets are the pieces of the brackets that are open.
	brackets []int
	// unended says that no closing parenthesis follows.
	unended bool
}

// inline returns the text of a block without emphasis marks, pictures, escapes
// and entities, and with its links marked.
func (r *reader) inline(text string) string {
	if !strings.ContainsAny(text, "\\`*_~[]<&") {
		return text
	}
	in := &inliner{reader: r, text: text, spans: codeSpans{text: text}}
	for in.pos < len(text) {
		in.step()
	}
	in.matchEmphasis()
	return in.result()
}

func (in *inliner) result() string {
	var out strings.Builder
	hidden := 0
	targets := []string{""}
	for _, p := range in.pieces {
		hidden += p.hide
		switch p.edge {
		case linkBegins:
			targets = append(targets, p.target)
		case linkEnds:
			targets = targets[:len(targets)-1]
		}
		if hidden == 0 {
			out.WriteString(in.reader.links.Mark(p.text, targets[len(targets)-1]))
		}
	}
	return out.String()
}

func (in *inliner) step() {
	switch c := in.text[in.pos]; c {
	case '\\':
		in.escape()
	case '`':
		in.code()
	case '*', '_', '~':
		in.delimiter(c)
	case '!', '[':
		in.bracket()
	case ']':
		in.closeBracket()
	case '<':
		in.autolink()
	case '&':
		in.entity()
	default:
		next := strings.IndexAny(in.text[in.pos+1:], "\\`*_~![]<&")
		if next < 0 {
			next = len(in.text) - in.pos - 1
		}
		in.literal(next + 1)
	}
}

// literal takes n bytes as they are.
func (in *inliner) literal(n int) {
	in.pieces = append(in.pieces, piece{text: in.text[in.pos : in.pos+n]})
	in.pos += n
}

func (in *inliner) add(text string, length int) {
	in.pieces = append(in.pieces, piece{text: text})
	in.pos += length
}

func (in *inliner) escape() {
	rest := in.text[in.pos+1:]
	switch {
	case rest == "":
		in.literal(1)
	case rest[0] == '\n':
		in.add("\n", 2) // a hard line break
	case rest[0] < utf8.RuneSelf && (unicode.IsPunct(rune(rest[0])) || unicode.IsSymbol(rune(rest[0]))):
		in.add(rest[:1], 2)
	default:
		in.literal(1)
	}
}

func (in *inliner) code() {
	n := runLength(in.text[in.pos:], '`')
	end := in.spans.end(in.pos)
	if end == in.pos+n {
		in.literal(n)
		return
	}
	in.add(in.text[in.pos+n:end-n], end-in.pos)
}

// entity takes a character reference such as "&nbsp;".
func (in *inliner) entity() {
	const longest = 34 // bytes of the longest name in HTML
	rest := in.text[in.pos:min(len(in.text), in.pos+longest)]
	if end := strings.IndexByte(rest, ';'); end > 0 {
		if shown := html.UnescapeString(rest[:end+1]); shown != rest[:end+1] {
			in.add(extract.WithoutMarks(shown), end+1)
			return
		}
	}
	in.literal(1)
}
