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
	{"xl/workbook.bin", "a binary spreadsheet (XLSB): save it as XLSX"},
	{"xl/", "a spreadsheet without a workbook: save it once more as XLSX"},
	{"ppt/", "a presentation (PPTX): save it as PDF"},
	{"visio/", "a drawing (VSDX): save it as PDF"},
	{"META-INF/container.xml", "an e-book (EPUB): save it as PDF or DOCX"},
	{"Index/Document.iwa", "an Apple Pages document: export it as PDF or DOCX"},
	{"META-INF/MANIFEST.MF", "a Java archive"},
}

func detectZip(data []byte) (Format, error) {
	pkg, err := archive.Open(data, extract.Limits{Inflated: maxContentTypes})
	if errors.Is(err, extract.ErrFormat) {
		// The reader tells what is wrong with it.
		if format := damagedZip(data); format != "" {
			return format, nil
		}
	}
	if err != nil {
		return "", err
	}
	types := part(pkg, contentTypes)
	switch {
	case pkg.Has("word/document.xml") || strings.Contains(types, "wordprocessingml.document.main+xml"):
		return DOCX, nil
	case pkg.Has("xl/workbook.xml") || strings.Contains(types, "spreadsheetml.sheet.main+xml"):
		return XLSX, nil
	case isODT(part(pkg, "mimetype")) || isODT(part(pkg, "META-INF/manifest.xml")):
		return ODT, nil
	}
	if what := zipKind(pkg); what != "" {
		return "", fmt.Errorf("%w: %s", extract.ErrFormat, what)
	}
	return ZIP, nil
}

// odtType is the media type of an OpenDocument text; that of a template begins
// with it.
const odtType = "application/vnd.oasis.opendocument.text"

// isODT reports whether the media type or the manifest of a package says that it
// is an OpenDocument text, and no master document, whose text is elsewhere.
func isODT(says string) bool {
	return strings.Contains(says, odtType) && !strings.Contains(says, odtType+"-master")
}

// damagedZip tells the format of a zip without a directory by the names in it.
func damagedZip(data []byte) Format {
	switch {
	case bytes.Contains(data, []byte("word/document")):
		return DOCX
	case bytes.Contains(data, []byte("xl/workbook")):
		return XLSX
	case bytes.Contains(data, []byte(odtType)):
		return ODT
	}
	return ""
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
	case strings.HasPrefix(kind, "application/vnd.oasis.opendocument.spreadsheet"):
		return "a spreadsheet (ODS): save it as XLSX or PDF"
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
