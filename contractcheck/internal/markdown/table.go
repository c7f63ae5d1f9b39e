package markdown

import (
	"strings"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/linemark"
)

// isTableLine reports whether a line belongs to a table: one is open, the next
// line is the row of dashes under a header, or it is framed in bars.
func (r *reader) isTableLine(line, next string) bool {
	if !strings.Contains(line, "|") {
		return false
	}
	if r.inTable {
		return true
	}
	trimmed := strings.TrimSpace(line)
	framed := len(trimmed) > 1 && trimmed[0] == '|' && strings.HasSuffix(trimmed, "|")
	return framed || len(r.lines) == 0 && strings.HasPrefix(trimmed, "|") ||
		strings.Contains(next, "|") && delimiterRow.MatchString(next)
}

// readTableLine adds a row of a table as a block.
func (r *reader) readTableLine(line string) {
	r.flush()
	r.inTable = true
	if delimiterRow.MatchString(line) {
		return
	}
	var cells []string
	for _, cell := range splitRow(line) {
		cells = append(cells, linemark.WithoutBlankLines(r.inline(cell)))
	}
	r.builder.AddBlock(extract.Block{Kind: extract.TableRow}, extract.JoinCells(cells))
}

// splitRow splits a row at the bars that are not escaped.
func splitRow(line string) []string {
	line = strings.TrimSpace(line)
	line = strings.TrimPrefix(line, "|")
	var cells []string
	start := 0
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '|':
			cells = append(cells, line[start:i])
			start = i + 1
		}
	}
	return append(cells, line[start:])
}
