package archive

import (
	"archive/zip"
	"bytes"
	"io"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
)

func zipOf(t testing.TB, files map[string]string) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for name, content := range files {
		header := &zip.FileHeader{Name: name, Method: zip.Deflate}
		if content == "" {
			header.Method = zip.Store
		}
		f, err := w.CreateHeader(header)
		require.NoError(t, err)
		_, err = io.WriteString(f, content)
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return buf.Bytes()
}

func TestPart(t *testing.T) {
	p, err := Open(zipOf(t, map[string]string{"word/Document.xml": "content", `word\styles.xml`: "styles"}), extract.Limits{Inflated: 1 << 10})
	require.NoError(t, err)
	assert.True(t, p.Has("word/document.xml"), "names are blind to case")
	assert.True(t, p.Has("/word/styles.xml"))
	assert.True(t, p.HasFolder("word/"))
	assert.False(t, p.HasFolder("xl/"))
	part, err := p.Part("word/document.xml")
	require.NoError(t, err)
	got, err := io.ReadAll(part)
	require.NoError(t, err)
	assert.Equal(t, "content", string(got))
	_, err = p.Part("word/other.xml")
	assert.ErrorIs(t, err, ErrNoPart)
}

func TestInflationIsSharedByAllParts(t *testing.T) {
	p, err := Open(zipOf(t, map[string]string{"a": "12345678", "b": "12345678"}), extract.Limits{Inflated: 12})
	require.NoError(t, err)
	first, err := p.Part("a")
	require.NoError(t, err)
	_, err = io.ReadAll(first)
	require.NoError(t, err)
	second, err := p.Part("b")
	require.NoError(t, err)
	_, err = io.ReadAll(second)
	assert.ErrorIs(t, err, extract.ErrTooLarge)
}

func TestOpenBroken(t *testing.T) {
	whole := zipOf(t, map[string]string{"a": "12345678"})
	_, err := Open(whole[:len(whole)-10], extract.Limits{Inflated: 1 << 10})
	assert.ErrorIs(t, err, extract.ErrFormat)
	_, err = Open(nil, extract.Limits{Inflated: 1 << 10})
	assert.ErrorIs(t, err, extract.ErrFormat)
	many := map[string]string{}
	for i := range maxEntries + 1 {
		many[strconv.Itoa(i)] = ""
	}
	_, err = Open(zipOf(t, many), extract.Limits{Inflated: 1 << 10})
	assert.ErrorIs(t, err, extract.ErrTooLarge)
}

func TestOLEError(t *testing.T) {
	ole := func(stream string) []byte { return append(bytes.Clone(oleMagic), utf16Bytes(stream)...) }
	assert.True(t, IsOLE(ole("")))
	assert.False(t, IsOLE([]byte("PK\x03\x04")))
	assert.ErrorIs(t, OLEError(ole("EncryptedPackage")), extract.ErrEncrypted)
	legacy := OLEError(ole("WordDocument"))
	assert.ErrorIs(t, legacy, extract.ErrFormat)
	assert.ErrorContains(t, legacy, "save it as DOCX")
	assert.ErrorIs(t, OLEError(ole("Something")), extract.ErrFormat)
}

// TestXMLLimit keeps one part from using up the allowance of the file.
func TestXMLLimit(t *testing.T) {
	n, err := io.Copy(io.Discard, limitXML(zeros{}))
	assert.ErrorIs(t, err, extract.ErrTooLarge)
	assert.LessOrEqual(t, n, int64(maxXML))
}

// zeros is a part without an end.
type zeros struct{}

func (zeros) Read(buf []byte) (int, error) { return len(buf), nil }

// FuzzOpen reads the parts of a zip file within the allowance, and tells what an
// OLE file holds.
func FuzzOpen(f *testing.F) {
	f.Add(zipOf(f, map[string]string{"word/document.xml": "content", "empty": ""}), "word/document.xml")
	f.Add(append(bytes.Clone(oleMagic), utf16Bytes("WordDocument")...), "")
	const most = 1 << 16
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		if IsOLE(data) {
			assert.Error(t, OLEError(data))
		}
		p, err := Open(data, extract.Limits{Inflated: most})
		if err != nil {
			return
		}
		content, err := p.Part(name)
		if err != nil {
			return
		}
		defer content.Close()
		read, _ := io.ReadAll(content)
		assert.LessOrEqual(t, len(read), most)
	})
}
