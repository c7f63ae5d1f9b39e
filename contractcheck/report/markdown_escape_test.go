package report

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestEscapeMarkdown(t *testing.T) {
	tests := []struct{ in, want string }{
		// Plain contract text stays as it is.
		{"Section 9.2(b): 72 hours, i.e. 3 days - at most.", "Section 9.2(b): 72 hours, i\\.e. 3 days - at most."},
		{"“Data” 50% + 10 = 60!", "“Data” 50% + 10 = 60!"},

		{"*a* _b_ `c` ~~d~~", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~"},
		{"[x](y) ![z](w)", "\\[x\\](y) !\\[z\\](w)"},
		{"<b>&lt;", "&lt;b&gt;&amp;lt;"},
		{"a | b\n|---|", "a \\| b \\|---\\|"},
		{"$x^2$ {: .c}", "\\$x\\^2\\$ \\{: .c}"},
		{"back\\slash\\*", "back\\\\slash\\\\\\*"},

		{"# heading", "\\# heading"},
		{"- item", "\\- item"},
		{"=== line", "\\=== line"},
		{"12. item", "12\\. item"},
		{"3) item", "3\\) item"},
		{"a\n# heading", "a # heading"},
		{"a 12. item", "a 12. item"},

		{"https://evil.example", "https\\://evil\\.example"},
		{"www.evil", "www\\.evil"},
		{"www.-x", "www\\.-x"},
		{"mailto:x", "mailto\\:x"},
		{"me@evil.example", "me@\u2060evil\\.example"},
		{"v1.2 at 10:30", "v1.2 at 10:30"},
		{"a :smile:", "a \\:smile:"},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, escapeMarkdown(tt.in), "escapeMarkdown(%q)", tt.in)
	}
}
