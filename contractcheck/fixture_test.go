package contractcheck_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"example.org/contractcheck/clauses"
	"example.org/contractcheck/contractcheck"
)

// smallFiles returns a clause library of three requirements, whose rules are
// plain words, with the terms that ship. Its files may be changed.
func smallFiles(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	add := func(fsys fs.FS, name string) {
		data, err := fs.ReadFile(fsys, name)
		require.NoError(t, err)
		files[name] = &fstest.MapFile{Data: data}
	}
	add(clauses.FS, "terms.yaml")
	add(os.DirFS("testdata/library"), "notices.yaml")
	add(os.DirFS("testdata/library"), "lending.yaml")
	return files
}

func smallLibrary(t testing.TB) *contractcheck.Library {
	t.Helper()
	library, err := contractcheck.LoadLibrary(smallFiles(t))
	require.NoError(t, err)
	return library
}

// edit replaces a text that must stand in a file.
func edit(t testing.TB, files fstest.MapFS, name, from, to string) {
	t.Helper()
	text := string(files[name].Data)
	require.Contains(t, text, from)
	files[name] = &fstest.MapFile{Data: []byte(strings.Replace(text, from, to, 1))}
}

func readText(t testing.TB, text string) *contractcheck.Document {
	t.Helper()
	doc, err := contractcheck.Read(strings.NewReader(text), "agreement.txt")
	require.NoError(t, err)
	return doc
}

// check judges a contract of the given text.
func check(t testing.TB, library *contractcheck.Library, text string) contractcheck.DocumentReport {
	t.Helper()
	doc := readText(t, text)
	doc.Kind = contractcheck.Contract
	report, err := library.Check(t.Context(), doc)
	require.NoError(t, err)
	require.Len(t, report.Documents, 1)
	return report.Documents[0]
}

func verdicts(d contractcheck.DocumentReport) map[string]contractcheck.Verdict {
	byRequirement := map[string]contractcheck.Verdict{}
	for _, f := range d.Findings {
		byRequirement[f.Requirement] = f.Verdict
	}
	return byRequirement
}
