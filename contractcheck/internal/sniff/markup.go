package sniff

import (
	"regexp"
	"strings"
)

var (
	htmlStart = regexp.MustCompile(`(?i)^(<\?xml[^>]*>\s*|<!--(?s:.*?)-->\s*)*<(!doctype\s+html|html|head|body|meta|title)[\s>]`)
	blockTag  = regexp.MustCompile(`(?i)</?(p|div|h[1-6]|ul|ol|li|table|tr|td|th|section|article|main|nav|header|footer|style|form)(\s[^<>]*)?>`)
)

// minTags is how many tags of blocks make a fragment HTML that does not begin
// with one. Of the corpus of contracts, text files with tags have 60 and more.
const minTags = 4

// isHTML reports whether text is an HTML page, or a fragment in which tags
// rather than the marks of Markdown make the blocks.
func isHTML(text string) bool {
	if htmlStart.MatchString(text) {
		return true
	}
	tags := len(blockTag.FindAllStringIndex(text, -1))
	begins := blockTag.FindStringIndex(text)
	if begins == nil || tags < minTags && begins[0] > 0 {
		return false
	}
	marks := 0
	for _, mark := range markdownMarks {
		if mark.weight > 1 {
			marks += len(mark.pattern.FindAllStringIndex(text, -1))
		}
	}
	return tags > marks
}

// markdownMarks are what Markdown writes, and how sure a sign each is. Lists
// of dashes and underlined titles are as common in plain text.
var markdownMarks = []struct {
	pattern *regexp.Regexp
	weight  int
}{
	{regexp.MustCompile(`(?m)^ {0,3}#{1,6}[ \t]+\S`), 2},
	{regexp.MustCompile(`\[[^\]\n]+\]\((https?://|mailto:|/|#|\.)[^)\s]*\)`), 3},
	{regexp.MustCompile(`(?m)(^|[\s("“])\*\*[A-Za-z0-9"“\[][^*\n]*\*\*`), 2},
	{regexp.MustCompile(`(?m)^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(\|[ \t]*:?-{3,}:?[ \t]*)+\|?[ \t]*\r?$`), 3},
	{regexp.MustCompile(`(?m)^\d{1,3}\\\.[ \t]`), 3},
	{regexp.MustCompile("(?m)^```"), 2},
	{regexp.MustCompile(`(?m)^[^\s=|+-][^\n]*\r?\n={3,}[ \t]*\r?$`), 3},
	{regexp.MustCompile(`(?m)^[^\s=|+-][^\n]*[^\s.;:,][^\n]*\r?\n-{3,}[ \t]*\r?$`), 1},
	{regexp.MustCompile(`(?m)^(\*   ?|- |\+ )\S`), 1},
	{regexp.MustCompile(`(?m)^( {2,4}|\t)(\d{1,3}\.|[*+-])[ \t]+\S`), 1},
	{regexp.MustCompile(`(?m)^>[ \t]+\S`), 1},
	{regexp.MustCompile(`(?m)(^|[\s(])_[A-Za-z][^_\n]*_([\s.,;)]|$)`), 1},
	{regexp.MustCompile(`(?i)<(span|a|br)[\s>]`), 1},
}

const (
	// minMarkdown is the least score of a Markdown file: one sure mark and
	// another, or three kinds of weak ones. It was set on the corpus.
	minMarkdown = 3
	// maxSure bounds what one kind of sure mark counts; weak ones count once.
	maxSure = 2
)

// isMarkdown reports whether text has several marks of Markdown.
func isMarkdown(text string) bool {
	score := 0
	for _, mark := range markdownMarks {
		most := 1
		if mark.weight > 1 {
			most = maxSure
		}
		score += mark.weight * len(mark.pattern.FindAllStringIndex(text, most))
	}
	if strings.HasPrefix(text, "---\n") && strings.Contains(text[3:], "\n---\n") {
		score++
	}
	return score >= minMarkdown
}
