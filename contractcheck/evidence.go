package contractcheck

import (
	"slices"
	"sort"
	"strings"

	"example.org/contractcheck/contractcheck/internal/rules"
	"example.org/contractcheck/contractcheck/internal/segment"
)

var verdictOf = map[rules.Verdict]Verdict{
	rules.Satisfied: Satisfied, rules.Partial: Partial, rules.Contradicted: Contradicted,
}

// evidenceAt turns a provision that speaks on a requirement into evidence.
func (o *opened) evidenceAt(e rules.Evidence) Evidence {
	p := &o.provisions[e.Provision]
	out := Evidence{Passage: o.passage(p.Span, p.Section), Verdict: verdictOf[e.Verdict], Reason: e.Reason}
	if n := len(p.Stems); n > 0 {
		stem := o.passage(p.Stems[n-1], p.Section)
		out.Stem = &stem
	}
	return out
}

// passage quotes a stretch of the document's text.
func (o *opened) passage(s segment.Span, section int) Passage {
	block, _ := o.blockAt(s.Start)
	return Passage{
		Quote: o.doc.text.Content[s.Start:s.End], Page: o.pageAt(s.Start), Section: o.sectionName(section), Row: block.Row,
		Start: s.Start, End: s.End, Links: o.linksIn(s), OCR: o.recognition(s.Start, s.End),
	}
}

// linksIn returns where the links in a stretch of the text lead, each once.
func (o *opened) linksIn(s segment.Span) []string {
	links := o.doc.text.Links
	first := sort.Search(len(links), func(i int) bool { return links[i].End > s.Start })
	var targets []string
	for _, l := range links[first:] {
		if l.Start >= s.End {
			break
		}
		if !slices.Contains(targets, l.Target) {
			targets = append(targets, l.Target)
		}
	}
	return targets
}

// pageAt returns the number of the page that holds a byte of the text.
func (o *opened) pageAt(offset int) int {
	pages := o.doc.text.Pages
	i := sort.Search(len(pages), func(i int) bool { return pages[i].End > offset })
	if i == len(pages) {
		return 0
	}
	return pages[i].Number
}

// sectionName returns the number and heading of a section.
func (o *opened) sectionName(i int) string {
	if i < 0 || i >= len(o.sections) {
		return ""
	}
	s := o.sections[i]
	return strings.TrimSpace(strings.Join(strings.Fields(s.Number+" "+s.Title), " "))
}
