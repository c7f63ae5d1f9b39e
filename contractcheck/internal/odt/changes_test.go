package odt

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

func info(author string) string {
	return `<office:change-info><dc:creator>` + author + `</dc:creator></office:change-info>`
}

// regions describe an insertion and a deletion.
func regions(deleted string) string {
	return `<text:tracked-changes><text:changed-region text:id="i"><text:insertion>` + info("Ann") + `</text:insertion></text:changed-region>` +
		`<text:changed-region text:id="d"><text:deletion>` + info("Bob") + deleted + `</text:deletion></text:changed-region>` +
		`<text:changed-region text:id="f"><text:format-change>` + info("Eve") + `</text:format-change></text:changed-region></text:tracked-changes>`
}

const (
	begin   = `<text:change-start text:change-id="i"/>`
	end     = `<text:change-end text:change-id="i"/>`
	deleted = `<text:change text:change-id="d"/>`
)

func TestTrackedChanges(t *testing.T) {
	tests := []struct {
		name, body               string
		accepted, original, both []string
	}{
		{"inserted and deleted", regions(p("not ")) + p("shall "+begin+"always "+end+deleted+"sell") + p("on"),
			[]string{"P shall always sell", "P on"}, []string{"P shall not sell", "P on"},
			[]string{"P [original] shall not sell", "P [changed] shall always sell", "P on"}},
		{"a paragraph inserted", regions("") + p("one"+begin) + p("two"+end) + p("three"),
			[]string{"P one", "P two", "P three"}, []string{"P one", "P three"}, []string{"P one", "P [inserted] two", "P three"}},
		{"paragraphs deleted", regions(p("<text:s/>gone")+p("two")+p("thr")) + p("one"+deleted+"ee"),
			[]string{"P oneee"}, []string{"P one gone", "P two", "P three"},
			[]string{"P [original] one gone", "P [original] two", "P [original] three", "P [changed] oneee"}},
		{"two paragraphs joined", regions(p("")+p("")) + p("one "+deleted+"sentence"),
			[]string{"P one sentence"}, []string{"P one", "P sentence"},
			[]string{"P [original] one", "P [original] sentence", "P [changed] one sentence"}},
		{"nothing behind a paragraph inserted", regions("") + p("one"+begin) + p("two") + end,
			[]string{"P one", "P two"}, []string{"P one"}, []string{"P one", "P [inserted] two"}},
		{"an insertion without an end", regions("") + p("one"+begin+" more"),
			[]string{"P one more"}, []string{"P one"}, []string{"P [original] one", "P [changed] one more"}},
		{"formats", regions("") + p(`<text:change-start text:change-id="f"/>text<text:change-end text:change-id="f"/>`),
			[]string{"P text"}, []string{"P text"}, []string{"P text"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for view, want := range [][]string{test.accepted, test.original, test.both} {
				assert.Equal(t, want, extracttest.Show(readAs(t, file(t, "", test.body), extract.Changes(view))))
			}
		})
	}
}

func TestChangesNote(t *testing.T) {
	text := read(t, file(t, "", regions(p("x"))+p("a"+begin+"b"+end+"c"+deleted)))
	assert.Equal(t, []extract.AuthorChanges{{Author: "Ann", Insertions: 1}, {Author: "Bob", Deletions: 1}}, text.Changes)
	assert.Equal(t, []string{"2 tracked changes pending (1 insertion, 1 deletion) by Ann, Bob; read as accepted"}, text.Notes)
	assert.True(t, text.Blocks[0].Changed)
}
