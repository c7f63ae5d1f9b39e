package odt

import (
	"testing"

	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

const namespaces = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"` +
	` xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"` +
	` xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"` +
	` xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"` +
	` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"`

// content is the content of a document with automatic styles and a text.
func content(styles, body string) string {
	return `<office:document-content` + namespaces + `><office:automatic-styles>` + styles + `</office:automatic-styles><office:body><office:text>` +
		body + `</office:text></office:body></office:document-content>`
}

// file packs a document with styles and a text.
func file(t testing.TB, styles, body string) []byte {
	t.Helper()
	return extracttest.Zip(t, map[string]string{contentPart: content(styles, body)})
}

func p(content string) string { return `<text:p>` + content + `</text:p>` }

func read(t testing.TB, data []byte) *extract.Text {
	t.Helper()
	return readAs(t, data, extract.Accepted)
}

func readAs(t testing.TB, data []byte, changes extract.Changes) *extract.Text {
	t.Helper()
	text, err := Read(t.Context(), data, changes, extract.Limits{})
	require.NoError(t, err)
	extracttest.AssertSound(t, text)
	return text
}
