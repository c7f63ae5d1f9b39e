package contractcheck_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck"
)

// draft is an agreement in which somebody deleted a "not", and nobody has
// accepted that yet.
func draft(t *testing.T) []byte {
	t.Helper()
	return ownDOCX(t, `<w:p><w:r><w:t>Hosting Agreement</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">The Vendor shall </w:t></w:r>
<w:del w:author="Ann Lee"><w:r><w:delText xml:space="preserve">not </w:delText></w:r></w:del>
<w:r><w:t>sell Patron Data to any third party.</w:t></w:r></w:p>
<w:p><w:r><w:t>The Vendor shall notify the Library within 24 hours of each breach of Patron Data.</w:t></w:r></w:p>`)
}

func TestChanges(t *testing.T) {
	library := shippedLibrary(t)
	for changes, want := range map[contractcheck.Changes]contractcheck.Verdict{
		"":                            contractcheck.Contradicted,
		contractcheck.ChangesAccepted: contractcheck.Contradicted,
		contractcheck.ChangesOriginal: contractcheck.Satisfied,
		contractcheck.ChangesBoth:     contractcheck.Conflict,
	} {
		t.Run(string(changes), func(t *testing.T) {
			doc, err := contractcheck.Reader{Changes: changes}.Read(t.Context(), bytes.NewReader(draft(t)), "draft.docx")
			require.NoError(t, err)
			assert.Equal(t, []contractcheck.AuthorChanges{{Author: "Ann Lee", Deletions: 1}}, doc.PendingChanges())
			report, err := library.Check(t.Context(), doc)
			require.NoError(t, err)
			d := report.Documents[0]
			require.Len(t, d.Notes, 2)
			assert.Contains(t, d.Notes[0], "1 tracked change pending (1 deletion) by Ann Lee")
			assert.Equal(t, "tracked changes touch the evidence of 1 of the findings", d.Notes[1])
			sale := findingOf(t, d, "no-sale")
			assert.Equal(t, want, sale.Verdict)
			assert.NotEmpty(t, sale.NeedsReview)
			assert.Empty(t, findingOf(t, d, "breach-notify-hours").NeedsReview)
		})
	}
}

func TestUnknownChanges(t *testing.T) {
	_, err := contractcheck.Reader{Changes: "rejected"}.Read(t.Context(), bytes.NewReader(draft(t)), "draft.docx")
	assert.EqualError(t, err, `draft.docx: unknown way to read tracked changes "rejected": expected accepted, original or both`)
	_, err = contractcheck.ParseChanges("")
	assert.Error(t, err)
	changes, err := contractcheck.ParseChanges("both")
	require.NoError(t, err)
	assert.Equal(t, contractcheck.ChangesBoth, changes)
}
