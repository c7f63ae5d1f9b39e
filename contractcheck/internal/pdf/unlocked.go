package pdf

import (
	"fmt"
	"slices"

	"github.com/ledongthuc/pdf"
)

// unlocked returns a file as one that opens without a password: as it was given,
// where it does, or a copy whose streams and strings are plain. What the limit on
// inflated bytes leaves out of the copy shows as an empty page.
func (d *document) unlocked(given []byte) []byte {
	if d.locked == nil {
		return given
	}
	streams := slices.DeleteFunc(slices.Clone(d.sealed), func(at placedObject) bool {
		_, lex := d.locked.body(at)
		return !lex.next().is("stream")
	})
	numbers := make([]uint32, len(streams))
	for i, at := range streams {
		numbers[i] = at.number
	}
	if d.attach(d.locked.finish(numbers)) == nil {
		values := d.reader.Trailer().Key(containersKey)
		for i, at := range streams {
			plain, ok := d.enclosed(values, i)
			if !ok {
				continue
			}
			if d.inflation.Take(len(plain)) != nil {
				break
			}
			d.locked.replace(at, d.plainStreamObject(at, plain))
		}
	}
	return d.locked.finish(nil)
}

// enclosed returns the i-th stream of an array, deciphered and still encoded.
func (d *document) enclosed(streams pdf.Value, i int) ([]byte, bool) {
	stream, err := element(streams, i)
	if err != nil {
		return nil, false
	}
	raw, found := d.rawStream(stream)
	filters, known := filtersOf(stream)
	return d.plainStream(stream, raw, filters), found && known
}

// plainStreamObject returns the bytes of a stream object: its dictionary, with
// the strings deciphered and the length mended, and the plain stream.
func (d *document) plainStreamObject(at placedObject, plain []byte) []byte {
	dictionary, lex := d.locked.body(at)
	out := []byte("<<")
	for i := 0; i+1 < len(dictionary.items); i += 2 {
		key, value := dictionary.items[i], dictionary.items[i+1]
		if string(key.bytes) == "Length" {
			continue
		}
		out = append(append(out, lex.data[key.start:key.end]...), ' ')
		out = d.decipher.plainStrings(out, lex.data, value, at.number, at.generation)
	}
	return fmt.Appendf(out, "/Length %d>>\nstream\n%s\nendstream", len(plain), plain)
}
