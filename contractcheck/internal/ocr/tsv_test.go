package ocr

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// table writes a table of words; blanks in a row stand for tabs.
func table(rows ...string) string {
	var out strings.Builder
	out.WriteString(header + "\n")
	for _, r := range rows {
		out.WriteString(strings.ReplaceAll(r, " ", "\t") + "\n")
	}
	return out.String()
}

const pageRow = "1 1 0 0 0 0 0 0 2550 3300 -1 "

func TestParse(t *testing.T) {
	page, err := parse([]byte(table(pageRow,
		"2 1 1 0 0 0 300 300 900 50 -1 ",
		"5 1 1 1 1 1 300 300 150 50 96.5 The",
		"5 1 1 1 1 2 500 300 300 50 40 Ven\ufffedor\uffff",
		"5 1 1 1 1 3 850 300 10 50 95  ", // the blank is the word: no word
		"5 1 1 1 2 1 300 400 150 50 101 shall",
		"5 1 2 1 1 1 300 600 150 50 -1 not")), 300)
	require.NoError(t, err)
	assert.Equal(t, 792.0, page.Height)
	assert.Empty(t, page.Failed)
	require.Len(t, page.Lines, 3)
	assert.Equal(t, extract.RecognizedLine{Region: 1, Words: []extract.RecognizedWord{
		{Text: "The", Left: 72, Top: 72, Right: 108, Bottom: 84, Confidence: 96.5},
		{Text: "Vendor", Left: 120, Top: 72, Right: 192, Bottom: 84, Confidence: 40},
	}}, page.Lines[0])
	assert.Equal(t, 100.0, page.Lines[1].Words[0].Confidence, "a confidence beyond its range is at its end")
	assert.Equal(t, 2, page.Lines[2].Region)
	assert.Zero(t, page.Lines[2].Words[0].Confidence)
}

func TestParseBlankPage(t *testing.T) {
	page, err := parse([]byte(table(pageRow)), 300)
	require.NoError(t, err)
	assert.Empty(t, page.Lines)
}

func TestParseTakesWindowsLineEnds(t *testing.T) {
	page, err := parse([]byte(strings.ReplaceAll(table(pageRow, "5 1 1 1 1 1 1 1 1 1 90 word"), "\n", "\r\n")), 300)
	require.NoError(t, err)
	assert.Equal(t, "word", page.Lines[0].Words[0].Text)
}

// Damaged tables are refused, and the error quotes none of their words.
func TestParseRefuses(t *testing.T) {
	for name, damaged := range map[string]string{
		"nothing":             "",
		"another program":     "secret words\nand more",
		"no page":             table("5 1 1 1 1 1 1 1 1 1 90 secret"),
		"a row cut short":     table(pageRow, "5 1 1 1 1 1 1 secret"),
		"a word without text": table(pageRow, "5 1 1 1 1 1 1 1 1 1 90"),
		"a negative number":   table(pageRow, "5 1 1 1 1 1 -1 1 1 1 90 secret"),
		"a huge number":       table(pageRow, "5 1 1 1 1 1 99999999999 1 1 1 90 secret"),
		"no number":           table(pageRow, "5 1 1 1 1 one 1 1 1 1 90 secret"),
		"no confidence":       table(pageRow, "5 1 1 1 1 1 1 1 1 1 NaN secret"),
	} {
		page, err := parse([]byte(damaged), 300)
		assert.Error(t, err, name)
		assert.Nil(t, page, name)
		if err != nil {
			assert.NotContains(t, err.Error(), "secret", name)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(table(pageRow, "5 1 1 1 1 1 300 300 150 50 96.5 The", "5 1 2 1 1 1 300 600 150 50 -1 not")))
	f.Add([]byte(table(pageRow, "4 1 1 1 1 0 300 300 150 50 -1", "5 1 1 1 1 1 1 1 1 1 1e400 x")))
	f.Add([]byte("level\t\xff\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		page, err := parse(data, 300)
		if err != nil {
			return
		}
		require.Positive(t, page.Height)
		for _, l := range page.Lines {
			require.NotEmpty(t, l.Words)
			for _, w := range l.Words {
				require.NotEmpty(t, w.Text)
				require.True(t, w.Confidence >= 0 && w.Confidence <= 100)
				require.True(t, 0 <= w.Left && w.Left <= w.Right && 0 <= w.Top && w.Top <= w.Bottom)
			}
		}
	})
}
