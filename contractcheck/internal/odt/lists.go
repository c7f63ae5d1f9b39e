package odt

import (
	"encoding/xml"
	"slices"
	"strconv"
	"strings"

	"example.org/contractcheck/contractcheck/internal/linemark"
	"example.org/contractcheck/contractcheck/internal/story"
	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

const (
	maxLevels = 10 // 19.880
	// outlineStyle names the numbers of headings among the list styles (16.34).
	// No list style of a file has a name with a space.
	outlineStyle = "the outline"
)

// level is the definition of one level of a list style (16.31).
type level struct {
	bullet         string
	format         string // num-format: 1, a, A, i, I, or "" for no number
	repeated       bool   // aa, bb, cc and not aa, ab, ac behind z
	prefix, suffix string
	pattern        string // "%1%.%2%", where the file has one
	shown          int    // how many levels the number shows
	start          int
	cut            bool // prefix, suffix or pattern was longer
}

type listStyle [maxLevels]level

// lists holds the list styles and follows the lists of a document.
type lists struct {
	styles map[string]*listStyle
	byID   map[string]*counters
	last   map[string]*counters // the list that came last, by its style
}

// counters are the numbers of one list, of which a level that is not running
// begins anew.
type counters [maxLevels]struct {
	value   int
	running bool
}

func newLists() *lists {
	return &lists{styles: map[string]*listStyle{}, byID: map[string]*counters{}, last: map[string]*counters{}}
}

func (l *lists) readStyle(x *xmlstream.Reader, name string) error {
	def := &listStyle{}
	l.styles[name] = def
	return x.Children(func(el xml.StartElement) error {
		if n, err := strconv.Atoi(attr(el, "level")); err == nil && n >= 1 && n <= maxLevels {
			def[n-1] = newLevel(el)
		}
		return x.Skip()
	})
}

func newLevel(el xml.StartElement) level {
	def := level{
		format: attr(el, "num-format"), repeated: attr(el, "num-letter-sync") == "true",
		shown: count(el, "display-levels", maxLevels), start: 1,
	}
	def.prefix = def.text(el, "num-prefix")
	def.suffix = def.text(el, "num-suffix")
	def.pattern = def.text(el, "num-list-format")
	if start, err := strconv.Atoi(attr(el, "start-value")); err == nil {
		def.start = start
	}
	switch nameOf(el) {
	case "text:list-level-style-bullet":
		def.bullet = story.Bullet(attr(el, "bullet-char"))
	case "text:list-level-style-image":
		def.bullet = "•"
	}
	return def
}

// text returns what an attribute adds to the numbers of a level.
func (d *level) text(el xml.StartElement, name string) string {
	text, cut := story.NumberText(attr(el, name))
	d.cut = d.cut || cut
	return text
}

// cutsText reports whether what a level adds to its numbers was cut.
func (l *lists) cutsText() bool {
	for _, def := range l.styles {
		if slices.ContainsFunc(def[:], func(d level) bool { return d.cut }) {
			return true
		}
	}
	return false
}

// listPlace is where in the lists a paragraph stands.
type listPlace struct {
	style    string
	counters *counters
	level    int // from 1; 0 outside of lists
	item     *listItem
}

// listItem is an item of a list. Its first paragraph has its number.
type listItem struct {
	numbered bool
	start    *int
}

// enter returns the place within a list that begins at a place (5.3.1).
func (l *lists) enter(el xml.StartElement, in listPlace) listPlace {
	if style := attr(el, "style-name"); style != "" {
		in.style = style
	}
	if in.level++; in.level > 1 {
		return in
	}
	continued := l.byID[attr(el, "continue-list")]
	if continued == nil && attr(el, "continue-numbering") == "true" {
		continued = l.last[in.style]
	}
	if continued == nil {
		continued = &counters{}
	}
	in.counters = continued
	l.last[in.style] = continued
	if id := attr(el, "id"); id != "" {
		l.byID[id] = continued
	}
	return in
}

// label counts a paragraph at a place and returns its number or bullet. Style is
// the list style of its paragraph style, for a list that has none.
func (l *lists) label(in listPlace, style string) string {
	if in.level == 0 || in.level > maxLevels || in.item == nil || in.item.numbered {
		return ""
	}
	in.item.numbered = true
	if in.style != "" {
		style = in.style
	}
	def := l.styles[style]
	if def == nil {
		return ""
	}
	in.counters.advance(def, in.level-1, in.item.start)
	return def.label(in.counters, in.level-1)
}

// heading counts a heading of an outline level, from 1, and returns its number.
func (l *lists) heading(outline int, start *int) string {
	def := l.styles[outlineStyle]
	if def == nil || outline < 1 || outline > maxLevels {
		return ""
	}
	c := l.last[outlineStyle]
	if c == nil {
		c = &counters{}
		l.last[outlineStyle] = c
	}
	c.advance(def, outline-1, start)
	return def.label(c, outline-1)
}

func (c *counters) advance(def *listStyle, at int, start *int) {
	// A level that is skipped counts as begun.
	for i := range at {
		if !c[i].running {
			c[i].value, c[i].running = def[i].start, true
		}
	}
	switch {
	case start != nil:
		c[at].value = *start
	case c[at].running:
		c[at].value++
	default:
		c[at].value = def[at].start
	}
	c[at].running = true
	for i := at + 1; i < maxLevels; i++ {
		c[i].running = false
	}
}

// label writes the number of a level with those of the levels around it.
func (def *listStyle) label(c *counters, at int) string {
	d := &def[at]
	if d.bullet != "" {
		return d.bullet
	}
	if d.pattern != "" {
		pairs := make([]string, 0, 2*maxLevels)
		for i := range maxLevels {
			pairs = append(pairs, "%"+strconv.Itoa(i+1)+"%", def[i].number(c[i].value))
		}
		return strings.TrimSpace(strings.NewReplacer(pairs...).Replace(d.pattern))
	}
	var numbers []string
	for i := max(0, at+1-d.shown); i <= at; i++ {
		if n := def[i].number(c[i].value); n != "" {
			numbers = append(numbers, n)
		}
	}
	if len(numbers) == 0 {
		return ""
	}
	return strings.TrimSpace(d.prefix + strings.Join(numbers, ".") + d.suffix)
}

// number writes a value in the format of a level (19.500).
func (d *level) number(n int) string {
	switch d.format {
	case "":
		return ""
	case "a", "A":
		letters := linemark.Letters(n)
		if d.repeated {
			letters = linemark.RepeatedLetters(n)
		}
		if d.format == "a" {
			return strings.ToLower(letters)
		}
		return letters
	case "i":
		return strings.ToLower(linemark.Roman(n))
	case "I":
		return linemark.Roman(n)
	}
	return strconv.Itoa(n)
}
