package contractcheck

import (
	"fmt"
	"regexp"
	"slices"
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
	inConflict := func(f Finding) bool { return f.Verdict == Conflict }
	if o.doc.parts == nil || !slices.ContainsFunc(findings, inConflict) {
		return
	}
	said := o.precedence()
	for i := range findings {
		if inConflict(findings[i]) {
			findings[i].askAlso(said)
		}
	}
}

// precedence quotes the first sentence of the package on precedence, or returns
// "".
func (o *opened) precedence() string {
	for i := range o.provisions {
		v := &o.provisions[i]
		words := o.doc.text.Content[v.Start:v.End]
		if ofConflict.MatchString(words) && prevailing.MatchString(words) {
			p := o.passage(v.Span, v.Section)
			o.doc.moveToFile(&p)
			return fmt.Sprintf("%s says: “%s”", p.File, strings.Join(strings.Fields(words), " "))
		}
	}
	return ""
}
