package contractcheck_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck"
)

const (
	contracts = "../testdata/contracts"
	hostile   = "../testdata/hostile"
)

func TestReadFile(t *testing.T) {
	path := filepath.Join(contracts, "ils-hosting-harmful.pdf")
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	sum := sha256.Sum256(data)
	doc, err := contractcheck.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, path, doc.File)
	assert.Equal(t, hex.EncodeToString(sum[:]), doc.SHA256)
	assert.Equal(t, contractcheck.PDF, doc.Format)
	assert.Empty(t, doc.Kind)
	assert.Equal(t, len(doc.Pages()), strings.Count(doc.Content(), "\f")+1)
}

// The format is told by the bytes, whatever the name.
func TestReadTellsFormat(t *testing.T) {
	file := func(path string) string {
		data, err := os.ReadFile(filepath.Join(contracts, path))
		require.NoError(t, err)
		return string(data)
	}
	tests := map[string]struct {
		content string
		want    contractcheck.Format
	}{
		"pdf":      {file("rfp-draft.pdf"), contractcheck.PDF},
		"docx":     {file("rfp-draft.docx"), contractcheck.DOCX},
		"markdown": {file("src/rfp-draft.md"), contractcheck.Markdown},
		"html":     {"<!DOCTYPE html><title>Terms</title><p>The Vendor shall knock.", contractcheck.HTML},
		"text":     {"The Vendor shall knock.\n", contractcheck.Text},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			doc, err := contractcheck.Read(strings.NewReader(tt.content), "contract.bin")
			require.NoError(t, err)
			assert.Equal(t, tt.want, doc.Format)
			assert.NotEmpty(t, doc.Content())
		})
	}
}

func TestReadErrors(t *testing.T) {
	tests := map[string]struct {
		path   string
		want   error
		report bool // a document comes with the error
	}{
		"missing":       {"absent.pdf", fs.ErrNotExist, false},
		"empty":         {"empty.txt", contractcheck.ErrNoText, true},
		"binary":        {"binary.bin", contractcheck.ErrFormat, false},
		"truncated":     {"truncated.docx", contractcheck.ErrFormat, false},
		"no objects":    {"not-a-pdf.pdf", contractcheck.ErrFormat, false},
		"encrypted PDF": {"encrypted.pdf", contractcheck.ErrEncrypted, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(hostile, tt.path)
			doc, err := contractcheck.ReadFile(path)
			require.ErrorIs(t, err, tt.want)
			assert.Equal(t, tt.report, doc != nil)
			assert.True(t, strings.HasPrefix(err.Error(), path+": "), "read %q", err)
			assert.Equal(t, 1, strings.Count(err.Error(), path), "read %q", err)
			assert.NotContains(t, err.Error(), "\n")
		})
	}
}

func TestReadDirectory(t *testing.T) {
	_, err := contractcheck.ReadFile(hostile)
	assert.EqualError(t, err, hostile+": is a directory, expected a document")
}

func TestReadForbiddenFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "secret.txt")
	require.NoError(t, os.WriteFile(path, []byte("The Vendor shall knock."), 0))
	if f, err := os.Open(path); err == nil {
		f.Close()
		t.Skip("this user may read every file, as root may; .ci/run repeats the test as another")
	}
	_, err := contractcheck.ReadFile(path)
	assert.ErrorIs(t, err, fs.ErrPermission)
	assert.ErrorContains(t, err, path)
}

// A file without any text gives a report in which nothing is silent.
func TestReadNothing(t *testing.T) {
	for name, content := range map[string]string{
		"no bytes": "", "blanks": " \n\t\n", "an empty page": "<html><body></body></html>",
	} {
		t.Run(name, func(t *testing.T) {
			doc, err := contractcheck.Read(strings.NewReader(content), "empty.txt")
			require.ErrorIs(t, err, contractcheck.ErrNoText)
			assertUnreadable(t, doc)
		})
	}
}

func TestReadScan(t *testing.T) {
	doc, err := contractcheck.ReadFile(filepath.Join(hostile, "scanned.pdf"))
	require.NoError(t, err)
	require.Len(t, doc.Pages(), 2)
	for _, p := range doc.Pages() {
		assert.NotEmpty(t, p.Unreadable)
	}
	assertUnreadable(t, doc)
}

func assertUnreadable(t *testing.T, doc *contractcheck.Document) {
	t.Helper()
	require.NotNil(t, doc)
	report, err := smallLibrary(t).Check(t.Context(), doc)
	require.NoError(t, err)
	d := report.Documents[0]
	assert.Equal(t, contractcheck.Incomplete, d.Grade)
	assert.Zero(t, d.Coverage)
	assert.Zero(t, d.Score)
	require.NotEmpty(t, d.Findings)
	for _, f := range d.Findings {
		assert.Equal(t, contractcheck.Unreadable, f.Verdict, f.Requirement)
	}
}

func TestReadKeepsLimits(t *testing.T) {
	const text = "The Vendor shall knock at every door.\n"
	exact := contractcheck.Reader{Limits: contractcheck.Limits{Bytes: int64(len(text))}}
	_, err := exact.Read(t.Context(), strings.NewReader(text), "a.txt")
	assert.NoError(t, err)
	_, err = exact.Read(t.Context(), strings.NewReader(text+"!"), "a.txt")
	assert.ErrorIs(t, err, contractcheck.ErrTooLarge)
	_, err = exact.Read(t.Context(), endless{}, "a.txt")
	assert.ErrorIs(t, err, contractcheck.ErrTooLarge)
	unbounded := contractcheck.Reader{Limits: contractcheck.Limits{Bytes: 1<<63 - 1}}
	doc, err := unbounded.Read(t.Context(), strings.NewReader(text), "a.txt")
	require.NoError(t, err)
	assert.Contains(t, doc.Content(), "knock")
}

// endless is a stream without an end.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

func TestReadCutsPages(t *testing.T) {
	reader := contractcheck.Reader{Limits: contractcheck.Limits{Pages: 2}}
	doc, err := reader.ReadFile(t.Context(), filepath.Join(contracts, "ils-hosting-protective.pdf"))
	require.NoError(t, err)
	report, err := smallLibrary(t).Check(t.Context(), doc)
	require.NoError(t, err)
	d := report.Documents[0]
	assert.Less(t, d.Coverage, 1.0)
	assert.Equal(t, contractcheck.Incomplete, d.Grade)
	assert.NotContains(t, verdicts(d), contractcheck.Missing, "silence proves nothing on pages that were not read")
}

func TestReadPassesOnErrors(t *testing.T) {
	broken := errors.New("cable cut")
	_, err := contractcheck.Read(iotest.ErrReader(broken), "stream")
	assert.ErrorIs(t, err, broken)
	assert.EqualError(t, err, "stream: cable cut")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = contractcheck.Reader{}.Read(ctx, strings.NewReader("text"), "stream")
	assert.ErrorIs(t, err, context.Canceled)
	_, err = contractcheck.Read(io.MultiReader(strings.NewReader("text"), iotest.ErrReader(broken)), "stream")
	assert.ErrorIs(t, err, broken, "half a file is no file")
}

// What lies deeper than the limit is listed as unreadable, and the rest is read.
func TestReadDepthLimit(t *testing.T) {
	deepPage := "<!DOCTYPE html><p>above</p>" + strings.Repeat("<div>", 20) + "below"
	deepTable := "<w:p><w:r><w:t>above</w:t></w:r></w:p>" + strings.Repeat("<w:tbl><w:tr><w:tc>", 7) + "<w:p/>"
	for name, data := range map[string][]byte{
		"html": []byte(deepPage),
		"docx": ownDOCX(t, deepTable+strings.Repeat("</w:tc></w:tr></w:tbl>", 7)),
	} {
		t.Run(name, func(t *testing.T) {
			for depth, unread := range map[int]bool{0: false, 20: true} {
				reader := contractcheck.Reader{Limits: contractcheck.Limits{Depth: depth}}
				doc, err := reader.Read(t.Context(), bytes.NewReader(data), name)
				require.NoError(t, err)
				assert.Contains(t, doc.Content(), "above")
				last := doc.Pages()[len(doc.Pages())-1]
				assert.Equal(t, unread, last.Unreadable != "", "depth %d", depth)
			}
		})
	}
}
