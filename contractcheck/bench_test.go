package contractcheck_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"example.org/contractcheck/clauses"
	"example.org/contractcheck/contractcheck"
	"github.com/stretchr/testify/require"
)

// fiftyPages is how long the text of a contract of fifty pages is, in bytes.
const fiftyPages = 150_000

// longContract joins the documents of testdata until it has fifty pages.
func longContract(b *testing.B) *contractcheck.Document {
	files, err := filepath.Glob("../testdata/contracts/src/*.md")
	require.NoError(b, err)
	var all strings.Builder
	for all.Len() < fiftyPages {
		for _, f := range files {
			data, err := os.ReadFile(f)
			require.NoError(b, err)
			all.Write(data)
			all.WriteString("\n\n")
		}
	}
	text := strings.ToValidUTF8(all.String()[:fiftyPages], "")
	doc, err := contractcheck.Read(strings.NewReader(text), "long.md")
	require.NoError(b, err)
	return doc
}

// BenchmarkCheck measures text to findings for fifty pages, without nearest
// passages, by the five clauses that the library began with, by all, and by all
// with the finder.
func BenchmarkCheck(b *testing.B) {
	all, err := contractcheck.LoadLibrary(clauses.FS)
	require.NoError(b, err)
	profile, err := contractcheck.ParseProfile("five.yaml", []byte(fiveClauses))
	require.NoError(b, err)
	five, err := all.Apply(profile)
	require.NoError(b, err)
	doc := longContract(b)
	for _, bench := range []struct {
		name    string
		library *contractcheck.Library
	}{{"five clauses", five}, {"whole library", all}, {"with the finder", all.WithFinder(shippedFinder(b))}} {
		b.Run(bench.name, func(b *testing.B) {
			library := bench.library.Nearest(0)
			b.SetBytes(fiftyPages)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := library.Check(context.Background(), doc); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkRules measures how the time grows with the number of rules: some 40
// and some 400 over the same fifty pages.
func BenchmarkRules(b *testing.B) {
	all, err := contractcheck.LoadLibrary(clauses.FS)
	require.NoError(b, err)
	doc := longContract(b)
	for _, bench := range []struct{ name, clauses string }{
		{"44 rules", "audit"},
		{"397 rules", "audit, anonymous-use, breach-notification, portability, retention"},
	} {
		b.Run(bench.name, func(b *testing.B) {
			profile, err := contractcheck.ParseProfile("rules.yaml", []byte("id: rules\ntitle: Rules\nwhy: Counts rules.\nclauses: ["+bench.clauses+"]\n"))
			require.NoError(b, err)
			library, err := all.Apply(profile)
			require.NoError(b, err)
			library = library.Nearest(0)
			b.SetBytes(fiftyPages)
			for b.Loop() {
				if _, err := library.Check(context.Background(), doc); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkLoadLibrary measures loading and compiling the five clauses that the
// library began with, and all.
func BenchmarkLoadLibrary(b *testing.B) {
	for _, bench := range []struct {
		name string
		fsys fs.FS
	}{{"five clauses", fiveFiles(b)}, {"whole library", clauses.FS}} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := contractcheck.LoadLibrary(bench.fsys); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// fiveFiles holds the terms and the clause files of the five clauses.
func fiveFiles(b *testing.B) fs.FS {
	files := fstest.MapFS{}
	for _, name := range []string{"terms", "anonymous-use", "breach-notification", "data-ownership", "retention", "termination"} {
		data, err := fs.ReadFile(clauses.FS, name+".yaml")
		require.NoError(b, err)
		files[name+".yaml"] = &fstest.MapFile{Data: data}
	}
	return files
}
