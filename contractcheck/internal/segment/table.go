package segment

import (
	"strings"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// table is what is known of the table that the current row stands in.
type table struct {
	rows   int
	stems  []Span // what introduces the table
	header []Span // the cells of the header row, if there is one
}

// cellSeparators stand between the cells of a row.
var cellSeparators = [...]string{extract.CellSeparator, "  "}

// splitRow adds the provisions of a table's row: one for each sentence of its
// cells, or one for a row without sentences.
func (s *splitter) splitRow(p passage) {
	s.beginTable()
	cells := s.cells(p.Span)
	switch {
	case s.table.rows == 1 && isHeader(s.text, cells):
		s.table.header = cells
		s.emitRow(p.Span, s.table.stems)
	case s.hasSentence(cells):
		for i, cell := range cells {
			s.splitCell(cell, s.stemsOfCells(len(cells), i, i+1))
		}
	default:
		s.emitRow(p.Span, s.stemsOfCells(len(cells), 0, len(cells)))
	}
	s.passage = p
	s.closeLists()
	s.item = item{}
}

// beginTable notes what introduces a table before its first row.
func (s *splitter) beginTable() {
	if s.table.rows == 0 && s.intro.strength == introduces {
		outer := s.provisions[s.intro.index].Stems
		s.table.stems = append(outer[:len(outer):len(outer)], s.intro.Span)
	}
	s.table.rows++
}

func (s *splitter) emitRow(row Span, stems []Span) {
	s.emit(Provision{Span: s.trim(row.Start, row.End), Kind: TableRow, Stems: stems})
}

// stemsOfCells returns the stems of the cells from one up to another, of a row
// with a number of cells.
func (s *splitter) stemsOfCells(count, from, to int) []Span {
	if len(s.table.header) != count {
		return s.table.stems
	}
	stems := s.table.stems
	return append(stems[:len(stems):len(stems)], s.table.header[from:to]...)
}

// splitCell adds the provisions of a cell. It is read like a list item whose
// stems are the table's.
func (s *splitter) splitCell(cell Span, stems []Span) {
	if cell.Start == cell.End {
		return
	}
	s.closeLists()
	s.passage = passage{Span: cell}
	s.item = item{}
	at := cell.Start
	for at < cell.End {
		if len(s.item.stems) == 0 {
			s.item.stems = stems
		}
		c := s.nextCut(at)
		first := len(s.provisions)
		s.addWords(at, c.end)
		s.markFragment(first)
		at = c.next
		if c.label.shape != 0 {
			s.takeItem(c.label)
			at = c.next
		}
	}
}

// markFragment makes a part of a cell that is no whole sentence a TableRow.
func (s *splitter) markFragment(index int) {
	if index < len(s.provisions) && s.provisions[index].Kind == Sentence && !isWhole(s.text, s.provisions[index].Span) {
		s.provisions[index].Kind = TableRow
	}
}

// cells returns the trimmed cells of a row, empty ones among them.
func (s *splitter) cells(row Span) []Span {
	separator := cellSeparators[0]
	if !strings.Contains(row.in(s.text), separator) {
		separator = cellSeparators[1]
	}
	var cells []Span
	for at := row.Start; ; {
		end := row.End
		i := strings.Index(s.text[at:end], separator)
		if i >= 0 {
			end = at + i
		}
		cells = append(cells, s.trim(at, end))
		if i < 0 {
			return cells
		}
		at = end + len(separator)
	}
}

// minSentence is the number of words from which a cell with a point at its end
// is a sentence.
const minSentence = 4

func (s *splitter) hasSentence(cells []Span) bool {
	for _, cell := range cells {
		if isWhole(s.text, cell) {
			return true
		}
	}
	return false
}

// isWhole reports whether a cell or a part of it is a sentence: it has a verb
// that only sentences have, or some words and a mark at the end.
func isWhole(text string, span Span) bool {
	count := 0
	for at := span.Start; at < span.End; {
		word := firstWord(text, at, span.End)
		if word.End > word.Start {
			count++
			if auxiliaries.has(word.in(text)) && count > 1 {
				return true
			}
		}
		at = max(word.End, at+1)
	}
	return count >= minSentence && span.End > span.Start && strings.IndexByte(".!?", text[span.End-1]) >= 0
}

// columnNames are words of which a header row has at least one.
var columnNames = wordSet(`requirement requirements response responses type data category categories purpose
	purposes period retention description name names item no number comments comment code question questions
	answer answers service services element elements party term terms definition definitions field location
	country subprocessor processor measure measures control compliance id section vendor priority status date
	fee fees price notes example examples role recipient recipients basis record records explanation
	reference activity system duration time kind feature source contact`)

// maxHeaderWords is the number of words of a header cell; longer ones are
// values.
const maxHeaderWords = 5

// isHeader reports whether cells name columns rather than hold values.
func isHeader(text string, cells []Span) bool {
	named := false
	for _, cell := range cells {
		words := strings.Fields(cell.in(text))
		if len(words) == 0 || len(words) > maxHeaderWords || answers.has(words[0]) || isWhole(text, cell) {
			return false
		}
		for _, word := range words {
			named = named || columnNames.has(strings.Trim(word, "():/"))
		}
		if strings.ContainsAny(cell.in(text), "0123456789.;!") {
			return false
		}
	}
	return named && len(cells) > 1
}
