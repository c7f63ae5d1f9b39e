// Package extract holds what every reader of a file format hands on: the text
// of a document with its pages and blocks, the limits that reading keeps, and
// the errors that reading returns.
package extract

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
)

// Errors that reading returns, always wrapped with the place or the reason.
var (
	// ErrFormat: the bytes are of no format that can be read, or are damaged
	// beyond reading.
	ErrFormat = errors.New("format not readable")
	// ErrEncrypted: the file is encrypted and the password is missing or wrong.
	ErrEncrypted = errors.New("file is encrypted")
	// ErrTooLarge: the file passes one of the Limits.
	ErrTooLarge = errors.New("file is too large")
	// ErrNoText: the file was opened and holds no text at all.
	ErrNoText = errors.New("no text in the file")
)

// IsFatal reports whether an error ends the reading of a whole file, and not
// just of the part at hand.
func IsFatal(err error) bool {
	return errors.Is(err, ErrTooLarge) || errors.Is(err, ErrEncrypted) ||
		errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

// Limits bounds what reading one file may cost. A zero field means its
// default.
type Limits struct {
	// Bytes is the largest file that is read, in bytes.
	Bytes int64
	// Inflated is the most that the compressed parts of one file may inflate
	// to together, in bytes.
	Inflated int64
	// Pages is the largest number of pages that is read; the pages behind it
	// are listed as unreadable.
	Pages int
	// Depth is how deep the elements of an office or HTML file, the nodes of a
	// PDF file's tree of pages, and its forms may be nested; what lies deeper is
	// listed as unreadable. Formats go no deeper than their bounds: HTML pages
	// 512 elements, PDF forms 12.
	Depth int

	shared *Inflation // the allowance of a container that the file lies in
}

// Allowance returns the counter of the bytes that the file's compressed parts
// inflate to: that of the container it lies in, or else one of its own.
func (l Limits) Allowance() *Inflation {
	if l.shared != nil {
		return l.shared
	}
	return NewInflation(l.Inflated)
}

// Sharing returns l for the files of a container, which draw on one allowance.
func (l Limits) Sharing(allowance *Inflation) Limits {
	l.shared = allowance
	return l
}

// ReadAll reads all of in, and not more than one byte beyond the limit. The error
// is that of in, or wraps ErrTooLarge.
func ReadAll(in io.Reader, limit int64) ([]byte, error) {
	limit = min(limit, math.MaxInt64-1)
	data, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > limit {
		return nil, fmt.Errorf("%w: more than %d bytes", ErrTooLarge, limit)
	}
	return data, nil
}

// DefaultLimits are several times what the largest real contracts need: the
// largest of the 630 files that the readers were measured on has 21 MB.
var DefaultLimits = Limits{Bytes: 100 << 20, Inflated: 400 << 20, Pages: 5000, Depth: 512}

// WithDefaults returns l with its zero fields set to their defaults.
func (l Limits) WithDefaults() Limits {
	if l.Bytes == 0 {
		l.Bytes = DefaultLimits.Bytes
	}
	if l.Inflated == 0 {
		l.Inflated = DefaultLimits.Inflated
	}
	if l.Pages == 0 {
		l.Pages = DefaultLimits.Pages
	}
	if l.Depth == 0 {
		l.Depth = DefaultLimits.Depth
	}
	return l
}

// Inflation counts the bytes that one file's compressed parts inflate to.
type Inflation struct {
	left int64
}

// NewInflation returns a counter that allows max bytes.
func NewInflation(max int64) *Inflation { return &Inflation{left: max} }

// Left returns how many bytes are left of the allowance, and 0 where none are.
func (f *Inflation) Left() int { return int(max(0, f.left)) }

// Take counts n more bytes. It returns an error that wraps ErrTooLarge when
// the allowance is used up.
func (f *Inflation) Take(n int) error {
	f.left -= int64(n)
	if f.left < 0 {
		return fmt.Errorf("%w: its compressed parts inflate beyond the limit", ErrTooLarge)
	}
	return nil
}

// Reader returns a reader that counts what is really read from it. It fails with
// an error that wraps ErrTooLarge once the allowance is used up.
func (f *Inflation) Reader(from io.Reader) io.Reader { return &countedReader{from, f} }

type countedReader struct {
	from      io.Reader
	inflation *Inflation
}

func (c *countedReader) Read(buf []byte) (int, error) {
	n, err := c.from.Read(buf)
	if over := c.inflation.Take(n); over != nil {
		return 0, over
	}
	return n, err
}

// BlockKind says what a block is by the file's own markup or layout.
type BlockKind uint8

// The kinds of blocks. Running heads and feet, page numbers and other text
// that stands outside of the document's flow is Marginal.
const (
	Paragraph BlockKind = iota
	Heading
	ListItem
	TableRow
	Marginal
)

// Block is a stretch of the text that the file itself holds together.
// Start and End are byte offsets in Text.Content.
type Block struct {
	Kind BlockKind
	// Level is the depth of a heading (from 1) or of a list item (from 1), and
	// 0 where the format does not say.
	Level      int
	Start, End int
	// Row is the number of a row in its sheet, from 1, and 0 where rows have no
	// numbers.
	Row int
	// Changed says that tracked changes touch the block.
	Changed bool
	// Recognized says how sure OCR was of the block; it is nil where the file
	// itself says its text.
	Recognized *Confidence
}

// Page is one page of the file. Start and End are byte offsets in
// Text.Content.
type Page struct {
	// Number counts from 1; it is 0 for a format without pages.
	Number     int
	Start, End int
	// Unreadable says why the page gave no text; it is empty for a page that
	// was read.
	Unreadable string
	// Recognized says how sure OCR was of all words on the page; it is nil where
	// OCR read none.
	Recognized *Confidence
}

// Text is the text of a document. Content is valid UTF-8; blocks are
// separated by blank lines and pages by a form feed; within a block, a line
// break of the file is one "\n".
type Text struct {
	Content string
	Pages   []Page
	Blocks  []Block
	// Links are in the order of the text, and apart.
	Links []Link
	// Notes tell what was repaired, skipped or cut short, in words for the
	// user and without any of the document's text.
	Notes []string
	// Boxes are where the words stand on the pages, in the order of their
	// Start; none for a format without pages.
	Boxes []Box
	// Changes counts the tracked changes that are pending, by their authors.
	Changes []AuthorChanges
}
