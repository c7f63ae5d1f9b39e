package ocr

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// The columns of tesseract's table of words (man tesseract, "tsv"), and the
// levels of its rows that matter.
const (
	levelColumn = iota
	pageColumn
	blockColumn
	paragraphColumn
	lineColumn
	wordColumn
	leftColumn
	topColumn
	widthColumn
	heightColumn
	confidenceColumn
	textColumn
	columns

	pageLevel = 1
	wordLevel = 5
)

const header = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"

// parse reads the table of one page whose picture has so many dots an inch. Its
// errors name the row and quote nothing.
func parse(table []byte, dpi float64) (*extract.RecognizedPage, error) {
	lines := strings.Split(strings.TrimSuffix(string(table), "\n"), "\n")
	if strings.TrimRight(lines[0], "\r") != header {
		return nil, errors.New("tesseract gave no table of words")
	}
	t := tableReader{points: pointsPerInch / dpi}
	for i, l := range lines[1:] {
		if !t.row(strings.TrimRight(l, "\r")) {
			return nil, fmt.Errorf("row %d of tesseract's table of words is damaged", i+1)
		}
	}
	if t.page.Height == 0 {
		return nil, errors.New("tesseract's table names no page")
	}
	return &t.page, nil
}

const pointsPerInch = 72

// tableReader puts the rows of a table together.
type tableReader struct {
	points float64 // that a dot has
	page   extract.RecognizedPage
	line   [4]int // the columns from page to line of the last word
}

// row reads one row, and reports whether it is sound.
func (t *tableReader) row(row string) bool {
	cells := strings.SplitN(row, "\t", columns)
	if len(cells) < textColumn { // the text of a row without words may be left out
		return false
	}
	var numbers [confidenceColumn]int
	for i := range numbers {
		n, err := strconv.Atoi(cells[i])
		if err != nil || n < 0 || n > math.MaxInt32 {
			return false
		}
		numbers[i] = n
	}
	switch {
	case numbers[levelColumn] == pageLevel:
		t.page.Height = float64(numbers[heightColumn]) * t.points
		return true
	case numbers[levelColumn] != wordLevel:
		return true
	case len(cells) < columns:
		return false
	}
	confidence, err := strconv.ParseFloat(cells[confidenceColumn], 64)
	if err != nil || math.IsNaN(confidence) {
		return false
	}
	confidence = min(max(confidence, 0), 100)
	text := extract.WithoutMarks(strings.ToValidUTF8(cells[textColumn], "\uFFFD"))
	if text = strings.TrimSpace(text); text != "" {
		t.word(numbers, text, confidence)
	}
	return true
}

// word adds a word, to a new line where its numbers differ from those before.
func (t *tableReader) word(numbers [confidenceColumn]int, text string, confidence float64) {
	line := [4]int(numbers[pageColumn : lineColumn+1])
	if len(t.page.Lines) == 0 || line != t.line {
		t.line = line
		t.page.Lines = append(t.page.Lines, extract.RecognizedLine{Region: numbers[blockColumn]})
	}
	last := &t.page.Lines[len(t.page.Lines)-1]
	left, top := float64(numbers[leftColumn])*t.points, float64(numbers[topColumn])*t.points
	last.Words = append(last.Words, extract.RecognizedWord{
		Text: text, Confidence: confidence,
		Left: left, Right: left + float64(numbers[widthColumn])*t.points,
		Top: top, Bottom: top + float64(numbers[heightColumn])*t.points,
	})
}
