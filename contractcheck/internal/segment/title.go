package segment

import "strings"

// title is a heading that begins at a place.
type title struct {
	Span
	class titleCase
	next  int  // where the text behind it begins
	runIn bool // a sentence follows on the same line
}

// Bounds of titles, in bytes and words. Headings that run into a sentence have
// up to nine words in contracts; longer ones are more often sentences.
const (
	maxTitle       = 120
	maxTitleWords  = 14
	maxPhraseWords = 6 // of a title that is written like a sentence
)

// titleAt finds the title that begins at a place: all up to the passage's end,
// up to the end of a line, or up to the mark before a sentence.
func titleAt(text string, at, end int) (title, bool) {
	for i, last := at, min(end, at+maxTitle+1); i < last; i++ {
		if !titleStops[text[i]] {
			continue
		}
		switch c := text[i]; {
		case c == '?' || c == '!' || c == ';':
			return title{}, false
		case c == '\n':
			if t, ok := lineTitle(text, at, i, end); ok {
				return t, true
			}
		default:
			if stop := titleMark(text, i, end); stop > i {
				return markedTitle(text, at, i, stop, end)
			}
		}
	}
	if end-at > maxTitle {
		return title{}, false
	}
	class := classify(text[at:end])
	return title{Span: Span{at, end}, class: class, next: end}, class != noTitle
}

// titleStops are the bytes at which a title may end.
var titleStops = byteSet("?!;\n.:-\xe2")

const (
	longDash  = "—"
	shortDash = "–"
)

// titleMark returns the end of the mark that may end a title at a place: a
// point that ends no abbreviation, a colon, or a dash.
func titleMark(text string, at, end int) int {
	switch c := text[at]; {
	case c == '.' || c == ':':
		next := skipSpace(text, at+1, end)
		if next == end || next > at+1 && (c == ':' || !abbreviates(text, at, next, end)) {
			return at + 1
		}
	case strings.HasPrefix(text[at:end], longDash):
		return at + len(longDash)
	case c == '-' && isSpaced(text, at, at+1, end):
		return at + 1
	case strings.HasPrefix(text[at:end], shortDash) && isSpaced(text, at, at+len(shortDash), end):
		return at + len(shortDash)
	}
	return at
}

// isSpaced reports whether text[start:stop] stands between spaces.
func isSpaced(text string, start, stop, end int) bool {
	return start > 0 && isSpace(text[start-1]) && stop < end && isSpace(text[stop])
}

// markedTitle is the title of text[at:mark], if it is one.
func markedTitle(text string, at, mark, stop, end int) (title, bool) {
	t := title{Span: Span{at, trimSpace(text, at, mark)}, class: classify(text[at:mark]), next: skipSpace(text, stop, end)}
	t.runIn = t.next < end
	switch {
	case t.class == noTitle:
		return t, false
	case !t.runIn:
		return t, t.class != phrase || text[mark] == ':'
	case text[mark] != '.' && t.class == phrase:
		return t, false
	}
	_, labelled := parseLabel(text, t.next, end)
	return t, labelled || opensSentence(text, t.next, end) || isDigit(text[t.next])
}

// lineTitle is the title of a line with capitals above a line that begins
// anew.
func lineTitle(text string, at, lineEnd, end int) (title, bool) {
	t := title{Span: Span{at, lineEnd}, class: classify(text[at:lineEnd]), next: skipSpace(text, lineEnd, end)}
	if t.class < capitalize || t.next >= end {
		return t, false
	}
	if _, labelled := parseLabel(text, t.next, end); labelled {
		return t, true
	}
	nextLine := text[t.next:min(end, t.next+maxTitle)]
	if i := strings.IndexByte(nextLine, '\n'); i >= 0 {
		nextLine = nextLine[:i]
	}
	return t, opensSentence(text, t.next, end) && classify(nextLine) < t.class
}

// isWholeTitle reports whether nothing but a title stands up to the end.
func isWholeTitle(text string, at, end int) bool {
	t, ok := titleAt(text, at, end)
	return ok && !t.runIn && t.class >= capitalize
}
