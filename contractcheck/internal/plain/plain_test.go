package plain

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/charset"
	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

var blockCases = []struct {
	name, source string
	want         []string
}{
	{"paragraphs", "one\n\ntwo\n \n\nthree", []string{"P one", "P two", "P three"}},
	{"wrapped lines stay together", "The Vendor keeps all\npatron data secret.\n\nFees are due.", []string{"P The Vendor keeps all/patron data secret.", "P Fees are due."}},
	{"windows line ends", "one\r\ntwo\r\n\r\nthree\r", []string{"P one/two", "P three"}},
	{"items in wrapped text", "The Vendor shall:\n(a) tell the Library;\n    and its patrons; and\n(b) mend it.", []string{"P The Vendor shall:", "L (a) tell the Library;/and its patrons; and", "L (b) mend it."}},
	{"numbered sections", "1.1 Fees are due on\nthe first.\n1.2 Fees do not rise.", []string{"L2 1.1 Fees are due on/the first.", "L2 1.2 Fees do not rise."}},
	{"a reference is no section", "The duties of Section\n4.2 outlive the term.", []string{"P The duties of Section/4.2 outlive the term."}},
	{"bullets", "• one\n• two\n- three,\n- four", []string{"L • one", "L • two", "L - three,", "L - four"}},
	{"headings", "TERM AND TERMINATION\n\nThe term is a year.\n\n2. Fees\n\nFees are due.", []string{"H TERM AND TERMINATION", "P The term is a year.", "H1 2. Fees", "P Fees are due."}},
	{"heading right above its text", "2. Fees\nThe Library pays the fees on the first day.", []string{"H1 2. Fees", "P The Library pays the fees on the first day."}},
	{"address", "Capital Library\n12 Main Street\nSuite 7", []string{"P Capital Library/12 Main Street/Suite 7"}},
	{"page numbers", "one\n\n- 2 -\n\ntwo\n\nPage 3 of 10\n\n14\n\n2024", []string{"P one", "M - 2 -", "P two", "M Page 3 of 10", "M 14", "P 2024"}},
	{"vertical tabs", "a\v\vb", []string{"P a/b"}},
	{"a number within text", "for a term of\n12\nmonths", []string{"P for a term of/12/months"}},
}

func TestBlocks(t *testing.T) {
	for _, test := range blockCases {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, extracttest.Show(read(t, test.source)))
		})
	}
}

func TestPages(t *testing.T) {
	tests := []struct {
		name, source string
		want         []string
		first        int
	}{
		{"none", "one\n\ntwo", []string{"one\n\ntwo"}, 0},
		{"form feeds", "one\ftwo\n\f\fthree\n", []string{"one", "two", "", "three"}, 1},
		{"a form feed at the end", "one\ftwo\f\n", []string{"one", "two"}, 1},
		{"only at the end", "one\n\f", []string{"one"}, 0},
	}
	for _, test := range tests {
		text := read(t, test.source)
		var got []string
		for i, page := range text.Pages {
			got = append(got, text.Content[page.Start:page.End])
			assert.Equal(t, test.first+i*min(test.first, 1), page.Number, test.name)
		}
		assert.Equal(t, test.want, got, test.name)
	}
}

func TestPageLimit(t *testing.T) {
	text, err := Read(context.Background(), []byte("a\fb\fc\fd"), extract.Limits{Pages: 2})
	require.NoError(t, err)
	require.Len(t, text.Pages, 3)
	assert.Equal(t, "a\fb\f", text.Content)
	assert.Equal(t, "only the first 2 pages are read", text.Pages[2].Unreadable)
}

func TestNotes(t *testing.T) {
	assert.Equal(t, []string{charset.NoteWindows1252}, read(t, "the \x93Vendor\x94").Notes)
	assert.Empty(t, read(t, "the “Vendor”").Notes)
}

func TestErrors(t *testing.T) {
	tests := []struct {
		name   string
		data   string
		limits extract.Limits
		want   error
	}{
		{"empty", "", extract.Limits{}, extract.ErrNoText},
		{"blank", " \n\f\n\u200b\n", extract.Limits{}, extract.ErrNoText},
		{"binary", strings.Repeat("\x00\x01\x02", 50), extract.Limits{}, extract.ErrFormat},
		{"too large", "text", extract.Limits{Bytes: 3}, extract.ErrTooLarge},
	}
	for _, test := range tests {
		_, err := Read(context.Background(), []byte(test.data), test.limits)
		assert.ErrorIs(t, err, test.want, test.name)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Read(ctx, []byte("text"), extract.Limits{})
	assert.ErrorIs(t, err, context.Canceled)
}

func TestHostile(t *testing.T) {
	for name, source := range map[string]string{
		"long line":          strings.Repeat("word ", 2<<20),
		"many lines":         strings.Repeat("word\n", 1<<20),
		"many form feeds":    "x" + strings.Repeat("\f", 4<<20) + "y",
		"marks without text": "see (a) and\n" + strings.Repeat("(b) x\n", 200_000),
		"invalid utf-8":      "“a” “b”\xff“c”",
	} {
		text, err := Read(context.Background(), []byte(source), extract.Limits{})
		require.NoError(t, err, name)
		extracttest.AssertSound(t, text)
	}
}

func TestCorpus(t *testing.T) {
	extracttest.Reader(Read).AssertCorpus(t, "gold/docs/*.txt", "corpus/vendor/*.txt", "corpus/cuad/*.txt")
}

func FuzzRead(f *testing.F) {
	for _, test := range blockCases {
		f.Add([]byte(test.source))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := Read(context.Background(), data, extract.Limits{})
		if err != nil {
			return
		}
		extracttest.AssertSound(t, text)
		// No visible character of valid text is lost.
		if source, note, err := charset.Decode(data); err == nil && note == "" && len(text.Pages) < 5000 {
			require.Equal(t, visible(source), visible(text.Content))
		}
	})
}

// visible returns the text without any space.
func visible(s string) string { return strings.Join(strings.Fields(extract.Clean(s)), "") }
