package contractcheck_test

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck"
	"example.org/contractcheck/contractcheck/report"
)

// packageFiles are the files of the package that the project brings, in order.
func packageFiles(t *testing.T) []*contractcheck.Document {
	t.Helper()
	paths, err := filepath.Glob("../testdata/package/*")
	require.NoError(t, err)
	require.Len(t, paths, 3)
	var docs []*contractcheck.Document
	for _, path := range paths {
		doc, err := contractcheck.ReadFile(path)
		require.NoError(t, err)
		docs = append(docs, doc)
	}
	return docs
}

func checkPackage(t *testing.T, docs ...*contractcheck.Document) *contractcheck.DocumentReport {
	t.Helper()
	r, err := shippedLibrary(t).Check(context.Background(), contractcheck.Package("bundle", docs...))
	require.NoError(t, err)
	require.Len(t, r.Documents, 1)
	require.NoError(t, report.JSON(&bytes.Buffer{}, r))
	return &r.Documents[0]
}

func TestPackage(t *testing.T) {
	docs := packageFiles(t)
	d := checkPackage(t, docs...)

	assert.Equal(t, contractcheck.PackageFormat, d.Format)
	assert.Equal(t, contractcheck.Contract, d.Kind)
	assert.Equal(t, contractcheck.Incomplete, d.Grade)
	assert.Less(t, d.Coverage, 1.0)
	assert.Equal(t, []string{"Quillet"}, d.Parties.Vendor, "named in the main agreement")
	require.Len(t, d.Files, 3)
	for i, f := range d.Files {
		assert.Equal(t, docs[i].File, f.File)
		assert.Equal(t, docs[i].SHA256, f.SHA256)
		assert.Equal(t, 1.0, f.Coverage)
	}

	breach := findingOf(t, *d, "breach-notify-hours")
	assert.Equal(t, contractcheck.Satisfied, breach.Verdict, "by the addendum, in words of the main agreement")
	assert.Equal(t, docs[1].File, breach.Evidence[0].File)

	sale := findingOf(t, *d, "no-sale")
	assert.Equal(t, contractcheck.Conflict, sale.Verdict)
	assert.Equal(t, docs[1].File, sale.Evidence[0].File)
	assert.Equal(t, docs[0].File, sale.Evidence[1].File)
	assert.Contains(t, sale.NeedsReview, "the Data Processing Addendum prevails", "what the contract says on precedence is shown, and decides nothing")

	silent := findingOf(t, *d, "data-location-country")
	assert.Equal(t, contractcheck.Unreadable, silent.Verdict)
	assert.Contains(t, silent.Reason, "Exhibit C")

	for _, f := range d.Findings {
		for _, e := range f.Evidence {
			requireQuote(t, docs, e.Passage)
		}
		for _, p := range f.Near {
			requireQuote(t, docs, p)
		}
	}
}

// requireQuote finds a passage's words in the file that it names.
func requireQuote(t *testing.T, docs []*contractcheck.Document, p contractcheck.Passage) {
	t.Helper()
	for _, doc := range docs {
		if doc.File == p.File {
			require.Equal(t, p.Quote, doc.Content()[p.Start:p.End])
			return
		}
	}
	require.Fail(t, "no such file", p.File)
}

func TestAbsentPart(t *testing.T) {
	docs := packageFiles(t)
	d := checkPackage(t, docs...)
	require.Len(t, d.Absent, 1)
	assert.Equal(t, "Exhibit C", d.Absent[0].Name)
	assert.Contains(t, d.Absent[0].Passage.Quote, "set out in Exhibit C")
	requireQuote(t, docs, d.Absent[0].Passage)

	url := findingOf(t, *d, "no-policy-by-url")
	assert.Contains(t, url.NeedsReview, "Exhibit C", "words that rest on what is not there ask for a review")

	there := namedText(t, "Exhibit C.txt", "Quillet shall encrypt the Reader File.")
	d = checkPackage(t, append(docs, there)...)
	assert.Empty(t, d.Absent)
	assert.Equal(t, 1.0, d.Coverage)
	assert.Equal(t, contractcheck.Missing, findingOf(t, *d, "data-location-country").Verdict)
}

// A document by itself was read in full, so that silence in it is silence; but
// it is not ready while a part of the contract is not there.
func TestAbsentPartOfOneDocument(t *testing.T) {
	r, err := shippedLibrary(t).Check(context.Background(), packageFiles(t)[0])
	require.NoError(t, err)
	d := r.Documents[0]
	require.Len(t, d.Absent, 1)
	assert.Empty(t, d.Absent[0].Passage.File)
	assert.Empty(t, d.Files)
	assert.Equal(t, 1.0, d.Coverage)
	assert.Equal(t, contractcheck.Missing, findingOf(t, d, "breach-notify-hours").Verdict)
}

// A part may stand on the pages that were not read.
func TestAbsentPartWhereNotAllWasRead(t *testing.T) {
	reader := contractcheck.Reader{Limits: contractcheck.Limits{Pages: 2}}
	doc, err := reader.ReadFile(context.Background(), "../testdata/contracts/ils-hosting-protective.pdf")
	require.NoError(t, err)
	require.Contains(t, doc.Content(), "in Exhibit")
	r, err := shippedLibrary(t).Check(context.Background(), doc)
	require.NoError(t, err)
	assert.Less(t, r.Documents[0].Coverage, 1.0)
	assert.Empty(t, r.Documents[0].Absent)
}

// Requests and answers speak of each other's parts.
func TestAbsentPartOfResponse(t *testing.T) {
	doc := namedText(t, "a.txt", "Vendor shall keep to Exhibit C.")
	for kind, want := range map[contractcheck.Kind]int{contractcheck.Contract: 1, contractcheck.License: 1, contractcheck.RFP: 0, contractcheck.Response: 0} {
		doc.Kind = kind
		r, err := shippedLibrary(t).Check(context.Background(), doc)
		require.NoError(t, err)
		assert.Len(t, r.Documents[0].Absent, want, kind)
	}
}

func namedText(t *testing.T, name, text string) *contractcheck.Document {
	t.Helper()
	doc, err := contractcheck.Read(strings.NewReader(text), name)
	require.NoError(t, err)
	return doc
}

// A page that was not read makes the whole package incomplete.
func TestPackageWithUnreadableFile(t *testing.T) {
	scan, err := contractcheck.ReadFile("../testdata/hostile/scanned.pdf")
	require.NoError(t, err)
	d := checkPackage(t, packageFiles(t)[1], scan)
	assert.Equal(t, contractcheck.Incomplete, d.Grade)
	assert.Equal(t, 0.0, d.Files[1].Coverage)
	assert.Equal(t, contractcheck.Unreadable, findingOf(t, *d, "data-location-country").Verdict)
}

// A package of one document says what the document says.
func TestPackageOfOne(t *testing.T) {
	doc, err := contractcheck.ReadFile("../testdata/contracts/ils-hosting-protective.docx")
	require.NoError(t, err)
	r, err := shippedLibrary(t).Check(context.Background(), doc)
	require.NoError(t, err)
	want, got := r.Documents[0], checkPackage(t, doc)
	assert.Equal(t, want.Kind, got.Kind)
	assert.Equal(t, want.Parties, got.Parties)
	require.Len(t, got.Findings, len(want.Findings))
	for i, f := range got.Findings {
		assert.Equal(t, want.Findings[i].Verdict, f.Verdict, f.Requirement)
		require.Len(t, f.Evidence, len(want.Findings[i].Evidence), f.Requirement)
		for j, e := range f.Evidence {
			assert.Equal(t, doc.File, e.File)
			e.File = ""
			assert.Equal(t, want.Findings[i].Evidence[j].Passage, e.Passage)
		}
	}
}

func TestPackageInPackage(t *testing.T) {
	docs := packageFiles(t)
	inner := contractcheck.Package("inner", docs[1:]...)
	assert.Equal(t, contractcheck.Package("a", docs...).SHA256, contractcheck.Package("b", docs[0], inner).SHA256)
	assert.Equal(t, contractcheck.Package("a", docs...).Content(), contractcheck.Package("b", docs[0], inner).Content())
}

// The longest contract in a package says what it is.
func TestKindOfPackage(t *testing.T) {
	policy := namedText(t, "policy.txt", "Privacy Policy\n\nWe collect your personal information. Cookies help us. You can object.")
	assert.Equal(t, contractcheck.Contract, checkPackage(t, append([]*contractcheck.Document{policy}, packageFiles(t)...)...).Kind)
	assert.Equal(t, contractcheck.Policy, checkPackage(t, policy).Kind)
	given := namedText(t, "a.txt", "Vendor shall serve.")
	given.Kind = contractcheck.License
	packed := contractcheck.Package("inner", namedText(t, "b.txt", "Vendor shall serve."))
	packed.Kind = contractcheck.License
	assert.Equal(t, contractcheck.License, checkPackage(t, packed).Kind, "given for a package in it")
	d := checkPackage(t, given)
	assert.Equal(t, contractcheck.License, d.Kind)
	assert.True(t, d.KindGiven)
}

// Without documents nothing was read, and nothing is satisfied.
func TestPackageWithoutDocuments(t *testing.T) {
	d := checkPackage(t)
	assert.Equal(t, contractcheck.Incomplete, d.Grade, "nothing was read")
}
