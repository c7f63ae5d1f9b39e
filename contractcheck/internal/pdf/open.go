package pdf

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/ledongthuc/pdf"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// document is a file that was opened. All panics of the object layer end in
// its methods.
type document struct {
	reader    *pdf.Reader
	inflation *extract.Inflation
	notes     []string
	resources map[string]*resourceSet // by what they refer to; see resources.go
	spare     [4][]glyph              // room for the next page's glyphs
}

// open makes the file's objects readable. The error wraps extract.ErrFormat,
// ErrEncrypted or ErrTooLarge, and none of the file's own words.
func open(data []byte, password string, inflation *extract.Inflation) (*document, error) {
	d := &document{inflation: inflation, resources: map[string]*resourceSet{}}
	lead, ok := d.checkFrame(data)
	if !ok {
		return nil, fmt.Errorf("%w: not a PDF file", extract.ErrFormat)
	}
	data = data[lead:]
	refs, err := d.references(data, lead)
	if err != nil {
		return nil, err
	}
	if refs.trailer["Root"] == nil {
		return nil, fmt.Errorf("%w: the PDF has no catalog of its pages", extract.ErrFormat)
	}
	file := newRebuilt(data, refs)
	containers := refs.containers()
	if d.reader, err = newReader(file.finish(containers), password); err != nil {
		return nil, err
	}
	if len(containers) == 0 {
		return d, nil
	}
	if err := d.expand(file, containers, d.reader.Trailer().Key(containersKey)); err != nil {
		return nil, err
	}
	d.reader, err = newReader(file.finish(nil), password)
	return d, err
}

// checkFrame notes what is wrong at both ends of the file. It returns how many
// bytes precede the header, and whether the file can be a PDF at all.
func (d *document) checkFrame(data []byte) (lead int, ok bool) {
	lead = bytes.Index(data[:min(len(data), maxHeaderOffset)], []byte("%PDF-"))
	if lead != 0 {
		d.notes = append(d.notes, noteHeader)
	}
	if !bytes.Contains(data[max(0, len(data)-maxTrailingBytes):], []byte("%%EOF")) {
		d.notes = append(d.notes, noteEnd)
	}
	return max(0, lead), lead >= 0 || bytes.Contains(data, []byte("/Catalog"))
}

// maxTrailingBytes is where viewers look for the end-of-file mark
// (ISO 32000-1 Annex H, implementation note 18).
const maxTrailingBytes = 1024

func (d *document) references(data []byte, lead int) (*references, error) {
	refs, err := readReferences(data, lead, d.inflation)
	if isLimit(err) {
		return nil, err
	}
	if err == nil && refs.locate(data, lead) {
		return refs, nil
	}
	if err != nil {
		refs = newReferences()
	}
	refs.search(data)
	d.notes = append(d.notes, noteReferences)
	return refs, nil
}

func newReader(file []byte, password string) (*pdf.Reader, error) {
	tried := false
	reader, err := pdf.NewReaderEncrypted(newMeter(file), int64(len(file)), func() string {
		if tried {
			return ""
		}
		tried = true
		return password
	})
	switch {
	case errors.Is(err, pdf.ErrInvalidPassword) && password == "":
		return nil, fmt.Errorf("%w: it needs a password", extract.ErrEncrypted)
	case errors.Is(err, pdf.ErrInvalidPassword):
		return nil, fmt.Errorf("%w: the password is wrong", extract.ErrEncrypted)
	case err != nil && bytes.Contains(file[len(file)-min(len(file), maxTrailingBytes):], []byte("/Encrypt")):
		return nil, fmt.Errorf("%w by a method that cannot be read", extract.ErrEncrypted)
	case err != nil:
		// The object layer's words may quote the file; they go no further.
		return nil, fmt.Errorf("%w: the PDF is damaged", extract.ErrFormat)
	}
	if shortKey(reader) {
		return nil, fmt.Errorf("%w with a short key, which cannot be read", extract.ErrEncrypted)
	}
	return reader, nil
}

// shortKey reports whether the file is encrypted with a key of under 88 bits,
// which the object layer decrypts wrongly without an error.
func shortKey(reader *pdf.Reader) bool {
	encrypt := reader.Trailer().Key("Encrypt")
	if encrypt.IsNull() {
		return false
	}
	return encrypt.Key("R").Int64() == 2 || encrypt.Key("Length").Int64() < 88
}

func isLimit(err error) bool { return errors.Is(err, extract.ErrTooLarge) }
