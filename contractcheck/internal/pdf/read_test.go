package pdf

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
)

func read(t *testing.T, data []byte) *extract.Text {
	t.Helper()
	text, err := Read(t.Context(), data, "", extract.Limits{})
	require.NoError(t, err)
	return text
}

// blocksOf renders a text's blocks, each with the letter of its kind.
func blocksOf(text *extract.Text) []string {
	var out []string
	for _, b := range text.Blocks {
		out = append(out, string("PHLTM"[b.Kind])+" "+text.Content[b.Start:b.End])
	}
	return out
}

func TestReadFrames(t *testing.T) {
	f := newTestFile()
	f.textPage("The vendor deletes all records.")
	plain := f.bytes()
	broken := bytes.Replace(plain, []byte("startxref\n"), []byte("startxref\n9"), 1)
	misplaced := bytes.ReplaceAll(plain, []byte(" 00000 n"), []byte("7 0000 n")[:8])
	tests := []struct {
		name string
		data []byte
		note string // "" for none
	}{
		{"plain table", plain, ""},
		{"object streams", f.compressed(t), ""},
		{"leading bytes", append([]byte("\xef\xbb\xbf\r\n"), plain...), noteHeader},
		{"leading bytes that offsets count", f.withLead("\x00\x01junk"), noteHeader},
		{"no end mark", bytes.TrimSuffix(plain, []byte("%%EOF\n")), noteEnd},
		{"trailing bytes", append(bytes.Clone(plain), bytes.Repeat([]byte{0}, 5000)...), noteEnd},
		{"wrong start", broken, noteReferences},
		{"wrong offsets", misplaced, noteReferences},
		{"object streams without a table", bytes.Replace(f.compressed(t), []byte("startxref\n"), []byte("startxref\n9"), 1), noteReferences},
		{"table cut off", append(bytes.Clone(plain[:bytes.LastIndex(plain, []byte("xref\n0"))]), "%%EOF"...), noteReferences},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := read(t, tt.data)
			assert.Equal(t, "The vendor deletes all records.", text.Content)
			if tt.note == "" {
				assert.Empty(t, text.Notes)
			} else {
				assert.Equal(t, []string{tt.note}, text.Notes)
			}
		})
	}
}

func TestReadRefuses(t *testing.T) {
	empty := newTestFile()
	tests := []struct {
		name string
		data []byte
		want error
	}{
		{"nothing", nil, extract.ErrFormat},
		{"text", []byte("The vendor deletes all records."), extract.ErrFormat},
		{"header only", []byte("%PDF-1.7\n%%EOF\n"), extract.ErrFormat},
		{"no pages", empty.bytes(), extract.ErrFormat},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text, err := Read(t.Context(), tt.data, "", extract.Limits{})
			assert.Nil(t, text)
			assert.ErrorIs(t, err, tt.want)
		})
	}
}

func TestReadEncrypted(t *testing.T) {
	f := newTestFile()
	f.encrypt("patron")
	f.textPage("Sealed.")
	for name, data := range map[string][]byte{"plain": f.bytes(), "compressed": f.compressed(t)} {
		for password, want := range map[string]error{"patron": nil, "": extract.ErrEncrypted, "wrong": extract.ErrEncrypted} {
			t.Run(name+" with "+password, func(t *testing.T) {
				text, err := Read(t.Context(), data, password, extract.Limits{})
				assert.ErrorIs(t, err, want)
				if want == nil {
					require.NotNil(t, text)
					assert.Equal(t, "Sealed.", text.Content)
				}
			})
		}
	}
}

func TestReadOpensWithoutUserPassword(t *testing.T) {
	f := newTestFile()
	f.encrypt("")
	f.textPage("Open to all.")
	assert.Equal(t, "Open to all.", read(t, f.bytes()).Content)
}

func TestReadKeepsLimits(t *testing.T) {
	f := newTestFile()
	for i := range 3 {
		f.textPage(fmt.Sprintf("Page of the number %c.", 'a'+i))
	}
	data := f.bytes()

	text, err := Read(t.Context(), data, "", extract.Limits{Pages: 2})
	require.NoError(t, err)
	require.Len(t, text.Pages, 3)
	assert.Empty(t, text.Pages[1].Unreadable)
	assert.Equal(t, "beyond the limit of 2 pages", text.Pages[2].Unreadable)
	assert.NotContains(t, text.Content, "number c")

	_, err = Read(t.Context(), data, "", extract.Limits{Bytes: 100})
	assert.ErrorIs(t, err, extract.ErrTooLarge)

	text, err = Read(t.Context(), data, "", extract.Limits{Inflated: 150})
	require.NoError(t, err)
	assert.Empty(t, text.Pages[0].Unreadable)
	assert.Equal(t, reasonLimit, text.Pages[2].Unreadable)
}

func TestReadEndsWithContext(t *testing.T) {
	f := newTestFile()
	f.textPage("Text.")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Read(ctx, f.bytes(), "", extract.Limits{})
	assert.ErrorIs(t, err, context.Canceled)
}

func TestReadMarksUnreadablePages(t *testing.T) {
	const image = "/XObject<</I <</Subtype/Image>>>>"
	unmapped := "/Font<</F1 <</Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2>>]>>>>"
	tests := []struct {
		name, content, resources string
		want                     string
	}{
		{"image", "/I Do", image, reasonImage},
		{"image with a stamp", "/I Do " + showLines("Received 4 May"), image + "/Font<</F1 " + helvetica + ">>", reasonImage},
		{"image with text", "/I Do " + showLines("The vendor keeps nothing of it."), image + "/Font<</F1 " + helvetica + ">>", ""},
		{"unmapped font", showLines(strings.Repeat("ab", 40)), unmapped, reasonUnmapped},
		{"outlines", strings.Repeat("0 0 m 1 2 3 4 5 6 c f ", 20), "", reasonDrawing},
		{"a rule", "72 700 400 1 re f", "", ""},
		{"empty", "", "", ""},
		{"inline image", "BI /W 1 /H 1 ID \x01\x02 EI", "", reasonImage},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := newTestFile()
			f.page(tt.content, tt.resources)
			text := read(t, f.bytes())
			require.Len(t, text.Pages, 1)
			assert.Equal(t, tt.want, text.Pages[0].Unreadable)
		})
	}
}

func TestReadMarksDamagedContents(t *testing.T) {
	f := newTestFile()
	f.textPage("First.")
	cut := deflate(t, []byte(showLines(strings.Repeat("words that are lost ", 100))))
	number := f.stream("/Filter/FlateDecode", string(cut[:len(cut)/2]))
	f.pages = append(f.pages, f.add(fmt.Sprintf("<</Type/Page/Parent 2 0 R/Contents %d 0 R>>", number)))
	f.pages = append(f.pages, 99) // no such object
	text := read(t, f.bytes())
	require.Len(t, text.Pages, 3)
	assert.Empty(t, text.Pages[0].Unreadable)
	assert.Equal(t, reasonContents, text.Pages[1].Unreadable)
	assert.Equal(t, reasonDamaged, text.Pages[2].Unreadable)
}

func TestReadSurvivesLoops(t *testing.T) {
	tests := map[string]func(f *testFile){
		"page tree": func(f *testFile) {
			f.objects[1] = fmt.Sprintf("<</Type/Pages/MediaBox[0 0 612 792]/Kids[2 0 R %d 0 R 2 0 R]>>", f.pages[0])
		},
		"older section": func(f *testFile) { f.trailer = "/Prev 9" },
	}
	for name, change := range tests {
		t.Run(name, func(t *testing.T) {
			f := newTestFile()
			f.textPage("Once only.")
			change(f)
			assert.Equal(t, "Once only.", read(t, f.bytes()).Content)
		})
	}
}

func TestReadTellsOfPagesLeftOut(t *testing.T) {
	f := newTestFile()
	f.textPage("On top of a deep tree.")
	deep := fmt.Sprintf("%d 0 R", f.pages[0])
	for range extract.DefaultLimits.Depth + 1 {
		deep = fmt.Sprintf("%d 0 R", f.add("<</Type/Pages/Kids["+deep+"]>>"))
	}
	f.objects[1] = fmt.Sprintf("<</Type/Pages/Kids[%d 0 R %s]/MediaBox[0 0 612 792]>>", f.pages[0], deep)
	text := read(t, f.bytes())
	require.Len(t, text.Pages, 2)
	assert.Empty(t, text.Pages[0].Unreadable)
	assert.Equal(t, reasonTree, text.Pages[1].Unreadable)
}

func TestReadBoundsForms(t *testing.T) {
	f := newTestFile()
	number := len(f.objects) + 1
	f.stream(fmt.Sprintf("/Subtype/Form/Resources<</XObject<</X %d 0 R>>>>", number), "/X Do /X Do")
	f.page("/X Do", fmt.Sprintf("/XObject<</X %d 0 R>>", number))
	text := read(t, f.bytes())
	assert.Equal(t, reasonOverrun, text.Pages[0].Unreadable)
}

func TestReadShowsForms(t *testing.T) {
	f := newTestFile()
	form := f.stream("/Subtype/Form/BBox[0 0 100 20]/Resources<</Font<</F1 "+helvetica+">>>>", "BT /F1 10 Tf (filled in) Tj ET")
	widget := f.add(fmt.Sprintf("<</Subtype/Widget/Rect[150 700 250 720]/AP<</N %d 0 R>>>>", form))
	hidden := f.add(fmt.Sprintf("<</Subtype/Widget/F 2/Rect[150 600 250 620]/AP<</N %d 0 R>>>>", form))
	contents := f.stream("", "BT /F1 10 Tf 72 700 Td (Retention is) Tj ET")
	f.pages = append(f.pages, f.add(fmt.Sprintf(
		"<</Type/Page/Parent 2 0 R/Contents %d 0 R/Annots[%d 0 R %d 0 R]/Resources<</Font<</F1 %s>>>>>>",
		contents, widget, hidden, helvetica)))
	assert.Equal(t, "Retention is filled in", read(t, f.bytes()).Content)
}

func TestReadInheritsResources(t *testing.T) {
	f := newTestFile()
	contents := f.stream("", showLines("Inherited."))
	page := f.add(fmt.Sprintf("<</Type/Page/Parent 2 0 R/Contents %d 0 R>>", contents))
	f.objects[1] = fmt.Sprintf("<</Type/Pages/Kids[%d 0 R]/MediaBox[0 0 612 792]/Resources<</Font<</F1 %s>>>>>>", page, helvetica)
	assert.Equal(t, "Inherited.", read(t, f.bytes()).Content)
}

// A font of the same name on another page is another font.
func TestReadTellsFontsOfPagesApart(t *testing.T) {
	f := newTestFile()
	f.textPage("AB")
	f.page(showLines("AB"), "/Font<</F1 <</Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[65/X/Y]>>>>>>")
	assert.Equal(t, "AB\fXY", read(t, f.bytes()).Content)
}

func TestReadLeavesOutWhatThePageDoesNotShow(t *testing.T) {
	f := newTestFile()
	f.page("BT /F1 10 Tf 72 700 Td (shown) Tj 0 200 Td (above the page) Tj ET", "/Font<</F1 "+helvetica+">>")
	assert.Equal(t, "shown", read(t, f.bytes()).Content)
}

func TestReadTurnedPages(t *testing.T) {
	for name, turn := range map[string]string{"quarter": "0 1 -1 0 500 100", "half": "-1 0 0 -1 500 700", "three quarters": "0 -1 1 0 100 700"} {
		t.Run(name, func(t *testing.T) {
			f := newTestFile()
			f.page("BT /F1 10 Tf 12 TL "+turn+" Tm (The vendor may) Tj T* (not sell data.) Tj ET", "/Font<</F1 "+helvetica+">>")
			assert.Equal(t, "The vendor may\nnot sell data.", read(t, f.bytes()).Content)
		})
	}
}
