// Package sniff tells the format of a document by its content. The name of a
// file plays no part: names are often wrong, and streams have none.
package sniff

import (
	"bytes"
	"fmt"
	"strings"

	"example.org/contractcheck/contractcheck/internal/archive"
	"example.org/contractcheck/contractcheck/internal/charset"
	"example.org/contractcheck/contractcheck/internal/extract"
)

// Format is a format that can be read.
type Format string

// The formats that can be read.
const (
	PDF      Format = "pdf"
	DOCX     Format = "docx"
	ODT      Format = "odt"
	XLSX     Format = "xlsx"
	HTML     Format = "html"
	Markdown Format = "markdown"
	Text     Format = "text"
)

// The containers, which hold files of these and other formats.
const (
	ZIP  Format = "zip"
	Mail Format = "mail" // an Internet message (RFC 5322), mostly called EML
	MSG  Format = "msg"  // an Outlook message
)

// IsContainer reports whether a file of the format holds others.
func (f Format) IsContainer() bool { return f == ZIP || f == Mail || f == MSG }

// sample is how much of a text is looked at, in bytes: the marks of Markdown
// may come late, after a long preamble.
const sample = 64 << 10

// Detect returns the format of a document. The error names what the file is
// and what to do about it; it wraps extract.ErrNoText for an empty file,
// extract.ErrEncrypted for an encrypted one, and else extract.ErrFormat.
func Detect(data []byte) (Format, error) {
	switch {
	case len(data) == 0:
		return "", fmt.Errorf("%w: the file is empty", extract.ErrNoText)
	case isPDF(data):
		return PDF, nil
	case archive.IsZip(data):
		return detectZip(data)
	case archive.IsMessage(data):
		return MSG, nil
	case archive.IsOLE(data):
		return "", archive.OLEError(data)
	}
	if what := knownBinary(data); what != "" {
		return "", fmt.Errorf("%w: %s", extract.ErrFormat, what)
	}
	if isMail(data) {
		return Mail, nil
	}
	return detectText(data)
}

// pdfHeader may stand behind leading junk (ISO 32000-1, Annex H.3.4.1).
var pdfHeader = []byte("%PDF-")

const pdfHeaderRange = 1024 // bytes

// isPDF reports whether data has the header of a PDF. Behind the first byte,
// it counts only in a file with objects: a text may speak of the header.
func isPDF(data []byte) bool {
	at := bytes.Index(data[:min(len(data), pdfHeaderRange)], pdfHeader)
	return at == 0 || at > 0 && bytes.Contains(data[at:], []byte(" obj"))
}

// signature is how a kind of file that cannot be read begins.
type signature struct {
	magic string
	what  string
}

const (
	pictureAdvice = ": recognise its text (OCR) and save it as PDF with text"
	archiveAdvice = ": unpack it and check the documents in it"
)

var signatures = []signature{
	{"\x89PNG", "a picture (PNG)" + pictureAdvice},
	{"\xFF\xD8\xFF", "a picture (JPEG)" + pictureAdvice},
	{"GIF8", "a picture (GIF)" + pictureAdvice},
	{"II*\x00", "a picture (TIFF)" + pictureAdvice},
	{"MM\x00*", "a picture (TIFF)" + pictureAdvice},
	{"BM", "a picture (BMP)" + pictureAdvice},
	{"RIFF", "a picture or recording (RIFF)"},
	{"\x1F\x8B", "a compressed file (gzip)" + archiveAdvice},
	{"7z\xBC\xAF", "an archive (7-Zip)" + archiveAdvice},
	{"Rar!", "an archive (RAR)" + archiveAdvice},
	{"\x7FELF", "a program"},
	{"MZ", "a program"},
	{"{\\rtf", "a rich text document (RTF): save it as DOCX or PDF"},
	{"%!PS", "a PostScript file: save it as PDF"},
	{"\xFFWPC", "a WordPerfect document: save it as DOCX or PDF"},
}

// knownBinary names a file by its signature, or returns "". A signature of
// plain letters counts only in binary data.
func knownBinary(data []byte) string {
	for _, s := range signatures {
		if !bytes.HasPrefix(data, []byte(s.magic)) {
			continue
		}
		if isLetters(s.magic) && !charset.IsBinary(data) {
			continue
		}
		return s.what
	}
	return ""
}

func isLetters(magic string) bool {
	return strings.Trim(magic, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!") == ""
}

func detectText(data []byte) (Format, error) {
	text, _, err := charset.Decode(data[:cutAt(data, sample)])
	if err != nil {
		return "", fmt.Errorf("%w, and none of the formats that can be read (PDF, DOCX, ODT, XLSX, HTML, Markdown, text, ZIP, EML, MSG)", err)
	}
	start := strings.TrimLeft(strings.TrimPrefix(text, "\uFEFF"), " \t\r\n")
	if what := foreignText(start); what != "" {
		return "", fmt.Errorf("%w: %s", extract.ErrFormat, what)
	}
	switch {
	case isFlatODT(start):
		return ODT, nil
	case isHTML(start):
		return HTML, nil
	case isMarkdown(start):
		return Markdown, nil
	}
	return Text, nil
}

// cutAt returns an index near n at which no character is cut in two.
func cutAt(data []byte, n int) int {
	if len(data) <= n {
		return len(data)
	}
	if line := bytes.LastIndexByte(data[:n], '\n'); line > 0 && line%2 == 1 {
		return line + 1
	}
	n &^= 1 // whole UTF-16 units
	for back := 0; back < 4 && data[n]&0xC0 == 0x80; back++ {
		n--
	}
	return n
}

// isFlatODT reports whether a text is an OpenDocument text in one XML file.
func isFlatODT(start string) bool {
	head := start[:min(len(start), flatHead)]
	return strings.HasPrefix(head, "<?xml") && strings.Contains(head, "<office:document") && strings.Contains(head, odtType)
}

// flatHead is where the root of such a file has its end, in bytes: it lists all
// namespaces.
const flatHead = 8 << 10

// foreignText names a format that is text in its bytes but not in its words.
func foreignText(start string) string {
	head := start[:min(len(start), 2048)]
	switch {
	case strings.HasPrefix(head, "<?xml") && strings.Contains(head, "progid=\"Word.Document\""),
		strings.HasPrefix(head, "<?xml") && strings.Contains(head, "<pkg:package"):
		return "a Word document in one XML file: save it as DOCX"
	}
	return ""
}
