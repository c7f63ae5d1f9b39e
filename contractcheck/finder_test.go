package contractcheck_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/clauses"
	"example.org/contractcheck/contractcheck"
)

// shippedFinder is the finder that comes with the clause library.
func shippedFinder(t testing.TB) *contractcheck.Finder {
	t.Helper()
	f, err := contractcheck.ReadFinder(bytes.NewReader(clauses.Finder))
	require.NoError(t, err)
	return f
}

// unread is a contract that speaks of a sale in words that no rule reads.
const unread = "Agreement\n\nVendor may hand borrowers' reading records to data brokers, who pay it a cut of the proceeds of the sale.\n\n" +
	"Invoices are due within thirty days.\n"

func checkText(t *testing.T, library *contractcheck.Library, text string) *contractcheck.Report {
	t.Helper()
	doc, err := contractcheck.Read(strings.NewReader(text), "contract.txt")
	require.NoError(t, err)
	r, err := library.Check(t.Context(), doc)
	require.NoError(t, err)
	return r
}

// The finder turns silence into a question, finds foreign some of what the rules
// read, and never makes a verdict satisfied.
func TestFinder(t *testing.T) {
	library := shippedLibrary(t).Nearest(0)
	with := library.WithFinder(shippedFinder(t))
	foreign := 0
	for _, file := range []string{"ils-hosting-harmful.pdf", "database-licence-clickthrough.pdf", "rfp-response.pdf"} {
		doc, err := contractcheck.ReadFile("../testdata/contracts/" + file)
		require.NoError(t, err)
		plain, err := library.Check(t.Context(), doc)
		require.NoError(t, err)
		found, err := with.Check(t.Context(), doc)
		require.NoError(t, err)
		assert.Nil(t, plain.Finder)
		require.NotNil(t, found.Finder)
		assert.Len(t, found.Finder.SHA256, 64)
		for i, f := range found.Documents[0].Findings {
			before := plain.Documents[0].Findings[i]
			if before.Verdict == contractcheck.Satisfied {
				continue
			}
			assert.NotEqual(t, contractcheck.Satisfied, f.Verdict, "%s %s", file, f.Requirement)
			if before.Verdict != contractcheck.Missing && f.Verdict == contractcheck.Missing {
				foreign++
			}
			if before.Verdict == contractcheck.Missing && f.Verdict != contractcheck.Missing {
				assert.NotEmpty(t, f.NeedsReview, "%s %s", file, f.Requirement)
				assert.NotEmpty(t, f.Evidence, "%s %s", file, f.Requirement)
			}
		}
	}
	assert.Positive(t, foreign)
}

func TestFinderReaches(t *testing.T) {
	library := shippedLibrary(t).Nearest(0)
	before := findingOf(t, checkText(t, library, unread).Documents[0], "no-sale")
	require.Equal(t, contractcheck.Missing, before.Verdict, "the rules read it now: choose other words")
	after := findingOf(t, checkText(t, library.WithFinder(shippedFinder(t)), unread).Documents[0], "no-sale")
	assert.Equal(t, contractcheck.Contradicted, after.Verdict)
	assert.NotEmpty(t, after.NeedsReview)
	require.NotEmpty(t, after.Evidence)
	assert.Contains(t, after.Evidence[0].Quote, "data brokers")
	assert.Nil(t, checkText(t, library.WithFinder(nil), unread).Finder)
}

func TestReadFinderErrors(t *testing.T) {
	for _, data := range []string{"", "no model", strings.Repeat("\x00", 100)} {
		_, err := contractcheck.ReadFinder(strings.NewReader(data))
		assert.ErrorContains(t, err, "reading a finder: ", "%q", data)
	}
	_, err := contractcheck.ReadFinder(bytes.NewReader(clauses.Finder[:len(clauses.Finder)/2]))
	assert.Error(t, err)
}

// What the grammar rules out, the finder does not point to in a document: a duty
// of the library, a definition, a row of labels.
func TestFinderPointsToWhatBinds(t *testing.T) {
	library := shippedLibrary(t).Nearest(0).WithFinder(shippedFinder(t))
	for _, tt := range []struct{ requirement, text string }{
		{"breach-notify-hours", "Library is responsible for promptly telling Vendor of any unauthorized use of a password of its account."},
		{"no-transfer-on-merger", "Library may assign this Agreement to a successor by merger or acquisition."},
		{"pseudonymous-accounts", "Name, student number, date of birth, grade"},
	} {
		r := checkText(t, library, "Agreement\n\nThe Agreement is between Library and Vendor.\n\n"+tt.text+"\n\nInvoices are due within thirty days.\n")
		assert.Equal(t, contractcheck.Missing, findingOf(t, r.Documents[0], tt.requirement).Verdict, tt.text)
	}
}
