package docx

import (
	"example.org/contractcheck/contractcheck/internal/opc"
	"example.org/contractcheck/contractcheck/internal/story"
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
			r.foot = story.AppendMarginals(r.foot, blocks)
		} else {
			r.head = story.AppendMarginals(r.head, blocks)
		}
	}
	return nil
}
