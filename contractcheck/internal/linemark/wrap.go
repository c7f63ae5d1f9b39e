package linemark

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	// shortLine is the share of the block's longest line below which a line
	// ended on purpose and not by wrapping.
	shortLine = 0.6
	// indentStep is how many columns further in or out a line begins
	// something new.
	indentStep = 2
	// lookBack bounds how many lines of a block are looked at, so that a block
	// of many lines costs no more than its length.
	lookBack = 30
)

// Begins reports whether line, which follows the lines of a block without a
// blank line between, begins a list item or a numbered section. A mark in the
// middle of a sentence ("as set out in Section" / "4.2 above") does not.
func Begins(block []string, line string) bool {
	mark, ok := At(line)
	if !ok {
		return false
	}
	if len(block) == 0 {
		return true
	}
	if len(block) > lookBack {
		block = block[len(block)-lookBack:]
	}
	last := block[len(block)-1]
	if mark.Style == Bullet && (!strings.Contains(dashes, mark.Text) || isBullet(block[0])) {
		return true
	}
	if mark.Style == Enclosed && siblingInside(block, mark.Text) {
		return false
	}
	return endsProvision(last, mark.Style) || endedEarly(block) || indentChanges(last, line)
}

func isBullet(line string) bool {
	mark, ok := At(line)
	return ok && mark.Style == Bullet
}

// endsProvision reports whether the line before a mark ends what it says.
func endsProvision(last string, style Style) bool {
	last = strings.TrimRight(last, " \t\"”’)]*_")
	for _, word := range []string{" and", " or", " and/or"} {
		if before, ok := strings.CutSuffix(last, word); ok {
			last = strings.TrimRight(before, " ")
			return strings.HasSuffix(last, ";") || style == Enclosed && strings.HasSuffix(last, ",")
		}
	}
	closers := ".;:!?"
	if style == Enclosed || style == Bullet {
		closers += ",—–"
	}
	end, _ := utf8.DecodeLastRuneInString(last)
	return last != "" && strings.ContainsRune(closers, end)
}

// endedEarly reports whether the last line is much shorter than the longest.
// A single line says nothing of the width.
func endedEarly(block []string) bool {
	longest := 0
	for _, line := range block {
		longest = max(longest, len(strings.TrimSpace(line)))
	}
	last := strings.TrimSpace(block[len(block)-1])
	return float64(len(last)) < shortLine*float64(longest)
}

func indentChanges(last, line string) bool {
	change := Indent(line) - Indent(last)
	return change >= indentStep || -change >= indentStep
}

// tabWidth is the distance of tab stops, in columns.
const tabWidth = 4

// Indent returns the columns before the first visible character of a line.
func Indent(line string) int {
	columns := 0
	for _, c := range line {
		switch c {
		case ' ', '\u00a0':
			columns++
		case '\t':
			columns += tabWidth - columns%tabWidth
		default:
			return columns
		}
	}
	return columns
}

// siblingInside reports whether the item before the mark's stands within a
// line of the block: then the list runs on in the text, as in "either (a) …
// or (b) …".
func siblingInside(block []string, mark string) bool {
	before := sibling(mark)
	if before == "" {
		return false
	}
	for _, line := range block {
		if strings.Contains(strings.TrimLeft(line, " \t"), " "+before+" ") {
			return true
		}
	}
	return false
}

// numerals are enough for lists that run on in the text.
var numerals = []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"}

// sibling returns the mark before: "(a)" for "(b)", "(i)" for "(ii)"; or "".
func sibling(mark string) string {
	count := strings.Trim(mark, "().")
	around := func(s string) string { return strings.Replace(mark, count, s, 1) }
	if n, err := strconv.Atoi(count); err == nil {
		return around(strconv.Itoa(n - 1))
	}
	for i, numeral := range numerals {
		if i > 0 && numeral == count {
			return around(numerals[i-1])
		}
	}
	if len(count) == 1 && count != "a" && count != "A" {
		return around(string(count[0] - 1))
	}
	return ""
}
