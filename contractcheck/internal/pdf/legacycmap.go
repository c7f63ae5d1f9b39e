package pdf

import (
	"strings"

	charset "golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// legacyCMap is a predefined CMap whose codes are those of a national character
// set (ISO 32000-1 table 118).
type legacyCMap struct {
	charset charset.Encoding
	// fixed: all codes have two bytes, without the high bit, as in JIS X 0208.
	fixed bool
	// katakana: the bytes from 0xA0 to 0xDF are codes of their own.
	katakana bool
}

// legacyCMapOf returns the CMap of a name, or nil.
func legacyCMapOf(name string) *legacyCMap {
	stem := strings.TrimSuffix(strings.TrimSuffix(name, "-H"), "-V")
	switch {
	case name == "H" || name == "V":
		return &legacyCMap{charset: japanese.EUCJP, fixed: true}
	case stem == "EUC":
		return &legacyCMap{charset: japanese.EUCJP}
	case strings.Contains(stem, "RKSJ"):
		return &legacyCMap{charset: japanese.ShiftJIS, katakana: true}
	case strings.HasPrefix(stem, "GB"):
		return &legacyCMap{charset: simplifiedchinese.GB18030}
	case strings.HasPrefix(stem, "KSC"):
		return &legacyCMap{charset: korean.EUCKR}
	case strings.Contains(stem, "B5"):
		return &legacyCMap{charset: traditionalchinese.Big5}
	}
	return nil
}

// codeLength returns how many bytes the first code of a string takes.
func (m *legacyCMap) codeLength(s []byte) int {
	c := s[0]
	if !m.fixed && (c < 0x81 || m.katakana && c >= 0xA0 && c <= 0xDF) {
		return 1
	}
	return 2
}

// text returns the text of a code, or "".
func (m *legacyCMap) text(c code) string {
	bytes := []byte{byte(c.value >> 8), byte(c.value)}[2-c.length:]
	if m.fixed {
		bytes = []byte{bytes[0] | 0x80, bytes[len(bytes)-1] | 0x80}
	}
	text, err := m.charset.NewDecoder().Bytes(bytes)
	if err != nil || strings.ContainsRune(string(text), '\uFFFD') {
		return ""
	}
	return string(text)
}
