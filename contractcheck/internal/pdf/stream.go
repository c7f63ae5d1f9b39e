package pdf

import (
	"bytes"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"
)

var (
	errStream = errors.New("stream cannot be decoded")
	errObject = errors.New("object cannot be read")
)

// readStream returns the decoded bytes of a stream. Of a stream that breaks
// off it returns the part before and an error that wraps errStream; beyond the
// limits the error wraps extract.ErrTooLarge.
func (d *document) readStream(stream pdf.Value) (data []byte, err error) {
	defer func() {
		if recover() != nil {
			err = errStream
		}
	}()
	raw, ok := d.rawStream(stream)
	if !ok {
		return nil, errStream
	}
	filters, ok := filtersOf(stream)
	if !ok {
		return nil, errStream
	}
	return decode(d.plainStream(stream, raw, filters), filters, d.inflation)
}

// rawStream returns the bytes between "stream" and "endstream". The object
// layer tells where a stream begins in its textual form only; its length, which
// the dictionary states, is often wrong in files that were edited by hand.
func (d *document) rawStream(stream pdf.Value) ([]byte, bool) {
	start, ok := streamOffset(stream)
	if !ok || start < 0 || start > len(d.file) {
		return nil, false
	}
	rest := d.file[start:]
	if v, err := entry(stream, "Length"); err == nil && v.Kind() == pdf.Integer {
		if n := v.Int64(); n >= 0 && n <= int64(len(rest)) && endsStream(rest[n:]) {
			return rest[:n], true
		}
	}
	d.note(noteLength)
	return rest[:searchEnd(rest)], true
}

func streamOffset(stream pdf.Value) (int, bool) {
	if stream.Kind() != pdf.Stream {
		return 0, false
	}
	text := stream.String()
	offset, err := strconv.Atoi(text[strings.LastIndexByte(text, '@')+1:])
	return offset, err == nil
}

// maxStreamEnd is how many bytes of white space may precede "endstream".
const maxStreamEnd = 8

// endsStream reports whether the bytes behind a stream are its end.
func endsStream(rest []byte) bool {
	rest = rest[:min(len(rest), maxStreamEnd+len("endstream"))]
	rest = bytes.TrimLeft(rest, "\x00\t\n\f\r ")
	return bytes.HasPrefix(rest, []byte("endstream")) || bytes.HasPrefix(rest, []byte("endobj"))
}

// searchEnd returns the length of a stream whose dictionary does not tell it.
func searchEnd(rest []byte) int {
	end := bytes.Index(rest, []byte("endstream"))
	if end < 0 {
		end = bytes.Index(rest, []byte("endobj"))
	}
	if end < 0 {
		end = len(rest)
	}
	for range 2 { // the line end before the word is not of the stream
		if end > 0 && (rest[end-1] == '\r' || rest[end-1] == '\n') {
			end--
		}
	}
	return end
}

// plainStream deciphers a stream. What was taken out of object streams is plain
// already.
func (d *document) plainStream(stream pdf.Value, raw []byte, filters []filter) []byte {
	if d.decipher == nil || slices.ContainsFunc(filters, filter.keepsCipher) {
		return raw
	}
	start, _ := streamOffset(stream)
	if number, generation, ok := d.sealed.at(start); ok {
		return d.decipher.stream(number, generation, raw)
	}
	return raw
}

// element returns an array's i-th value; the object layer panics on one that
// is damaged.
func element(array pdf.Value, i int) (v pdf.Value, err error) {
	defer func() {
		if recover() != nil {
			err = errObject
		}
	}()
	return array.Index(i), nil
}

// entry returns a dictionary's value, or an error as element does.
func entry(dictionary pdf.Value, key string) (v pdf.Value, err error) {
	defer func() {
		if recover() != nil {
			err = errObject
		}
	}()
	return dictionary.Key(key), nil
}
