package report

import (
	"fmt"
	"io"
	"strings"

	"example.org/contractcheck/contractcheck"
)

// TextOptions says how Text lays a report out. The zero value is fit for a
// file: no colour, 80 columns, in brief.
type TextOptions struct {
	// Color adds the colours of an ANSI terminal. No meaning rests on them.
	Color bool
	// Width is the number of columns of a line; 0 is 80, and less than 40
	// counts as 40.
	Width int
	// Full shows every passage whole, what each requirement says and why, the
	// wording to ask for, and the hashes of the files.
	Full bool
}

// Text writes r for a terminal, what to do first at the top. Characters that
// could command a terminal are replaced by U+FFFD. The error is that of w.
func Text(w io.Writer, r *contractcheck.Report, o TextOptions) error {
	t := &textReport{terminal: newTerminal(o.Width, o.Color), full: o.Full}
	switch len(r.Documents) {
	case 0:
		t.paragraph(0, plain, "No document was checked.")
	case 1:
	default:
		t.summary(r.Documents)
	}
	for i := range r.Documents {
		t.document(&r.Documents[i])
	}
	t.colophon(r)
	if _, err := w.Write(t.buf.Bytes()); err != nil {
		return fmt.Errorf("writing the text report: %w", err)
	}
	return nil
}

type textReport struct {
	*terminal
	full bool
}

// summaryColumns are the columns of the summary behind the file's name, in
// columns of the terminal.
const summaryColumns = 44

func (t *textReport) summary(docs []contractcheck.DocumentReport) {
	t.paragraph(0, bold, fmt.Sprintf("%d documents", len(docs)))
	t.blank()
	name := t.width - summaryColumns
	t.summaryRow(name, "Document", "Grade", "Score", "Fix first", "Read")
	for i := range docs {
		d := &docs[i]
		fix := fmt.Sprint(len(newAgenda(d).fix))
		t.summaryRow(name, d.File, gradeWord(d.Grade), fmt.Sprint(d.Score), fix, readShare(d))
	}
	t.blank()
}

func (t *textReport) summaryRow(name int, file, grade, score, fix, read string) {
	file = fit(collapse(file), max(name, 1))
	file += strings.Repeat(" ", max(name-columns(file), 0))
	row := fmt.Sprintf("%s %-10s %5s %9s  %s", file, collapse(grade), score, fix, read)
	fmt.Fprintln(&t.buf, strings.TrimRight(row, " "))
}

func (t *textReport) document(d *contractcheck.DocumentReport) {
	a := newAgenda(d)
	t.head(d, a)
	t.section("Fix first", d, a.fix)
	t.section("Worth asking for", d, a.later)
	t.section("Accepted by the library", d, a.accepted)
	t.satisfied(a.satisfied)
	t.list("Not applicable to this kind of document", d.NotApplicable)
	t.notes(d.Notes)
}

// fieldLane is the width of the names in a document's head, in columns.
const fieldLane = 9

func (t *textReport) head(d *contractcheck.DocumentReport, a agenda) {
	t.paragraph(0, bold, d.File)
	t.paragraph(0, plain, strings.Repeat("=", min(columns(collapse(d.File)), t.width)))
	t.field("Grade", gradeWord(d.Grade)+": "+gradeMeaning(d.Grade))
	t.field("Score", fmt.Sprintf("%d of 100", d.Score))
	t.field("Found", a.found())
	t.field("Kind", describeFile(d))
	t.field("Read", pagesRead(d))
	if parties := describeParties(d.Parties); parties != "" {
		t.field("Parties", parties)
	}
	if t.full {
		t.field("SHA-256", d.SHA256)
	}
	t.blank()
}

func (t *textReport) field(name, value string) { t.hanging(0, fieldLane, bold, name, value) }

func (t *textReport) section(title string, d *contractcheck.DocumentReport, findings []*contractcheck.Finding) {
	if len(findings) == 0 {
		return
	}
	t.title(title, len(findings))
	for _, group := range topics(d, findings) {
		t.paragraph(0, bold, group.title)
		for _, f := range group.findings {
			t.finding(f)
			t.blank()
		}
	}
}

func (t *textReport) title(title string, n int) {
	t.paragraph(0, bold, fmt.Sprintf("%s (%d)", strings.ToUpper(title), n))
	t.blank()
}

func (t *textReport) list(title string, items []string) {
	if len(items) == 0 {
		return
	}
	t.title(title, len(items))
	t.paragraph(2, plain, strings.Join(items, ", "))
	t.blank()
}

func (t *textReport) notes(notes []string) {
	if len(notes) == 0 {
		return
	}
	t.title("Notes on reading", len(notes))
	for _, note := range notes {
		t.hanging(2, 2, plain, "-", note)
	}
	t.blank()
}

// colophon says what judged, and that it is no lawyer.
func (t *textReport) colophon(r *contractcheck.Report) {
	t.paragraph(0, dim, judgedBy(r))
	if t.full {
		t.paragraph(0, dim, "Library SHA-256 "+r.Library.SHA256)
		if r.Profile != nil {
			t.paragraph(0, dim, "Profile SHA-256 "+r.Profile.SHA256)
		}
		if r.State != nil {
			t.paragraph(0, dim, "State SHA-256 "+r.State.SHA256)
		}
		if r.Finder != nil {
			t.paragraph(0, dim, "Finder SHA-256 "+r.Finder.SHA256)
		}
	}
	t.paragraph(0, plain, Disclaimer)
}
