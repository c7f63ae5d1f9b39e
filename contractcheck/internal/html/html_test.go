package html

import (
	"bytes"
	"context"
	"fmt"
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
	{"paragraphs", "<p>one\n two</p><p>three", []string{"P one two", "P three"}},
	{"loose text and divs", "a<div>b<div>c</div>d</div>e", []string{"P a", "P b", "P c", "P d", "P e"}},
	{"headings", "<h1>Title</h1><h3>Sub <em>title</em></h3><div role=heading aria-level=4>Own</div>", []string{"H1 Title", "H3 Sub title", "H4 Own"}},
	{"inline elements join", "<p>pri<b>va</b>cy <a href=x>policy</a></p>", []string{"P privacy policy"}},
	{"line break", "<p>a<br>b<br><br>c</p>", []string{"P a/b/c"}},
	{"entities", "<p>&ldquo;A&rdquo; &amp; B&nbsp;C &lt;D&gt;</p>", []string{"P “A” & B C <D>"}},
	{"bullets", "<ul><li>a<li>b<ul><li>c</ul>d</ul>", []string{"L1 • a", "L1 • b", "L2 • c", "P d"}},
	{"numbers", "<ol start=3><li>a<li value=7>b<li>c</ol>", []string{"L1 3. a", "L1 7. b", "L1 8. c"}},
	{"letters", "<ol type=a><li>a<li>b</ol><ol style='list-style-type: lower-roman'><li>c<li>d</ol>", []string{"L1 a. a", "L1 b. b", "L1 i. c", "L1 ii. d"}},
	{"reversed", "<ol reversed><li>a<li>b</ol>", []string{"L1 2. a", "L1 1. b"}},
	{"no marks", "<ol style='list-style-type:none'><li>1.1 a</ol>", []string{"L1 1.1 a"}},
	{"paragraphs in an item", "<ol><li><p>a</p><p>b</p></ol>", []string{"L1 1. a", "P b"}},
	{"heading in an item", "<ol><li><h3>Fees</h3>text</ol>", []string{"H3 1. Fees", "P text"}},
	{"item outside of a list", "<li>a", []string{"L1 • a"}},
	{"table", "<table><thead><tr><th>a<th>b</thead><tr><td>c<br>d<td><tr><td><td>e</table>", []string{"T a | b", "T c/d", "T | e"}},
	{"paragraphs in cells", "<table><tr><td><p>a<p>b<td>c</table>", []string{"T a/b | c"}},
	{"layout table", "<table><tr><td><h2>T</h2><p>a</p><td>b</table>", []string{"H2 T", "P a", "P b"}},
	{"nested table", "<table><tr><td>x<table><tr><td>a<td>b</table></table>", []string{"P x", "T a | b"}},
	{"page parts", "<header>H</header><nav><ul><li>N</ul></nav><main><header>T</header><p>a</main><footer>F</footer>", []string{"M H", "M • N", "P T", "P a", "M F"}},
	{"preformatted", "<pre>a  b\n\n  c</pre>", []string{"P a  b/  c"}},
	{"definition list", "<dl><dt>Term<dd>means</dl>", []string{"P Term", "P means"}},
	{"deleted", "<p>shall <del>not </del><ins>never </ins>sell</p>", []string{"P shall never sell"}},
	{"white space between blocks", "<div>\n <p>a</p>\n\n <p>b</p>\n</div>", []string{"P a", "P b"}},
}

func TestBlocks(t *testing.T) {
	for _, test := range blockCases {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, extracttest.Show(read(t, test.source)))
		})
	}
}

func TestLinks(t *testing.T) {
	tests := []struct {
		source string
		want   []string
	}{
		{`<p>as in <a href="https://example.org/p">our <b>privacy</b> policy</a>.`, []string{"our privacy policy > https://example.org/p"}},
		{`<table><tr><td>a<td><a href="https://example.org/p">b</a></table>`, []string{"b > https://example.org/p"}},
		{`<ol><li><a href="https://example.org/p">c</a></ol><pre><a href="https://example.org/q">d  e</a></pre>`, []string{"c > https://example.org/p", "d  e > https://example.org/q"}},
		{`<a href="/p">near</a> <a name="x">here</a> <a href="mailto:a@example.org">mail</a>`, nil},
		{`<p>shall &#xFFFE;0&#xFFFF;not&#xFFFF; <a href="https://example.org">sell</a>`, []string{"sell > https://example.org"}},
	}
	for _, test := range tests {
		text := read(t, test.source)
		extracttest.AssertSound(t, text)
		assert.Equal(t, test.want, extracttest.Links(text), test.source)
	}
	assert.Equal(t, "shall 0not sell", read(t, "<p>shall \uFFFE0\uFFFFnot\uFFFF sell").Content)
}

func TestUnseen(t *testing.T) {
	for _, unseen := range []string{
		"<script>x</script>", "<style>x</style>", "<template><p>x</template>", "<noscript>x</noscript>", "<title>x</title>",
		"<p hidden>x</p>", "<div style='color:red; DISPLAY : none'>x</div>", "<span style='visibility:hidden'>x</span>",
		"<span style='display:none !important'>x</span>", "<span aria-hidden=true>x</span>", "<!-- x -->", "<svg><text>x</text></svg>",
		"<select><option>x</select>", "<textarea>x</textarea>", "<button>x</button>", "<dialog>x</dialog>", "<iframe>x</iframe>",
	} {
		assert.Equal(t, []string{"P seen"}, extracttest.Show(read(t, "<p>seen</p>"+unseen)), unseen)
	}
	for _, seen := range []string{
		"<div style='display:block'>x</div>", "<p aria-hidden=false>x</p>", "<details>x</details>", "<dialog open>x</dialog>", "<p class=hidden>x</p>",
	} {
		assert.Equal(t, []string{"P seen", "P x"}, extracttest.Show(read(t, "<p>seen</p>"+seen)), seen)
	}
}

func TestNotes(t *testing.T) {
	assert.Equal(t, []string{"struck-through text left out", "embedded pages (frames) were not read"}, read(t, "<p>a<s>b</s></p><iframe src=x></iframe>").Notes)
	assert.Empty(t, read(t, "<p>a</p>").Notes)
}

func TestDecode(t *testing.T) {
	late := "<p>" + strings.Repeat("x", 2000) + " “late”</p>"
	tests := []struct{ name, source, want string }{
		{"utf-8 without a declaration", "<p>“a”</p>", "“a”"},
		{"utf-8 behind the first kilobyte", late, "“late”"},
		{"utf-8 with mark", "\xEF\xBB\xBF<p>“a”</p>", "“a”"},
		{"declared", "<meta charset=iso-8859-2><p>\xB3</p>", "ł"},
		{"declared by http-equiv", `<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>` + "\xC4\xE0</p>", "Да"},
		{"windows-1252 by default", "<p>\x93a\x94</p>", "“a”"},
		{"utf-16", "\xFF\xFE<\x00p\x00>\x00a\x00\x1c\x20", "a“"},
	}
	for _, test := range tests {
		assert.Contains(t, read(t, test.source).Content, test.want, test.name)
	}
}

func TestErrors(t *testing.T) {
	tests := []struct {
		name   string
		source string
		limits extract.Limits
		want   error
	}{
		{"empty", "", extract.Limits{}, extract.ErrNoText},
		{"nothing to be seen", "<p hidden>x</p><script>y</script>", extract.Limits{}, extract.ErrNoText},
		{"too large", "<p>text</p>", extract.Limits{Bytes: 5}, extract.ErrTooLarge},
		{"binary", strings.Repeat("\x00\x01<p>", 100), extract.Limits{}, extract.ErrFormat},
		{"deep nesting", strings.Repeat("<div>", 100_000) + "x", extract.Limits{}, extract.ErrFormat},
	}
	for _, test := range tests {
		_, err := Read(context.Background(), []byte(test.source), test.limits)
		assert.ErrorIs(t, err, test.want, test.name)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Read(ctx, []byte("<p>text</p>"), extract.Limits{})
	assert.ErrorIs(t, err, context.Canceled)
}

func TestHostile(t *testing.T) {
	scale := 8
	if testing.Short() { // the race detector takes eight times as long
		scale = 1
	}
	for name, source := range map[string]string{
		"long line":         strings.Repeat("word ", scale<<18),
		"many formats":      strings.Repeat("<b><i>", 100) + strings.Repeat("<p>x", scale*500),
		"many items":        "<ol>" + strings.Repeat("<li>x", scale*25_000),
		"many rows":         "<table>" + strings.Repeat("<tr><td>x", scale*12_500),
		"many line breaks":  "x" + strings.Repeat("<br>", scale*62_500) + "y",
		"many ends":         "<p>x" + strings.Repeat("</div></p>", scale*12_500),
		"invalid utf-8":     "<meta charset=utf-8><p>\xff\xfe\xfd x",
		"half an element":   "<p>x<a href='",
		"list item numbers": "<ol type=a start=2147483647><li>x</ol><ol type=i start=-5><li>x</ol>",
	} {
		text, err := Read(context.Background(), []byte(source), extract.Limits{})
		require.NoError(t, err, name)
		extracttest.AssertSound(t, text)
	}
}

// TestPagesOfTooManyNodes reads pages that would take very much memory.
func TestPagesOfTooManyNodes(t *testing.T) {
	extracttest.Long(t, "the race detector takes a minute for so many")
	var formats, attributes strings.Builder
	for i := range 400 {
		fmt.Fprintf(&formats, "<b class=%d>", i)
	}
	for i := range maxNodes {
		fmt.Fprint(&attributes, " a", i)
	}
	for name, source := range map[string]string{
		"elements":   strings.Repeat("<p>x", maxNodes),
		"attributes": "<p" + attributes.String() + ">x",
		"formats":    formats.String() + strings.Repeat("<p>x", maxNodes/400),
	} {
		_, err := Read(context.Background(), []byte(source), extract.Limits{})
		assert.ErrorIs(t, err, extract.ErrTooLarge, name)
	}
}

// Old pages leave many elements open.
func TestPagesOfOpenElements(t *testing.T) {
	source := strings.Repeat("<p><a name=x><font size=2><b>text", 5000)
	text, err := Read(context.Background(), []byte(source), extract.Limits{})
	require.NoError(t, err)
	assert.Len(t, text.Blocks, 5000)
}

func TestCorpus(t *testing.T) { extracttest.Reader(Read).AssertCorpus(t, "gold/docs/*.html") }

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
		again, err := Read(context.Background(), bytes.Clone(data), extract.Limits{})
		require.NoError(t, err)
		require.Equal(t, text, again)
	})
}
