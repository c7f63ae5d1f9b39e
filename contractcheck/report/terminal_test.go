package report

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWrap(t *testing.T) {
	tests := []struct {
		in    string
		width int
		want  []string
	}{
		{"", 10, []string{""}},
		{"one two three", 7, []string{"one two", "three"}},
		{"one two", 3, []string{"one", "two"}},
		{"a longerthanaline b", 6, []string{"a", "longer", "thanal", "ine b"}},
		{"xxxxxxxx", 4, []string{"xxxx", "xxxx"}},
		{"cafe\u0301 au lait", 7, []string{"cafe\u0301 au", "lait"}},
		{"no room", 0, []string{"n", "o", "r", "o", "o", "m"}},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, wrap(tt.in, tt.width), "wrap(%q, %d)", tt.in, tt.width)
	}
}

func TestWrapKeepsEveryWord(t *testing.T) {
	text := strings.Repeat("the quick e\u0301 brown-fox-jumps-over ", 20)
	for width := 1; width < 60; width++ {
		lines := wrap(text, width)
		for _, line := range lines {
			assert.LessOrEqual(t, columns(line), width, "wrap to %d: %q", width, line)
		}
		unbroken := func(s string) string { return strings.Join(strings.Fields(s), "") }
		assert.Equal(t, unbroken(text), unbroken(strings.Join(lines, "")))
	}
}

func TestFit(t *testing.T) {
	assert.Equal(t, "contract.pdf", fit("contract.pdf", 12))
	assert.Equal(t, "contract.p…", fit("contract.pdf", 11))
	assert.Equal(t, "c…", fit("contract.pdf", 1))
}
