package report_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck"
	"example.org/contractcheck/contractcheck/report"
)

func disagreements() []contractcheck.Disagreement {
	return []contractcheck.Disagreement{
		{
			Prediction: contractcheck.Prediction{
				ID: "lease.pdf", Requirement: "no-sale", Want: contractcheck.Contradicted, Got: contractcheck.Satisfied,
				NeedsReview: "Does it bind the vendor?",
			},
			Place: "labels.jsonl:7", Reason: "forbids it", Quotes: []string{"may be\nsold \x1b[31m"},
			Evidence: []contractcheck.Evidence{{
				Passage: contractcheck.Passage{Quote: "No sale of data " + strings.Repeat("whatsoever ", 60), Page: 3, Section: "4 Data"},
				Verdict: contractcheck.Satisfied,
			}},
		},
		{
			Prediction: contractcheck.Prediction{ID: "p-2", Requirement: "no-sale", Want: contractcheck.Partial, Got: contractcheck.Missing},
			Place:      "p-2", Reason: "says nothing on it",
		},
	}
}

func TestDisagreements(t *testing.T) {
	var buf bytes.Buffer
	require.NoError(t, report.Disagreements(&buf, disagreements(), report.TextOptions{}))
	got := buf.String()
	inOrder(t, got, "DISAGREEMENTS (2)", "\nlabels.jsonl:7: lease.pdf\n", "no-sale", "label contradicted, got satisfied: false assurance",
		"forbids it", "Does it bind", "“No sale of data", "words …]", "p. 3, 4 Data", "“may be sold \ufffd[31m”",
		"\np-2\n", "label partial, got missing\n", "says nothing on it")
	assert.NotContains(t, got, "\x1b", "no document commands the terminal")
	assert.Equal(t, 1, strings.Count(got, "false assurance"))

	buf.Reset()
	require.NoError(t, report.Disagreements(&buf, disagreements(), report.TextOptions{Full: true}))
	assert.NotContains(t, buf.String(), "words …]")
	assert.ErrorContains(t, report.Disagreements(fullDisk{}, nil, report.TextOptions{}), "writing the disagreements")
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("disk full") }
