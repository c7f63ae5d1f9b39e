package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A field without an appearance shows its value, or that of the field above.
func TestReadShowsFieldValues(t *testing.T) {
	for name, tt := range map[string]struct{ field, want string }{
		"text":               {"/FT/Tx/V(thirty days)", "thirty days"},
		"choice":             {"/FT/Ch/V(yes)", "yes"},
		"UTF-16":             {"/FT/Tx/V<FEFF00E900740065>", "éte"},
		"two lines":          {"/FT/Tx/V(first\\rsecond)", "first\nsecond"},
		"of the field above": {"/Parent<</FT/Tx/V(inherited)>>", "inherited"},
		"password":           {"/FT/Tx/Ff 8192/V(secret)", ""},
		"button":             {"/FT/Btn/V(Yes)", ""},
		"not for the screen": {"/FT/Tx/F 32/V(unseen)", ""},
		"empty":              {"/FT/Tx/V()", ""},
	} {
		t.Run(name, func(t *testing.T) {
			f := newTestFile()
			widget := f.add("<</Subtype/Widget/Rect[72 690 300 720]" + tt.field + ">>")
			f.pages = append(f.pages, f.add(fmt.Sprintf("<</Type/Page/Parent 2 0 R/Annots[%d 0 R]>>", widget)))
			assert.Equal(t, tt.want, read(t, f.bytes()).Content)
		})
	}
}

func TestReadShowsTextOfMasks(t *testing.T) {
	f := newTestFile()
	group := f.stream("/Subtype/Form/Resources<</Font<</F1 "+helvetica+">>>>", "BT /F1 10 Tf 72 700 Td (seen through) Tj ET")
	f.page("/G gs 0 0 600 800 re f", fmt.Sprintf("/ExtGState<</G <</SMask<</S/Alpha/G %d 0 R>>>>>>", group))
	assert.Equal(t, "seen through", read(t, f.bytes()).Content)
}

func TestReadMendsObjects(t *testing.T) {
	f := newTestFile()
	f.textPage("The vendor deletes all records.")
	plain := string(f.bytes())
	for name, tt := range map[string]struct{ old, replacement, note string }{
		"no endobj":         {"\nendobj\n", "\n\n", noteObject},
		"stream on no line": {">>\nstream\n", ">> stream ", noteObject},
		"length too short":  {"/Length 7", "/Length 1", noteLength},
		"no length":         {"/Length", "/Longth", noteLength},
	} {
		t.Run(name, func(t *testing.T) {
			damaged := strings.Replace(plain, tt.old, tt.replacement, 1)
			if name == "stream on no line" || name == "no endobj" {
				damaged = strings.ReplaceAll(plain, tt.old, tt.replacement)
			}
			assert.NotEqual(t, plain, damaged)
			text := read(t, []byte(damaged))
			assert.Equal(t, "The vendor deletes all records.", text.Content)
			assert.Contains(t, text.Notes, tt.note)
		})
	}
	assert.Empty(t, read(t, bytes.Clone([]byte(plain))).Notes)
}
