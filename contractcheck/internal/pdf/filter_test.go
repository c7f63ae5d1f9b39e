package pdf

import (
	"bytes"
	"compress/flate"
	"compress/lzw"
	"encoding/ascii85"
	"encoding/hex"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
)

func TestDecode(t *testing.T) {
	const text = "no disclosure, no disclosure"
	var bare bytes.Buffer
	w, err := flate.NewWriter(&bare, 6)
	require.NoError(t, err)
	_, err = w.Write([]byte(text))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	packed := string(deflate(t, []byte(text)))
	letters := make([]byte, ascii85.MaxEncodedLen(len(text)))
	letters = letters[:ascii85.Encode(letters, []byte(text))]
	tests := []struct {
		name, data string
		filters    []filter
		want       string
		broken     bool
	}{
		{"none", text, nil, text, false},
		{"zlib", packed, []filter{{name: "FlateDecode"}}, text, false},
		{"zlib with a wrong checksum", packed[:len(packed)-1] + "x", []filter{{name: "Fl"}}, text, false},
		{"deflate behind a wrong header", "??" + bare.String(), []filter{{name: "FlateDecode"}}, text, false},
		{"zlib that breaks off", packed[:len(packed)-8], []filter{{name: "FlateDecode"}}, "no disclosure, ", true},
		{"hexadecimal", hex.EncodeToString([]byte(text)) + ">", []filter{{name: "ASCIIHexDecode"}}, text, false},
		{"base 85", "<~" + string(letters[:8]) + "\n" + string(letters[8:]) + "~>", []filter{{name: "A85"}}, text, false},
		{"base 85 that is none", "{{{~>", []filter{{name: "A85"}}, "", true},
		{"runs", "\x02no \xfda\x80rest", []filter{{name: "RunLengthDecode"}}, "no aaaa", false},
		{"runs that break off", "\x05no", []filter{{name: "RL"}}, "no", false},
		{"two filters", hex.EncodeToString([]byte(packed)), []filter{{name: "AHx"}, {name: "FlateDecode"}}, text, false},
		{"rows", "\x02abc\x02\x01\x01\x01", []filter{{name: "Crypt", predictor: predictor{}}}, "\x02abc\x02\x01\x01\x01", false},
		{"an image's", text, []filter{{name: "DCTDecode"}}, "", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := decode([]byte(tt.data), tt.filters, extract.NewInflation(1000))
			if tt.broken {
				assert.ErrorIs(t, err, errStream)
				assert.True(t, strings.HasPrefix(tt.want, string(got[:min(len(got), len(tt.want))])))
				return
			}
			require.NoError(t, err)
			assert.Equal(t, tt.want, string(got))
		})
	}
}

func TestDecodeKeepsTheLimit(t *testing.T) {
	long := bytes.Repeat([]byte("a"), 5000)
	var packed bytes.Buffer
	w := lzw.NewWriter(&packed, lzw.MSB, 8)
	_, err := w.Write(long)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	for name, data := range map[string][]byte{
		"FlateDecode": deflate(t, long), "LZWDecode": packed.Bytes(), "RunLengthDecode": bytes.Repeat([]byte("\x81a"), 40),
		"ASCIIHexDecode": bytes.Repeat([]byte("61"), 5000),
	} {
		_, err := decode(data, []filter{{name: name, lateChange: true}}, extract.NewInflation(1000))
		assert.ErrorIs(t, err, extract.ErrTooLarge, name)
	}
}

// The writer of package lzw changes the width of codes as late as it may.
func TestUnpackLZW(t *testing.T) {
	text := strings.Repeat("The vendor keeps no record of what a patron reads. ", 3)
	for i := range 3000 {
		text += string(rune('a'+i*i%26)) + string(rune('a'+i%7))
	}
	var packed bytes.Buffer
	w := lzw.NewWriter(&packed, lzw.MSB, 8)
	_, err := w.Write([]byte(text))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	assert.Equal(t, text, string(unpackLZW(packed.Bytes(), false, len(text))))
	// The example of ISO 32000-1 7.4.4.2.
	early := []byte{0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01}
	assert.Equal(t, []byte{45, 45, 45, 45, 45, 65, 45, 45, 45, 66}, unpackLZW(early, true, 100))
	assert.Empty(t, unpackLZW([]byte{0xff, 0xff, 0xff}, true, 100), "codes without an entry")
}

func TestPredictor(t *testing.T) {
	tests := []struct {
		name string
		predictor
		data, want string
	}{
		{"none", predictor{kind: 1, columns: 3}, "abc", "abc"},
		{"up", predictor{kind: 12, columns: 3}, "\x00abc\x02\x01\x01\x01", "abcbcd"},
		{"left in pixels of three", predictor{kind: 11, colors: 3, columns: 2}, "\x01abc\x01\x01\x01", "abcbcd"},
		{"a row that breaks off", predictor{kind: 12, columns: 3}, "\x00abc\x02\x01", "abc"},
		{"differences", predictor{kind: 2, columns: 3}, "a\x01\x01b\x01\x01", "abcbcd"},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, string(tt.undo([]byte(tt.data))), tt.name)
	}
}
