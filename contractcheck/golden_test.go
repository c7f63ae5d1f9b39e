package contractcheck_test

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/clauses"
	"example.org/contractcheck/contractcheck"
	"example.org/contractcheck/contractcheck/report"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const goldens = "../testdata/golden"

// renderers write a report as the golden files of their ending hold it.
var renderers = map[string]func(io.Writer, *contractcheck.Report) error{
	".json": report.JSON,
	".md":   report.Markdown,
	".txt":  func(w io.Writer, r *contractcheck.Report) error { return report.Text(w, r, report.TextOptions{}) },
}

func shippedLibrary(t testing.TB) *contractcheck.Library {
	t.Helper()
	library, err := contractcheck.LoadLibrary(clauses.FS)
	require.NoError(t, err)
	return library
}

// readContract reads a contract of the test data under its bare name, so that
// reports do not depend on where the tests run.
func readContract(t testing.TB, name string) *contractcheck.Document {
	t.Helper()
	f, err := os.Open(filepath.Join(contracts, name))
	require.NoError(t, err)
	defer f.Close()
	doc, err := contractcheck.Read(f, name)
	require.NoError(t, err)
	return doc
}

// contractNames lists the contracts of the test data that end in ending.
func contractNames(t testing.TB, ending string) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(contracts, "*"+ending))
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	var names []string
	for _, p := range paths {
		names = append(names, filepath.Base(p))
	}
	return names
}

// The reports on the contracts change only together with their golden files,
// which are read like code.
func TestGoldenReports(t *testing.T) {
	library, schema := shippedLibrary(t), compileSchema(t)
	for _, name := range contractNames(t, ".pdf") {
		r, err := library.Check(t.Context(), readContract(t, name))
		require.NoError(t, err)
		// It moves with every word of a clause file, and would hide what else does.
		r.Library.SHA256 = strings.Repeat("0", 64)
		for ending, render := range renderers {
			golden := strings.TrimSuffix(name, ".pdf") + ending
			t.Run(golden, func(t *testing.T) {
				var got bytes.Buffer
				require.NoError(t, render(&got, r))
				if ending == ".json" {
					validate(t, schema, got.Bytes())
				}
				compareGolden(t, filepath.Join(goldens, golden), got.String())
			})
		}
	}
}

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(report.Schema()))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource("schema.json", doc))
	schema, err := c.Compile("schema.json")
	require.NoError(t, err)
	return schema
}

func validate(t *testing.T, schema *jsonschema.Schema, data []byte) {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	require.NoError(t, err)
	require.NoError(t, schema.Validate(doc))
}

func compareGolden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o777))
		require.NoError(t, os.WriteFile(path, []byte(got), 0o666))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err, "run go test -update to write it")
	if line, old, now := firstDifference(string(want), got); line > 0 {
		t.Errorf("%s:%d: read\n\t%s\nwant\n\t%s\nrun go test -update and read the difference", path, line, now, old)
	}
}

// firstDifference returns the number of the first line in which two texts
// differ, from 1, with the line of each; 0 if they are the same. A report is
// too long to be printed whole.
func firstDifference(want, got string) (line int, old, now string) {
	wantLines, gotLines := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(wantLines), len(gotLines)) {
		old, now = "(nothing)", "(nothing)"
		if i < len(wantLines) {
			old = wantLines[i]
		}
		if i < len(gotLines) {
			now = gotLines[i]
		}
		if old != now {
			return i + 1, old, now
		}
	}
	return 0, "", ""
}

// Every quote stands in the document's text where the report says.
func TestEvidenceStandsInDocument(t *testing.T) {
	library := shippedLibrary(t)
	for _, name := range append(contractNames(t, ".pdf"), contractNames(t, ".docx")...) {
		doc := readContract(t, name)
		r, err := library.Check(t.Context(), doc)
		require.NoError(t, err)
		quotes := 0
		for _, f := range r.Documents[0].Findings {
			passages := f.Near
			for _, e := range f.Evidence {
				passages = append(passages, e.Passage)
				if e.Stem != nil {
					passages = append(passages, *e.Stem)
				}
			}
			for _, p := range passages {
				require.Equal(t, doc.Content()[p.Start:p.End], p.Quote, "%s: %s", name, f.Requirement)
				quotes++
			}
		}
		assert.NotZero(t, quotes, name)
	}
}

// brokenRows lists what a page break inside of a table's row hides in a PDF:
// the row's second half begins with the repeated header and in a capital.
var brokenRows = map[string]map[string]bool{
	"rfp-draft.pdf": {"termination-return-or-destroy": true},
}

// The same source as PDF and as DOCX says the same.
func TestFormatsAgree(t *testing.T) {
	library := shippedLibrary(t)
	judge := func(name string) contractcheck.DocumentReport {
		r, err := library.Check(t.Context(), readContract(t, name))
		require.NoError(t, err)
		return r.Documents[0]
	}
	for _, name := range contractNames(t, ".pdf") {
		t.Run(strings.TrimSuffix(name, ".pdf"), func(t *testing.T) {
			asPDF, asDOCX := judge(name), judge(strings.TrimSuffix(name, ".pdf")+".docx")
			want := verdicts(asDOCX)
			for id := range brokenRows[name] {
				assert.NotEqual(t, want[id], verdicts(asPDF)[id], "%s is read now: take it off the list", id)
				want[id] = verdicts(asPDF)[id]
			}
			assert.Equal(t, want, verdicts(asPDF))
			assert.Equal(t, asPDF.Kind, asDOCX.Kind)
			assert.Equal(t, asPDF.Grade, asDOCX.Grade)
		})
	}
}

// One library serves many goroutines, and gives each the same bytes.
func TestCheckConcurrently(t *testing.T) {
	library := shippedLibrary(t)
	var docs []*contractcheck.Document
	for _, name := range contractNames(t, ".docx") {
		docs = append(docs, readContract(t, name))
	}
	results := make([]bytes.Buffer, 4)
	var workers sync.WaitGroup
	for i := range results {
		workers.Go(func() {
			r, err := library.Check(t.Context(), docs...)
			if assert.NoError(t, err) {
				assert.NoError(t, report.JSON(&results[i], r))
			}
		})
	}
	workers.Wait()
	for i := range results[1:] {
		assert.Equal(t, results[0].String(), results[i+1].String())
	}
}
