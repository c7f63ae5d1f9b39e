package docx

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
)

const (
	explicitBreak = `<w:r><w:br w:type="page"/></w:r>`
	renderedBreak = `<w:r><w:lastRenderedPageBreak/></w:r>`
)

func TestPages(t *testing.T) {
	tests := []struct {
		name, body string
		want       []string // the text of each page
		first      int
	}{
		{"no breaks", p("one") + p("two"), []string{"one\n\ntwo"}, 0},
		{"line and column breaks are none", `<w:p>` + r("a") + `<w:r><w:br/><w:br w:type="column"/></w:r>` + r("b") + `</w:p>`, []string{"a\nb"}, 0},
		{"explicit", p("one") + `<w:p>` + explicitBreak + r("two") + `</w:p>`, []string{"one", "two"}, 1},
		{"rendered", p("one") + `<w:p>` + renderedBreak + r("two") + `</w:p>`, []string{"one", "two"}, 1},
		{"the layout's mark of an explicit break", p("one") + `<w:p>` + explicitBreak + `</w:p><w:p>` + renderedBreak + r("two") + `</w:p>`, []string{"one", "two"}, 1},
		{"two explicit breaks", p("one") + `<w:p>` + explicitBreak + explicitBreak + r("three") + `</w:p>`, []string{"one", "", "three"}, 1},
		{"a sentence over two pages stays whole", `<w:p>` + r("over ") + renderedBreak + r("two pages") + `</w:p>` + p("next"), []string{"over two pages", "next"}, 1},
		{"break at the end", p("one") + `<w:p>` + explicitBreak + `</w:p>`, []string{"one", ""}, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := read(t, file(t, test.body, nil))
			var got []string
			for i, page := range text.Pages {
				got = append(got, text.Content[page.Start:page.End])
				if test.first > 0 {
					assert.Equal(t, i+1, page.Number)
				} else {
					assert.Zero(t, page.Number)
				}
			}
			assert.Equal(t, test.want, got)
		})
	}
}

func TestPageLimit(t *testing.T) {
	body := p("one")
	for range 50 {
		body += `<w:p>` + explicitBreak + r("more") + `</w:p>`
	}
	text, err := Read(context.Background(), file(t, body, nil), extract.Accepted, extract.Limits{Pages: 3})
	require.NoError(t, err)
	require.Len(t, text.Pages, 4)
	assert.Empty(t, text.Pages[2].Unreadable)
	assert.Equal(t, "only the first 3 pages are read", text.Pages[3].Unreadable)
	assert.Equal(t, text.Pages[3].Start, text.Pages[3].End)
}
