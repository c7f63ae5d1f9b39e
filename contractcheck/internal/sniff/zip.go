package sniff

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"example.org/contractcheck/contractcheck/internal/archive"
	"example.org/contractcheck/contractcheck/internal/extract"
)

const (
	contentTypes = "[Content_Types].xml"
	// maxContentTypes bounds how much of that part is read, in bytes; the
	// largest seen has 20 kB.
	maxContentTypes = 1 << 20
)

// zipKinds are the zip formats that cannot be read, by a folder or file that
// only they have.
var zipKinds = []struct{ mark, what string }{
	{"xl/", "a spreadsheet (XLSX): save it as PDF or DOCX"},
	{"ppt/", "a presentation (PPTX): save it as PDF"},
	{"visio/", "a drawing (VSDX): save it as PDF"},
	{"META-INF/container.xml", "an e-book (EPUB): save it as PDF or DOCX"},
	{"Index/Document.iwa", "an Apple Pages document: export it as PDF or DOCX"},
	{"META-INF/MANIFEST.MF", "a Java archive"},
}

func detectZip(data []byte) (Format, error) {
	pkg, err := archive.Open(data, maxContentTypes)
	if errors.Is(err, extract.ErrFormat) && bytes.Contains(data, []byte("word/document")) {
		return DOCX, nil // the reader tells what is wrong with it
	}
	if err != nil {
		return "", err
	}
	if pkg.Has("word/document.xml") || strings.Contains(part(pkg, contentTypes), "wordprocessingml.document.main+xml") {
		return DOCX, nil
	}
	if what := zipKind(pkg); what != "" {
		return "", fmt.Errorf("%w: %s", extract.ErrFormat, what)
	}
	return ZIP, nil
}

// zipKind names a zip format that cannot be read; it is empty for a plain
// archive.
func zipKind(pkg *archive.Package) string {
	for _, kind := range zipKinds {
		if pkg.Has(kind.mark) || strings.HasSuffix(kind.mark, "/") && pkg.HasFolder(kind.mark) {
			return kind.what
		}
	}
	switch kind := part(pkg, "mimetype"); {
	case strings.HasPrefix(kind, "application/vnd.oasis.opendocument.text"):
		return "an OpenDocument text (ODT): save it as DOCX or PDF"
	case strings.HasPrefix(kind, "application/vnd.oasis.opendocument.spreadsheet"):
		return "a spreadsheet (ODS): save it as PDF"
	case strings.HasPrefix(kind, "application/vnd.oasis.opendocument"):
		return "an OpenDocument file: save it as PDF"
	}
	return ""
}

// part returns a part's content, or "" if it cannot be read whole.
func part(pkg *archive.Package, name string) string {
	content, err := pkg.Part(name)
	if err != nil {
		return ""
	}
	defer content.Close()
	data, err := io.ReadAll(content)
	if err != nil {
		return ""
	}
	return string(data)
}
