package contractcheck

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"example.org/contractcheck/contractcheck/internal/docx"
	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/html"
	"example.org/contractcheck/contractcheck/internal/markdown"
	"example.org/contractcheck/contractcheck/internal/odt"
	"example.org/contractcheck/contractcheck/internal/pdf"
	"example.org/contractcheck/contractcheck/internal/plain"
	"example.org/contractcheck/contractcheck/internal/sniff"
	"example.org/contractcheck/contractcheck/internal/xlsx"
)

// Errors that reading a document returns, always wrapped with the file's name
// and the reason, and never with any of the document's text.
var (
	// ErrFormat: the bytes are of no format that can be read, or are damaged
	// beyond reading.
	ErrFormat = extract.ErrFormat
	// ErrEncrypted: the file is encrypted, and the password is missing or
	// wrong.
	ErrEncrypted = extract.ErrEncrypted
	// ErrTooLarge: the file passes one of the Limits.
	ErrTooLarge = extract.ErrTooLarge
	// ErrNoText: the file was opened and holds nothing to read. The Document
	// comes with this error; see Reader.Read.
	ErrNoText = extract.ErrNoText
)

// Limits bounds what reading one file may cost: the bytes of the file, the
// bytes that its compressed parts inflate to together, the pages that are read,
// and how deep its elements are nested. A zero field means its default: 100 MB,
// 400 MB, 5000 pages, and a depth of 512. A context bounds the time.
type Limits = extract.Limits

// Reader reads documents. The zero value has the default limits and no
// password. A Reader may be used by several goroutines.
type Reader struct {
	Limits Limits
	// Password opens an encrypted PDF; other formats have none that is read.
	Password string
	// Changes says how the tracked changes of a DOCX or ODT file are read; empty
	// is ChangesAccepted.
	Changes Changes
	// OCR reads the pages of a PDF that gave no text; nil leaves them unreadable.
	OCR *OCR
}

// ReadFile reads the document at path with the default limits and without a
// password. See Reader.Read.
func ReadFile(path string) (*Document, error) {
	return Reader{}.ReadFile(context.Background(), path)
}

// Read reads a document from r with the default limits and without a password.
// See Reader.Read.
func Read(r io.Reader, name string) (*Document, error) {
	return Reader{}.Read(context.Background(), r, name)
}

// ReadFile reads the document at path. The error wraps fs.ErrNotExist or
// fs.ErrPermission where these are the cause, and is otherwise as of Read.
func (r Reader) ReadFile(ctx context.Context, path string) (*Document, error) {
	f, err := openFile(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return r.Read(ctx, f, path)
}

// openFile opens a file, and names it in the error.
func openFile(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, nameFile(path, err)
	}
	if info.IsDir() {
		return nil, fmt.Errorf("%s: is a directory, expected a document", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nameFile(path, err)
	}
	return f, nil
}

// Read reads a document from in. Its format is told by its bytes. Name is what
// the report and all errors call it.
//
// A PDF of which no page could be read, such as a scan, is no error: its pages
// say why, and checking it finds every requirement unreadable. A file that
// holds nothing to read at all is an error that wraps ErrNoText; its Document
// comes with the error and gives the same report. All other errors come
// without a Document and wrap ErrFormat, ErrEncrypted, ErrTooLarge, or the
// error of in, of ctx, or of OCR.Check where a page needs OCR. A container,
// which ReadAll opens, wraps ErrFormat.
func (r Reader) Read(ctx context.Context, in io.Reader, name string) (*Document, error) {
	limits := r.Limits.WithDefaults()
	data, err := extract.ReadAll(in, limits.Bytes)
	if err != nil {
		return nil, nameFile(name, err)
	}
	return r.read(ctx, data, name, "", limits)
}

// read reads a document of a format, "" to tell it by the bytes.
func (r Reader) read(ctx context.Context, data []byte, name string, format sniff.Format, limits Limits) (*Document, error) {
	doc := &Document{File: name, SHA256: hashOf(data)}
	var err error
	doc.Format, doc.text, err = r.extract(ctx, data, name, format, limits)
	switch {
	case errors.Is(err, ErrNoText):
		doc.text = nothingRead("the file holds no text")
		return doc, nameFile(name, err)
	case err != nil:
		return nil, nameFile(name, err)
	}
	return doc, nil
}

// nameFile puts the file's name before an error, once: the errors of package
// os name it themselves.
func nameFile(name string, err error) error {
	var inner *fs.PathError
	if errors.As(err, &inner) {
		err = inner.Err
	}
	return fmt.Errorf("%s: %w", name, err)
}

// extract reads the text, and tells the format where it is not known.
func (r Reader) extract(ctx context.Context, data []byte, name string, format sniff.Format, limits Limits) (Format, *extract.Text, error) {
	if err := ctx.Err(); err != nil {
		return Text, nil, err
	}
	if format == "" {
		var err error
		if format, err = sniff.Detect(data); err != nil {
			return Text, nil, err
		}
	}
	if format.IsContainer() {
		return Text, nil, fmt.Errorf("%w: a container (%s) of other files: ReadAll reads them", ErrFormat, format)
	}
	text, err := guarded(format, func() (*extract.Text, error) {
		return r.extractAs(ctx, format, data, name, limits)
	})
	if err == nil && saysNothing(text) {
		err = fmt.Errorf("%w: %d bytes were read", ErrNoText, len(data))
	}
	return Format(format), text, err
}

func (r Reader) extractAs(ctx context.Context, format sniff.Format, data []byte, name string, limits Limits) (*extract.Text, error) {
	switch format {
	case sniff.PDF:
		return pdf.ReadScans(ctx, data, r.Password, limits, r.OCR.recognizer(ctx, name))
	case sniff.DOCX:
		changes, err := r.Changes.view()
		if err != nil {
			return nil, err
		}
		return docx.Read(ctx, data, changes, limits)
	case sniff.ODT:
		changes, err := r.Changes.view()
		if err != nil {
			return nil, err
		}
		return odt.Read(ctx, data, changes, limits)
	case sniff.XLSX:
		return xlsx.Read(ctx, data, limits)
	case sniff.HTML:
		return html.Read(ctx, data, limits)
	case sniff.Markdown:
		return markdown.Read(ctx, data, limits)
	}
	return plain.Read(ctx, data, limits)
}

// guarded turns a panic of a reader into an error: a file from outside must
// not end the program that embeds the check. What the panic says is left out,
// because it may quote the document.
func guarded(format sniff.Format, read func() (*extract.Text, error)) (text *extract.Text, err error) {
	defer func() {
		if recover() != nil {
			text, err = nil, fmt.Errorf("%w: the file breaks the %s reader", ErrFormat, format)
		}
	}()
	return read()
}

// saysNothing reports whether a text that counts as read in full is empty.
// Then silence would pass for a document that was read.
func saysNothing(text *extract.Text) bool {
	for _, p := range text.Pages {
		if p.Unreadable != "" {
			return false
		}
	}
	return strings.TrimSpace(text.Content) == ""
}

// nothingRead is the text of a file without any: one page that was not read.
func nothingRead(reason string) *extract.Text {
	var b extract.Builder
	b.StartPage(0)
	b.FailPage(reason)
	return b.Done()
}
