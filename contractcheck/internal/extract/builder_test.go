package extract

import (
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestClean(t *testing.T) {
	tests := []struct{ in, want string }{
		{"plain text", "plain text"},
		{"tab\there, non\u00a0breaking", "tab here, non breaking"},
		{"a\r\nb\rc\fd\u2028e", "a\nb\nc\nd\ne"},
		{"soft\u00adhyphen, zero\u200bwidth, \u202eoverride", "softhyphen, zerowidth, override"},
		{"ﬁle oﬃce ﬂow", "file office flow"},
		{"non\u2011breaking hy\u2010phen", "non-breaking hy-phen"},
		{"nul\x00 and bell\a", "nul and bell"},
		{"bad \xff byte", "bad \ufffd byte"},
		{"“curly” – stays", "“curly” – stays"},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, Clean(tt.in), "%q", tt.in)
		assert.Equal(t, tt.want, Clean(Clean(tt.in)), "%q cleaned twice", tt.in)
	}
}

func TestBuilder(t *testing.T) {
	var b Builder
	b.StartPage(1)
	b.Add(Heading, 1, " Title ")
	b.Add(Paragraph, 0, "\u200b \n") // nothing visible
	b.Add(Paragraph, 0, "First.")
	b.StartPage(2)
	b.FailPage("image of a page, no text")
	b.StartPage(3)
	b.Add(Paragraph, 0, "Second.")
	b.Note("a note")
	text := b.Done()

	assert.Equal(t, "Title\n\nFirst.\f\fSecond.", text.Content)
	require.Len(t, text.Pages, 3)
	assert.Equal(t, "image of a page, no text", text.Pages[1].Unreadable)
	assert.Equal(t, text.Pages[1].Start, text.Pages[1].End)
	require.Len(t, text.Blocks, 3)
	for _, block := range text.Blocks {
		assert.NotContains(t, text.Content[block.Start:block.End], "\f")
	}
	assert.Equal(t, []string{"a note"}, text.Notes)
}

// A block before any page opens one without a number.
func TestBuilderWithoutPages(t *testing.T) {
	var b Builder
	b.Add(Paragraph, 0, "Text.")
	text := b.Done()
	require.Len(t, text.Pages, 1)
	assert.Equal(t, Page{Number: 0, Start: 0, End: 5}, text.Pages[0])
}

func TestInflation(t *testing.T) {
	left := NewInflation(10)
	assert.NoError(t, left.Take(10))
	assert.ErrorIs(t, left.Take(1), ErrTooLarge)
}

// Two readers share one allowance.
func TestInflationReader(t *testing.T) {
	left := NewInflation(10)
	first, err := io.ReadAll(left.Reader(strings.NewReader("123456")))
	require.NoError(t, err)
	assert.Equal(t, "123456", string(first))
	_, err = io.ReadAll(left.Reader(strings.NewReader("12345")))
	assert.ErrorIs(t, err, ErrTooLarge)
}

func TestLimitsDefaults(t *testing.T) {
	l := Limits{Pages: 3}.WithDefaults()
	assert.Equal(t, Limits{Bytes: DefaultLimits.Bytes, Inflated: DefaultLimits.Inflated, Pages: 3, Depth: DefaultLimits.Depth}, l)
}
