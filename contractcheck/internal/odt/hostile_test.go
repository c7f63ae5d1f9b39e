package odt

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
	"example.org/contractcheck/contractcheck/internal/story"
)

func TestErrors(t *testing.T) {
	whole := file(t, "", p("text"))
	manifest := `<manifest:manifest` + namespaces + `><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`
	tests := []struct {
		name   string
		source []byte
		limits extract.Limits
		want   error
		says   string
	}{
		{"empty", nil, extract.Limits{}, extract.ErrNoText, "empty"},
		{"no XML", []byte("plain"), extract.Limits{}, extract.ErrFormat, "damaged"},
		{"truncated", whole[:len(whole)-30], extract.Limits{}, extract.ErrFormat, "cut short"},
		{"too many bytes", whole, extract.Limits{Bytes: 100}, extract.ErrTooLarge, "100 bytes"},
		{"inflates too far", file(t, "", p(strings.Repeat("x", 10_000))), extract.Limits{Inflated: 1000}, extract.ErrTooLarge, "inflate"},
		{"encrypted", extracttest.Zip(t, map[string]string{contentPart: "\x01\x02", manifestPart: manifest}), extract.Limits{}, extract.ErrEncrypted, "remove the password"},
		{"other zip", extracttest.Zip(t, map[string]string{"a.txt": "x"}), extract.Limits{}, extract.ErrFormat, "no OpenDocument text"},
		{"a spreadsheet", extracttest.Zip(t, map[string]string{contentPart: strings.ReplaceAll(content("", p("x")), "office:text", "office:spreadsheet")}), extract.Limits{}, extract.ErrFormat, "damaged"},
		{"blank", file(t, "", p(" ")), extract.Limits{}, extract.ErrNoText, "blank"},
		{"entity", extracttest.Zip(t, map[string]string{contentPart: `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>` + content("", p("&e;"))}), extract.Limits{}, extract.ErrFormat, "damaged"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Read(t.Context(), test.source, extract.Accepted, test.limits)
			require.ErrorIs(t, err, test.want)
			assert.ErrorContains(t, err, test.says)
		})
	}
}

func TestDamagedHalfWay(t *testing.T) {
	for name, test := range map[string]struct{ bad, says string }{
		"broken":  {`<text:p>cut</text:h>` + p("lost"), "damaged here"},
		"deep":    {strings.Repeat(`<text:section>`, 100_000), "nested too deep here"},
		"endless": {`<text:list>`, "damaged here"},
	} {
		text := read(t, file(t, "", p("kept")+test.bad))
		assert.Equal(t, "P kept", extracttest.Show(text)[0], name)
		assert.Contains(t, text.Pages[len(text.Pages)-1].Unreadable, test.says, name)
		assert.NotContains(t, text.Content, "lost", name)
	}
}

// TestDepthLimit bounds the depth of packed and flat documents.
func TestDepthLimit(t *testing.T) {
	body := p("kept") + strings.Repeat(`<text:section>`, 20) + p("deep") + strings.Repeat(`</text:section>`, 20)
	for name, source := range map[string][]byte{"packed": file(t, "", body), "flat": []byte(content("", body))} {
		text := read(t, source)
		assert.Equal(t, []string{"P kept", "P deep"}, extracttest.Show(text), name)
		text, err := Read(t.Context(), source, extract.Accepted, extract.Limits{Depth: 10})
		require.NoError(t, err, name)
		assert.Equal(t, []string{"P kept"}, extracttest.Show(text), name)
		assert.Contains(t, text.Pages[len(text.Pages)-1].Unreadable, "nested too deep", name)
	}
}

// TestLongNumbers notes what is left out of the text of numbers.
func TestLongNumbers(t *testing.T) {
	for _, attribute := range []string{"num-prefix", "num-suffix", "num-list-format"} {
		long := `<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:` +
			attribute + `="` + strings.Repeat("x", 1000) + `"/></text:list-style>`
		text := read(t, file(t, long, list(`text:style-name="L1"`, item(p("a")))))
		assert.Less(t, len(text.Content), 200, attribute)
		assert.Contains(t, text.Notes, "text of automatic numbers was left out beyond 100 bytes", attribute)
	}
}

// TestRepeats keeps what a small file repeats from growing.
func TestRepeats(t *testing.T) {
	start := time.Now()
	wide := p(`<text:s text:c="2000000000"/>x`) + `<table:table><table:table-row><table:table-cell table:number-columns-spanned="2000000000">` + p("y") + `</table:table-cell></table:table-row></table:table>`
	again := strings.Repeat(p(deleted), 1000)
	text, err := Read(t.Context(), file(t, "", regions(p(strings.Repeat("z", 1000)))+wide+again), extract.Original, extract.Limits{})
	require.NoError(t, err)
	assert.Len(t, text.Blocks, 3)
	assert.Less(t, time.Since(start), 10*time.Second)
}

func TestManyParagraphs(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector takes a minute for so many")
	}
	text := read(t, []byte(content("", strings.Repeat(p("x"), story.MaxParagraphs+1))))
	assert.Len(t, text.Blocks, story.MaxParagraphs)
	assert.Contains(t, text.Pages[len(text.Pages)-1].Unreadable, "only the first")
}

// The name of an author that comes in very many pieces is put together in one
// go.
func TestNameInPieces(t *testing.T) {
	start := time.Now()
	name := strings.Repeat("A<!---->", 300_000)
	text := read(t, file(t, "", `<text:tracked-changes><text:changed-region text:id="i"><text:insertion>`+info(name)+
		`</text:insertion></text:changed-region></text:tracked-changes>`+p(begin+"x"+end)))
	assert.Equal(t, "x", text.Content)
	assert.Less(t, time.Since(start), 5*time.Second)
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(styles), []byte(p("text")+`<text:h text:outline-level="2">Fees</text:h>`))
	f.Add([]byte(numbered), []byte(list(`text:style-name="L1"`, item(p("a")+list("", item(p("b")))))))
	f.Add([]byte(""), []byte(regions(p("x")+p("y"))+p("a"+begin+"b")+p(end+"c"+deleted+"d")))
	f.Add([]byte(""), []byte(`<table:table><table:table-row><table:table-cell>`+p(begin+"a")+`</table:table-cell></table:table-row></table:table>`+p("b"+end)))
	f.Fuzz(func(t *testing.T, styles, body []byte) {
		source := file(t, string(styles), string(body))
		for _, changes := range []extract.Changes{extract.Accepted, extract.Original, extract.Both} {
			text, err := Read(t.Context(), source, changes, extract.Limits{Inflated: 1 << 20})
			if err == nil {
				extracttest.AssertSound(t, text)
			}
		}
	})
}
