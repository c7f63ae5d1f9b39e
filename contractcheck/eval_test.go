package contractcheck_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck"
)

func labels(t testing.TB, rows ...string) []contractcheck.Label {
	t.Helper()
	all, err := contractcheck.ReadLabels(strings.NewReader(strings.Join(rows, "\n")), "labels.jsonl")
	require.NoError(t, err)
	return all
}

func evaluate(t testing.TB, rows ...string) *contractcheck.Evaluation {
	t.Helper()
	e, err := contractcheck.Evaluate(smallLibrary(t), labels(t, rows...), nil)
	require.NoError(t, err)
	return e
}

// passages has a row of every kind of hit and miss.
var passages = []string{
	`{"id": "1", "set": "a", "requirement": "lending-free", "verdict": "satisfied", "text": "All loans are free."}`,
	`{"id": "2", "set": "a", "requirement": "lending-free", "verdict": "contradicted", "text": "All loans are free, on odd days."}`,
	`{"id": "3", "set": "b", "requirement": "lending-free", "verdict": "conflict", "text": "All loans cost money."}`,
	``,
	`{"id": "4", "requirement": "outage-notice-days", "verdict": "satisfied", "text": "The Vendor shall announce major outages."}`,
	`{"id": "5", "requirement": "outage-notice-days", "verdict": "unreadable", "text": "The moon is round.", "params": {"min_days": 3, "min_tls": "1.2", "countries": ["NO"]}}`,
	`{"id": "6", "requirement": "lending-fast", "verdict": "satisfied", "text": "Loans are fast."}`,
	`{"id": "7", "requirement": "lending-fast", "verdict": "satisfied", "text": "Loans are slow."}`,
}

func TestEvaluatePassages(t *testing.T) {
	e := evaluate(t, passages...)
	assert.Equal(t, 5, e.Rows)
	assert.Equal(t, 2, e.Skipped)
	assert.Equal(t, []string{"lending-fast"}, e.Unknown)
	assert.InDelta(t, 3.0/5, e.Accuracy, 1e-9)
	assert.InDelta(t, 4.0/5, e.Side, 1e-9)
	assert.InDelta(t, 1.0/2, e.FalseAssurance, 1e-9)
	assert.Equal(t, 4, e.Spoken.Rows)
	assert.InDelta(t, 3.0/4, e.Spoken.RightSide, 1e-9)
	// F1: satisfied 2·1/(2+2), contradicted 2·1/(2+1), missing 2·1/(1+1).
	assert.InDelta(t, (0.5+2.0/3+1)/3, e.MacroF1, 1e-9)
	assert.Equal(t, 1, e.Confusion[contractcheck.Contradicted][contractcheck.Satisfied])
	assert.Equal(t, 2, e.BySet["a"].Rows)
	assert.InDelta(t, 0.5, e.BySet["a"].FalseAssurance, 1e-9)
	assert.NotContains(t, e.BySet, "")
	assert.Equal(t, 3, e.ByRequirement["lending-free"].Rows)
	assert.Equal(t, contractcheck.Prediction{
		ID: "4", Requirement: "outage-notice-days", Want: contractcheck.Satisfied, Got: contractcheck.Partial,
	}, e.Predictions[3])
}

func TestEvaluateNothing(t *testing.T) {
	e := evaluate(t)
	assert.Zero(t, e.Rows)
	assert.Zero(t, e.Accuracy)
	assert.Zero(t, e.MacroF1)
	assert.Zero(t, e.FalseAssurance)
}

func TestEvaluationJSON(t *testing.T) {
	data, err := json.Marshal(evaluate(t, passages...))
	require.NoError(t, err)
	var keys map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(data, &keys))
	var names []string
	for name := range keys {
		names = append(names, name)
	}
	assert.ElementsMatch(t, []string{
		"rows", "skipped", "accuracy", "side", "macro_f1", "false_assurance", "spoken",
		"confusion", "by_requirement", "by_set", "predictions", "disagreements",
		"within_step", "contradicted", "evidence", "review",
	}, names)
	assert.JSONEq(t, `{"rows": 4, "right_side": 0.75}`, string(keys["spoken"]))
	assert.Contains(t, string(keys["predictions"]), `{"id":"3","requirement":"lending-free","want":"contradicted","got":"contradicted"}`)
}

func TestEvaluateDocuments(t *testing.T) {
	read := 0
	docs := func(name string) (*contractcheck.Document, error) {
		require.Equal(t, "deal.txt", name)
		read++
		return readText(t, "All loans are free.\n\nThe Vendor shall announce major outages.\n"), nil
	}
	row := func(requirements, rollup string) string {
		return `{"doc": "deal.txt", "requirements": ` + requirements + `, "rollup": "` + rollup + `", "verdict": "satisfied"}`
	}
	rows := labels(t,
		row(`["lending-free"]`, "any"),
		row(`["lending-free", "newsletter-monthly"]`, "any"),
		row(`["lending-free", "newsletter-monthly"]`, "all"),
		row(`["newsletter-monthly"]`, "all"),
		row(`["outage-notice-days", "lending-free"]`, ""),
		row(`["lending-free", "lending-fast"]`, "any"),
	)
	e, err := contractcheck.Evaluate(smallLibrary(t), rows, docs)
	require.NoError(t, err)
	var got []contractcheck.Verdict
	for _, p := range e.Predictions {
		got = append(got, p.Got)
	}
	assert.Equal(t, []contractcheck.Verdict{
		contractcheck.Satisfied, contractcheck.Satisfied, contractcheck.Partial, contractcheck.Missing, contractcheck.Satisfied,
	}, got)
	assert.Equal(t, 1, e.Skipped)
	assert.Equal(t, 1, read, "a document is read once")
	assert.Equal(t, "deal.txt", e.Predictions[0].ID)
	assert.Contains(t, e.ByRequirement, "lending-free,newsletter-monthly")
}

func TestStepsAndQuotes(t *testing.T) {
	row := func(verdict, text, quotes string) string {
		return `{"id": "x", "requirement": "lending-free", "verdict": "` + verdict + `", "text": "` + text + `", "quotes": [` + quotes + `]}`
	}
	e := evaluate(t,
		row("satisfied", "All loans are free. Tea is hot.", `"loans are FREE"`),
		row("satisfied", "All loans are free. Tea is hot.", `"Tea is hot"`),
		row("satisfied", "All loans are free.", `"not in the text"`),
		row("partial", "All loans are free.", `"All loans"`),
		row("partial", "All loans cost money.", ``),
		row("satisfied", "All loans cost money.", ``),
		row("partial", "The moon is round.", ``),
		row("missing", "The moon is round.", `"The moon"`),
	)
	assert.InDelta(t, 6.0/8, e.WithinStep, 1e-9)
	assert.Equal(t, 2, e.Contradicted.Rows)
	assert.InDelta(t, 1.0/2, e.Contradicted.WithinStep, 1e-9)
	assert.Equal(t, contractcheck.OnQuotes{Rows: 2, OnQuote: 0.5}, e.Evidence)
	assert.Nil(t, e.Predictions[2].OnQuote)
}

// Findings in conflict ask for a review.
func TestReview(t *testing.T) {
	row := func(id, text string) string {
		return `{"id": "` + id + `", "requirement": "lending-free", "verdict": "satisfied", "text": "` + text + `"}`
	}
	e := evaluate(t, row("1", "All loans are free."), row("2", "All loans are free. All loans cost money."), row("3", "The moon is round."))
	assert.InDelta(t, 1.0/3, e.Review.Share, 1e-9)
	assert.Equal(t, 1, e.Review.Flagged.Rows)
	assert.Zero(t, e.Review.Flagged.Accuracy)
	assert.Equal(t, 2, e.Review.Plain.Rows)
	assert.InDelta(t, 0.5, e.Review.Plain.Accuracy, 1e-9)
	assert.Equal(t, 1, e.Review.PlainSpoken.Rows)
	assert.NotEmpty(t, e.Predictions[1].NeedsReview)
}

// Rows that the finder decided are set aside by its sureness; the others stay.
func TestReviewBySureness(t *testing.T) {
	rows := labels(t,
		`{"id": "1", "requirement": "no-sale", "verdict": "contradicted", "text": "Vendor may hand borrowers' reading records to data brokers in return for a cut of the proceeds."}`,
		`{"id": "2", "requirement": "no-sale", "verdict": "missing", "text": "The moon is round."}`,
	)
	e, err := contractcheck.Evaluate(shippedLibrary(t).WithFinder(shippedFinder(t)), rows, nil)
	require.NoError(t, err)
	found := e.Predictions[0].Sureness
	assert.GreaterOrEqual(t, found, 0.9)
	assert.Zero(t, e.Predictions[1].Sureness)
	require.NotEmpty(t, e.Review.BySureness)
	for _, at := range e.Review.BySureness {
		want := 1
		if found >= at.Sureness {
			want = 2
		}
		assert.Equal(t, want, at.Rows, "at %g", at.Sureness)
	}
	e, err = contractcheck.Evaluate(shippedLibrary(t), rows, nil)
	require.NoError(t, err)
	assert.Empty(t, e.Review.BySureness)
}

func TestDisagreements(t *testing.T) {
	e := evaluate(t, passages...)
	require.Len(t, e.Disagreements, 2)
	worst, last := e.Disagreements[0], e.Disagreements[1]
	assert.Equal(t, "labels.jsonl:2", worst.Place)
	assert.True(t, worst.FalselyAssures())
	require.NotEmpty(t, worst.Evidence)
	assert.Equal(t, "All loans are free, on odd days.", worst.Evidence[0].Quote)
	assert.Equal(t, "labels.jsonl:5", last.Place)
	assert.False(t, last.FalselyAssures())
}

// Harm that was not seen comes before a change of side that is harmless, and
// that before a difference of degree.
func TestDisagreementsWorstFirst(t *testing.T) {
	row := func(id, verdict, text string) string {
		return `{"id": "` + id + `", "requirement": "lending-free", "verdict": "` + verdict + `", "text": "` + text + `"}`
	}
	e := evaluate(t,
		row("degree", "partial", "All loans are free."),
		row("silent", "satisfied", "The moon is round."),
		row("harm", "contradicted", "The moon is round."),
		row("right", "missing", "The moon is round."),
		row("assured", "missing", "All loans are free."),
		row("silent too", "partial", "The moon is round."),
	)
	var ids []string
	for _, d := range e.Disagreements {
		ids = append(ids, d.ID)
	}
	assert.Equal(t, []string{"assured", "harm", "silent", "silent too", "degree"}, ids)
}

// A row of several requirements gives the reasons of those that decided it.
func TestDisagreementOfSeveralRequirements(t *testing.T) {
	docs := func(string) (*contractcheck.Document, error) { return readText(t, "All loans are free.\n"), nil }
	both := `"requirements": ["lending-free", "newsletter-monthly"]`
	e, err := contractcheck.Evaluate(smallLibrary(t), labels(t,
		`{"doc": "deal.txt", `+both+`, "rollup": "any", "verdict": "missing", "quotes": ["All loans"]}`,
		`{"doc": "deal.txt", `+both+`, "rollup": "all", "verdict": "missing"}`,
	), docs)
	require.NoError(t, err)
	require.Len(t, e.Disagreements, 2)
	best, all := e.Disagreements[0], e.Disagreements[1]
	assert.Equal(t, []string{"All loans"}, best.Quotes)
	assert.NotContains(t, best.Reason, "newsletter-monthly")
	assert.Contains(t, all.Reason, "newsletter-monthly: says nothing on it")
	assert.Contains(t, all.Reason, "lending-free: ")
}

func TestEvaluateNamesFailingDocument(t *testing.T) {
	rows := labels(t, `{"doc": "deal.txt", "requirements": ["lending-free"], "verdict": "missing"}`)
	broken := errors.New("cable cut")
	_, err := contractcheck.Evaluate(smallLibrary(t), rows, func(string) (*contractcheck.Document, error) { return nil, broken })
	assert.ErrorIs(t, err, broken)
	assert.ErrorContains(t, err, "deal.txt")
	_, err = contractcheck.Evaluate(smallLibrary(t), rows, nil)
	assert.ErrorContains(t, err, "no documents are given")
}

func TestReadLabelsErrors(t *testing.T) {
	for name, tt := range map[string]struct{ row, want string }{
		"no JSON":         {`The Vendor shall`, "no row of labels"},
		"cut short":       {`{"id": "1", "text": "secret`, "unexpected end"},
		"no verdict":      {`{"text": "secret", "requirement": "x"}`, `missing key "verdict"`},
		"unknown verdict": {`{"text": "secret", "requirement": "x", "verdict": "good"}`, `unknown verdict "good"`},
		"no text":         {`{"requirement": "x", "verdict": "missing"}`, `expected "text" or "span"`},
		"no requirements": {`{"doc": "a.pdf", "verdict": "missing"}`, `missing key "requirements"`},
		"unknown rollup":  {`{"doc": "a.pdf", "requirements": ["x"], "rollup": "some", "verdict": "missing"}`, `rollup: read "some"`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := contractcheck.ReadLabels(strings.NewReader("\n"+tt.row+"\n"), "labels.jsonl")
			require.ErrorContains(t, err, tt.want)
			assert.True(t, strings.HasPrefix(err.Error(), "labels.jsonl:2: "), "read %q", err)
			assert.NotContains(t, err.Error(), "secret")
		})
	}
	_, err := contractcheck.ReadLabels(strings.NewReader("x\n\ny\n"), "labels.jsonl")
	require.Error(t, err)
	assert.Equal(t, 2, strings.Count(err.Error(), "labels.jsonl:"), "all errors at once")
}
