package clausefile

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// maxExcerpt is how many characters of a value a message shows: enough to
// find it again, and a line long with the rest of the message.
const maxExcerpt = 40

// describe says in a few words what a value is.
func describe(y *yaml.Node) string {
	switch {
	case y.Kind == yaml.MappingNode && len(y.Content) == 0:
		return "an empty mapping"
	case y.Kind == yaml.MappingNode:
		return "a mapping"
	case y.Kind == yaml.SequenceNode && len(y.Content) == 0:
		return "an empty list"
	case y.Kind == yaml.SequenceNode:
		return "a list"
	case isEmpty(y):
		return "nothing"
	case y.ShortTag() == "!!str":
		return quote(y.Value)
	}
	return excerpt(y.Value)
}

func isEmpty(y *yaml.Node) bool {
	return y.ShortTag() == "!!null" || strings.TrimSpace(y.Value) == ""
}

func quote(s string) string { return strconv.Quote(excerpt(s)) }

func excerpt(s string) string {
	if utf8.RuneCountInString(s) <= maxExcerpt {
		return s
	}
	return string([]rune(s)[:maxExcerpt]) + "…"
}

// alternatives joins names as "a, b or c".
func alternatives(names []string) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// nearest returns the known name that differs from name in the fewest
// letters, if they are at most two and at most half of it; of several, the
// first.
func nearest(name string, known []string) string {
	best, fewest := "", 3
	for _, k := range known {
		if d := editDistance(name, k); d < fewest && d <= len(k)/2 {
			best, fewest = k, d
		}
	}
	return best
}

// editDistance counts the letters to insert, delete or replace (Levenshtein).
// Names whose lengths alone are too far apart are not compared, so that a long
// hostile key costs nothing.
func editDistance(a, b string) int {
	if d := len(a) - len(b); d < -2 || d > 2 {
		return 3
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replace := diagonal
			if a[i] != b[j] {
				replace++
			}
			diagonal = row[j+1]
			row[j+1] = min(replace, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(b)]
}
