package extract

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// placed returns words of these lengths that stand in one line, each 10 wide
// and 1 apart.
func placed(lengths ...int32) []Word {
	words := make([]Word, len(lengths))
	for i, n := range lengths {
		x := float32(11 * i)
		words[i] = Word{Place{Rect: Rect{x, 700, x + 10, 710}, GoesOn: i > 0}, n}
	}
	return words
}

func TestAddBoxed(t *testing.T) {
	tests := []struct {
		name, text string
		words      []Word
		want       []string
	}{
		{"words", " The vendor\nkeeps ", placed(3, 6, 5), []string{"The", "vendor", "keeps"}},
		{"a word of two lines", "confidential data", placed(3, 9, 4), []string{"con", "fidential", "data"}},
		{"what Clean changes", "ﬁle\u00a0non\u2011public \u200bwidth\ufb06 \xff", placed(4, 10, 7, 3), []string{"file", "non-public", "widthst", "\ufffd"}},
		{"a word with a blank in it", "a b c", placed(2, 1), []string{"a b", "c"}},
		{"signs between cells", "Logs | 7 days", []Word{placed(4)[0], {Length: 1}, placed(1)[0], placed(4)[0]}, []string{"Logs", "7", "days"}},
		{"no length", "The vendor", placed(3, 0, 6), []string{"The", "vendor"}},
		{"more words than text", "The", placed(3, 6, 5), []string{"The"}},
		{"longer words than text", "The", placed(30), []string{"The"}},
		{"fewer words than text", "The vendor keeps", placed(3), []string{"The"}},
		{"nothing visible", "\u200b", placed(3), nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var b Builder
			b.StartPage(1)
			b.Add(Heading, 0, "Title")
			b.AddBoxed(Paragraph, 0, tt.text, tt.words)
			text := b.Done()
			var got []string
			for _, box := range text.Boxes {
				got = append(got, text.Content[box.Start:box.End])
				assert.Equal(t, int32(1), box.Page)
			}
			assert.Equal(t, tt.want, got)
		})
	}
}

// The numbers of a hostile file may be anything.
func TestUnsoundRect(t *testing.T) {
	infinite, none := float32(math.Inf(1)), float32(math.NaN())
	for _, r := range []Rect{{}, {none, 0, 1, 1}, {0, 0, 1, none}, {0, -infinite, 1, 1}, {0, 0, infinite, 1}, {2, 0, 1, 1}, {0, 2, 1, 1}} {
		var b Builder
		b.StartPage(1)
		b.AddBoxed(Paragraph, 0, "word", []Word{{Place{Rect: r}, 4}})
		assert.Empty(t, b.Done().Boxes, "%v", r)
	}
}

func TestLength(t *testing.T) {
	for text, want := range map[string]int32{"": 0, "a": 1, " ": 0, "word": 4, "a b": 2, "\u00a0": 0, "é": 2, "ﬃ": 3, "\u00ad": 0, "\x7f": 0, "\xff": 3} {
		assert.Equal(t, want, Length(text), "%q", text)
	}
}

func TestPlacesOf(t *testing.T) {
	var b Builder
	b.StartPage(1)
	b.AddBoxed(Paragraph, 0, "one two\nthree", append(placed(3, 3), placed(5)...))
	b.StartPage(2)
	over := Word{Place{Rect: Rect{50, 0, 60, 10}, Page: 1}, 2}
	b.AddBoxed(Paragraph, 0, "broken word", append([]Word{over}, placed(4, 4)...))
	text := b.Done()
	assert.Equal(t, "one two\nthree\fbroken word", text.Content)

	first, both, second := Rect{0, 700, 10, 710}, Rect{0, 700, 21, 710}, Rect{11, 700, 21, 710}
	tests := []struct {
		start, end int
		want       string
	}{
		{0, 3, fmt.Sprint(1, first)},
		{0, 7, fmt.Sprint(1, both)},
		{4, 7, fmt.Sprint(1, second)},
		{2, 5, fmt.Sprint(1, both)}, // cuts both words
		{3, 4, ""},                  // the blank
		{0, 13, fmt.Sprint(1, both, 1, first)},
		{14, 25, fmt.Sprint(1, over.Rect, 2, both)},
		{16, 25, fmt.Sprint(2, both)},
		{0, 1000, fmt.Sprint(1, both, 1, first, 1, over.Rect, 2, both)},
		{5, 5, ""},
		{7, 3, ""},
		{-5, 0, ""},
		{1000, 2000, ""},
	}
	for _, tt := range tests {
		var got []any
		for _, p := range text.PlacesOf(tt.start, tt.end) {
			got = append(got, p.Page, p.Rect)
		}
		assert.Equal(t, tt.want, fmt.Sprint(got...), "%d to %d", tt.start, tt.end)
	}
	assert.Empty(t, (&Text{Content: "text"}).PlacesOf(0, 4))
}
