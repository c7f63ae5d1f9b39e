package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/ledongthuc/pdf"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// document is a file that was opened. All panics of the object layer end in
// its methods.
type document struct {
	ctx       context.Context
	maxDepth  int      // of the page tree, and of forms
	locked    *rebuilt // what made file, if a password opened it; else nil
	file      []byte   // as the object layer reads it
	reader    *pdf.Reader
	decipher  *decipher // nil for a file that is not encrypted
	sealed    sealed    // its enciphered objects
	inflation *extract.Inflation
	notes     []string
	resources map[string]*resourceSet // by what they refer to; see resources.go
	fonts     []*font                 // all that were loaded
	programs  map[int]func() fontFile // of fonts, by the places of their streams
	spare     [4][]glyph              // room for the next page's glyphs
	gutters   gutters                 // between the columns of the pages before

	needAppearances func() bool // see fieldvalue.go
}

// open makes the file's objects readable. The error wraps extract.ErrFormat,
// ErrEncrypted or ErrTooLarge, and none of the file's own words.
func open(data []byte, password string, inflation *extract.Inflation) (*document, error) {
	d := &document{inflation: inflation, resources: map[string]*resourceSet{}, programs: map[int]func() fontFile{}}
	d.needAppearances = sync.OnceValue(d.readNeedAppearances)
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
	if d.decipher, err = unlock(data, refs, password); err != nil {
		return nil, err
	}
	rebuilt := newRebuilt(data, refs)
	if d.decipher != nil && password != "" {
		d.locked = rebuilt
	}
	return d, d.load(rebuilt)
}

// load hands the file to the object layer: once to read its object streams and
// then with their objects taken out.
func (d *document) load(rebuilt *rebuilt) error {
	rebuilt.mend()
	defer func() {
		for _, note := range rebuilt.notes {
			d.note(note)
		}
	}()
	if d.decipher != nil {
		d.sealed = rebuilt.inOrder()
		rebuilt.decipherStrings(d.decipher, d.sealed)
	}
	containers := rebuilt.refs.containers()
	if err := d.attach(rebuilt.finish(containers)); err != nil || len(containers) == 0 {
		return err
	}
	if err := d.expand(rebuilt, containers, d.reader.Trailer().Key(containersKey)); err != nil {
		return err
	}
	return d.attach(rebuilt.finish(nil))
}

func (d *document) attach(file []byte) (err error) {
	d.file = file
	d.reader, err = newReader(file)
	return err
}

// note adds a note once.
func (d *document) note(note string) {
	if !slices.Contains(d.notes, note) {
		d.notes = append(d.notes, note)
	}
}

// checkFrame notes what is wrong at both ends of the file. It returns how many
// bytes precede the header, and whether the file can be a PDF at all.
func (d *document) checkFrame(data []byte) (lead int, ok bool) {
	lead = bytes.Index(data[:min(len(data), maxHeaderOffset)], []byte("%PDF-"))
	if lead != 0 {
		d.note(noteHeader)
	}
	if !bytes.Contains(data[max(0, len(data)-maxTrailingBytes):], []byte("%%EOF")) {
		d.note(noteEnd)
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
	d.note(noteReferences)
	return refs, nil
}

func newReader(file []byte) (*pdf.Reader, error) {
	reader, err := pdf.NewReader(newMeter(file), int64(len(file)))
	if err != nil {
		// The object layer's words may quote the file; they go no further.
		return nil, fmt.Errorf("%w: the PDF is damaged", extract.ErrFormat)
	}
	return reader, nil
}

func isLimit(err error) bool { return errors.Is(err, extract.ErrTooLarge) }
