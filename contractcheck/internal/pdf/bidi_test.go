package pdf

import (
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
		var cuts []int
		for i := range tt.shown {
			cuts = append(cuts, i)
		}
		assert.Equal(t, tt.want, readable(tt.shown, cuts), tt.name)
	}
	// A glyph of two letters keeps their order.
	assert.Equal(t, "سلا", readable("لاس", []int{0, len("لا")}))
}
