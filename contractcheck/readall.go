package contractcheck

import (
	"context"
	"fmt"
	"io"

	"example.org/contractcheck/contractcheck/internal/container"
	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/sniff"
)

// ReadAllFile is ReadAll for the file at path. The error is as of ReadFile.
func (r Reader) ReadAllFile(ctx context.Context, path string) ([]*Document, error) {
	f, err := openFile(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return r.ReadAll(ctx, f, path)
}

// ReadAll reads the documents of a container: those in a zip archive, or the
// text of a mail (EML, MSG) and what is attached to it, in their order, those of
// containers within at their place. Of anything else it gives the document and
// the error that Read gives.
//
// A document is named by the container and its place in it, as in
// "bundle.zip/Exhibit A.docx"; the text of a mail is "mail.eml/body". One that
// cannot be read is no error: its only page says why, and checking it finds
// every requirement unreadable. Left out are files that operating systems leave
// in archives, and, with a note, signatures of mails and pictures in their text.
//
// The limits hold for each file, and that of inflated bytes for all of them
// together; containers may lie 4 deep in each other and hold 1,000 files. The
// error wraps ErrFormat for a container that cannot be opened, ErrNoText for one
// without any file, ErrTooLarge, or the error of in or of ctx.
func (r Reader) ReadAll(ctx context.Context, in io.Reader, name string) ([]*Document, error) {
	limits := r.Limits.WithDefaults()
	data, err := extract.ReadAll(in, limits.Bytes)
	if err != nil {
		return nil, nameFile(name, err)
	}
	format, err := sniff.Detect(data)
	if err != nil || !format.IsContainer() {
		doc, err := r.read(ctx, data, name, format, limits)
		if doc == nil {
			return nil, err
		}
		return []*Document{doc}, err
	}
	limits = limits.Sharing(limits.Allowance())
	var docs []*Document
	_, err = guarded(format, func() (*extract.Text, error) {
		return nil, container.Walk(ctx, data, format, limits, func(item container.Item) error {
			doc, err := r.readItem(ctx, item, name+"/"+item.Name, limits)
			docs = append(docs, doc)
			return err
		})
	})
	switch {
	case err != nil:
		return nil, nameFile(name, err)
	case len(docs) == 0:
		return nil, fmt.Errorf("%s: %w: it holds no files", name, ErrNoText)
	}
	return docs, nil
}

// readItem reads a file of a container. The error is that of ctx; all others are
// the reason why the document's page was not read.
func (r Reader) readItem(ctx context.Context, item container.Item, name string, limits Limits) (*Document, error) {
	doc := &Document{File: name, SHA256: hashOf(item.Data)}
	err := item.Err
	if err == nil {
		doc.Format, doc.text, err = r.extract(ctx, item.Data, name, item.Format, limits)
	}
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		doc.Format, doc.text = UnknownFormat, nothingRead(err.Error())
	}
	doc.text.Notes = append(doc.text.Notes, item.Notes...)
	return doc, nil
}
