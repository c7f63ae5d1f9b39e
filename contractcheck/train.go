package contractcheck

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"example.org/contractcheck/contractcheck/internal/finder"
	"example.org/contractcheck/contractcheck/internal/language"
	"example.org/contractcheck/contractcheck/internal/segment"
)

// TrainFinder trains a finder, which says where a requirement of the library
// is spoken of, and writes its model to w. It learns from labelled passages,
// from the library's own test passages, and from the provisions of documents,
// which it takes to be on other subjects but for the few that are plainly not.
// Note goes into the model, to say what it was trained on.
//
// The error is that of docs, ctx or w, or joins one for each row that is no
// passage on a requirement of the library. The same input gives the same bytes.
func TrainFinder(ctx context.Context, l *Library, rows []Label, docs iter.Seq2[*Document, error], note string, w io.Writer) error {
	examples, err := l.examples(rows)
	if err != nil {
		return err
	}
	foreign, err := provisionsOf(ctx, docs)
	if err != nil {
		return err
	}
	model, err := finder.Train(examples, foreign, finder.Options{Topic: l.clauseOf, Note: note})
	if err != nil {
		return fmt.Errorf("training: %w", err)
	}
	_, err = model.WriteTo(w)
	return err
}

// clauseOf returns the id of the clause that has a requirement.
func (l *Library) clauseOf(requirement string) string {
	if _, c, ok := l.lookup(requirement); ok {
		return c.ID
	}
	return requirement
}

// examples returns the labelled passages, and those of the clause files.
func (l *Library) examples(rows []Label) ([]finder.Example, error) {
	var all []finder.Example
	var errs []error
	for i := range rows {
		e, err := l.example(&rows[i])
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", rows[i].place(), err))
		}
		all = append(all, e)
	}
	for r, t := range l.tests {
		var want Verdict
		if err := want.UnmarshalText([]byte(t.Want)); err != nil {
			return nil, fmt.Errorf("%s: %w", t.Pos, err)
		}
		all = append(all, exampleOf(r.ID, t.Text, want))
	}
	return all, errors.Join(errs...)
}

func (l *Library) example(row *Label) (finder.Example, error) {
	if row.Doc != "" {
		return finder.Example{}, errors.New("the row is about a document, expected a passage")
	}
	if _, _, ok := l.lookup(row.Requirement); !ok {
		return finder.Example{}, fmt.Errorf("the library has no requirement %s", row.Requirement)
	}
	return exampleOf(row.Requirement, row.Text, row.Verdict), nil
}

func exampleOf(requirement, text string, v Verdict) finder.Example {
	e := finder.Example{Words: finder.TextWords(nil, text), Requirement: requirement}
	switch folded(v) {
	case Satisfied, Partial:
		e.Side = finder.Protects
	case Contradicted:
		e.Side = finder.Harms
	}
	return e
}

// provisionsOf returns the words of all provisions of the documents.
func provisionsOf(ctx context.Context, docs iter.Seq2[*Document, error]) ([][]uint32, error) {
	var all [][]uint32
	for doc, err := range docs {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, err
		}
		provisions, _ := segment.Split(doc.text)
		for i := range provisions {
			if provisions[i].Kind != segment.Marginal {
				all = append(all, provisionWords(doc.text.Content, &provisions[i]))
			}
		}
	}
	return all, nil
}

// provisionWords returns the words of a provision as the judge reads them: with
// the introducing words of its lists, and without what stands in its gaps.
func provisionWords(content string, p *segment.Provision) []uint32 {
	var words []uint32
	for _, stem := range p.Stems {
		words = finder.TextWords(words, content[stem.Start:stem.End])
	}
	at := p.Start
	for _, gap := range p.Gaps {
		words = finder.TextWords(words, content[at:gap.Start])
		at = gap.End
	}
	words = finder.TextWords(words, content[at:p.End])
	return words[:min(len(words), language.MostTokens)]
}
