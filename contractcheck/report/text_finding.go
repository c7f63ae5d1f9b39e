package report

import (
	"fmt"
	"strings"

	"example.org/contractcheck/contractcheck"
)

// The columns of a finding: where its mark begins, the lane that fits the
// longest mark ("✗ CONTRADICTED") with two spaces, where the lines under the
// mark begin, and the lane of their leads.
const (
	markIndent = 2
	markLane   = 16
	bodyIndent = 4
	bodyLane   = 9
)

// finding writes a finding that is not satisfied. In brief, what is unreadable
// is only named.
func (t *textReport) finding(f *contractcheck.Finding) {
	t.mark(f, fmt.Sprintf("%s (%s, %s)", f.Title, f.Requirement, f.Severity))
	t.acceptance(f)
	if t.full {
		t.lead("Asked", f.Statement)
		t.lead("Why", f.Why)
	}
	if f.Verdict == contractcheck.Unreadable && !t.full {
		return // The head of the document says what to do: get a readable copy.
	}
	t.lead("Finding", f.Reason)
	t.evidence(f)
	if t.full {
		t.lead("Values", numbers(f.Values))
		t.lead("Limits", numbers(f.Params))
	}
	t.near(f.Near)
	t.laws(f)
	t.lead("Counsel", f.NeedsReview)
	t.lead("Ask", f.Ask)
	if t.full {
		t.lead("Wording", f.Model)
	}
}

func (t *textReport) mark(f *contractcheck.Finding, title string) {
	l := labelOf(f.Verdict)
	t.hanging(markIndent, markLane, l.colour, l.symbol+" "+strings.ToUpper(f.Verdict.String()), title)
}

// lead writes text behind a word that says what it is, and nothing where there
// is no text.
func (t *textReport) lead(word, text string) {
	if text != "" {
		t.hanging(bodyIndent, bodyLane, bold, word, text)
	}
}

func (t *textReport) acceptance(f *contractcheck.Finding) {
	if f.Accepted != nil {
		t.lead("Accepted", acceptance(f.Accepted))
	}
}

func (t *textReport) evidence(f *contractcheck.Finding) {
	if lacksWords(f) {
		t.lead("Words", noWords)
		return
	}
	shown, rest, length := f.Evidence, []contractcheck.Evidence(nil), 0
	if !t.full {
		shown, rest = decisive(f)
		length = quoteLength
	}
	for _, e := range shown {
		t.lead("Words", sayer(f, e)+"“"+quote(e, length)+"”")
		t.paragraph(bodyIndent+bodyLane, dim, origin(e.Passage))
		t.links(bodyIndent+bodyLane, e)
	}
	t.lead("Also", places(rest))
}

// links says where the links in a passage lead.
func (t *textReport) links(indent int, e contractcheck.Evidence) {
	if links := linksOf(e); links != "" {
		t.paragraph(indent, dim, links)
	}
}

// near writes the passages nearest to what is missing: a line each in brief,
// whole in full.
func (t *textReport) near(passages []contractcheck.Passage) {
	for i, p := range passages {
		if i == shownNear && !t.full {
			return
		}
		line := fmt.Sprintf("%s: “%s”", place(p), collapse(p.Quote))
		if !t.full {
			line = fit(line, t.width-bodyIndent-bodyLane)
		}
		t.lead("Nearest", line)
	}
}

// satisfied lists the requirements that are met, each with its words: a reader
// must be able to check that too.
func (t *textReport) satisfied(findings []*contractcheck.Finding) {
	if len(findings) == 0 {
		return
	}
	t.title("Satisfied", len(findings))
	if n := countReviews(findings); n > 0 {
		t.paragraph(markIndent, plain, fmt.Sprintf("%d of them with a question for counsel.", n))
		t.blank()
	}
	for _, f := range findings {
		t.satisfaction(f)
	}
	t.blank()
}

func (t *textReport) satisfaction(f *contractcheck.Finding) {
	if t.full {
		t.finding(f)
		return
	}
	l := labelOf(f.Verdict)
	t.hanging(markIndent, 2, l.colour, l.symbol, fmt.Sprintf("%s (%s)", f.Title, f.Requirement))
	if lacksWords(f) {
		t.paragraph(bodyIndent, plain, noWords)
	} else {
		e := f.Evidence[0]
		t.paragraph(bodyIndent, plain, fmt.Sprintf("“%s” %s", quote(e, quoteLength), origin(e.Passage)))
		t.links(bodyIndent, e)
	}
	t.laws(f)
	t.lead("Counsel", f.NeedsReview)
}

func (t *textReport) laws(f *contractcheck.Finding) {
	for _, line := range laws(f) {
		t.lead("Law", line)
	}
}
