package pdf

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestReadable(t *testing.T) {
	tests := []struct{ name, shown, want string }{
		{"left to right", "abc 12", "abc 12"},
		{"Hebrew", "םולש", "שלום"},
		{"Hebrew with a number", "01001 הקלחמ", "מחלקה 01001"},
		{"Hebrew with a name", "לש IBM םולש", "שלום IBM של"},
		{"a word in English", "the word םולש here", "the word שלום here"},
		{"words in English", "say בוט םולש to her", "say שלום טוב to her"},
		{"Arabic", "ابحرم", "مرحبا"},
		{"accents", "né à Łódź", "né à Łódź"},
		{"nothing", "", ""},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, toRead(strings.Split(tt.shown, "")...), tt.name)
	}
	// A glyph of two letters keeps their order.
	assert.Equal(t, "سلا", toRead("لا", "س"))
}

// toRead returns the text of glyphs in the order in which they are read.
func toRead(shown ...string) string {
	glyphs := glyphsOf(shown...)
	sortToRead(glyphs)
	return newPhrase(glyphs).text
}

func glyphsOf(texts ...string) []glyph {
	glyphs := make([]glyph, len(texts))
	for i, text := range texts {
		glyphs[i].text = text
	}
	return glyphs
}
