package report

import (
	"fmt"

	"example.org/contractcheck/contractcheck"
)

// finding writes a finding that is not satisfied: what is required, what the
// words say, the words, and what to ask for. What is unreadable is only named.
func (m *markdown) finding(f *contractcheck.Finding) {
	m.paragraph(fmt.Sprintf("**%s %s: %s** (%s, %s)", labelOf(f.Verdict).symbol, f.Verdict,
		escapeMarkdown(f.Title), f.Severity, escapeMarkdown(f.Requirement)))
	if f.Verdict == contractcheck.Unreadable {
		return // The head of the document says what to do: get a readable copy.
	}
	if f.Reason != "" {
		m.paragraph(escapeMarkdown(f.Reason))
	}
	m.evidence(f)
	m.item("Required", escapeMarkdown(f.Statement))
	if f.Accepted != nil {
		m.item("Accepted", escapeMarkdown(acceptance(f.Accepted)))
	}
	for _, line := range laws(f) {
		m.item("Law", escapeMarkdown(line))
	}
	m.item("Question for counsel", escapeMarkdown(f.NeedsReview))
	m.item("Ask", escapeMarkdown(f.Ask))
	m.item("Wording to ask for", escapeMarkdown(f.Model))
	m.near(f.Near)
	m.end()
}

// evidence writes the deciding words as block quotes, and where the rest stand.
func (m *markdown) evidence(f *contractcheck.Finding) {
	if lacksWords(f) {
		m.paragraph(noWords)
		return
	}
	shown, rest := decisive(f)
	for _, e := range shown {
		m.paragraph(fmt.Sprintf("> %s%s", sayer(f, e), quoteMarkdown(e)))
	}
	m.item("Also", escapeMarkdown(places(rest)))
}

// quoteMarkdown returns the words, where they stand, and where they lead.
func quoteMarkdown(e contractcheck.Evidence) string {
	where := origin(e.Passage)
	if links := linksOf(e); links != "" {
		where += "; " + links
	}
	return fmt.Sprintf("“%s” (%s)", escapeMarkdown(quote(e, quoteLength)), escapeMarkdown(where))
}

func (m *markdown) near(passages []contractcheck.Passage) {
	for i, p := range passages {
		if i == shownNear {
			return
		}
		words := shorten(collapse(p.Quote), nearLength)
		m.item("Nearest passage", fmt.Sprintf("%s: “%s”", escapeMarkdown(place(p)), escapeMarkdown(words)))
	}
}

// satisfied lists the requirements that are met, each with its words.
func (m *markdown) satisfied(findings []*contractcheck.Finding) {
	if len(findings) == 0 {
		return
	}
	m.heading(m.level+1, fmt.Sprintf("Satisfied (%d)", len(findings)))
	for _, f := range findings {
		words := noWords
		if !lacksWords(f) {
			words = quoteMarkdown(f.Evidence[0])
		}
		for _, line := range laws(f) {
			words += " **Law:** " + escapeMarkdown(line)
		}
		if f.NeedsReview != "" {
			words += " **Question for counsel:** " + escapeMarkdown(f.NeedsReview)
		}
		fmt.Fprintf(&m.buf, "- **%s %s** (%s): %s\n", labelOf(f.Verdict).symbol,
			escapeMarkdown(f.Title), escapeMarkdown(f.Requirement), words)
	}
	m.end()
}
