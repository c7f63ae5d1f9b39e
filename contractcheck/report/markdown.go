package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"example.org/contractcheck/contractcheck"
)

// Markdown writes r in GitHub Flavored Markdown, for mail to a board or to a
// vendor: what to do first at the top, every finding with its words, and the
// wording to ask for. Nothing that stands in a document, a clause file or a
// profile can make markup, a link or HTML of its own. The error is that of w.
func Markdown(w io.Writer, r *contractcheck.Report) error {
	m := &markdown{level: 1}
	switch len(r.Documents) {
	case 0:
		m.heading(1, "Patron privacy check")
		m.paragraph("No document was checked.")
	case 1:
	default:
		m.summary(r.Documents)
		m.level = 2
	}
	for i := range r.Documents {
		m.document(&r.Documents[i])
	}
	m.colophon(r)
	if _, err := w.Write(m.buf.Bytes()); err != nil {
		return fmt.Errorf("writing the Markdown report: %w", err)
	}
	return nil
}

// markdown writes blocks. The arguments of its methods are Markdown, so that
// all that comes from the report must pass escapeMarkdown first.
type markdown struct {
	buf   bytes.Buffer
	level int // of the heading of a document
}

func (m *markdown) heading(level int, text string) {
	m.paragraph(strings.Repeat("#", level) + " " + text)
}

func (m *markdown) paragraph(text string) { fmt.Fprintf(&m.buf, "%s\n\n", text) }

func (m *markdown) item(name, text string) {
	if text != "" {
		fmt.Fprintf(&m.buf, "- **%s:** %s\n", name, text)
	}
}

func (m *markdown) row(cells ...string) {
	fmt.Fprintf(&m.buf, "| %s |\n", strings.Join(cells, " | "))
}

func (m *markdown) end() { m.buf.WriteByte('\n') }

func (m *markdown) summary(docs []contractcheck.DocumentReport) {
	m.heading(1, fmt.Sprintf("Patron privacy check of %d documents", len(docs)))
	m.row("Document", "Grade", "Score", "Fix first", "Read")
	m.row("---", "---", "---:", "---:", "---")
	for i := range docs {
		d := &docs[i]
		fix := fmt.Sprint(len(newAgenda(d).fix))
		m.row(escapeMarkdown(d.File), "**"+escapeMarkdown(gradeWord(d.Grade))+"**",
			fmt.Sprint(d.Score), fix, readShare(d))
	}
	m.end()
}

func (m *markdown) document(d *contractcheck.DocumentReport) {
	a := newAgenda(d)
	name := escapeMarkdown(d.File)
	if m.level == 1 {
		name = "Patron privacy check: " + name
	}
	m.heading(m.level, name)
	m.head(d, a)
	m.section("Fix first", d, a.fix)
	m.section("Worth asking for", d, a.later)
	m.section("Accepted by the library", d, a.accepted)
	m.satisfied(a.satisfied)
	m.clauses(d.Clauses)
	m.notes(d)
}

func (m *markdown) head(d *contractcheck.DocumentReport, a agenda) {
	m.paragraph(fmt.Sprintf("**%s:** %s", escapeMarkdown(gradeWord(d.Grade)), gradeMeaning(d.Grade)))
	m.item("Score", fmt.Sprintf("%d of 100", d.Score))
	m.item("Found", a.found())
	m.item("Kind", escapeMarkdown(describeFile(d)))
	m.item("Read", escapeMarkdown(pagesRead(d)))
	m.item("Parties", escapeMarkdown(describeParties(d.Parties)))
	m.item("SHA-256 of the file", escapeMarkdown(d.SHA256))
	m.end()
}

func (m *markdown) section(title string, d *contractcheck.DocumentReport, findings []*contractcheck.Finding) {
	if len(findings) == 0 {
		return
	}
	m.heading(m.level+1, fmt.Sprintf("%s (%d)", title, len(findings)))
	for _, group := range topics(d, findings) {
		m.heading(m.level+2, escapeMarkdown(group.title))
		for _, f := range group.findings {
			m.finding(f)
		}
	}
}

func (m *markdown) clauses(clauses []contractcheck.ClauseReport) {
	if len(clauses) == 0 {
		return
	}
	m.heading(m.level+1, "All clauses")
	m.row("Clause", "Verdict", "Score")
	m.row("---", "---", "---:")
	for _, c := range worstFirst(clauses) {
		m.row(escapeMarkdown(c.Title), labelOf(c.Verdict).symbol+" "+c.Verdict.String(), fmt.Sprint(c.Score))
	}
	m.end()
}

// notes lists what does not apply and how reading went.
func (m *markdown) notes(d *contractcheck.DocumentReport) {
	if len(d.NotApplicable) > 0 {
		m.heading(m.level+1, fmt.Sprintf("Not applicable to this kind of document (%d)", len(d.NotApplicable)))
		m.paragraph(escapeMarkdown(strings.Join(d.NotApplicable, ", ")))
	}
	if len(d.Notes) > 0 {
		m.heading(m.level+1, fmt.Sprintf("Notes on reading (%d)", len(d.Notes)))
		for _, note := range d.Notes {
			fmt.Fprintf(&m.buf, "- %s\n", escapeMarkdown(note))
		}
		m.end()
	}
}

func (m *markdown) colophon(r *contractcheck.Report) {
	m.paragraph("---")
	m.paragraph(escapeMarkdown(judgedBy(r)))
	m.item("SHA-256 of the clause library", escapeMarkdown(r.Library.SHA256))
	if r.Profile != nil {
		m.item("SHA-256 of the profile", escapeMarkdown(r.Profile.SHA256))
	}
	if r.State != nil {
		m.item("SHA-256 of the file on the state's law", escapeMarkdown(r.State.SHA256))
	}
	if r.Finder != nil {
		m.item("SHA-256 of the finder", escapeMarkdown(r.Finder.SHA256))
	}
	m.end()
	fmt.Fprintf(&m.buf, "*%s*\n", Disclaimer)
}
