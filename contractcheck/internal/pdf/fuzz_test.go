package pdf

import (
	"fmt"
	"strings"
	"testing"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

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
			extracttest.AssertSound(t, text)
		}
	})
}
