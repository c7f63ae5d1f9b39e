package contractcheck

import (
	"example.org/contractcheck/contractcheck/internal/index"
	"example.org/contractcheck/contractcheck/internal/segment"
)

// addNear gives the findings that are missing or unreadable the passages
// nearest to their requirement. The index is built only when one needs it.
func (o *opened) addNear(findings []Finding) error {
	var x *index.Index
	var spans []int
	for i := range findings {
		f := &findings[i]
		if o.library.near == 0 || f.Verdict != Missing && f.Verdict != Unreadable {
			continue
		}
		if x == nil {
			var err error
			if x, spans, err = o.newIndex(); err != nil {
				return err
			}
			defer x.Close()
		}
		found, err := x.Nearest(o.library.queries(f.Requirement), o.library.near)
		if err != nil {
			return err
		}
		for _, m := range found {
			p := &o.provisions[spans[m.Passage]]
			f.Near = append(f.Near, o.passage(p.Span, p.Section))
		}
	}
	return nil
}

// longestPassage is the length in bytes of what is shown as a nearest passage.
// What is longer without a full stop is no sentence that helps a reader.
const longestPassage = 4000

// newIndex indexes the sentences of the document, and returns with it the
// index of the provision that each passage is.
func (o *opened) newIndex() (*index.Index, []int, error) {
	var texts []string
	var spans []int
	for i := range o.provisions {
		p := &o.provisions[i]
		if p.Kind == segment.Heading || p.Kind == segment.Marginal || p.End-p.Start > longestPassage {
			continue
		}
		texts = append(texts, o.doc.text.Content[p.Start:p.End])
		spans = append(spans, i)
	}
	x, err := index.New(texts)
	return x, spans, err
}
