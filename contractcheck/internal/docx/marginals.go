package docx

import (
	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/opc"
)

// readMarginals reads the headers and footers that the sections show (17.10),
// each part and each text once.
func (r *reader) readMarginals(l opc.Relations) error {
	seen := map[string]bool{}
	for _, id := range r.marginals {
		rel := l.ByID(id)
		if rel.Target == "" || rel.External || seen[rel.Target] {
			continue
		}
		seen[rel.Target] = true
		blocks, err := r.readStory(rel.Target, "")
		if err := r.tolerate(err, "a header or footer is damaged"); err != nil {
			return err
		}
		if rel.Kind == "footer" {
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
