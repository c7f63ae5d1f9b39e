package docx

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
	"example.org/contractcheck/contractcheck/internal/story"
)

// by wraps text in a change of an author.
func by(author, kind, content string) string {
	return `<w:` + kind + ` w:author="` + author + `">` + content + `</w:` + kind + `>`
}

func ins(text string) string { return by("Ann", "ins", r(text)) }

func del(text string) string {
	return by("Ann", "del", `<w:r><w:delText xml:space="preserve">`+text+`</w:delText></w:r>`)
}

// markedAs is a paragraph whose mark was changed.
func markedAs(change, content string) string {
	return `<w:p><w:pPr><w:rPr><w:` + change + ` w:author="Ann"/></w:rPr></w:pPr>` + content + `</w:p>`
}

// readViews reads a file in each way, in the order of the constants.
func readViews(t *testing.T, data []byte) (views [3]*extract.Text) {
	t.Helper()
	for view := range views {
		var err error
		views[view], err = Read(context.Background(), data, extract.Changes(view), extract.Limits{})
		require.NoError(t, err)
		extracttest.AssertSound(t, views[view])
	}
	return views
}

func TestTrackedChanges(t *testing.T) {
	row := func(change, text string) string {
		return `<w:tr><w:trPr><w:` + change + ` w:author="Ann"/></w:trPr><w:tc>` + p(text) + `</w:tc></w:tr>`
	}
	cell := func(change, text string) string {
		return `<w:tc><w:tcPr>` + change + `</w:tcPr>` + p(text) + `</w:tc>`
	}
	tests := []struct {
		name, body               string
		accepted, original, both []string
		note                     string
	}{
		{"inserted and deleted", `<w:p>` + r("shall ") + ins("not ") + del("always ") + r("sell") + `</w:p>` + p("on"),
			[]string{"P shall not sell", "P on"}, []string{"P shall always sell", "P on"},
			[]string{"P [original] shall always sell", "P [changed] shall not sell", "P on"},
			"2 tracked changes pending (1 insertion, 1 deletion) by Ann"},
		{"moved", `<w:p>` + by("Ann", "moveFrom", r("old ")) + r("stay") + by("Ann", "moveTo", r(" new")) + `</w:p>`,
			[]string{"P stay new"}, []string{"P old stay"},
			[]string{"P [original] old stay", "P [changed] stay new"},
			"1 tracked change pending (1 move) by Ann"},
		{"behind a typed number", `<w:p>` + r("4.2 shall ") + del("not ") + r("sell") + `</w:p>`,
			[]string{"P 4.2 shall sell"}, []string{"P 4.2 shall not sell"},
			[]string{"P 4.2 [original] shall not sell", "P 4.2 [changed] shall sell"},
			"1 tracked change pending (1 deletion) by Ann"},
		{"inserted, then deleted", `<w:p>` + r("a") + by("Ann", "ins", by("Bob", "del", `<w:r><w:delText>b</w:delText></w:r>`)) + `</w:p>`,
			[]string{"P a"}, []string{"P a"}, []string{"P a"},
			"2 tracked changes pending (1 insertion, 1 deletion) by Ann, Bob"},
		{"a paragraph deleted", p("one") + markedAs("del", del("two")) + p("three"),
			[]string{"P one", "P three"}, []string{"P one", "P two", "P three"},
			[]string{"P one", "P [deleted] two", "P three"},
			"1 tracked change pending (1 deletion) by Ann"},
		{"a paragraph inserted", p("one") + markedAs("ins", ins("two")) + p("three"),
			[]string{"P one", "P two", "P three"}, []string{"P one", "P three"},
			[]string{"P one", "P [inserted] two", "P three"},
			"1 tracked change pending (1 insertion) by Ann"},
		{"two paragraphs joined", markedAs("del", r("one ")) + p("sentence"),
			[]string{"P one sentence"}, []string{"P one", "P sentence"},
			[]string{"P [original] one", "P [original] sentence", "P [changed] one sentence"},
			"1 tracked change pending (1 deletion) by Ann"},
		{"one paragraph cut in two", markedAs("ins", r("one ")) + p("sentence"),
			[]string{"P one", "P sentence"}, []string{"P one sentence"},
			[]string{"P [original] one sentence", "P [changed] one", "P [changed] sentence"},
			"1 tracked change pending (1 insertion) by Ann"},
		{"deleted mark at the end", markedAs("del", r("last")),
			[]string{"P last"}, []string{"P last"}, []string{"P last"},
			"1 tracked change pending (1 deletion) by Ann"},
		{"rows", `<w:tbl>` + row("del", "gone") + row("ins", "new") + `<w:tr><w:tc>` + p("here") + `</w:tc></w:tr></w:tbl>`,
			[]string{"T new", "T here"}, []string{"T gone", "T here"},
			[]string{"T [deleted] gone", "T [inserted] new", "T here"},
			"2 tracked changes pending (1 insertion, 1 deletion) by Ann"},
		{"cells", `<w:tbl><w:tr>` + cell("", "a") + cell(`<w:cellDel w:author="Ann"/>`, "b") + cell(`<w:cellIns w:author="Ann"/>`, "c") + `</w:tr></w:tbl>`,
			[]string{"T a | c"}, []string{"T a | b"},
			[]string{"T [original] a | b", "T [changed] a | c"},
			"2 tracked changes pending (1 insertion, 1 deletion) by Ann"},
		{"a text box in a changed paragraph", `<w:p>` + r("a ") + ins("b") + `<w:r><w:pict>` + box + `</w:pict></w:r></w:p>`,
			[]string{"P a b", "P boxed"}, []string{"P a", "P boxed"},
			[]string{"P [original] a", "P [changed] a b", "P boxed"},
			"1 tracked change pending (1 insertion) by Ann"},
		{"a formatting change is none", `<w:p><w:r><w:rPr><w:b/><w:rPrChange><w:rPr/></w:rPrChange></w:rPr><w:t>text</w:t></w:r></w:p>`,
			[]string{"P text"}, []string{"P text"}, []string{"P text"}, ""},
		{"text that was struck through", `<w:p>` + r("a") + `<w:r><w:rPr><w:strike/><w:rPrChange><w:rPr/></w:rPrChange></w:rPr><w:t> b</w:t></w:r></w:p>`,
			[]string{"P a"}, []string{"P a b"}, []string{"P a"}, ""},
		{"former properties", `<w:p><w:pPr><w:pStyle w:val="H1"/><w:pPrChange><w:pPr/></w:pPrChange></w:pPr>` + r("text") + `</w:p>`,
			[]string{"H text"}, []string{"P text"}, []string{"H text"}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			views := readViews(t, file(t, test.body, parts{"styles": styles}))
			for view, want := range [][]string{test.accepted, test.original, test.both} {
				assert.Equal(t, want, show(views[view]))
				notes := strings.Join(views[view].Notes, "\n")
				if test.note == "" {
					assert.NotContains(t, notes, "tracked")
				} else {
					assert.Contains(t, notes, test.note+"; "+story.ViewNames[extract.Changes(view)])
				}
			}
		})
	}
}

// A deleted paragraph has a number in the original text, and the numbers behind
// it are others there. That alone is no change of what they stand before.
func TestNumbersInViews(t *testing.T) {
	deleted := `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:author="Ann"/></w:rPr></w:pPr>` + del("b") + `</w:p>`
	views := readViews(t, file(t, listed("1", "0", "a")+deleted+listed("1", "0", "c"), parts{"numbering": lists}))
	assert.Equal(t, []string{"L 1. a", "L 2. c"}, show(views[extract.Accepted]))
	assert.Equal(t, []string{"L 1. a", "L 2. b", "L 3. c"}, show(views[extract.Original]))
	assert.Equal(t, []string{"L 1. a", "L 2. [deleted] b", "L 2. c"}, show(views[extract.Both]))
}

func TestChangesInNotesAndMarginals(t *testing.T) {
	body := `<w:p>` + r("Fees") + `<w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:sectPr><w:headerReference r:id="header1"/></w:sectPr>`
	views := readViews(t, file(t, body, parts{
		"footnotes": `<w:footnote w:id="2"><w:p>` + r("In ") + del("dollars") + ins("euro") + `</w:p></w:footnote>`,
		"header1":   `<w:p>` + r("Draft") + ins(" 2") + `</w:p>`,
	}))
	assert.Equal(t, []string{"M Draft 2", "P Fees", "P In euro"}, show(views[extract.Accepted]))
	assert.Equal(t, []string{"M Draft", "P Fees", "P In dollars"}, show(views[extract.Original]))
	assert.Equal(t, []string{"M Draft 2", "M Draft", "P Fees", "P [original] In dollars", "P [changed] In euro"}, show(views[extract.Both]))
}

func TestChangedBlocks(t *testing.T) {
	views := readViews(t, file(t, p("a")+`<w:p>`+r("b")+ins("c")+`</w:p>`+p("d"), nil))
	for _, text := range views {
		for _, b := range text.Blocks {
			content := text.Content[b.Start:b.End]
			assert.Equal(t, strings.Contains(content, "b"), b.Changed, content)
		}
	}
}

func TestAuthors(t *testing.T) {
	body := `<w:p>` + by("Ann", "ins", r("a")) + by("Ann", "ins", r("b")) + by(" Bob&#x9;Ray ", "ins", r("c")) + r("d") + by("Ann", "ins", r("e")) + by("", "ins", r("f")) + `</w:p>`
	text := read(t, file(t, body, nil))
	assert.Equal(t, []extract.AuthorChanges{{Author: "Ann", Insertions: 2}, {Author: "Bob Ray", Insertions: 1}, {Insertions: 1}}, text.Changes)
	assert.Equal(t, []string{"4 tracked changes pending (4 insertions) by Ann, Bob Ray; read as accepted"}, text.Notes)
}

func TestManyAuthors(t *testing.T) {
	body := `<w:p>`
	for _, name := range strings.Fields("A B C D E F G") {
		body += by(name, "ins", r("x"))
	}
	text := read(t, file(t, body+`</w:p>`, nil))
	assert.Equal(t, []string{"7 tracked changes pending (7 insertions) by A, B, C, D, E, 2 more; read as accepted"}, text.Notes)
}

// Each of very many changes may have an author of its own.
func TestAnotherAuthorAtEachChange(t *testing.T) {
	authors := 200_000
	if testing.Short() { // the race detector takes eight times as long
		authors /= 8
	}
	var v story.Revisions
	start := time.Now()
	for i := range authors {
		v.Count(story.Insertion, fmt.Sprint("author ", i))
	}
	assert.Less(t, time.Since(start), 10*time.Second)
	assert.Len(t, v.AuthorTotals(), authors)
}
