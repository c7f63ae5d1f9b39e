package exhibit

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// headed returns the names of the parts that have a heading in a text, or that
// speak of themselves in it: "this Exhibit C".
func headed(text string, mentions []Mention) []string {
	var names []string
	var list parts
	for _, m := range mentions {
		if strings.HasSuffix(strings.TrimRight(text[:m.phrase], " \n"), "this") {
			names = append(names, m.Name)
			continue
		}
		start, end := lineAround(text, m)
		if !heads(text, m, start, end) {
			continue
		}
		if !list.isNext(text, m, start) {
			names = append(names, list.held()...)
			list = parts{}
		}
		list.names, list.end = append(list.names, m.Name), end
		list.long = list.long || end-start > longestHeading
	}
	return append(names, list.held()...)
}

// parts are headings that follow upon each other, with nothing between them.
type parts struct {
	names []string
	end   int  // of the last one's line
	long  bool // a line holds more than a heading
}

// isNext reports whether a heading, in the line at start, is one more of them.
func (p *parts) isNext(text string, m Mention, start int) bool {
	if len(p.names) == 0 || start < p.end || strings.TrimSpace(text[p.end:start]) != "" {
		return false
	}
	kind, _, _ := strings.Cut(m.Name, " ")
	return strings.HasPrefix(p.names[0], kind)
}

// shortestList is how many headings on end make a list of the parts, which holds
// none of them. Two may be slips in front of pictures.
const shortestList = 3

// held returns the parts that the headings are those of: all of them, or the
// last one of a list, which the part itself may follow.
func (p *parts) held() []string {
	if p.long || len(p.names) < shortestList {
		return p.names
	}
	return p.names[len(p.names)-1:]
}

// longestLine is how far the ends of a line are looked for, in bytes: what is
// longer is no heading.
const longestLine = 200

// lineAround returns the bounds of the line that a mention begins in, or of the
// part of a long one around it.
func lineAround(text string, m Mention) (start, end int) {
	start, end = max(0, m.Start-longestLine), min(len(text), m.End+longestLine)
	if i := strings.LastIndexAny(text[start:m.Start], "\n\f"); i >= 0 {
		start += i + 1
	}
	if i := strings.IndexAny(text[m.End:end], "\n\f"); i >= 0 {
		end = m.End + i
	}
	return start, end
}

// longestHeading is the length of the longest line that counts as a heading
// wherever it names a part, in bytes.
const longestHeading = 90

// heads reports whether a mention could be the heading of the part: where it
// begins a line and no sentence, or stands in a short line that is a title.
func heads(text string, m Mention, start, end int) bool {
	if goesOn(text[m.End:end]) {
		return false
	}
	before := text[start:m.Start]
	return strings.IndexFunc(before, isWordRune) < 0 || end-start <= longestHeading && isTitle(text[start:end])
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// goesOn reports whether a sentence goes on behind the name of a part: "Exhibit
// A sets forth", "Exhibit A, which".
func goesOn(after string) bool {
	after = strings.TrimLeft(after, " \t")
	r, _ := utf8.DecodeRuneInString(after)
	return r == ',' || unicode.IsLower(r) && !strings.HasPrefix(after, "to ") && !strings.HasPrefix(after, "page")
}

// isTitle reports whether each longer word of a line begins with a capital, and
// no full stop ends it.
func isTitle(line string) bool {
	const short = 4 // letters, as "with" has
	for _, w := range strings.Fields(line) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && len(w) > short {
			return false
		}
	}
	return !strings.HasSuffix(strings.TrimSpace(line), ".")
}
