package docx

import "example.org/contractcheck/contractcheck/internal/extract"

// readMarginals reads the headers and footers that the sections show (17.10),
// each part and each text once.
func (r *reader) readMarginals(l links) error {
	seen := map[string]bool{}
	for _, id := range r.marginals {
		rel := l.byID(id)
		if rel.target == "" || seen[rel.target] {
			continue
		}
		seen[rel.target] = true
		blocks, err := r.readStory(rel.target, "")
		if err := r.tolerate(err, "a header or footer is damaged"); err != nil {
			return err
		}
		if rel.kind == "footer" {
			r.foot = appendMarginals(r.foot, blocks)
		} else {
			r.head = appendMarginals(r.head, blocks)
		}
	}
	return nil
}

// appendMarginals adds the blocks whose text is not yet there.
func appendMarginals(to, blocks []block) []block {
	known := map[string]bool{}
	for _, b := range to {
		known[b.shown()] = true
	}
	for _, b := range blocks {
		if !known[b.shown()] {
			known[b.shown()] = true
			to = append(to, block{kind: extract.Marginal, text: b.shown(), changed: b.changed})
		}
	}
	return to
}
