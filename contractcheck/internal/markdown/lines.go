package markdown

import (
	"context"
	"regexp"
	"strings"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/linemark"
)

// reader holds the block that is open and the lists around it.
type reader struct {
	builder    extract.Builder
	references map[string]string // targets of link definitions, by their labels
	links      extract.Links
	struck     int

	lines   []string // of the open block
	kind    extract.BlockKind
	level   int
	label   string // the mark of the open list item, as written
	indent  int    // of the open paragraph, in columns
	quoted  int    // depth of block quotes around the open block
	lists   []int  // columns of the marks of the lists around it
	fence   string // what closes the open code block
	inTable bool
}

var (
	atxHeading   = regexp.MustCompile(`^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$`)
	setext       = regexp.MustCompile(`^ {0,3}(=+|-+)[ \t]*$`)
	rule         = regexp.MustCompile(`^ {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$`)
	fenceStart   = regexp.MustCompile("^[ \t]*(`{3,}|~{3,})[^`]*$")
	listItem     = regexp.MustCompile(`^([ \t]*)([-*+]|\d{1,9}[.)])(?:[ \t]+(.*))?$`)
	quote        = regexp.MustCompile(`^ {0,3}>[ \t]?`)
	alert        = regexp.MustCompile(`^\[!(?i:note|tip|important|warning|caution)\]\s*$`)
	delimiterRow = regexp.MustCompile(`^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$`)
	gridBorder   = regexp.MustCompile(`^[ \t]*\+[-=+:]+\+[ \t]*$`)
	headingID    = regexp.MustCompile(`[ \t]*\{[:#][^{}]*\}[ \t]*$`)
)

// setextLines is how many lines a heading has that is marked by a line under
// it. After more lines, the line is meant as a rule.
const setextLines = 2

func (r *reader) readLines(ctx context.Context, source string) error {
	for n, more := 0, true; more; n++ {
		if n%checkEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		var line string
		line, source, more = strings.Cut(source, "\n")
		next, _, _ := strings.Cut(source, "\n")
		r.readLine(line, next)
		if r.builder.Full() && len(r.lines) > 0 {
			break // and the block that is too much marks the page
		}
	}
	r.flush()
	return nil
}

// readLine reads a line; next is the one after it, which makes a table of
// the two.
func (r *reader) readLine(line, next string) {
	line, depth := unquote(line)
	if depth != r.quoted && (depth > 0 || strings.TrimSpace(line) == "") {
		r.flush()
		r.quoted = depth
	}
	switch {
	case r.fence != "":
		r.readCode(line)
	case strings.TrimSpace(line) == "":
		r.flush()
	case fenceStart.MatchString(line):
		r.flush()
		r.fence = fenceStart.FindStringSubmatch(line)[1]
	case alert.MatchString(line), gridBorder.MatchString(line):
		r.flush()
	case r.isTableLine(line, next):
		r.readTableLine(line)
	case r.readHeading(line), r.readRule(line):
	default:
		r.readText(line)
	}
}

// unquote takes off the marks of block quotes.
func unquote(line string) (string, int) {
	depth := 0
	for {
		mark := quote.FindString(line)
		if mark == "" {
			return line, depth
		}
		line = line[len(mark):]
		depth++
	}
}

// readCode reads a line of a fenced code block. Its blank lines end a block,
// because no block holds any.
func (r *reader) readCode(line string) {
	trimmed := strings.TrimSpace(line)
	if len(trimmed) >= len(r.fence) && strings.Trim(trimmed, r.fence[:1]) == "" {
		r.flushCode()
		r.fence = ""
		return
	}
	if trimmed == "" {
		r.flushCode()
		return
	}
	r.lines = append(r.lines, line)
}

func (r *reader) flushCode() {
	r.builder.Add(extract.Paragraph, 0, linemark.WithoutBlankLines(strings.Join(r.lines, "\n")))
	r.lines = nil
}

func (r *reader) readHeading(line string) bool {
	if m := atxHeading.FindStringSubmatch(line); m != nil {
		r.flush()
		r.open(extract.Heading, len(m[1]), headingID.ReplaceAllString(m[2], ""))
		r.flush()
		return true
	}
	m := setext.FindStringSubmatch(line)
	if m == nil || len(r.lines) == 0 || len(r.lines) > setextLines || r.label != "" {
		return false
	}
	r.kind, r.level = extract.Heading, 1
	if m[1][0] == '-' {
		r.level = 2
	}
	r.flush()
	return true
}

func (r *reader) readRule(line string) bool {
	if !rule.MatchString(line) {
		return false
	}
	r.flush()
	return true
}

// readText reads a line that begins or continues a paragraph or a list item.
func (r *reader) readText(line string) {
	m := listItem.FindStringSubmatch(line)
	if m != nil && r.mayBeginItem(m[2], line) {
		r.readItem(linemark.Indent(m[1]), m[2], m[3])
		return
	}
	if len(r.lines) > 0 && !linemark.Begins(r.lines, line) {
		r.lines = append(r.lines, line)
		return
	}
	r.flush()
	r.open(extract.Paragraph, 0, line)
	if r.indent = linemark.Indent(line); r.indent == 0 {
		r.lists = r.lists[:0]
	}
}

// mayBeginItem reports whether the mark begins a list item. In the middle of
// a paragraph a number does so only where it cannot belong to the sentence.
func (r *reader) mayBeginItem(mark, line string) bool {
	if len(r.lines) == 0 || len(mark) == 1 || r.kind == extract.ListItem {
		return true
	}
	return mark == "1." || mark == "1)" || linemark.Begins(r.lines, line)
}

func (r *reader) readItem(indent int, mark, content string) {
	r.flush()
	level := r.nest(indent)
	if m := atxHeading.FindStringSubmatch(content); m != nil {
		r.open(extract.Heading, len(m[1]), mark+" "+m[2])
		r.flush()
		return
	}
	r.open(extract.ListItem, level, content)
	r.label = mark + " "
}

// nest enters the list whose marks stand at a column, and returns its level,
// from 1.
func (r *reader) nest(indent int) int {
	for len(r.lists) > 0 && r.lists[len(r.lists)-1] >= indent {
		r.lists = r.lists[:len(r.lists)-1]
	}
	r.lists = append(r.lists, indent)
	return len(r.lists)
}

func (r *reader) open(kind extract.BlockKind, level int, line string) {
	r.lines = append(r.lines[:0], line)
	r.kind, r.level, r.label = kind, level, ""
}

// flush ends the open block.
func (r *reader) flush() {
	r.inTable = false
	if len(r.lines) == 0 {
		return
	}
	for i, line := range r.lines {
		r.lines[i] = strings.TrimSpace(line)
	}
	text := linemark.WithoutBlankLines(r.inline(strings.Join(r.lines, "\n")))
	if r.kind == extract.Paragraph {
		r.classify(extract.Unlinked(text))
	}
	if text != "" {
		r.builder.AddBlock(extract.Block{Kind: r.kind, Level: r.level}, r.label+text)
	}
	r.lines = r.lines[:0]
	r.label = ""
}

// classify makes a paragraph that begins with "(a)" or "4.2" a list item.
func (r *reader) classify(text string) {
	if mark, ok := linemark.At(text); ok && mark.Style != linemark.Titled {
		r.kind = extract.ListItem
		if r.indent > 0 {
			r.level = r.nest(r.indent)
		}
	}
}
