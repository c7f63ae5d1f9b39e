package contractcheck

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/language"
	"example.org/contractcheck/contractcheck/internal/segment"
	"example.org/contractcheck/contractcheck/internal/understand"
)

// part is one of the documents of a package. It stands in the package's text
// from start on.
type part struct {
	*Document
	start int
}

// Package returns documents that make up one contract, such as a main
// agreement, its exhibits and an order form, as one document that Check judges
// as a whole: a requirement that one of them satisfies is satisfied, what one
// of them takes back is found, and the parties and the definitions of each hold
// in all. Where two define a name, the first one counts, so that the main
// agreement best comes first.
//
// The evidence of its report names the file that it stands in. A part that the
// documents refer to, such as "Exhibit C", and that none of them holds, counts
// as not read. Name is what the report calls the package. Its SHA256 is that of
// the hashes of its documents, in hex and each with a line feed behind it.
func Package(name string, docs ...*Document) *Document {
	p := &Document{File: name, Format: PackageFormat}
	for _, d := range docs {
		if p.Kind == "" {
			p.Kind = d.Kind
		}
		p.parts = append(p.parts, d.each()...)
	}
	hash := sha256.New()
	for _, d := range p.parts {
		fmt.Fprintln(hash, d.SHA256)
	}
	p.SHA256 = hex.EncodeToString(hash.Sum(nil))
	p.text = joinTexts(p.parts)
	return p
}

// joinTexts puts the texts of parts together, and says in each where it starts.
func joinTexts(parts []part) *extract.Text {
	joined := &extract.Text{}
	var content strings.Builder
	for i := range parts {
		p := &parts[i]
		if i > 0 {
			content.WriteByte('\f')
		}
		p.start = content.Len()
		content.WriteString(p.text.Content)
		for _, page := range p.text.Pages {
			page.Start, page.End = page.Start+p.start, page.End+p.start
			joined.Pages = append(joined.Pages, page)
		}
		for _, block := range p.text.Blocks {
			block.Start, block.End = block.Start+p.start, block.End+p.start
			joined.Blocks = append(joined.Blocks, block)
		}
		for _, link := range p.text.Links {
			link.Start, link.End = link.Start+p.start, link.End+p.start
			joined.Links = append(joined.Links, link)
		}
		for _, note := range p.text.Notes {
			joined.Notes = append(joined.Notes, p.File+": "+note)
		}
		joined.Changes = append(joined.Changes, p.text.Changes...)
	}
	joined.Content = content.String()
	return joined
}

// each returns the parts of a package, or the document itself as its only one.
func (d *Document) each() []part {
	if d.parts == nil {
		return []part{{Document: d}}
	}
	return d.parts
}

// kindOf tells what a document is by its words. A package is what the longest
// contract or license in it is, or else what its first document is.
func kindOf(doc *Document) Kind {
	kind, longest := Contract, -1
	for i, p := range doc.each() {
		k, n := detectKind(p.text.Content), len(p.text.Content)
		switch {
		case (k == Contract || k == License) && n > longest:
			kind, longest = k, n
		case i == 0:
			kind = k
		}
	}
	return kind
}

// split cuts each part into provisions by itself: no sentence and no section
// goes on in the next file.
func split(doc *Document) (provisions []segment.Provision, sections []segment.Section) {
	if doc.parts == nil {
		return segment.Split(doc.text)
	}
	for _, p := range doc.parts {
		own, ownSections := segment.Split(p.text)
		for _, v := range own {
			provisions = append(provisions, moved(v, p.start, len(sections)))
		}
		first := len(sections)
		for _, s := range ownSections {
			s.Start += p.start
			if s.Parent >= 0 {
				s.Parent += first
			}
			sections = append(sections, s)
		}
	}
	return provisions, sections
}

// moved returns a provision of a part as one of the package's text, in which the
// part starts at an offset and its sections are counted from first on.
func moved(v segment.Provision, start, first int) segment.Provision {
	move := func(s segment.Span) segment.Span { return segment.Span{Start: s.Start + start, End: s.End + start} }
	v.Span = move(v.Span)
	v.Section += first
	v.Stems, v.Gaps = slices.Clone(v.Stems), slices.Clone(v.Gaps)
	for _, list := range [][]segment.Span{v.Stems, v.Gaps} {
		for i := range list {
			list[i] = move(list[i])
		}
	}
	return v
}

// termsOf reads the definitions of all parts. Each may name the parties at its
// beginning.
func (l *Library) termsOf(doc *Document, we language.Party) *understand.Terms {
	var texts []string
	for _, p := range doc.each() {
		texts = append(texts, p.text.Content)
	}
	return understand.ReadAll(texts, l.set, we)
}

// moveToFiles makes the passages of a package's findings those of its files.
func moveToFiles(doc *Document, findings []Finding) {
	for i := range findings {
		f := &findings[i]
		for j := range f.Evidence {
			e := &f.Evidence[j]
			doc.moveToFile(&e.Passage)
			if e.Stem != nil {
				doc.moveToFile(e.Stem)
			}
		}
		for j := range f.Near {
			doc.moveToFile(&f.Near[j])
		}
	}
}

// moveToFile makes a passage of a package's text that of the file it stands in.
// One of a file by itself stays.
func (d *Document) moveToFile(p *Passage) {
	if d.parts == nil {
		return
	}
	last := len(d.parts) - 1
	for last > 0 && d.parts[last].start > p.Start {
		last--
	}
	in := d.parts[last]
	p.File, p.Start, p.End = in.File, p.Start-in.start, p.End-in.start
}

// filesOf says how each file of a package was read.
func filesOf(doc *Document) []FileReport {
	var files []FileReport
	for _, p := range doc.parts {
		files = append(files, FileReport{
			File: p.File, SHA256: p.SHA256, Format: p.Format, Pages: pagesOf(p.Document), Coverage: coverageOf(p.Document),
		})
	}
	return files
}
