package contractcheck

import (
	"context"
	"errors"
	"fmt"
	"slices"
)

// Evaluation says how well a library judges labelled passages and documents.
// Shares are from 0 to 1. In all comparisons Conflict counts as Contradicted
// and Unreadable as Missing.
type Evaluation struct {
	Rows int `json:"rows"` // that were judged
	// Skipped counts the rows with a requirement that the library does not
	// have; Unknown names these requirements, each once.
	Skipped int      `json:"skipped"`
	Unknown []string `json:"-"`
	Figures
	// MacroF1 is the mean of the verdicts' F1, over the verdicts that are
	// among the labels.
	MacroF1 float64 `json:"macro_f1"`
	// Spoken covers the rows that were not judged to be silent.
	Spoken Spoken `json:"spoken"`
	// Contradicted covers the rows that were judged contradicted.
	Contradicted Group `json:"contradicted"`
	// Evidence compares the words that are shown with those that were labelled.
	Evidence OnQuotes `json:"evidence"`
	// Review tells the rows that carry a question for counsel from the others.
	Review Review `json:"review"`
	// Confusion counts rows by the label's verdict and by the one that was
	// found.
	Confusion map[Verdict]map[Verdict]int `json:"confusion"`
	// ByRequirement is keyed by requirement, and by all of them, joined with
	// commas, for a row of several.
	ByRequirement map[string]Group `json:"by_requirement"`
	BySet         map[string]Group `json:"by_set"` // without the rows of no set
	Predictions   []Prediction     `json:"predictions"`
	// Disagreements are the rows whose verdict is not the label's, the worst
	// first: false assurance, then harm that was not seen, then any other
	// change of side, then satisfied for partial and the reverse. Among equals
	// they keep the order of the rows. They quote the documents.
	Disagreements []Disagreement `json:"disagreements"`
}

// Figures say how well verdicts meet labels.
type Figures struct {
	// Accuracy is the share of rows whose verdict is the label's.
	Accuracy float64 `json:"accuracy"`
	// Side is the share of rows on the label's side: satisfied and partial
	// protect, contradicted harms, missing is silent.
	Side float64 `json:"side"`
	// FalseAssurance is the share of the rows judged satisfied whose label is
	// contradicted or missing; 0 if none was judged satisfied.
	FalseAssurance float64 `json:"false_assurance"`
	// WithinStep is the share of rows whose verdict is the label's or one step
	// from it: satisfied for partial, partial for contradicted, or the reverse.
	WithinStep float64 `json:"within_step"`
}

// Group is the figures of some of the rows.
type Group struct {
	Rows int `json:"rows"`
	Figures
}

// Spoken counts the rows on which the checker speaks, judging them to be
// anything but missing, and the share of them on the label's side.
type Spoken struct {
	Rows      int     `json:"rows"`
	RightSide float64 `json:"right_side"`
}

// OnQuotes counts the rows that have the label's verdict, which is not missing,
// and a quote that stands in the text, and the share of them whose evidence
// shares words with a quote.
type OnQuotes struct {
	Rows    int     `json:"rows"`
	OnQuote float64 `json:"on_quote"`
}

// Review is what a reader risks who looks only at the findings that ask for a
// review, and relies on the others.
type Review struct {
	Share   float64 `json:"share"` // of the rows that are flagged
	Flagged Group   `json:"flagged"`
	Plain   Group   `json:"plain"` // not flagged
	// PlainSpoken are the rows not flagged that are not missing either.
	PlainSpoken Group `json:"plain_spoken"`
	// BySureness sets aside the rows that the finder decided and was less sure
	// of than a threshold; empty where it decided none.
	BySureness []Threshold `json:"by_sureness,omitempty"`
}

// Threshold is the figures of the rows that are kept at a sureness of the
// finder.
type Threshold struct {
	Sureness float64 `json:"sureness"`
	Share    float64 `json:"share"` // of the rows that are kept
	Group
}

// Evaluate judges labelled rows. A document is fetched with docs, once, by the
// name that its rows give it; it is judged by every requirement, whatever its
// kind. The error is that of docs or of judging, wrapped with the name.
func Evaluate(l *Library, rows []Label, docs func(name string) (*Document, error)) (*Evaluation, error) {
	e := &evaluator{library: l, docs: docs, judged: map[string]map[string]Finding{}, words: map[string][]word{}}
	out := &Evaluation{}
	for i := range rows {
		row := &rows[i]
		if unknown := e.unknown(row); len(unknown) > 0 {
			out.Skipped++
			out.Unknown = append(out.Unknown, unknown...)
			continue
		}
		a, err := e.judge(row)
		if err != nil {
			return nil, fmt.Errorf("judging %s: %w", row.name(), err)
		}
		p := newPrediction(row, a)
		out.Predictions = append(out.Predictions, p)
		if p.Want != p.Got {
			out.Disagreements = append(out.Disagreements, newDisagreement(row, p, a))
		}
	}
	slices.Sort(out.Unknown)
	out.Unknown = slices.Compact(out.Unknown)
	sortDisagreements(out.Disagreements)
	out.measure()
	return out, nil
}

// folded returns v as labels have it, which know neither Conflict nor
// Unreadable.
func folded(v Verdict) Verdict {
	switch v {
	case Conflict:
		return Contradicted
	case Unreadable:
		return Missing
	}
	return v
}

// evaluator judges rows, and each document only once.
type evaluator struct {
	library *Library
	docs    func(name string) (*Document, error)
	judged  map[string]map[string]Finding // by document and requirement
	words   map[string][]word             // by document
}

// unknown lists the requirements of a row that the library does not have.
func (e *evaluator) unknown(row *Label) []string {
	var ids []string
	for _, id := range row.requirements() {
		if _, _, ok := e.library.lookup(id); !ok {
			ids = append(ids, id)
		}
	}
	return ids
}

func (e *evaluator) judge(row *Label) (judgement, error) {
	if row.Doc == "" {
		j := judgementOf("", e.library.judgePassage(row.Requirement, row.Text, row.numbers()))
		if len(row.Quotes) > 0 {
			j.words = wordsOf(passageText(row.Text).Content)
		}
		return j, nil
	}
	byRequirement, err := e.document(row.Doc)
	if err != nil {
		return judgement{}, err
	}
	var findings []Finding
	for _, id := range row.Requirements {
		findings = append(findings, byRequirement[id])
	}
	j := judgementOf(row.Rollup, findings...)
	j.words = e.words[row.Doc]
	return j, nil
}

// document returns the findings on a document, by requirement.
func (e *evaluator) document(name string) (map[string]Finding, error) {
	if judged, ok := e.judged[name]; ok {
		return judged, nil
	}
	if e.docs == nil {
		return nil, errors.New("the row is about a document, and no documents are given")
	}
	doc, err := e.docs(name)
	if err != nil {
		return nil, err
	}
	findings, err := e.library.findings(context.Background(), doc)
	if err != nil {
		return nil, err
	}
	judged := map[string]Finding{}
	for _, f := range findings {
		judged[f.Requirement] = f
	}
	e.judged[name], e.words[name] = judged, wordsOf(doc.Content())
	return judged, nil
}
