package docx

import (
	"encoding/xml"
	"slices"

	"example.org/contractcheck/contractcheck/internal/story"
	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

const maxLevels = 9 // 17.9.6

// listLevel is the definition of one level of a list (17.9.6).
type listLevel struct {
	start   int
	format  string // numFmt, such as "lowerRoman"
	text    string // lvlText, such as "%1.%2"
	restart *int   // lvlRestart: 0 never, n after levels up to the nth
	legal   bool   // isLgl: all numbers as decimals
	style   string // the paragraph style that is linked to the level
	cut     bool   // the text was longer
}

// abstractList is an abstractNum (17.9.1).
type abstractList struct {
	levels [maxLevels]listLevel
	// styleLink names the numbering style whose list this one stands for.
	numStyleLink string
}

// list is a num (17.9.15): an abstract list with overrides.
type list struct {
	abstract string
	start    [maxLevels]*int
	level    [maxLevels]*listLevel
}

// numbering holds the definitions by their ids.
type numbering struct {
	abstract map[string]*abstractList
	lists    map[string]*list
}

// cutsText reports whether a level's text was cut.
func (n numbering) cutsText() bool {
	isCut := func(l listLevel) bool { return l.cut }
	for _, abstract := range n.abstract {
		if slices.ContainsFunc(abstract.levels[:], isCut) {
			return true
		}
	}
	for _, l := range n.lists {
		if slices.ContainsFunc(l.level[:], func(l *listLevel) bool { return l != nil && l.cut }) {
			return true
		}
	}
	return false
}

func newNumbering() numbering {
	return numbering{abstract: map[string]*abstractList{}, lists: map[string]*list{}}
}

// read takes one child of the numbering part.
func (n *numbering) read(x *xmlstream.Reader, el xml.StartElement) error {
	switch nameOf(el) {
	case "abstractNum":
		return n.readAbstract(x, attr(el, "abstractNumId"))
	case "num":
		return n.readList(x, attr(el, "numId"))
	}
	return x.Skip()
}

func (n *numbering) readAbstract(x *xmlstream.Reader, id string) error {
	abstract := &abstractList{}
	for i := range abstract.levels {
		abstract.levels[i].format = "none"
	}
	n.abstract[id] = abstract
	return x.Children(func(el xml.StartElement) error {
		switch nameOf(el) {
		case "numStyleLink":
			abstract.numStyleLink = attr(el, "val")
		case "lvl":
			def, err := readLevel(x)
			if i, ok := levelIndex(el); ok {
				abstract.levels[i] = def
			}
			return err
		}
		return x.Skip()
	})
}

func (n *numbering) readList(x *xmlstream.Reader, id string) error {
	l := &list{}
	n.lists[id] = l
	return x.Children(func(el xml.StartElement) error {
		switch nameOf(el) {
		case "abstractNumId":
			l.abstract = attr(el, "val")
		case "lvlOverride":
			if i, ok := levelIndex(el); ok {
				return l.readOverride(x, i)
			}
		}
		return x.Skip()
	})
}

func (l *list) readOverride(x *xmlstream.Reader, i int) error {
	return x.Children(func(el xml.StartElement) error {
		switch nameOf(el) {
		case "startOverride":
			l.start[i] = number(el)
		case "lvl":
			def, err := readLevel(x)
			l.level[i] = &def
			return err
		}
		return x.Skip()
	})
}

func levelIndex(el xml.StartElement) (int, bool) {
	level := attr(el, "ilvl")
	if len(level) != 1 || level[0] < '0' || level[0] >= '0'+maxLevels {
		return 0, false
	}
	return int(level[0] - '0'), true
}

func readLevel(x *xmlstream.Reader) (listLevel, error) {
	def := listLevel{start: 0, format: "decimal"}
	var visit func(el xml.StartElement) error
	visit = func(el xml.StartElement) error {
		switch nameOf(el) {
		case "start":
			if start := number(el); start != nil {
				def.start = *start
			}
		case "numFmt":
			def.format = attr(el, "val")
		case "lvlText":
			def.text, def.cut = story.NumberText(attr(el, "val"))
		case "lvlRestart":
			def.restart = number(el)
		case "isLgl":
			def.legal = on(el)
		case "pStyle":
			def.style = attr(el, "val")
		case "mc:AlternateContent", "mc:Fallback":
			// A number format that old versions lack has its stand-in in Fallback.
			return x.Children(visit)
		}
		return x.Skip()
	}
	return def, x.Children(visit)
}
