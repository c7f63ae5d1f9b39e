package linemark

import (
	"strings"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// WithoutBlankLines cleans text and takes out of it the lines that show
// nothing, because a blank line ends a block. Lines keep their indentation.
func WithoutBlankLines(text string) string {
	text = extract.Clean(text)
	if !strings.Contains(text, "\n") {
		return strings.TrimSpace(text)
	}
	lines := strings.Split(text, "\n")
	shown := lines[:0]
	for _, line := range lines {
		if line = strings.TrimRight(line, " "); line != "" {
			shown = append(shown, line)
		}
	}
	return strings.TrimSpace(strings.Join(shown, "\n"))
}
