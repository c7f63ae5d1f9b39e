package contractcheck

import (
	"context"
	"fmt"
	"slices"

	"example.org/contractcheck/contractcheck/internal/language"
)

// Check judges documents by the library's requirements. One Library may check
// in many goroutines. It fails only when ctx ends or when the passages of a
// document cannot be indexed.
func (l *Library) Check(ctx context.Context, docs ...*Document) (*Report, error) {
	report := l.newReport()
	for _, doc := range docs {
		d, err := l.checkOne(ctx, doc)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", doc.File, err)
		}
		report.Documents = append(report.Documents, *d)
	}
	return report, nil
}

// newReport returns a report that names what judges and no documents yet.
func (l *Library) newReport() *Report {
	r := &Report{SchemaVersion: SchemaVersion, Tool: Tool{Name: "contractcheck", Version: Version}}
	if l.profile != nil {
		profile := *l.profile
		r.Profile = &profile
	}
	if l.state != nil {
		state := *l.state
		r.State = &state
	}
	if l.finder != nil {
		r.Finder = &FinderRef{SHA256: l.finder.sha256}
	}
	r.Library.SHA256, r.Library.Clauses = l.sha256, len(l.clauses)
	for _, c := range l.clauses {
		r.Library.Requirements += len(c.Requirements)
	}
	return r
}

// checkOne judges one document by the requirements that apply to its kind.
func (l *Library) checkOne(ctx context.Context, doc *Document) (*DocumentReport, error) {
	c := l.open(doc)
	defer c.release()
	c.findAbsent()
	all, err := c.findings(ctx)
	if err != nil {
		return nil, err
	}
	d := &DocumentReport{
		File: doc.File, SHA256: doc.SHA256, Format: doc.Format,
		Kind: c.kind, KindGiven: doc.Kind != "",
		Files: filesOf(doc), Absent: c.absent, Coverage: c.coverage(), Notes: c.notes(),
		Parties: Parties{Vendor: c.terms.Vendor, Library: c.terms.Library},
	}
	if doc.parts == nil {
		d.Pages = pagesOf(doc)
	}
	for _, f := range all {
		if l.applies(f.Requirement, c.kind) {
			d.Findings = append(d.Findings, f)
		} else {
			d.NotApplicable = append(d.NotApplicable, f.Requirement)
		}
	}
	if err := c.addNear(d.Findings); err != nil {
		return nil, err
	}
	if n := reviewChanges(doc, d.Findings); n > 0 {
		d.Notes = append(d.Notes, fmt.Sprintf("tracked changes touch the evidence of %d of the findings", n))
	}
	if n := reviewRecognized(d.Findings); n > 0 {
		d.Notes = append(d.Notes, noteRecognized(n))
	}
	c.reviewAbsent(d.Findings)
	c.showPrecedence(d.Findings)
	moveToFiles(doc, d.Findings)
	d.Score = scoreOf(d.Findings)
	d.Grade = gradeOf(d.Findings, d.Coverage, len(d.Absent) > 0)
	d.Clauses = rollUp(l.clauses, d.Findings)
	return d, nil
}

// findings judges a document by every requirement, whatever its kind, without
// nearest passages.
func (l *Library) findings(ctx context.Context, doc *Document) ([]Finding, error) {
	o := l.open(doc)
	defer o.release()
	return o.findings(ctx)
}

// applies reports whether a requirement applies to documents of a kind.
func (l *Library) applies(requirement string, kind Kind) bool {
	r, _, ok := l.lookup(requirement)
	return ok && slices.Contains(r.Applies, kind)
}

// pagesOf says how each page of a document was read.
func pagesOf(doc *Document) []PageReport {
	pages := make([]PageReport, len(doc.text.Pages))
	for i, p := range doc.text.Pages {
		pages[i] = PageReport{
			Number: p.Number, Characters: len([]rune(doc.text.Content[p.Start:p.End])),
			Unreadable: p.Unreadable, OCR: recognitionOf(p.Recognized),
		}
	}
	return pages
}

// almost is the coverage of a document of which a little was not read.
const almost = 0.99

// coverage is the share of the document that was read, from 0 to 1: that of its
// text, and never 1 where a part of a package is not there.
func (o *opened) coverage() float64 {
	if o.lacksParts() {
		return min(o.coverageOfText(), almost)
	}
	return o.coverageOfText()
}

// coverageOfText is the share of the pages that were read, and never 1 where a
// sentence was too long to be read to its end.
func (o *opened) coverageOfText() float64 {
	if o.cut > 0 {
		return min(coverageOf(o.doc), almost)
	}
	return coverageOf(o.doc)
}

// notes are those of reading the file, and what judging passed over.
func (o *opened) notes() []string {
	notes := slices.Clone(o.doc.text.Notes)
	if o.cut > 0 {
		notes = append(notes, fmt.Sprintf("%d passages of more than %d words without a full stop were not read to their end", o.cut, language.MostTokens))
	}
	return notes
}

// coverageOf is the share of the pages that were read, from 0 to 1.
func coverageOf(doc *Document) float64 {
	if len(doc.text.Pages) == 0 {
		return 0
	}
	read := 0
	for _, p := range doc.text.Pages {
		if p.Unreadable == "" {
			read++
		}
	}
	return float64(read) / float64(len(doc.text.Pages))
}
