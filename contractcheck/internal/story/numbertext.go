package story

import "fmt"

// maxNumberText cuts the pattern of an automatic number, in bytes: it is
// repeated in front of every paragraph of its list. Word's dialogue allows less.
const maxNumberText = 100

// NumberText returns the pattern of an automatic number, or the beginning of a
// long one, and reports whether it was cut.
func NumberText(pattern string) (text string, cut bool) {
	return Cut(pattern, maxNumberText), len(pattern) > maxNumberText
}

// CutNumbersRemark says that the pattern of a number was cut.
func CutNumbersRemark() string {
	return fmt.Sprintf("text of automatic numbers was left out beyond %d bytes", maxNumberText)
}
