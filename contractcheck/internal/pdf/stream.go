package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"

	"github.com/ledongthuc/pdf"
)

var (
	errStream = errors.New("stream cannot be decoded")
	errObject = errors.New("object cannot be read")
)

// Bounds on what a stream's dictionary may ask for.
const (
	maxFilters = 8
	maxColumns = 1 << 20 // bytes in a row of a predictor
)

// readStream returns the decoded bytes of a stream. Of a stream that breaks
// off it returns the part before and an error that wraps errStream; beyond the
// limits the error wraps extract.ErrTooLarge.
func (d *document) readStream(stream pdf.Value) (data []byte, err error) {
	var out bytes.Buffer
	defer func() {
		if recover() != nil {
			data, err = out.Bytes(), errStream
		}
	}()
	if !decodable(stream) {
		return nil, errStream
	}
	reader := stream.Reader()
	defer reader.Close()
	_, err = io.Copy(&out, &countingReader{reader, d.inflation})
	switch {
	case err == nil, errors.Is(err, zlib.ErrChecksum):
		return out.Bytes(), nil
	case isLimit(err):
		return nil, err
	}
	return out.Bytes(), errStream
}

func decodable(stream pdf.Value) bool {
	if stream.Kind() != pdf.Stream || stream.Key("Filter").Len() > maxFilters {
		return false
	}
	parameters := stream.Key("DecodeParms")
	for i := range max(1, parameters.Len()) {
		p := parameters
		if parameters.Kind() == pdf.Array {
			p = parameters.Index(i)
		}
		if columns := p.Key("Columns").Int64(); columns < 0 || columns > maxColumns {
			return false
		}
	}
	return true
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
