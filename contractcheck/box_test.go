package contractcheck_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck"
)

// Every piece of evidence in a PDF stands on the page that the report names.
func TestBoxesOfEvidence(t *testing.T) {
	doc, err := contractcheck.ReadFile("../testdata/contracts/ils-hosting-harmful.pdf")
	require.NoError(t, err)
	report, err := shippedLibrary(t).Check(t.Context(), doc)
	require.NoError(t, err)
	quotes := 0
	for _, f := range report.Documents[0].Findings {
		for _, e := range f.Evidence {
			quotes++
			boxes := doc.Boxes(e.Start, e.End)
			require.NotEmpty(t, boxes, "%q", e.Quote)
			assert.Equal(t, e.Page, boxes[0].Page, "%q", e.Quote)
		}
	}
	assert.NotZero(t, quotes)
}

func TestBoxesWithoutPages(t *testing.T) {
	doc, err := contractcheck.Read(strings.NewReader("The Vendor shall delete it."), "a.txt")
	require.NoError(t, err)
	assert.Empty(t, doc.Boxes(0, len(doc.Content())))
}
