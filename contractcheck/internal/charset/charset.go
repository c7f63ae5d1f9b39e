// Package charset turns the bytes of a text file into a string: UTF-8, UTF-16
// with a byte order mark, or else Windows-1252.
package charset

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// NoteWindows1252 tells the user of a guess that may show in the text.
const NoteWindows1252 = "the text is not valid UTF-8 and was read as Windows-1252"

// Binary data is told from text by the share of bytes that no text holds.
// Text has none of them but for a stray one; the least of the compressed and
// executable files seen has 5 %.
const (
	binaryShare  = 0.02
	binarySample = 64 << 10 // bytes looked at from the start
)

var (
	bomUTF8    = []byte{0xEF, 0xBB, 0xBF}
	bomUTF16LE = []byte{0xFF, 0xFE}
	bomUTF16BE = []byte{0xFE, 0xFF}
)

// Decode returns the text of a file. The note is empty, or says which
// encoding was guessed. The error wraps extract.ErrFormat for binary data.
func Decode(data []byte) (text, note string, err error) {
	switch {
	case bytes.HasPrefix(data, bomUTF16LE), bytes.HasPrefix(data, bomUTF16BE):
		return decodeUTF16(data)
	case IsBinary(data):
		return "", "", fmt.Errorf("%w: binary data, not text", extract.ErrFormat)
	}
	data = bytes.TrimPrefix(data, bomUTF8)
	if utf8.Valid(data) {
		return string(data), "", nil
	}
	if mostlyUTF8(data) {
		return strings.ToValidUTF8(string(data), "\uFFFD"), "damaged UTF-8 characters were replaced", nil
	}
	decoded, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", "", fmt.Errorf("%w: not decodable as Windows-1252", extract.ErrFormat)
	}
	return string(decoded), NoteWindows1252, nil
}

func decodeUTF16(data []byte) (text, note string, err error) {
	decoder := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()
	decoded, err := decoder.Bytes(data)
	if err != nil || IsBinary(decoded) {
		return "", "", fmt.Errorf("%w: binary data, not UTF-16 text", extract.ErrFormat)
	}
	return string(decoded), "", nil
}

// IsBinary reports whether data without a byte order mark is no text.
func IsBinary(data []byte) bool {
	sample := data[:min(len(data), binarySample)]
	odd := 0
	for _, c := range sample {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' && c != '\b' && c != 0x1b || c == 0x7f {
			odd++
		}
	}
	return odd > int(binaryShare*float64(len(sample)))
}

// mostlyUTF8 reports whether invalid data is UTF-8 with some damage: it has
// more valid characters beyond ASCII than invalid bytes.
func mostlyUTF8(data []byte) bool {
	valid, invalid := 0, 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			invalid++
		case size > 1:
			valid++
		}
		data = data[size:]
	}
	return valid > invalid
}
