package index

import (
	"encoding/binary"
	"math"

	"github.com/blevesearch/bleve/v2/search"
)

// scoreStep is the smallest difference of scores that counts. Bleve numbers
// the documents of a batch in random order, and adds up the score of
// a document in an order that depends on those numbers; so the same score
// differs by some 1e-15 from run to run.
const scoreStep = 1.0 / (1 << 20)

// rounded returns a score in whole steps.
func rounded(score float64) float64 { return math.Round(score/scoreStep) * scoreStep }

// byScore sorts hits by their rounded score, the best first.
type byScore struct{ search.SortScore }

func newByScore() *byScore { return &byScore{search.SortScore{Desc: true}} }

// Value writes the score so that strings compare as the scores do.
func (s *byScore) Value(hit *search.DocumentMatch) string {
	var steps [8]byte
	binary.BigEndian.PutUint64(steps[:], uint64(max(0, math.Round(hit.Score/scoreStep))))
	return string(steps[:])
}

// RequiresScoring is false because bleve compares the bare scores otherwise;
// it computes them all the same.
func (s *byScore) RequiresScoring() bool { return false }

// Copy is part of search.SearchSort.
func (s *byScore) Copy() search.SearchSort {
	other := *s
	return &other
}
