package extracttest

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"io"
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// Zip packs files by their names, in the order of these.
func Zip(t testing.TB, files map[string]string) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f, err := w.Create(name)
		require.NoError(t, err)
		_, err = io.WriteString(f, files[name])
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return buf.Bytes()
}

// Deflated returns a content packed with zlib, as the streams of PDF files are.
func Deflated(content []byte) []byte {
	var out bytes.Buffer
	writer := zlib.NewWriter(&out)
	// A buffer takes all that is written to it.
	writer.Write(content)
	writer.Close()
	return out.Bytes()
}
