package docx

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

// parts are the files of a document by their names, without the XML of their
// roots for those that file knows.
type parts map[string]string

const namespaces = ` xmlns:w="` + nsWord + `" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="` + nsCompat + `" xmlns:m="` + nsMath + `" xmlns:v="` + nsVML + `" xmlns:pic="` + nsPicture + `"`

// file builds a document from the content of its body and of further parts.
func file(t testing.TB, body string, more parts) []byte {
	t.Helper()
	all := parts{
		"_rels/.rels":       `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml": `<w:document` + namespaces + `><w:body>` + body + `</w:body></w:document>`,
	}
	links := ""
	for _, name := range slices.Sorted(maps.Keys(more)) {
		content := more[name]
		if root := roots[name]; root != "" {
			links += `<Relationship Id="` + name + `" Type="x/` + strings.TrimRight(name, "0123456789") + `" Target="` + name + `.xml"/>`
			all["word/"+name+".xml"] = `<w:` + root + namespaces + `>` + content + `</w:` + root + `>`
		} else {
			all[name] = content
		}
	}
	if all["word/_rels/document.xml.rels"] == "" {
		all["word/_rels/document.xml.rels"] = `<Relationships>` + links + `</Relationships>`
	}
	return extracttest.Zip(t, all)
}

var roots = map[string]string{
	"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes",
	"header1": "hdr", "header2": "hdr", "footer1": "ftr",
}

// p is a paragraph of one run.
func p(text string) string { return `<w:p>` + r(text) + `</w:p>` }

func r(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }

// listed is a paragraph of a list.
func listed(numID, level, text string) string {
	return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + numID + `"/></w:numPr></w:pPr>` + r(text) + `</w:p>`
}

func read(t testing.TB, data []byte) *extract.Text {
	t.Helper()
	text, err := Read(context.Background(), data, extract.Accepted, extract.Limits{})
	require.NoError(t, err)
	return text
}

// show writes the blocks one a line, with a letter for their kind.
func show(text *extract.Text) []string {
	var out []string
	for _, b := range text.Blocks {
		out = append(out, string("PHLTM"[b.Kind])+" "+strings.ReplaceAll(text.Content[b.Start:b.End], "\n", "/"))
	}
	return out
}
