package pdf

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"encoding/ascii85"
	"errors"
	"io"

	"github.com/ledongthuc/pdf"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// filter is one step of how a stream was packed (ISO 32000-1 7.4).
type filter struct {
	name string
	predictor
	lateChange bool   // of LZW: EarlyChange is 0
	crypt      string // the name of a crypt filter
}

// Bounds on what a stream's dictionary may ask for.
const (
	maxFilters = 8
	maxColumns = 1 << 20 // bytes in a row of a predictor
)

// filtersOf lists a stream's filters. It reports false for more than one could
// need.
func filtersOf(stream pdf.Value) ([]filter, bool) {
	entry, parameters := stream.Key("Filter"), stream.Key("DecodeParms")
	var names []string
	switch {
	case entry.Kind() != pdf.Array && entry.Name() != "":
		names = []string{entry.Name()}
	case entry.Len() > maxFilters:
		return nil, false
	default:
		for i := range entry.Len() {
			names = append(names, entry.Index(i).Name())
		}
	}
	var filters []filter
	for i, name := range names {
		p := parameters
		if parameters.Kind() == pdf.Array {
			p = parameters.Index(i)
		}
		f := newFilter(name, p)
		if !f.sane() {
			return nil, false
		}
		filters = append(filters, f)
	}
	return filters, true
}

func newFilter(name string, parameters pdf.Value) filter {
	number := func(key string) int { return int(parameters.Key(key).Int64()) }
	return filter{
		name:       name,
		predictor:  predictor{number("Predictor"), number("Colors"), number("BitsPerComponent"), number("Columns")},
		lateChange: parameters.Key("EarlyChange").Kind() == pdf.Integer && number("EarlyChange") == 0,
		crypt:      parameters.Key("Name").Name(),
	}
}

func (f filter) sane() bool {
	return f.columns >= 0 && f.columns <= maxColumns && f.colors >= 0 && f.colors <= 32 && f.bitsPer >= 0 && f.bitsPer <= 16
}

// keepsCipher reports whether the filter says that the stream is not enciphered
// as the others are.
func (f filter) keepsCipher() bool {
	return f.name == "Crypt" && (f.crypt == "" || f.crypt == "Identity")
}

// decode undoes the filters one after the other. It returns what precedes the
// place where one breaks off, with errStream.
func decode(data []byte, filters []filter, inflation *extract.Inflation) ([]byte, error) {
	var broken error
	for _, f := range filters {
		out, err := f.decode(data, inflation)
		if err != nil && !errors.Is(err, errStream) {
			return nil, err
		}
		if err != nil {
			broken = err
		}
		data = out
	}
	if len(filters) == 0 {
		return data, inflation.Take(len(data))
	}
	return data, broken
}

func (f filter) decode(data []byte, inflation *extract.Inflation) ([]byte, error) {
	switch f.name {
	case "FlateDecode", "Fl":
		out, err := inflate(data, inflation)
		return f.undo(out), err
	case "LZWDecode", "LZW":
		out := unpackLZW(data, !f.lateChange, inflation.Left())
		return f.undo(out), inflation.Take(len(out))
	case "ASCIIHexDecode", "AHx":
		lex := lexer{data: data}
		out := lex.hex()
		return out, inflation.Take(len(out))
	case "ASCII85Decode", "A85":
		out, err := unpackASCII85(data)
		return out, errors.Join(err, inflation.Take(len(out)))
	case "RunLengthDecode", "RL":
		out := unpackRuns(data, inflation.Left())
		return out, inflation.Take(len(out))
	case "Crypt":
		return data, nil
	}
	return nil, errStream // an image's, or none that is known
}

// inflate decodes a zlib stream. One without its header or its checksum is
// decoded as well.
func inflate(data []byte, inflation *extract.Inflation) ([]byte, error) {
	data = bytes.TrimLeft(data, "\r\n")
	if len(data) == 0 {
		return nil, nil
	}
	reader, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		reader = flate.NewReader(bytes.NewReader(data[min(2, len(data)):]))
	}
	defer reader.Close()
	var out bytes.Buffer
	_, err = io.Copy(&out, inflation.Reader(reader))
	switch {
	case err == nil, errors.Is(err, zlib.ErrChecksum):
		return out.Bytes(), nil
	case errors.Is(err, extract.ErrTooLarge):
		return nil, err
	}
	return out.Bytes(), errStream
}

// unpackASCII85 decodes up to "~>" (7.4.3).
func unpackASCII85(data []byte) ([]byte, error) {
	data = bytes.TrimPrefix(bytes.TrimLeft(data, "\x00\t\n\f\r "), []byte("<~"))
	data, _, _ = bytes.Cut(data, []byte("~"))
	data = bytes.Map(func(r rune) rune {
		if isSpace(byte(r)) {
			return -1
		}
		return r
	}, data)
	out := make([]byte, 4*len(data)+4)
	n, _, err := ascii85.Decode(out, data, true)
	if err != nil {
		return out[:n], errStream
	}
	return out[:n], nil
}

// unpackRuns decodes runs of bytes (7.4.5), and stops once the output passes a
// number of bytes.
func unpackRuns(data []byte, most int) []byte {
	var out []byte
	for len(data) > 1 && data[0] != 128 && len(out) <= most {
		n := int(data[0])
		if n > 128 {
			out = append(out, bytes.Repeat(data[1:2], 257-n)...)
			data = data[2:]
			continue
		}
		end := min(n+2, len(data))
		out = append(out, data[1:end]...)
		data = data[end:]
	}
	return out
}
