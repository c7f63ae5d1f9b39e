package charset

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
)

func TestDecode(t *testing.T) {
	tests := []struct {
		name, in, want, note string
	}{
		{"ascii", "plain words", "plain words", ""},
		{"utf-8", "“quoted” § 4", "“quoted” § 4", ""},
		{"utf-8 with mark", "\xEF\xBB\xBFwords", "words", ""},
		{"utf-16 little end", "\xFF\xFEa\x00\x1d\x20", "a”", ""},
		{"utf-16 big end", "\xFE\xFF\x00a\x20\x1d", "a”", ""},
		{"windows-1252", "the \x93Vendor\x94 \x96 \xa7 2", "the “Vendor” – § 2", NoteWindows1252},
		{"damaged utf-8", "“quoted” and “cut\xe2\x80", "“quoted” and “cut\uFFFD", "damaged UTF-8 characters were replaced"},
		{"a stray control byte is still text", strings.Repeat("words ", 50) + "\x00", strings.Repeat("words ", 50) + "\x00", ""},
		{"empty", "", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text, note, err := Decode([]byte(test.in))
			require.NoError(t, err)
			assert.Equal(t, test.want, text)
			assert.Equal(t, test.note, note)
		})
	}
}

func TestDecodeBinary(t *testing.T) {
	for name, data := range map[string][]byte{
		"zeros":              make([]byte, 100),
		"one zero in ten":    bytes.Repeat([]byte("ninechars\x00"), 20),
		"zeros after a mark": append([]byte{0xFF, 0xFE}, make([]byte, 100)...),
	} {
		_, _, err := Decode(data)
		assert.ErrorIs(t, err, extract.ErrFormat, name)
	}
}
