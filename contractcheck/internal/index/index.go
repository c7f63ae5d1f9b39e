// Package index finds the passages that are nearest to some words. It ranks
// and never decides: what it finds is shown as the nearest text to something
// that is missing, or as the result of a search.
package index

import (
	"fmt"
	"strconv"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
)

// Index holds the passages of a document in memory. It may be used by several
// goroutines at once, but not while or after it is closed.
type Index struct {
	passages bleve.Index
}

// field is the only field of a passage.
const field = "text"

// New returns an index of English passages, which are known by their place in
// the slice. Close it to free its memory.
func New(passages []string) (*Index, error) {
	// Scorch without a path keeps everything in memory; one batch makes one
	// segment, so that no merging runs beside a search.
	memory, err := bleve.NewUsing("", passageMapping(), scorch.Name, scorch.Name, nil)
	if err != nil {
		return nil, fmt.Errorf("opening the index: %w", err)
	}
	if err := fill(memory, passages); err != nil {
		return nil, fmt.Errorf("indexing %d passages: %w", len(passages), err)
	}
	return &Index{passages: memory}, nil
}

func fill(memory bleve.Index, passages []string) error {
	batch := memory.NewBatch()
	for i, passage := range passages {
		if err := batch.Index(documentID(i), map[string]any{field: passage}); err != nil {
			memory.Close()
			return err
		}
	}
	if err := memory.Batch(batch); err != nil {
		memory.Close()
		return err
	}
	return nil
}

// Close frees the memory of the index.
func (x *Index) Close() error { return x.passages.Close() }

// passageMapping leaves out all that a search for passage numbers does not
// need: stored text, term vectors, values for sorting and the field of all
// fields.
func passageMapping() mapping.IndexMapping {
	text := bleve.NewTextFieldMapping()
	text.Analyzer = en.AnalyzerName
	text.Store, text.IncludeTermVectors, text.DocValues, text.IncludeInAll = false, false, false, false

	passage := bleve.NewDocumentStaticMapping()
	passage.AddFieldMappingsAt(field, text)

	all := bleve.NewIndexMapping()
	all.DefaultMapping = passage
	return all
}

// documentID writes a passage's number so that the order of the identifiers is
// that of the passages. Ten digits are enough for any slice of strings that
// fits into memory.
func documentID(passage int) string { return fmt.Sprintf("%010d", passage) }

func passageOf(id string) (int, error) {
	passage, err := strconv.Atoi(id)
	if err != nil {
		return 0, fmt.Errorf("identifier of a passage: %w", err)
	}
	return passage, nil
}
