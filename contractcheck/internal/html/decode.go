package html

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	text "example.org/contractcheck/contractcheck/internal/charset"
	"example.org/contractcheck/contractcheck/internal/extract"
)

// decode returns the page in UTF-8. What is valid UTF-8 beyond ASCII is UTF-8
// whatever the page declares; else the byte order mark or the declaration in
// its first 1,024 bytes holds, and Windows-1252 where there is none (HTML
// Standard 13.2.3.2).
func decode(data []byte) ([]byte, error) {
	encoding, name, certain := charset.DetermineEncoding(data, "")
	if !certain && text.IsBinary(data) {
		return nil, fmt.Errorf("%w: binary data, not HTML", extract.ErrFormat)
	}
	if name == "utf-8" || !certain && utf8.Valid(data) {
		return bytes.TrimPrefix(data, []byte("\uFEFF")), nil
	}
	decoded, err := encoding.NewDecoder().Bytes(data)
	if err != nil {
		return nil, fmt.Errorf("%w: the page is not in its declared encoding", extract.ErrFormat)
	}
	return decoded, nil
}
