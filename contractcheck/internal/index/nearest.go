package index

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search"
)

// Match is a passage that has words of a query.
type Match struct {
	Passage int     // its place in the slice that the index was made of
	Score   float64 // above 0; the larger, the nearer; not comparable between indexes
}

// maxQuery bounds the cost of one query, in bytes. The longest wording of the
// clause library has a third of it.
const maxQuery = 4096

// Nearest returns the n passages that match one of the queries best, the best
// one first. A passage scores what its best query gives it; passages of the
// same score come in their own order. The words of a query are plain words:
// inflections match, word order and punctuation do not count, and what is
// longer than maxQuery is cut off. It returns fewer than n matches if no more
// passages share a word with a query.
func (x *Index) Nearest(queries []string, n int) ([]Match, error) {
	if n <= 0 {
		return nil, nil
	}
	best := map[int]float64{}
	for i, query := range queries {
		found, err := x.matches(shorten(query), n)
		if err != nil {
			return nil, fmt.Errorf("query %d: %w", i, err)
		}
		for _, m := range found {
			best[m.Passage] = max(best[m.Passage], m.Score)
		}
	}
	return ranked(best, n), nil
}

// matches returns the n best matches of one query.
func (x *Index) matches(words string, n int) ([]Match, error) {
	query := bleve.NewMatchQuery(words)
	query.SetField(field)
	request := bleve.NewSearchRequestOptions(query, n, 0, false)
	request.SortByCustom(search.SortOrder{newByScore(), &search.SortDocID{}}) // ties in the passages' order
	result, err := x.passages.Search(request)
	if err != nil {
		return nil, err
	}
	found := make([]Match, 0, len(result.Hits))
	for _, hit := range result.Hits {
		passage, err := passageOf(hit.ID)
		if err != nil {
			return nil, err
		}
		found = append(found, Match{Passage: passage, Score: rounded(hit.Score)})
	}
	return found, nil
}

// ranked returns the n best matches in order.
func ranked(best map[int]float64, n int) []Match {
	matches := make([]Match, 0, len(best))
	for passage, score := range best {
		matches = append(matches, Match{Passage: passage, Score: score})
	}
	slices.SortFunc(matches, func(a, b Match) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Passage, b.Passage))
	})
	return matches[:min(n, len(matches))]
}

// shorten cuts a query to maxQuery bytes.
func shorten(query string) string {
	if len(query) <= maxQuery {
		return query
	}
	return strings.ToValidUTF8(query[:maxQuery], "")
}
