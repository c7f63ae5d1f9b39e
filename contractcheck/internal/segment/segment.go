// Package segment cuts the text of a document into provisions: its sentences,
// list items with the words that introduce them, headings, questions and table
// rows, each in the section that it stands in.
//
// It reads bytes by hand and in one pass, as it sees every byte of every
// document.
package segment

import "example.org/contractcheck/contractcheck/internal/extract"

// Span is a stretch of Text.Content in byte offsets.
type Span struct{ Start, End int }

// Kind says what a provision is.
type Kind uint8

// The kinds of provisions.
const (
	Sentence Kind = iota
	Heading
	Question
	TableRow // a row, or a cell of it, that holds no whole sentence
	Marginal // a running head or foot, a page number
)

// Provision is the unit that a contract is read in.
type Provision struct {
	// Span is its own words, trimmed, without its list label.
	Span
	// Stems are the introducing words of the lists that it is an item of,
	// outermost first, without the colon. Those of a table's row are what
	// introduces the table and the header cells of the columns.
	Stems []Span
	// Gaps are marginal text inside of Span, to be skipped: a page number in
	// the middle of a sentence that goes on on the next page.
	Gaps []Span
	// Section is an index into the sections.
	Section int
	Kind    Kind
	// Label is its own list label or section number as written, such as "(a)"
	// or "4.2". A heading that runs into a sentence has the same label as the
	// sentence.
	Label string
}

// Section is a numbered section, or what stands under one heading. What stands
// before the first of them is a section without number and title.
type Section struct {
	Number string // as written, such as "9.2" or "Article IV"
	Title  string
	Parent int // an index into the sections, -1 at the top
	Start  int // byte offset of the number or the heading
}

// bytesPerProvision is a little less than the average in contracts, so that
// the first allocation mostly suffices.
const bytesPerProvision = 64

// Split returns the provisions of a text in text order, and its sections. The
// provisions do not overlap, and every letter of every block belongs to one of
// them or to a label. A marginal block is a provision of its own unless a
// sentence goes on behind it; then it is a gap of that sentence.
func Split(t *extract.Text) ([]Provision, []Section) {
	s := splitter{
		text:       t.Content,
		provisions: make([]Provision, 0, len(t.Content)/bytesPerProvision+1),
	}
	for i := 0; i < len(t.Blocks); {
		var p passage
		p, i = nextPassage(t, i)
		s.split(p)
	}
	return s.provisions, s.sections
}
