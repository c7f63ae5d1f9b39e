package report

import (
	"bytes"
	"strings"
	"unicode"
)

// The width of a terminal's lines, in columns: what is assumed where none is
// given, and the least that a mark and a title fit in.
const (
	defaultWidth = 80
	leastWidth   = 40
)

// The parameters of the SGR sequences, beside those of the verdicts.
const (
	plain = ""
	bold  = "1"
	dim   = "2"
)

// terminal lays out lines of text. Everything that is written to it passes
// collapse, so that the only escape sequences in the output are its own.
type terminal struct {
	buf    bytes.Buffer
	width  int
	colour bool
}

func newTerminal(width int, colour bool) *terminal {
	if width == 0 {
		width = defaultWidth
	}
	return &terminal{width: max(width, leastWidth), colour: colour}
}

func (t *terminal) blank() { t.buf.WriteByte('\n') }

// paragraph writes text in lines that begin at column indent.
func (t *terminal) paragraph(indent int, style, text string) {
	t.lines(indent, wrap(collapse(text), t.width-indent), style)
}

// hanging writes text behind lead, which begins at column indent and is padded
// to lane columns; the lines that follow begin under the text.
func (t *terminal) hanging(indent, lane int, style, lead, text string) {
	lead = collapse(lead)
	start := indent + max(lane, columns(lead)+1)
	lines := wrap(collapse(text), t.width-start)
	t.buf.WriteString(strings.Repeat(" ", indent))
	t.styled(style, lead)
	t.buf.WriteString(strings.Repeat(" ", start-indent-columns(lead)))
	t.buf.WriteString(lines[0])
	t.blank()
	t.lines(start, lines[1:], plain)
}

func (t *terminal) lines(indent int, lines []string, style string) {
	for _, line := range lines {
		t.buf.WriteString(strings.Repeat(" ", indent))
		t.styled(style, line)
		t.blank()
	}
}

// styled writes text, which holds no line break, in an SGR style.
func (t *terminal) styled(style, text string) {
	if !t.colour || style == plain {
		t.buf.WriteString(text)
		return
	}
	t.buf.WriteString("\x1b[" + style + "m" + text + "\x1b[0m")
}

// columns counts the columns of s.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += runeColumns(r)
	}
	return n
}

// runeColumns returns the columns of a rune: none for a combining mark, else
// one. Characters that take two, as in Chinese, count as one.
func runeColumns(r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me) {
		return 0
	}
	return 1
}

// wrap breaks text into lines of at most width columns, between words, and
// within a word that is longer than a line. It returns at least one line.
func wrap(text string, width int) []string {
	var lines []string
	line, filled := "", 0
	for _, word := range strings.Fields(text) {
		for i, piece := range pieces(word, max(width, 1)) {
			space := ""
			if i == 0 && filled > 0 {
				space = " "
			}
			if filled > 0 && filled+len(space)+columns(piece) > width {
				lines = append(lines, line)
				line, filled, space = "", 0, ""
			}
			line, filled = line+space+piece, filled+len(space)+columns(piece)
		}
	}
	return append(lines, line)
}

// pieces cuts a word into pieces of width columns; the last may have less.
func pieces(word string, width int) []string {
	var cut []string
	start, filled := 0, 0
	for i, r := range word {
		if filled+runeColumns(r) > width {
			cut = append(cut, word[start:i])
			start, filled = i, 0
		}
		filled += runeColumns(r)
	}
	return append(cut, word[start:])
}

// fit cuts s to width columns; what was cut shows as "…".
func fit(s string, width int) string {
	if columns(s) <= width {
		return s
	}
	return pieces(s, max(width-1, 1))[0] + "…"
}
