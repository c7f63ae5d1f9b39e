package markdown

import (
	"regexp"
	"strings"
)

// blockTags are the HTML elements that shape the text, and the Markdown that
// stands for their start and end tags.
var blockTags = map[string][2]string{
	"h1": {"\n\n# ", "\n\n"}, "h2": {"\n\n## ", "\n\n"}, "h3": {"\n\n### ", "\n\n"},
	"h4": {"\n\n#### ", "\n\n"}, "h5": {"\n\n##### ", "\n\n"}, "h6": {"\n\n###### ", "\n\n"},
	"li": {"\n- ", ""}, "ul": {"\n\n", "\n\n"}, "ol": {"\n\n", "\n\n"},
	"p": {"\n\n", "\n\n"}, "div": {"\n\n", "\n\n"}, "table": {"\n\n", "\n\n"}, "tr": {"\n\n", "\n\n"},
	"td": {" | ", ""}, "th": {" | ", ""}, "br": {"\n", "\n"}, "blockquote": {"\n\n", "\n\n"},
	"section": {"\n\n", "\n\n"}, "details": {"\n\n", "\n\n"}, "summary": {"\n\n", "\n\n"},
	"center": {"\n\n", "\n\n"}, "dt": {"\n\n", ""}, "dd": {"\n\n", ""}, "hr": {"\n\n", ""},
}

// inlineTags go without a trace. Only known elements are tags: "<Customer>" is
// a blank to be filled in, and stays.
var inlineTags = words(`a abbr b bdi bdo big cite code col colgroup dfn dl em figcaption figure font footer header
	i img input ins kbd label main mark nav pre q ruby s samp small span strong sub sup tbody tfoot thead tt u var wbr`)

// unseenTags hide what stands between them, or strike it through.
var unseenTags = words("script style template head del strike")

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}

// tag matches an HTML tag with its attributes.
var tag = regexp.MustCompile(`^<(/?)([A-Za-z][A-Za-z0-9]*)(?:\s+[^<>"']*(?:"[^"<]*"[^<>"']*|'[^'<]*'[^<>"']*)*)?\s*/?>`)

// maxTag bounds the length of a tag, in bytes.
const maxTag = 2000

// replaceHTML drops comments and tags, and puts Markdown in the place of the
// tags that shape the text. Code stays as it is.
func (r *reader) replaceHTML(source string) string {
	if !strings.Contains(source, "<") {
		return source
	}
	var out strings.Builder
	spans := codeSpans{text: source}
	unclosed := map[string]bool{} // elements whose end tag is known to lack
	for i := 0; i < len(source); {
		switch c := source[i]; {
		case c == '\\' && i+1 < len(source):
			out.WriteString(source[i : i+2])
			i += 2
		case c == '`':
			end := spans.end(i)
			out.WriteString(source[i:end])
			i = end
		case c == '<':
			replacement, n := r.replaceTag(source[i:], unclosed)
			out.WriteString(replacement)
			i += n
		default:
			next := strings.IndexAny(source[i+1:], "\\`<")
			if next < 0 {
				next = len(source) - i - 1
			}
			out.WriteString(source[i : i+1+next])
			i += 1 + next
		}
	}
	return out.String()
}

// replaceTag returns what stands for the tag or comment at the start of s, and
// its length.
func (r *reader) replaceTag(s string, unclosed map[string]bool) (string, int) {
	if strings.HasPrefix(s, "<!--") {
		if !unclosed["!--"] {
			if end := strings.Index(s[4:], "-->"); end >= 0 {
				return "", 4 + end + 3
			}
		}
		unclosed["!--"] = true
		return "", 4 // an unclosed comment must not hide the rest
	}
	m := tag.FindStringSubmatch(s[:min(len(s), maxTag)])
	if m == nil {
		return "<", 1
	}
	name, isEnd := strings.ToLower(m[2]), m[1] == "/"
	if unseenTags[name] {
		return "", r.unseen(s, name, len(m[0]), isEnd, unclosed)
	}
	if forms, ok := blockTags[name]; ok {
		if isEnd {
			return forms[1], len(m[0])
		}
		return forms[0], len(m[0])
	}
	if inlineTags[name] {
		return "", len(m[0])
	}
	return "<", 1
}

// unseen returns the length of a hidden element from its start tag on, or of
// the tag alone if it is not closed.
func (r *reader) unseen(s, name string, tagLength int, isEnd bool, unclosed map[string]bool) int {
	if isEnd || unclosed[name] {
		return tagLength
	}
	end := strings.Index(strings.ToLower(s[:min(len(s), maxUnseen)]), "</"+name)
	if end < 0 {
		unclosed[name] = true
		return tagLength
	}
	if name == "del" || name == "strike" {
		r.struck++
	}
	if closing := strings.IndexByte(s[end:], '>'); closing >= 0 {
		return end + closing + 1
	}
	return len(s)
}

// maxUnseen bounds the search for an end tag, in bytes, so that many hidden
// elements cost no more than the text they hide.
const maxUnseen = 64 << 10

// codeSpans finds the ends of code spans and fenced blocks in linear time: it
// remembers for which lengths no closing run of backticks is left.
type codeSpans struct {
	text string
	none map[int]bool
}

// end returns the index behind the code span that begins at i, or behind the
// run of backticks if nothing closes it.
func (c *codeSpans) end(i int) int {
	n := runLength(c.text[i:], '`')
	if !c.none[n] {
		for j := i + n; j < len(c.text); {
			next := strings.IndexByte(c.text[j:], '`')
			if next < 0 {
				break
			}
			j += next
			m := runLength(c.text[j:], '`')
			if j += m; m == n {
				return j
			}
		}
		if c.none == nil {
			c.none = map[int]bool{}
		}
		c.none[n] = true
	}
	return i + n
}

func runLength(s string, c byte) int {
	n := 0
	for n < len(s) && s[n] == c {
		n++
	}
	return n
}
