package contractcheck

import (
	"cmp"
	"slices"
	"strings"
)

// Prediction is the verdict on one row, in the order of the rows. ID is the
// row's, or its document's name.
type Prediction struct {
	ID          string  `json:"id"`
	Requirement string  `json:"requirement"`
	Want        Verdict `json:"want"`
	Got         Verdict `json:"got"`
	// NeedsReview is the question for counsel that the finding carries.
	NeedsReview string `json:"needs_review,omitempty"`

	// OnQuote reports whether the evidence shares words with a quote of the
	// label; nil where the label has no quote that stands in the text.
	OnQuote *bool `json:"on_quote,omitempty"`

	// Sureness is how likely the finder holds its passage to be about the
	// requirement, from 0 to 1; 0 where it did not decide.
	Sureness float64 `json:"sureness,omitempty"`

	set string
}

func newPrediction(row *Label, a judgement) Prediction {
	p := Prediction{
		ID: row.name(), Requirement: row.subject(), Want: folded(row.Verdict), Got: a.verdict,
		NeedsReview: a.review, Sureness: a.sureness, set: row.Set,
	}
	if o := overlapOf(a.words, row.Quotes, a.evidence); o.found {
		p.OnQuote = &o.touches
	}
	return p
}

// withinStep reports whether the verdict is the label's or next to it. Two who
// read the same words often differ by a step: satisfied or partial, partial or
// contradicted. Silence has no neighbour.
func (p Prediction) withinStep() bool {
	if p.Want == p.Got {
		return true
	}
	speaks := p.Want != Missing && p.Got != Missing
	return speaks && (p.Want == Partial || p.Got == Partial)
}

// Disagreement is a row whose verdict is not the label's, with what a person
// needs in order to say which of the two is wrong.
type Disagreement struct {
	Prediction
	// Place is the line of the label, as file:line; the row's ID where the
	// label was not read from a file.
	Place string `json:"place"`
	// Reason says what the words do or lack. For a row of several requirements
	// it names those that it speaks of.
	Reason string `json:"reason"`
	// Evidence holds the words that carry the verdict.
	Evidence []Evidence `json:"evidence"`
	Quotes   []string   `json:"quotes"` // of the label
}

func newDisagreement(row *Label, p Prediction, a judgement) Disagreement {
	return Disagreement{Prediction: p, Place: row.place(), Reason: a.reason, Evidence: a.evidence, Quotes: row.Quotes}
}

// FalselyAssures reports whether a library that relied on the verdict would
// think itself protected where it is not.
func (p Prediction) FalselyAssures() bool {
	return p.Got == Satisfied && sideOf(p.Want) != protects
}

func sortDisagreements(all []Disagreement) {
	slices.SortStableFunc(all, func(a, b Disagreement) int { return cmp.Compare(a.harm(), b.harm()) })
}

// harm ranks a wrong verdict by what it may cost patrons, from the worst, 0.
func (p Prediction) harm() int {
	switch {
	case p.FalselyAssures():
		return 0
	case p.Want == Contradicted:
		return 1
	case sideOf(p.Want) != sideOf(p.Got):
		return 2
	}
	return 3
}

// judgement is what the findings on a row's requirements come to.
type judgement struct {
	verdict  Verdict // folded
	reason   string
	review   string
	evidence []Evidence
	sureness float64 // the least of those that the finder decided; else 0
	words    []word  // of the text; nil where the label has no quotes
}

// judgementOf rolls findings up, of which there is at least one.
func judgementOf(r Rollup, findings ...Finding) judgement {
	var verdicts []Verdict
	for _, f := range findings {
		verdicts = append(verdicts, folded(f.Verdict))
	}
	a := judgement{verdict: rollUpVerdicts(r, verdicts)}
	deciding := decisive(r, a.verdict, findings)
	a.reason = joinReasons(deciding, len(findings) > 1)
	for _, f := range deciding {
		a.review = cmp.Or(a.review, f.NeedsReview)
		a.evidence = append(a.evidence, f.Evidence...)
		if f.sureness > 0 && (a.sureness == 0 || f.sureness < a.sureness) {
			a.sureness = f.sureness
		}
	}
	return a
}

// decisive keeps the findings that make the rolled-up verdict: those that share
// it or, where all together are but partial, all of them.
func decisive(r Rollup, rolledUp Verdict, findings []Finding) []Finding {
	if r == RollupAll && rolledUp == Partial {
		return findings
	}
	return slices.DeleteFunc(slices.Clone(findings), func(f Finding) bool { return folded(f.Verdict) != rolledUp })
}

// joinReasons returns the reasons, each once, and before each, if named, the
// requirements that it holds for.
func joinReasons(findings []Finding, named bool) string {
	var reasons []string
	of := map[string][]string{}
	for _, f := range findings {
		if of[f.Reason] == nil {
			reasons = append(reasons, f.Reason)
		}
		of[f.Reason] = append(of[f.Reason], f.Requirement)
	}
	if named {
		for i, reason := range reasons {
			reasons[i] = strings.Join(of[reason], ", ") + ": " + reason
		}
	}
	return strings.Join(reasons, "; ")
}
