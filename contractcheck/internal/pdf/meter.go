package pdf

import (
	"errors"
	"io"
)

// meter is the file as the object layer reads it. It bounds the bytes that are
// read in all, because the object layer parses an object anew at each access:
// without a bound, a file could keep it busy for ever.
type meter struct {
	data []byte
	left int64
}

// The allowance of a file: a constant share, for the chunks of 4 kB that even
// the smallest object takes, and one that grows with the size.
const (
	meterBase    = 2 << 30
	meterPerByte = 16
)

var errMeter = errors.New("file read too often")

func newMeter(data []byte) *meter {
	return &meter{data: data, left: meterBase + meterPerByte*int64(len(data))}
}

func (m *meter) ReadAt(p []byte, offset int64) (int, error) {
	if offset < 0 || offset >= int64(len(m.data)) {
		return 0, io.EOF
	}
	n := copy(p, m.data[offset:])
	if m.left -= int64(n); m.left < 0 {
		return 0, errMeter
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}
