package report

import (
	"fmt"
	"io"

	"example.org/contractcheck/contractcheck"
)

// Disagreements writes the rows of an evaluation whose verdict is not the
// label's, for a terminal, each with the words that carry the verdict and those
// that the label quotes. It shows what the documents say, so it is for those
// who may read them. Color, Width and Full of o do what they do in Text. The
// error is that of w.
func Disagreements(w io.Writer, list []contractcheck.Disagreement, o TextOptions) error {
	t := &textReport{terminal: newTerminal(o.Width, o.Color), full: o.Full}
	t.title("Disagreements", len(list))
	for i := range list {
		t.disagreement(&list[i])
		t.blank()
	}
	if _, err := w.Write(t.buf.Bytes()); err != nil {
		return fmt.Errorf("writing the disagreements: %w", err)
	}
	return nil
}

// disagreement writes one row. The place comes first and on a line of its own,
// so that an editor can jump to the label.
func (t *textReport) disagreement(d *contractcheck.Disagreement) {
	place := collapse(d.Place)
	if d.ID != d.Place {
		place += ": " + collapse(d.ID)
	}
	t.styled(bold, place)
	t.blank()
	t.hanging(markIndent, markIndent, labelOf(d.Got).colour, labelOf(d.Got).symbol, d.Requirement)
	verdicts := fmt.Sprintf("label %s, got %s", d.Want, d.Got)
	if d.FalselyAssures() {
		verdicts += ": false assurance"
	}
	t.lead("Verdict", verdicts)
	t.lead("Finding", d.Reason)
	t.lead("Counsel", d.NeedsReview)
	length := quoteLength
	if t.full {
		length = 0
	}
	for _, e := range d.Evidence {
		t.lead("Words", "“"+quote(e, length)+"”")
		t.paragraph(bodyIndent+bodyLane, dim, where(e.Passage))
	}
	for _, q := range d.Quotes {
		t.lead("Label", "“"+shorten(collapse(q), length)+"”")
	}
}

// where is the place of a passage; a labelled passage has no headings to stand
// before.
func where(p contractcheck.Passage) string {
	if p.Page == 0 && p.Section == "" {
		return fmt.Sprintf("bytes %d to %d", p.Start, p.End)
	}
	return place(p)
}
