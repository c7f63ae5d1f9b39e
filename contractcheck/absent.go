package contractcheck

import (
	"fmt"
	"slices"
	"strings"

	"example.org/contractcheck/contractcheck/internal/exhibit"
	"example.org/contractcheck/contractcheck/internal/segment"
)

// findAbsent lists the parts of the contract that the document refers to and
// that are not there. Requests for proposals and the answers to them speak of
// each other's parts, so that nothing is said of those that stand alone. Nor is
// anything where pages could not be read, since the parts may be on them.
func (o *opened) findAbsent() {
	if o.doc.parts == nil && (o.kind == RFP || o.kind == Response) {
		return
	}
	if coverageOf(o.doc) < 1 {
		return
	}
	parts := o.doc.each()
	texts := make([]exhibit.Text, len(parts))
	for i, p := range parts {
		texts[i] = exhibit.Text{File: p.File, Content: p.text.Content}
	}
	for _, r := range exhibit.Absent(texts) {
		p := o.sentenceAt(parts[r.Text].start + r.Start)
		o.doc.moveToFile(&p)
		o.absent = append(o.absent, AbsentPart{Name: r.Name, Passage: p})
	}
}

// sentenceAt returns the provision that the byte at offset stands in, or the
// block where it stands in a label.
func (o *opened) sentenceAt(offset int) Passage {
	for i := range o.provisions {
		if p := &o.provisions[i]; p.Start <= offset && offset < p.End {
			return o.passage(p.Span, p.Section)
		}
	}
	b, _ := o.blockAt(offset)
	return o.passage(segment.Span{Start: b.Start, End: b.End}, -1)
}

// absentNames lists the names of the parts that are not there.
func absentNames(absent []AbsentPart) string {
	names := make([]string, len(absent))
	for i, a := range absent {
		names[i] = a.Name
	}
	return strings.Join(names, ", ")
}

// reviewAbsent asks for a review of each finding whose words rest on a part that
// is not there: "as Exhibit C says".
func (o *opened) reviewAbsent(findings []Finding) {
	for i := range findings {
		f := &findings[i]
		if name := o.restsOn(f.Evidence); name != "" {
			f.askAlso(fmt.Sprintf("These words rest on %s, which is not there: what does it say?", name))
		}
	}
}

// restsOn returns the first absent part that a passage of the evidence names.
func (o *opened) restsOn(evidence []Evidence) string {
	if len(o.absent) == 0 {
		return ""
	}
	for _, e := range evidence {
		for _, m := range exhibit.Mentions(e.Quote) {
			if slices.ContainsFunc(o.absent, func(a AbsentPart) bool { return a.Name == m.Name }) {
				return m.Name
			}
		}
	}
	return ""
}

// unreadReason says what a requirement that nothing is said on may be settled
// in, without having been read; it is empty where all was read. Whoever checks
// a package takes it for the whole contract, so that a part of it that is not
// there was not read either. A document by itself was.
func (o *opened) unreadReason() string {
	switch {
	case o.coverageOfText() < 1:
		return "nothing on it in what could be read; other pages could not be read"
	case o.lacksParts():
		return fmt.Sprintf("nothing on it in what is there; %s, which it refers to, is not", absentNames(o.absent))
	}
	return ""
}

// lacksParts reports whether parts of a package are not there.
func (o *opened) lacksParts() bool { return o.doc.parts != nil && len(o.absent) > 0 }
