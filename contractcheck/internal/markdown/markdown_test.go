package markdown

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

var blockCases = []struct {
	name, source string
	want         []string
}{
	{"paragraphs", "one\ntwo\n\nthree", []string{"P one/two", "P three"}},
	{"headings", "# Terms #\ntext\n### 1. Fees {#fees}\nTitle\n=====\nSub\n---", []string{"H1 Terms", "P text", "H3 1. Fees", "H1 Title", "H2 Sub"}},
	{"numbered title underlined", "1\\. Fees\n--------\n\ntext", []string{"H2 1. Fees", "P text"}},
	{"a rule under a long paragraph", "one\ntwo\nthree\n---\nfour", []string{"P one/two/three", "P four"}},
	{"no heading", "#tag\n\n#", []string{"P #tag"}},
	{"list", "- one\n- two\n  wrapped\n* three", []string{"L1 - one", "L1 - two/wrapped", "L1 * three"}},
	{"numbers stay as written", "1. one\n1. two\n7) three", []string{"L1 1. one", "L1 1. two", "L1 7) three"}},
	{"nested", "1. one\n    1. two\n        (a) three\n    2. four\n2. five", []string{"L1 1. one", "L2 1. two", "L3 (a) three", "L2 2. four", "L1 2. five"}},
	{"paragraph in an item", "1. one\n\n   two\n\nthree", []string{"L1 1. one", "P two", "P three"}},
	{"letters of contracts", "The Vendor shall:\n(a) tell; and\n(b) mend.", []string{"P The Vendor shall:", "L (a) tell; and", "L (b) mend."}},
	{"bold section number", "**1.1** Fees are due.\n\n**1.2 Term.** A year.", []string{"L 1.1 Fees are due.", "L 1.2 Term. A year."}},
	{"a year is no item", "It was signed in\n2019. It ends in 2020.", []string{"P It was signed in/2019. It ends in 2020."}},
	{"heading in an item", "1. ## Fees\n   text", []string{"H2 1. Fees", "P text"}},
	{"task list", "- [x] agreed\n- [ ] not", []string{"L1 - [x] agreed", "L1 - [ ] not"}},
	{"table", "| a | **b** |\n|---|:-:|\n| c \\| d | |\n| e\n\ntext", []string{"T a | b", "T c | d", "T e", "P text"}},
	{"table without frame", "a | b\n--|--\nc | d", []string{"T a | b", "T c | d"}},
	{"a bar in text", "this | that\nand more", []string{"P this | that/and more"}},
	{"quote", "> one\n> two\n\n> - three\n\nfour", []string{"P one/two", "L1 - three", "P four"}},
	{"alert", "> [!NOTE]\n> text", []string{"P text"}},
	{"code", "```go\na  b\n\n# c\n```\ntext", []string{"P a  b", "P # c", "P text"}},
	{"code without end", "```\na", []string{"P a"}},
	{"indented text", "text\n\n    indented", []string{"P text", "P indented"}},
	{"rule", "a\n\n---\n\nb\n\n* * *", []string{"P a", "P b"}},
	{"comments", "a <!-- b\n\nc --> d\n\n<!-- e -->", []string{"P a  d"}},
	{"unclosed comment", "a <!-- b", []string{"P a  b"}},
	{"html", "<div align=\"center\"><h2>Title</h2></div>\n\nx <span class='y'>text</span><br>more<script>no</script>", []string{"H2 Title", "P x text/more"}},
	{"html list and table", "<ul><li>a</li><li>b</li></ul><table><tr><td>c</td><td>d</td></tr></table>", []string{"L1 - a", "L1 - b", "T c | d"}},
	{"definitions", "[one][1] and [two] and [three]\n\n[1]: https://example.org \"x\"\n[two]: <https://example.org>", []string{"P one and two and [three]"}},
	{"lines that show nothing", "a\n&nbsp;\n\\\nb", []string{"P a/b"}},
	{"footnote", "text[^1]\n\n[^1]: more", []string{"P text", "P more"}},
}

func TestBlocks(t *testing.T) {
	for _, test := range blockCases {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, extracttest.Show(read(t, test.source)))
		})
	}
}

var inlineCases = []struct{ source, want string }{
	{"**bold**, *italic*, ***both***, _it_, __bo__", "bold, italic, both, it, bo"},
	{"in**ten**tion and snake_case_name and 2 * 3 * 4", "intention and snake_case_name and 2 * 3 * 4"},
	{"**Label:**text and (**“Term”**)", "Label:text and (“Term”)"},
	{"**a *b* c**", "a b c"},
	{"fee of [***] and [***]", "fee of [***] and [***]"},
	{"footnote* here", "footnote* here"},
	{"____________ (name)", "____________ (name)"},
	{`1\. \*no\* \\ C:\dir`, `1. *no* \ C:\dir`},
	{"a\\\nb", "a/b"},
	{"`code *x*` and ``a`b`` and ` open", "code *x* and a`b and ` open"},
	{"[text](https://example.org/a_(b) \"title\") [x](<a b>) [y]()", "text x y"},
	{"[**bold** link](./x) [a [b] c](#d)", "bold link a [b] c"},
	{"[Vendor] (the vendor) and [x] [ ]", "[Vendor] (the vendor) and [x] [ ]"},
	{"[Vendor](\"Provider\") [Library](Licensee)", "[Vendor](\"Provider\") [Library](Licensee)"},
	{"![picture](a.png)text ![](data:image/png;base64,AAAA)", "text"},
	{"<https://example.org> <a@example.org> <Vendor> a < b", "https://example.org a@example.org <Vendor> a < b"},
	{"&amp; &nbsp;&copy; &nosuch; AT&T", "&  © &nosuch; AT&T"},
	{"keep ~~gone *x*~~ ~this~", "keep  ~this~"},
}

func TestInline(t *testing.T) {
	for _, test := range inlineCases {
		assert.Equal(t, test.want, strings.Join(strings.SplitN(extracttest.Show(read(t, test.source))[0], " ", 2)[1:], ""), test.source)
	}
}

func TestNotes(t *testing.T) {
	assert.Equal(t, []string{"front matter left out"}, read(t, "---\ntitle: x\n---\ntext").Notes)
	assert.Equal(t, []string{"struck-through text left out"}, read(t, "a ~~b~~").Notes)
	text := read(t, "---\ntext between rules\n---\nmore")
	assert.Contains(t, text.Content, "text between rules")
	assert.Empty(t, text.Notes)
}

func TestErrors(t *testing.T) {
	tests := []struct {
		name, source string
		limits       extract.Limits
		want         error
	}{
		{"empty", "", extract.Limits{}, extract.ErrNoText},
		{"only marks", "<!-- x -->\n\n---\n\n![x](y.png)\n\n[a]: https://b", extract.Limits{}, extract.ErrNoText},
		{"binary", strings.Repeat("\x00\x01", 50), extract.Limits{}, extract.ErrFormat},
		{"too large", "text", extract.Limits{Bytes: 3}, extract.ErrTooLarge},
	}
	for _, test := range tests {
		_, err := Read(context.Background(), []byte(test.source), test.limits)
		assert.ErrorIs(t, err, test.want, test.name)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Read(ctx, []byte("text"), extract.Limits{})
	assert.ErrorIs(t, err, context.Canceled)
}

// TestHostile repeats what a parser may take quadratic time or deep recursion
// for. The test binary's own limit ends it if it does.
func TestHostile(t *testing.T) {
	size := 1 << 20
	if testing.Short() { // the race detector takes eight times as long
		size >>= 5
	}
	for _, part := range []string{
		"word ", "*a ", "**a", "*a _b ", "a**b_", "[", "[a](", "![](data:", "](", "[a][", "`a``", "<a ", "<!--", "<del>", "<script>x",
		"&", "\\", "> ", "- ", "1. ", "~~a ", "|", "a|", "# ", "```\n", "- a\n ", "(b) x\n", "[^1]", "<a href='", "[a]: b\n", "===\n",
	} {
		source := "x " + strings.Repeat(part, size/len(part))
		text, err := Read(context.Background(), []byte(source), extract.Limits{})
		require.NoError(t, err, part)
		extracttest.AssertSound(t, text)
	}
}

func TestCorpus(t *testing.T) {
	extracttest.Reader(Read).AssertCorpus(t, "gold/docs/*.md", "corpus/vendor/*.md", "corpus/ota/*.md")
}

func FuzzRead(f *testing.F) {
	for _, test := range blockCases {
		f.Add([]byte(test.source))
	}
	for _, test := range inlineCases {
		f.Add([]byte(test.source))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := Read(context.Background(), data, extract.Limits{})
		if err == nil {
			extracttest.AssertSound(t, text)
		}
	})
}

func TestLinks(t *testing.T) {
	tests := []struct {
		source string
		want   []string
	}{
		{`as in [our *privacy* policy](https://example.org/p "Privacy").`, []string{"our privacy policy > https://example.org/p"}},
		{"as in [our policy][p] and [p]\n\n[p]: <https://example.org/p>", []string{"our policy > https://example.org/p", "p > https://example.org/p"}},
		{"- [a](https://example.org/a)\n\n| x | [b](https://example.org/b) |\n", []string{"a > https://example.org/a", "b > https://example.org/b"}},
		{"[![picture](p.png) words](https://example.org/p)", []string{"words > https://example.org/p"}},
		{"[near](terms.md) <https://example.org> [Vendor](Provider)", nil},
		{"shall \uFFFE0\uFFFFnot\uFFFF &#xFFFE;0&#xFFFF; [sell](https://example.org)", []string{"sell > https://example.org"}},
	}
	for _, test := range tests {
		text := read(t, test.source)
		extracttest.AssertSound(t, text)
		assert.Equal(t, test.want, extracttest.Links(text), test.source)
	}
}
