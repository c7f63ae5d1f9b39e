package contractcheck

import (
	"fmt"
	"regexp"
	"strings"
)

// A sentence on precedence speaks of a conflict and of what prevails in it.
var (
	ofConflict = regexp.MustCompile(`(?i)\b(?:conflicts?|inconsisten(?:t|cy|cies)|discrepanc(?:y|ies)|contradictions?)\b`)
	prevailing = regexp.MustCompile(`(?i)\b(?:prevails?|controls?|governs?|precedence|supersedes?|order of priority)\b`)
)

// showPrecedence adds to the question of each conflict in a package what its
// files say on precedence. It decides nothing: whether the sentence reaches the
// two passages is for counsel to say, and a wrong guess would assure falsely.
func (o *opened) showPrecedence(findings []Finding) {
	if o.doc.parts == nil {
		return
	}
	said := ""
	for i := range findings {
		f := &findings[i]
		if f.Verdict != Conflict {
			continue
		}
		if said == "" {
			if said = o.precedence(); said == "" {
				return
			}
		}
		f.NeedsReview += said
	}
}

// precedence quotes the first sentence of the package on precedence, or returns
// "".
func (o *opened) precedence() string {
	for i := range o.provisions {
		p := o.passage(o.provisions[i].Span, o.provisions[i].Section)
		if ofConflict.MatchString(p.Quote) && prevailing.MatchString(p.Quote) {
			o.doc.nameFile(&p)
			return fmt.Sprintf(" %s says: “%s”", p.File, strings.Join(strings.Fields(p.Quote), " "))
		}
	}
	return ""
}
