package pdf

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// checkText asserts what holds for the text of any file.
func checkText(t *testing.T, text *extract.Text) {
	t.Helper()
	require.NotEmpty(t, text.Pages)
	assert.True(t, utf8.ValidString(text.Content))
	end := 0
	for _, p := range text.Pages {
		require.True(t, end <= p.Start && p.Start <= p.End && p.End <= len(text.Content), "page %d", p.Number)
		end = p.End
	}
	end = 0
	for _, b := range text.Blocks {
		require.True(t, end <= b.Start && b.Start < b.End && b.End <= len(text.Content), "block at %d", b.Start)
		assert.NotContains(t, text.Content[b.Start:b.End], "\f")
		end = b.End
	}
}

func FuzzRead(f *testing.F) {
	plain := newTestFile()
	plain.textPage("The vendor shall:", "(a) delete records; and", "(b) keep none.")
	f.Add(plain.bytes())

	rich := newTestFile()
	form := rich.stream("/Subtype/Form", showLines("in a form"))
	rich.stream("", sampleCMap)
	rich.page("/X Do 0 0 100 .5 re f 0 20 100 .5 re f 0 0 .5 20 re f 50 0 .5 20 re f BI /W 1 ID x EI "+showLines("text"),
		fmt.Sprintf("/XObject<</X %d 0 R>>/Font<</F1 <</Subtype/Type0/Encoding/Identity-H/ToUnicode 4 0 R"+
			"/DescendantFonts[<</W[1[500]2 9 600]>>]>>>>", form))
	f.Add(rich.bytes())

	sealed := newTestFile()
	sealed.encrypt("")
	sealed.textPage("Open to all.")
	f.Add(sealed.bytes())

	packed := newTestFile()
	packed.textPage("Packed.")
	container := packed.stream("/Type/ObjStm/N 1/First 4", "9 0 <</Type/Pages/Kids[9 0 R]>>")
	packed.stream("/Type/XRef/Size 9/W[1 2 1]/Root 1 0 R", strings.Repeat("\x02\x00"+string(rune(container))+"\x00", 9))
	f.Add(packed.bytes())

	limits := extract.Limits{Bytes: 1 << 20, Inflated: 1 << 22, Pages: 20}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := Read(t.Context(), data, "", limits)
		if err == nil {
			checkText(t, text)
		}
	})
}
