package language

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestBlank(t *testing.T) {
	tests := []struct {
		sentence string
		want     bool
	}{
		{"Vendor shall *delete* patron data by ______.", true},
		{"Vendor shall *delete* patron data by [date].", true},
		{"Vendor shall *delete* patron data by {Deletion.Date}.", true},
		{"Vendor shall *delete* patron data by [ ].", true},
		{"Vendor shall *delete* patron data.", false},
		{"Vendor shall *delete* patron data [3].", false},
		{"[V]endor shall *delete* patron data.", false},
		{"Vendor shall *delete* patron data [sic.", false},
		{"Vendor shall *delete* patron data; fees are due by [date].", false},
	}
	for _, tt := range tests {
		a, r := readMarked(t, tt.sentence)
		assert.Equal(t, tt.want, a.Blank(&r, a.text), "%q", tt.sentence)
	}
}

func TestBracketBlank(t *testing.T) {
	for s, want := range map[string]bool{
		"[x y]": true, "[]": true, "[●]": true, "[12]": false, "[4.2]": false, "[a]": false, "[12] [date]": true,
		"no": false, "]x[": false, "[open": false, strings.Repeat("[1]", 1000): false, strings.Repeat("[", 1000): false,
	} {
		assert.Equal(t, want, bracketBlank(s, '[', ']'), "%.20q", s)
	}
}
