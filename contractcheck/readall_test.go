package contractcheck_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck"
	"example.org/contractcheck/contractcheck/internal/container/containertest"
)

func readAll(t *testing.T, data []byte, name string) ([]*contractcheck.Document, error) {
	t.Helper()
	return contractcheck.Reader{}.ReadAll(t.Context(), bytes.NewReader(data), name)
}

func TestReadAll(t *testing.T) {
	docx, err := os.ReadFile(filepath.Join(contracts, "rfp-draft.docx"))
	require.NoError(t, err)
	mail := "MIME-Version: 1.0\nContent-Type: text/html\n\n<p>Vendor shall <b>serve</b>.</p>"
	docs, err := readAll(t, containertest.Zip("Exhibit A.docx", string(docx), "notes.txt", "# Not a heading here.\n\n", "mail.eml", mail, "scan.png", "\x89PNG\r\n\x1a\n"), "bundle.zip")
	require.NoError(t, err)
	require.Len(t, docs, 4)
	want, err := contractcheck.ReadFile(filepath.Join(contracts, "rfp-draft.docx"))
	require.NoError(t, err)

	assert.Equal(t, "bundle.zip/Exhibit A.docx", docs[0].File)
	assert.Equal(t, contractcheck.DOCX, docs[0].Format)
	assert.Equal(t, want.SHA256, docs[0].SHA256)
	assert.Equal(t, want.Content(), docs[0].Content())
	assert.Equal(t, "bundle.zip/mail.eml/body", docs[2].File)
	assert.Equal(t, "Vendor shall serve.", docs[2].Content())

	assert.Equal(t, "bundle.zip/scan.png", docs[3].File)
	assert.Equal(t, contractcheck.UnknownFormat, docs[3].Format)
	require.Len(t, docs[3].Pages(), 1)
	assert.Contains(t, docs[3].Pages()[0].Unreadable, "a picture (PNG)")
}

// The text of a mail is plain text, whatever it looks like.
func TestReadAllMailText(t *testing.T) {
	docs, err := readAll(t, []byte("Message-ID: <1>\n\n# Terms\n\n# Fees\n\n<p>one</p>"), "a.eml")
	require.NoError(t, err)
	require.Len(t, docs, 1)
	assert.Equal(t, contractcheck.Text, docs[0].Format)
	assert.Contains(t, docs[0].Content(), "<p>one</p>")
}

func TestReadAllNotes(t *testing.T) {
	data := containertest.MSG(containertest.Message{Text: "Hello.", Attachments: []containertest.Attachment{{Name: "logo.png", Data: []byte("\x89PNG"), Inline: true}}})
	docs, err := readAll(t, data, "a.msg")
	require.NoError(t, err)
	require.Len(t, docs, 1)
	assert.Equal(t, []string{"the picture logo.png in the text of the message was left out"}, docs[0].Notes())
}

// What is no container is read as Read reads it.
func TestReadAllOfOne(t *testing.T) {
	docs, err := readAll(t, []byte("Vendor shall serve."), "a.txt")
	require.NoError(t, err)
	require.Len(t, docs, 1)
	assert.Equal(t, "a.txt", docs[0].File)
	docs, err = readAll(t, nil, "a.txt")
	require.ErrorIs(t, err, contractcheck.ErrNoText)
	require.Len(t, docs, 1, "the document comes with the error")
	docs, err = readAll(t, []byte("\x89PNG\r\n\x1a\n"), "a.png")
	require.ErrorIs(t, err, contractcheck.ErrFormat)
	assert.Empty(t, docs)
}

func TestReadAllErrors(t *testing.T) {
	tests := map[string]struct {
		data []byte
		want error
	}{
		"an empty zip":  {containertest.Zip(), contractcheck.ErrNoText},
		"folders only":  {containertest.Zip("folder/", ""), contractcheck.ErrNoText},
		"a damaged zip": {[]byte("PK\x03\x04 and no more"), contractcheck.ErrFormat},
	}
	for name, tt := range tests {
		docs, err := readAll(t, tt.data, "a.zip")
		require.ErrorIs(t, err, tt.want, name)
		assert.ErrorContains(t, err, "a.zip: ", name)
		assert.Empty(t, docs, name)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := contractcheck.Reader{}.ReadAll(ctx, bytes.NewReader(containertest.Zip("a.txt", "text")), "a.zip")
	require.ErrorIs(t, err, context.Canceled)
}

// Documents of one container inflate against one allowance.
func TestReadAllSharesLimits(t *testing.T) {
	inner := string(containertest.Zip("word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>"+strings.Repeat("word ", 2000)+"</w:t></w:r></w:p></w:body></w:document>"))
	limits := contractcheck.Limits{Inflated: 30_000}
	docs, err := contractcheck.Reader{Limits: limits}.ReadAll(t.Context(), bytes.NewReader(containertest.Zip("1.docx", inner, "2.docx", inner, "3.docx", inner)), "a.zip")
	require.NoError(t, err)
	require.Len(t, docs, 3)
	assert.Empty(t, docs[0].Pages()[0].Unreadable)
	assert.Contains(t, docs[2].Pages()[0].Unreadable, "inflate beyond the limit")
}

func TestReadRefusesContainers(t *testing.T) {
	_, err := contractcheck.Read(bytes.NewReader(containertest.Zip("a.txt", "text")), "a.zip")
	require.ErrorIs(t, err, contractcheck.ErrFormat)
	assert.ErrorContains(t, err, "ReadAll")
}
