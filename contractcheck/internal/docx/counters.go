package docx

import (
	"strings"

	"example.org/contractcheck/contractcheck/internal/story"
)

// counters follows the lists of one story of the document. Lists that share
// an abstract list count on together (17.9.15).
type counters struct {
	numbering numbering
	styles    styleSheet
	values    map[*abstractList]*[maxLevels]counter
	// restarted are the overrides of a start that have had their effect.
	restarted map[override]bool
}

type counter struct {
	value   int
	running bool
}

type override struct {
	list  *list
	level int
}

func newCounters(n numbering, s styleSheet) *counters {
	return &counters{numbering: n, styles: s, values: map[*abstractList]*[maxLevels]counter{}, restarted: map[override]bool{}}
}

// maxStyleLinks bounds the links from a list over a numbering style to
// another list; one is what Word writes.
const maxStyleLinks = 4

// resolve returns the list of an id with its levels, or false if there is
// none.
func (c *counters) resolve(numID string) (*list, *abstractList, bool) {
	for range maxStyleLinks {
		l := c.numbering.lists[numID]
		if l == nil {
			return nil, nil, false
		}
		abstract := c.numbering.abstract[l.abstract]
		if abstract == nil {
			return nil, nil, false
		}
		if abstract.numStyleLink == "" {
			return l, abstract, true
		}
		id := inherited(c.styles, abstract.numStyleLink, func(_ string, def *style) *string { return def.numID })
		if id == nil {
			return nil, nil, false
		}
		numID = *id
	}
	return nil, nil, false
}

// linkedLevel returns the level that is linked to a paragraph style or to one
// that it is based on.
func (c *counters) linkedLevel(numID, styleID string) *int {
	_, abstract, ok := c.resolve(numID)
	if !ok {
		return nil
	}
	return inherited(c.styles, styleID, func(id string, _ *style) *int {
		for i := range abstract.levels {
			if abstract.levels[i].style == id {
				return &i
			}
		}
		return nil
	})
}

// next counts a paragraph and returns its number or bullet as Word shows it.
func (c *counters) next(numID string, level int) string {
	l, abstract, ok := c.resolve(numID)
	if !ok || level < 0 || level >= maxLevels {
		return ""
	}
	values := c.values[abstract]
	if values == nil {
		values = &[maxLevels]counter{}
		c.values[abstract] = values
	}
	c.advance(l, abstract, values, level)
	return c.label(l, abstract, values, level)
}

func (l *list) definition(abstract *abstractList, level int) *listLevel {
	if l.level[level] != nil {
		return l.level[level]
	}
	return &abstract.levels[level]
}

// firstValue is what a level of a list counts from.
func (l *list) firstValue(abstract *abstractList, level int) int {
	if l.start[level] != nil {
		return *l.start[level]
	}
	return l.definition(abstract, level).start
}

func (c *counters) advance(l *list, abstract *abstractList, values *[maxLevels]counter, level int) {
	// A level that is skipped counts as begun.
	for i := range level {
		if !values[i].running {
			values[i] = counter{value: l.firstValue(abstract, i), running: true}
		}
	}
	current := &values[level]
	restart := override{l, level}
	switch {
	case l.start[level] != nil && !c.restarted[restart]:
		c.restarted[restart] = true
		*current = counter{value: *l.start[level], running: true}
	case current.running:
		current.value++
	default:
		*current = counter{value: l.firstValue(abstract, level), running: true}
	}
	for i := level + 1; i < maxLevels; i++ {
		if restartsAfter(l.definition(abstract, i), level) {
			values[i].running = false
		}
	}
}

// restartsAfter reports whether a level begins anew after a paragraph of an
// outer level (17.9.10).
func restartsAfter(def *listLevel, outer int) bool {
	return def.restart == nil || outer < *def.restart
}

// label fills in the pattern of a level, such as "%1.%2" (17.9.11).
func (c *counters) label(l *list, abstract *abstractList, values *[maxLevels]counter, level int) string {
	def := l.definition(abstract, level)
	if def.format == "bullet" {
		return story.Bullet(def.text)
	}
	var out strings.Builder
	for i := 0; i < len(def.text); i++ {
		if def.text[i] != '%' || i+1 >= len(def.text) || def.text[i+1] < '1' || def.text[i+1] > '0'+maxLevels {
			out.WriteByte(def.text[i])
			continue
		}
		i++
		n := int(def.text[i] - '1')
		format := l.definition(abstract, n).format
		if def.legal {
			format = "decimal"
		}
		out.WriteString(formatNumber(values[n].value, format))
	}
	return strings.TrimSpace(out.String())
}
