package sniff

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/container/containertest"
	"example.org/contractcheck/contractcheck/internal/extract"
)

func zipOf(t testing.TB, files ...string) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		require.NoError(t, err)
		_, err = io.WriteString(f, files[i+1])
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return buf.Bytes()
}

// zipStored is a zip with one file that is not compressed, as the media type of
// an OpenDocument file is.
func zipStored(t testing.TB, name, content string) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
	require.NoError(t, err)
	_, err = io.WriteString(f, content)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return buf.Bytes()
}

func TestDetect(t *testing.T) {
	docx := zipOf(t, "word/document.xml", "<x/>")
	xlsx := zipOf(t, contentTypes, "<Types/>", "xl/workbook.xml", "<x/>")
	odt := zipStored(t, "mimetype", odtType)
	tests := []struct {
		name string
		data []byte
		want Format
	}{
		{"pdf", []byte("%PDF-1.7\n1 0 obj"), PDF},
		{"pdf behind junk", []byte("junk\n%PDF-1.4\n1 0 obj"), PDF},
		{"docx", docx, DOCX},
		{"docx cut short", docx[:len(docx)-20], DOCX},
		{"docx with another main part", zipOf(t, contentTypes, `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`), DOCX},
		{"xlsx", xlsx, XLSX},
		{"xlsx cut short", xlsx[:len(xlsx)-20], XLSX},
		{"xlsx that embeds a docx", zipOf(t, "xl/workbook.xml", "<x/>", "xl/embeddings/a.docx", "word/document.xml"), XLSX},
		{"xlsx with another main part", zipOf(t, contentTypes, `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`), XLSX},
		{"odt", odt, ODT},
		{"odt cut short", odt[:len(odt)-20], ODT},
		{"odt template", zipOf(t, "mimetype", odtType+"-template"), ODT},
		{"odt without a media type", zipOf(t, "META-INF/manifest.xml", `<x media-type="`+odtType+`"/>`), ODT},
		{"flat odt", []byte(`<?xml version="1.0"?><office:document xmlns:x="x" office:mimetype="` + odtType + `">`), ODT},
		{"html", []byte("\n<!DOCTYPE HTML>\n<p>x"), HTML},
		{"html behind a comment", []byte("<!-- saved --><html><body>x"), HTML},
		{"xhtml", []byte("<?xml version=\"1.0\"?>\n<html xmlns=\"x\">"), HTML},
		{"html with a mark", []byte("\xEF\xBB\xBF<html>"), HTML},
		{"html in utf-16", []byte("\xFF\xFE<\x00h\x00t\x00m\x00l\x00>\x00"), HTML},
		{"html fragment", []byte("<div><h2>Terms</h2><p>Fees are due.</p></div>"), HTML},
		{"tags behind a title", []byte("Terms\n<p>one</p>\n<p>two</p>\n<ul><li>three</ul>"), HTML},
		{"markdown headings", []byte("# Terms\n\ntext\n\n## Fees\n\ntext"), Markdown},
		{"markdown underlined title", []byte("Terms\n=====\n\ntext"), Markdown},
		{"markdown bold and list", []byte("**1. Fees**. Due.\n\n- one\n- two\n\n**2. Term**. A year."), Markdown},
		{"markdown link", []byte("See our [policy](https://example.org/p) for more."), Markdown},
		{"markdown table", []byte("| a | b |\n|---|---|\n| c | d |"), Markdown},
		{"markdown with tags", []byte("# Terms\n\n1. <span class=x>Fees</span>\n\n   <p>Due.</p>\n\n## More\n\n## Again"), Markdown},
		{"text", []byte("AGREEMENT\n\n1. Fees are due.\n\n(a) x"), Text},
		{"text with dashes", []byte("Items:\n- one\n- two\n- three\n"), Text},
		{"text with redactions", []byte("fee of [**] and [**] on the Date*\n\n* a holiday"), Text},
		{"text that compares", []byte("if a < b and b > c then"), Text},
		{"text on PDF", []byte("A file begins with %PDF- in its header."), Text},
		{"text that begins like a bitmap", []byte("BMW sells the cars"), Text},
		{"blanks to fill in", []byte("between <Vendor> and <Library>, dated <date>"), Text},
		{"json", []byte(`{"a": [1, 2]}`), Text},
		{"utf-16", []byte("\xFE\xFF\x00a\x00b"), Text},
		{"zip", zipOf(t, "a.txt", "text", "b/Exhibit.docx", "PK"), ZIP},
		{"mail", []byte("From: a@example.org\r\nSubject: A long\r\n subject\r\nMIME-Version: 1.0\r\n\r\nHello."), Mail},
		{"mail in a mailbox", []byte("From a@example.org Mon\nMessage-ID: <1@example.org>\n\nHello."), Mail},
		{"web archive", []byte("From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n"), Mail},
		{"memo", []byte("To: all staff\nFrom: the director\nDate: today\n\nThe contract ends."), Text},
		{"text that begins like a mail", []byte("MIME-Version: 1.0 is a field\nof mails\n\nand more."), Text},
		{"mail without a body", []byte("MIME-Version: 1.0\r\n"), Mail},
		{"outlook message", containertest.MSG(containertest.Message{Text: "Hello."}), MSG},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := Detect(test.data)
			require.NoError(t, err)
			assert.Equal(t, test.want, got)
		})
	}
}

func TestDetectErrors(t *testing.T) {
	ole := append([]byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}, make([]byte, 512)...)
	tests := []struct {
		name string
		data []byte
		want error
		says string
	}{
		{"empty", nil, extract.ErrNoText, "the file is empty"},
		{"xlsb", zipOf(t, "xl/workbook.bin", "x"), extract.ErrFormat, "save it as XLSX"},
		{"ods", zipOf(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet"), extract.ErrFormat, "save it as XLSX"},
		{"master document", zipOf(t, "mimetype", odtType+"-master"), extract.ErrFormat, "OpenDocument"},
		{"pptx", zipOf(t, "ppt/presentation.xml", "<x/>"), extract.ErrFormat, "PPTX"},
		{"broken zip", []byte("PK\x03\x04 and no more"), extract.ErrFormat, "cut short"},
		{"ole", ole, extract.ErrFormat, "DOCX"},
		{"encrypted", append(ole, "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"...), extract.ErrEncrypted, "password"},
		{"png", []byte("\x89PNG\r\n\x1a\n"), extract.ErrFormat, "OCR"},
		{"bitmap", append([]byte("BM"), make([]byte, 100)...), extract.ErrFormat, "BMP"},
		{"rtf", []byte(`{\rtf1\ansi text}`), extract.ErrFormat, "RTF"},
		{"flat word document", []byte(`<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>`), extract.ErrFormat, "save it as DOCX"},
		{"noise", bytes.Repeat([]byte{0, 1, 2, 3}, 100), extract.ErrFormat, "binary data"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := Detect(test.data)
			require.ErrorIs(t, err, test.want)
			assert.ErrorContains(t, err, test.says)
			assert.Empty(t, got)
		})
	}
}

func TestLargeText(t *testing.T) {
	for _, text := range []string{strings.Repeat("word ", 2<<20), strings.Repeat("“é”", 1<<20), strings.Repeat("<", 1<<20), strings.Repeat("**a", 1<<18)} {
		got, err := Detect([]byte(text))
		require.NoError(t, err)
		assert.Equal(t, Text, got)
	}
}

func FuzzDetect(f *testing.F) {
	f.Add([]byte("%PDF-1.7"))
	f.Add([]byte("<html>"))
	f.Add([]byte("# Terms\n\n## Fees"))
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte("\xFF\xFEa\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := Detect(data)
		if err != nil {
			require.Empty(t, got)
			return
		}
		require.Contains(t, []Format{PDF, DOCX, ODT, XLSX, HTML, Markdown, Text, ZIP, Mail, MSG}, got)
	})
}
