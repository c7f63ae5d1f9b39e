package index

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var passages = []string{
	"The Provider shall notify the Library of any security breach within two days.",
	"Invoices are payable within thirty days.",
	"At the end of the term the Provider deletes all patron records and backups.",
	"The catalog runs in a browser.",
	"Payment of invoices is due in thirty days.",
}

func open(t testing.TB, passages []string) *Index {
	t.Helper()
	x, err := New(passages)
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, x.Close()) })
	return x
}

func numbers(matches []Match) []int {
	out := []int{}
	for _, m := range matches {
		out = append(out, m.Passage)
	}
	return out
}

func TestNearest(t *testing.T) {
	x := open(t, passages)
	tests := []struct {
		name    string
		queries []string
		n       int
		want    []int
	}{
		{"inflected words", []string{"notifying libraries of breaches"}, 5, []int{0}},
		{"case", []string{"DELETION OF PATRON RECORDS"}, 1, []int{2}},
		{"best of several queries", []string{"browser", "deletes backups"}, 5, []int{3, 2}},
		{"cut to n", []string{"invoice", "backup", "browser"}, 2, []int{3, 2}},
		{"no such word", []string{"subpoena"}, 5, []int{}},
		{"stop words alone", []string{"the of and in"}, 5, []int{}},
		{"no query", nil, 5, []int{}},
		{"blank query", []string{"", " \n"}, 5, []int{}},
		{"n is zero", []string{"invoice"}, 0, []int{}},
		{"n is negative", []string{"invoice"}, -1, []int{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			matches, err := x.Nearest(tt.queries, tt.n)
			require.NoError(t, err)
			assert.Equal(t, tt.want, numbers(matches))
			for _, m := range matches {
				assert.Positive(t, m.Score)
			}
		})
	}
}

func TestNearestBreaksTiesByPassage(t *testing.T) {
	same := make([]string, 30)
	for i := range same {
		same[i] = "Search logs are deleted."
	}
	matches, err := open(t, same).Nearest([]string{"logs"}, 4)
	require.NoError(t, err)
	assert.Equal(t, []int{0, 1, 2, 3}, numbers(matches))
	assert.Equal(t, matches[0].Score, matches[3].Score)
}

func TestNearestTakesTheBestScore(t *testing.T) {
	x := open(t, passages)
	alone, err := x.Nearest([]string{"security breach"}, 1)
	require.NoError(t, err)
	among, err := x.Nearest([]string{"breach of something unheard", "security breach"}, 1)
	require.NoError(t, err)
	assert.Equal(t, alone, among)
}

func TestNearestOnAnEmptyIndex(t *testing.T) {
	for name, none := range map[string][]string{"no passages": nil, "blank passages": {"", " "}} {
		matches, err := open(t, none).Nearest([]string{"breach"}, 3)
		require.NoError(t, err, name)
		assert.Empty(t, matches, name)
	}
}

func TestQueriesAreNoSyntax(t *testing.T) {
	x := open(t, passages)
	tests := map[string][]int{
		"+browser -catalog":        {3}, // the minus excludes nothing
		"text:browser":             {},  // one word that no passage has
		"brow*":                    {},
		"/brow.*/":                 {},
		"browsre~2":                {},
		`"browser runs"`:           {3}, // no phrase
		"browser AND NOT catalog":  {3},
		"(browser":                 {3},
		"browser^1000":             {3},
		"\x00\xff\xfe":             {},
		`{"match_all":{}}`:         {},
		"*":                        {},
		"browser \\":               {3},
		strings.Repeat("((", 1000): {},
	}
	for query, want := range tests {
		matches, err := x.Nearest([]string{query}, 5)
		require.NoError(t, err, "%q", query)
		assert.Equal(t, want, numbers(matches), "%q", query)
	}
}

func TestLongQueriesAreCut(t *testing.T) {
	x := open(t, passages)
	filler := strings.Repeat("é ", maxQuery)
	matches, err := x.Nearest([]string{"browser " + filler}, 5)
	require.NoError(t, err)
	assert.Equal(t, []int{3}, numbers(matches))
	matches, err = x.Nearest([]string{filler + " browser"}, 5)
	require.NoError(t, err)
	assert.Empty(t, matches, "words behind the bound")
}

func TestHostilePassages(t *testing.T) {
	x := open(t, []string{"\xff\x00\xfe", strings.Repeat("a", 1<<20), "browser"})
	matches, err := x.Nearest([]string{"browser"}, 5)
	require.NoError(t, err)
	assert.Equal(t, []int{2}, numbers(matches))
}

func TestNearestIsDeterministic(t *testing.T) {
	var want []Match
	runs := 20
	if testing.Short() { // the race detector takes eight times as long
		runs = 4
	}
	for run := range runs {
		got, err := open(t, synthetic(300)).Nearest(synthetic(20), 25)
		require.NoError(t, err)
		if run == 0 {
			want = got
			require.Len(t, want, 25)
		}
		require.Equal(t, want, got, "run %d", run)
	}
}

func TestNearestFromManyGoroutines(t *testing.T) {
	x := open(t, passages)
	want, err := x.Nearest(passages, 3)
	require.NoError(t, err)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 20 {
				got, err := x.Nearest(passages, 3)
				assert.NoError(t, err)
				assert.Equal(t, want, got)
			}
		})
	}
	group.Wait()
}

func TestClosedIndex(t *testing.T) {
	x, err := New(passages)
	require.NoError(t, err)
	require.NoError(t, x.Close())
	_, err = x.Nearest([]string{"browser"}, 1)
	assert.Error(t, err)
}

// synthetic returns passages of some twenty words that differ from each other.
func synthetic(count int) []string {
	subjects := []string{"Provider", "Library", "Patron", "Contractor", "Auditor", "Host", "Court"}
	verbs := []string{"encrypts", "returns", "deletes", "reviews", "discloses", "stores", "limits", "reports"}
	objects := []string{"borrowing records", "search logs", "backup copies", "account data", "contact details"}
	out := make([]string, count)
	for i := range out {
		out[i] = fmt.Sprintf("Under article %d the %s %s %s on request %d, and the %s %s %s within %d days of the event.",
			i%17, subjects[i%7], verbs[i%8], objects[i%5], i, subjects[(i+3)%7], verbs[(i/3)%8], objects[(i/7)%5], i%60)
	}
	return out
}

// benchmarkPassages returns passages as long as those of contracts, in
// a vocabulary of their size.
func benchmarkPassages(count int) []string {
	random := rand.New(rand.NewPCG(1, 2))
	out := make([]string, count)
	for i := range out {
		words := make([]string, 25)
		for j := range words {
			words[j] = fmt.Sprintf("word%d", int(2000*random.Float64()*random.Float64()))
		}
		out[i] = strings.Join(words, " ")
	}
	return out
}

func BenchmarkNew(b *testing.B) {
	passages := benchmarkPassages(1000)
	b.ReportAllocs()
	for b.Loop() {
		x, err := New(passages)
		require.NoError(b, err)
		require.NoError(b, x.Close())
	}
}

func BenchmarkNearest(b *testing.B) {
	passages := benchmarkPassages(1000)
	x := open(b, passages)
	queries := make([]string, 40)
	for i := range queries {
		queries[i] = strings.Join(strings.Fields(passages[i])[:6], " ")
	}
	b.ReportAllocs()
	for b.Loop() {
		_, err := x.Nearest(queries, 3)
		require.NoError(b, err)
	}
}
