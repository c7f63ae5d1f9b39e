package contractcheck_test

import (
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

// labelledData holds labelled and raw documents of others, which are no part
// of this project.
const labelledData = "../../shared/data"

// needLabelledData skips the test where the labelled data is absent.
func needLabelledData(t *testing.T) {
	t.Helper()
	extracttest.Long(t, "the race detector takes minutes for all of the labelled data")
	if _, err := os.Stat(labelledData); err != nil {
		t.Skipf("no labelled documents of others at %s: they are not part of the project", labelledData)
	}
}

// floor is how well a set of rows must be judged at least.
type floor struct {
	rows      string
	docs      string  // folder of the documents that the rows name
	minRight  float64 // share of the rows with the label's verdict
	minSide   float64 // share of the rows on the label's side
	minSpoken float64 // share on the right side, of the rows where the checker speaks
	maxFalse  float64 // share of falsely assured, of the rows judged satisfied
	wantRight int     // at least so many rows right; 0 where the share says it
	out       int     // of so many; a satisfied is then never wrong, not even where the label is partial
}

// fiveClauses is a profile of the clauses that the library began with.
const fiveClauses = "id: five\ntitle: Five clauses\nwhy: Measured apart.\n" +
	"clauses: [anonymous-use, breach-notification, data-ownership, retention, termination]\n"

// TestAccuracyFloors judges the labelled passages and documents. A change that
// lowers a figure below its floor fails; the floors only ever rise.
func TestAccuracyFloors(t *testing.T) {
	needLabelledData(t)
	profile, err := contractcheck.ParseProfile("five.yaml", []byte(fiveClauses))
	require.NoError(t, err)
	five, err := shippedLibrary(t).Apply(profile)
	require.NoError(t, err)
	for _, set := range []struct {
		name    string
		library *contractcheck.Library
		floors  []floor
	}{
		{"five clauses", five, []floor{
			{rows: "passages/variants_tune.jsonl", minRight: 0.95, minSpoken: 0.95},
			{rows: "passages/variants_check.jsonl", minRight: 0.75, minSpoken: 0.88},
			{rows: "passages/tune.jsonl", minRight: 0.45, minSpoken: 0.94, maxFalse: 0.02},
			{rows: "passages/check.jsonl", minRight: 0.44, minSpoken: 0.91, maxFalse: 0.02},
			{rows: "gold/gold.jsonl", docs: "gold/docs", wantRight: 28, out: 35},
		}},
		{"whole library", shippedLibrary(t), []floor{
			{rows: "passages/variants_tune.jsonl", minRight: 0.95, minSpoken: 0.95},
			{rows: "passages/variants_check.jsonl", minRight: 0.76, minSpoken: 0.93},
			{rows: "passages/tune.jsonl", minRight: 0.56, minSpoken: 0.97, maxFalse: 0.005},
			{rows: "passages/check.jsonl", minRight: 0.49, minSpoken: 0.94, maxFalse: 0.005},
			{rows: "gold/gold.jsonl", docs: "gold/docs", minRight: 0.78, minSpoken: 0.86},
		}},
		{"with the finder", shippedLibrary(t).WithFinder(shippedFinder(t)), []floor{
			{rows: "passages/tune.jsonl", minRight: 0.62, minSpoken: 0.95, maxFalse: 0.005, minSide: 0.91},
			{rows: "passages/check.jsonl", minRight: 0.58, minSpoken: 0.91, maxFalse: 0.005, minSide: 0.87},
			{rows: "gold/gold.jsonl", docs: "gold/docs", minRight: 0.78, minSpoken: 0.86, minSide: 0.88},
		}},
	} {
		for _, f := range set.floors {
			t.Run(set.name+"/"+f.rows, func(t *testing.T) { f.check(t, judgeLabels(t, set.library, f)) })
		}
	}
}

func judgeLabels(t *testing.T, library *contractcheck.Library, f floor) *contractcheck.Evaluation {
	file, err := os.Open(filepath.Join(labelledData, f.rows))
	require.NoError(t, err)
	defer file.Close()
	rows, err := contractcheck.ReadLabels(file, f.rows)
	require.NoError(t, err)
	e, err := contractcheck.Evaluate(library, rows, func(name string) (*contractcheck.Document, error) {
		return contractcheck.ReadFile(filepath.Join(labelledData, f.docs, name))
	})
	require.NoError(t, err)
	return e
}

func (f floor) check(t *testing.T, e *contractcheck.Evaluation) {
	t.Logf("%d rows: right %.3f, right side %.3f, false assurance %.3f; speaks on %d, right side there %.3f",
		e.Rows, e.Accuracy, e.Side, e.FalseAssurance, e.Spoken.Rows, e.Spoken.RightSide)
	assert.GreaterOrEqual(t, e.Accuracy, f.minRight, "right verdicts")
	assert.GreaterOrEqual(t, e.Side, f.minSide, "right side")
	assert.GreaterOrEqual(t, e.Spoken.RightSide, f.minSpoken, "right side where the checker speaks")
	assert.LessOrEqual(t, e.FalseAssurance, f.maxFalse, "false assurance")
	if f.out > 0 {
		assert.Equal(t, f.out, e.Rows)
		right := 0
		for _, p := range e.Predictions {
			if p.Got == p.Want {
				right++
			}
			// No false satisfied at all, not even where the label is partial.
			assert.False(t, p.Got == contractcheck.Satisfied && p.Want != contractcheck.Satisfied, "%s %s", p.ID, p.Requirement)
		}
		assert.GreaterOrEqual(t, right, f.wantRight)
	}
}

// The numbers that the labelled documents state are read in the right unit.
func TestLabelledValues(t *testing.T) {
	needLabelledData(t)
	library := shippedLibrary(t)
	for _, want := range []struct {
		file, requirement, unit string
		value                   float64
	}{
		{"commonpaper-dpa.md", "breach-notify-hours", "hours", 72},
		{"bonterms-cloud-terms.md", "termination-return-or-destroy", "days", 60},
	} {
		doc, err := contractcheck.ReadFile(filepath.Join(labelledData, "gold/docs", want.file))
		require.NoError(t, err)
		r, err := library.Check(t.Context(), doc)
		require.NoError(t, err)
		f := findingOf(t, r.Documents[0], want.requirement)
		assert.Equal(t, want.value, f.Values[want.unit], "%s in %s", want.requirement, want.file)
	}
	// A blank is no number: the examples beside it must not be read.
	doc, err := contractcheck.ReadFile(filepath.Join(labelledData, "gold/docs/edtech-school-dpa.md"))
	require.NoError(t, err)
	r, err := library.Check(t.Context(), doc)
	require.NoError(t, err)
	for _, id := range []string{"breach-notify-hours", "termination-return-or-destroy"} {
		f := findingOf(t, r.Documents[0], id)
		assert.Equal(t, contractcheck.Partial, f.Verdict, id)
		assert.Contains(t, f.Reason, "blank", id)
		assert.Empty(t, f.Values, id)
	}
}

func findingOf(t *testing.T, d contractcheck.DocumentReport, requirement string) contractcheck.Finding {
	t.Helper()
	i := slices.IndexFunc(d.Findings, func(f contractcheck.Finding) bool { return f.Requirement == requirement })
	require.GreaterOrEqual(t, i, 0, requirement)
	return d.Findings[i]
}

// Every real document is read and judged, a scan is never silent or good, and
// requests for proposals of others bind no vendor.
func TestRealDocuments(t *testing.T) {
	needLabelledData(t)
	library := shippedLibrary(t).Nearest(0)
	read := 0
	for _, dir := range []string{"gold/docs", "corpus"} {
		err := filepath.WalkDir(filepath.Join(labelledData, dir), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || d.Name() == "SOURCE.txt" {
				return err
			}
			doc, err := contractcheck.ReadFile(path)
			require.NoError(t, err, path)
			r, err := library.Check(t.Context(), doc)
			require.NoError(t, err, path)
			read++
			for _, f := range r.Documents[0].Findings {
				switch {
				case strings.HasPrefix(d.Name(), "scanned-"):
					assert.Equal(t, contractcheck.Unreadable, f.Verdict, "%s %s", d.Name(), f.Requirement)
				case strings.HasPrefix(d.Name(), "18f-"):
					assert.NotEqual(t, contractcheck.Satisfied, f.Verdict, "%s %s", d.Name(), f.Requirement)
				}
			}
			return nil
		})
		require.NoError(t, err)
	}
	assert.Greater(t, read, 300)
}

// TestSpansAreUnseen holds the finder's labels apart from the passages that it
// is measured on: no labelled passage repeats one of them.
func TestSpansAreUnseen(t *testing.T) {
	needLabelledData(t)
	measured := map[string]bool{}
	for _, name := range []string{"check", "variants_check"} {
		for _, row := range readRows(t, filepath.Join(labelledData, "passages", name+".jsonl")) {
			for run := range wordRuns(row.Text) {
				measured[run] = true
			}
		}
	}
	spans := append(readRows(t, "../training/spans/policies.jsonl"), readRows(t, "../training/spans/contracts.jsonl")...)
	require.NoError(t, contractcheck.ReadSpans(spans, os.DirFS(filepath.Join(labelledData, "corpus"))))
	for _, row := range spans {
		all, seen := 0, 0
		for run := range wordRuns(row.Text) {
			all++
			if measured[run] {
				seen++
			}
		}
		assert.LessOrEqual(t, 3*seen, all, "%s, bytes %d to %d", row.Span.File, row.Span.Start, row.Span.End)
	}
}

func readRows(t *testing.T, path string) []contractcheck.Label {
	t.Helper()
	file, err := os.Open(path)
	require.NoError(t, err)
	defer file.Close()
	rows, err := contractcheck.ReadLabels(file, path)
	require.NoError(t, err)
	return rows
}

// wordRuns yields all runs of eight words, in lower case.
func wordRuns(text string) iter.Seq[string] {
	const length = 8
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return func(yield func(string) bool) {
		for i := 0; i+length <= len(words); i++ {
			if !yield(strings.Join(words[i:i+length], " ")) {
				return
			}
		}
	}
}
