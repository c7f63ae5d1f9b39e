package contractcheck_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

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
// passages.
func BenchmarkCheck(b *testing.B) {
	lib, err := contractcheck.LoadLibrary(clauses.FS)
	require.NoError(b, err)
	lib = lib.Nearest(0)
	doc := longContract(b)
	b.SetBytes(fiftyPages)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := lib.Check(context.Background(), doc); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLoadLibrary measures loading and compiling the shipped library.
func BenchmarkLoadLibrary(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := contractcheck.LoadLibrary(clauses.FS); err != nil {
			b.Fatal(err)
		}
	}
}
