package contractcheck_test

import (
	"bytes"
	"fmt"

	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

// heavyPDF has pages that show the same content, in a font with a mapping of its
// own to Unicode. Other objects stand behind them.
func heavyPDF(pages int, content, mapping, others string) []byte {
	var out bytes.Buffer
	fmt.Fprintf(&out, "%%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Count %d/Kids[", pages)
	for i := range pages {
		fmt.Fprintf(&out, "%d 0 R ", 5+i)
	}
	out.WriteString("]/Resources<</Font<</F <</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 4 0 R>>>>>>/MediaBox[0 0 600 800]>> endobj\n")
	for i, stream := range []string{content, mapping} {
		data := extracttest.Deflated([]byte(stream))
		fmt.Fprintf(&out, "%d 0 obj <</Filter/FlateDecode/Length %d>> stream\n%s\nendstream endobj\n", 3+i, len(data), data)
	}
	for i := range pages {
		fmt.Fprintf(&out, "%d 0 obj <</Type/Page/Parent 2 0 R/Contents 3 0 R>> endobj\n", 5+i)
	}
	out.WriteString(others + "trailer <</Root 1 0 R>>\n%%EOF\n")
	return out.Bytes()
}
