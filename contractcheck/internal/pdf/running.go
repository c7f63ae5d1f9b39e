package pdf

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
)

// Running heads and feet are lines at the edge of many pages that differ in
// numbers only. They are told apart from the text so that a sentence that goes
// on over the page is not cut by them.
const (
	edgeLines      = 4   // lines at each edge that may be running
	maxRunning     = 200 // bytes in a running line
	heightStep     = 6.0 // points; a running line keeps its height
	minRepetitions = 3   // pages, or both of two
	minShare       = 0.3 // of all pages; heads of even pages have half of them
	marginSpace    = 1.2 // times the leading between running lines and text
)

var (
	digits     = regexp.MustCompile(`\d+|\b[ivxlc]+\b`)
	pageNumber = regexp.MustCompile(`^(?i:[-–—|\s]*(page|p\.|seite)?\s*#\s*((of|/|\||-|–)\s*#)?[-–—|\s]*)$`)
)

// runningKey is what a running line has in common on all its pages.
type runningKey struct {
	text   string
	height int
}

// markRunning sets the marginal flag of running lines.
func markRunning(pages [][]line) {
	repeated := map[runningKey]int{}
	for _, lines := range pages {
		onPage := map[runningKey]bool{}
		for _, inwards := range edges(lines) {
			for _, i := range inwards[:min(edgeLines, len(inwards))] {
				for _, key := range runningKeys(lines[i]) {
					onPage[key] = true
				}
			}
		}
		for key := range onPage {
			repeated[key]++
		}
	}
	needed := min(minRepetitions, max(2, len(pages)))
	needed = max(needed, int(math.Ceil(minShare*float64(len(pages)))))
	for _, lines := range pages {
		for _, inwards := range edges(lines) {
			markEdge(lines, inwards, repeated, needed)
		}
	}
}

// edges returns the indexes of the lines from the top of the page down, and
// from the bottom up, without those that are marginal whatever they repeat.
func edges(lines []line) [2][]int {
	down := make([]int, 0, len(lines))
	for i, l := range lines {
		if !l.marginal {
			down = append(down, i)
		}
	}
	slices.SortStableFunc(down, func(a, b int) int { return cmp.Compare(lines[b].y, lines[a].y) })
	up := slices.Clone(down)
	slices.Reverse(up)
	return [2][]int{down, up}
}

// markEdge marks lines from an edge inwards, up to the first that is text.
// What no space separates from the text belongs to it.
func markEdge(lines []line, inwards []int, repeated map[runningKey]int, needed int) {
	leading := leadings(lines)
	running := 0
	for running < min(edgeLines, len(inwards)) && isRunning(lines[inwards[running]], repeated, needed) {
		running++
	}
	for running > 0 && running < len(inwards) && !apart(lines[inwards[running-1]], lines[inwards[running]], leading) {
		running--
	}
	for _, i := range inwards[:running] {
		lines[i].marginal = true
	}
}

// apart reports whether the space between two lines is larger than that
// between the lines of a paragraph.
func apart(a, b line, leading map[int]float64) bool {
	gap := math.Abs(a.y - b.y)
	return gap > marginSpace*min(leading[a.region]*a.size, leading[b.region]*b.size)
}

func isRunning(l line, repeated map[runningKey]int, needed int) bool {
	keys := runningKeys(l)
	if len(keys) > 0 && pageNumber.MatchString(keys[0].text) && strings.Contains(keys[0].text, "#") {
		return true
	}
	return slices.ContainsFunc(keys, func(k runningKey) bool { return repeated[k] >= needed })
}

// runningKeys returns the line's key with the heights that it may share.
func runningKeys(l line) []runningKey {
	if len(l.text) > maxRunning {
		return nil
	}
	text := strings.Join(strings.Fields(strings.ToLower(l.text)), " ")
	text = digits.ReplaceAllString(text, "#")
	step := int(math.Round(l.y / heightStep))
	return []runningKey{{text, step}, {text, step + 1}}
}
