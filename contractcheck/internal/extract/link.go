package extract

import (
	"strconv"
	"strings"
	"unicode"
)

// Link is a stretch of the text that leads to an address which its words do not
// say. Start and End are byte offsets in Text.Content.
type Link struct {
	Start, End int
	Target     string // an http or https address
}

// maxTarget is the longest address that is kept, in bytes; longer ones carry
// data rather than name a page.
const maxTarget = 2048

// Links numbers the targets of a document's links while it is read. The zero
// value has none.
type Links struct {
	targets []string
	numbers map[string]int
}

// The marks of a link stand in its text: linkStart, the number of its target,
// linkEnd, its words, linkEnd. So they pass through whatever is done to a text
// before it is a block. Neither is a character that XML allows; readers of
// other formats take them out of their source with WithoutMarks.
const (
	linkStart = '\uFFFE'
	linkEnd   = '\uFFFF'
)

// WithoutMarks takes out of a text what would pass for the mark of a link.
func WithoutMarks(text string) string {
	if !hasMark(text) {
		return text
	}
	return strings.Map(func(c rune) rune {
		if c == linkStart || c == linkEnd {
			return -1
		}
		return c
	}, text)
}

// hasMark looks for the first byte of both marks, which is rare by itself.
func hasMark(text string) bool {
	return strings.IndexByte(text, 0xEF) >= 0 && strings.ContainsAny(text, string([]rune{linkStart, linkEnd}))
}

// Mark cleans a text and marks it as the words of a link. White space around
// them stays outside, and what leads to no page of the web is no link.
func (l *Links) Mark(text, target string) string {
	number, ok := l.number(target)
	if !ok {
		return text
	}
	text = Clean(text)
	words := strings.TrimSpace(text)
	if words == "" {
		return text
	}
	before, after, _ := strings.Cut(text, words)
	return before + string(linkStart) + strconv.Itoa(number) + string(linkEnd) + words + string(linkEnd) + after
}

// number returns the number of a target, or false for one that is not kept.
func (l *Links) number(target string) (int, bool) {
	if len(target) > maxTarget { // even to look it up takes time with its length
		return 0, false
	}
	target = strings.TrimSpace(target)
	if n, ok := l.numbers[target]; ok {
		return n, true
	}
	if !isWeb(target) || strings.ContainsFunc(target, unseemly) {
		return 0, false
	}
	if l.numbers == nil {
		l.numbers = map[string]int{}
	}
	n := len(l.targets)
	l.numbers[target] = n
	l.targets = append(l.targets, target)
	return n, true
}

func isWeb(target string) bool {
	scheme, rest, ok := strings.Cut(target, "://")
	return ok && rest != "" && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// unseemly characters stand in no address.
func unseemly(c rune) bool {
	return unicode.IsSpace(c) || unicode.In(c, unicode.Cc, unicode.Cf) || c == unicode.ReplacementChar
}

// Unlinked returns a text without the marks of its links.
func Unlinked(text string) string {
	plain, _ := (*Links)(nil).resolve(text)
	return plain
}

// resolve takes the marks out of a text and returns the links, with offsets in
// what is left. Neighbours with the same target are one. A nil Links knows no
// targets.
func (l *Links) resolve(text string) (string, []Link) {
	if !hasMark(text) {
		return text, nil
	}
	var out strings.Builder
	var links []Link
	for {
		before, marked, ok := strings.Cut(text, string(linkStart))
		out.WriteString(before)
		if !ok {
			return out.String(), links
		}
		number, rest, _ := strings.Cut(marked, string(linkEnd))
		var words string
		words, text, _ = strings.Cut(rest, string(linkEnd))
		start := out.Len()
		out.WriteString(words)
		if n, err := strconv.Atoi(number); err == nil && l != nil && n < len(l.targets) {
			links = join(links, Link{Start: start, End: out.Len(), Target: l.targets[n]}, before)
		}
	}
}

// join adds a link. Between is what stands before it, behind the last one.
func join(links []Link, next Link, between string) []Link {
	if n := len(links); n > 0 && links[n-1].Target == next.Target && strings.TrimSpace(between) == "" {
		links[n-1].End = next.End
		return links
	}
	return append(links, next)
}

// says reports whether the words of a link name its target.
func says(words, target string) bool {
	return strings.Contains(bareAddress(words), bareAddress(target))
}

// bareAddress returns an address in lower case and without what people leave
// out of it.
func bareAddress(s string) string {
	s = strings.ToLower(strings.Join(strings.Fields(s), ""))
	s = strings.TrimPrefix(strings.TrimPrefix(s, "https://"), "http://")
	return strings.TrimSuffix(strings.TrimPrefix(s, "www."), "/")
}
