package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"hash/crc32"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
	"example.org/contractcheck/contractcheck/internal/story"
	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

func readError(data []byte, limits extract.Limits) error {
	_, err := Read(context.Background(), data, extract.Accepted, limits)
	return err
}

func TestUnreadableFiles(t *testing.T) {
	whole := file(t, p("text"), nil)
	ole := append([]byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}, make([]byte, 512)...)
	encrypted := append(bytes.Clone(ole), "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"...)
	legacy := append(bytes.Clone(ole), "W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00"...)
	tests := []struct {
		name string
		data []byte
		want error
		says string
	}{
		{"empty", nil, extract.ErrNoText, "empty"},
		{"no zip", []byte("plain text"), extract.ErrFormat, "no zip container"},
		{"truncated", whole[:len(whole)-30], extract.ErrFormat, "cut short"},
		{"header only", whole[:4], extract.ErrFormat, "cut short"},
		{"password", encrypted, extract.ErrEncrypted, "remove the password"},
		{"legacy", legacy, extract.ErrFormat, "save it as DOCX"},
		{"other zip", extracttest.Zip(t, parts{"xl/workbook.xml": "<x/>"}), extract.ErrFormat, "no Word document"},
		{"blank", file(t, p(" "), nil), extract.ErrNoText, "blank"},
		{"pictures only", file(t, `<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>`, nil), extract.ErrNoText, "text recognition"},
		{"not XML", extracttest.Zip(t, parts{"word/document.xml": "\x00\x01\x02"}), extract.ErrFormat, "damaged"},
		{"too many bytes", bytes.Repeat([]byte("PK\x03\x04"), 100), extract.ErrTooLarge, "100 bytes"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			limits := extract.Limits{}
			if test.want == extract.ErrTooLarge {
				limits.Bytes = 100
			}
			err := readError(test.data, limits)
			require.ErrorIs(t, err, test.want)
			assert.ErrorContains(t, err, test.says)
		})
	}
}

func TestDamagedHalfWay(t *testing.T) {
	body := p("kept") + `<w:p><w:r><w:t>cut</w:r></w:p>` + p("lost")
	text := read(t, file(t, body, nil))
	assert.Equal(t, "P kept", show(text)[0])
	assert.NotContains(t, text.Content, "lost")
	last := text.Pages[len(text.Pages)-1]
	assert.Contains(t, last.Unreadable, "damaged here")
}

func TestDamagedParts(t *testing.T) {
	text := read(t, file(t, listed("1", "0", "text"), parts{"numbering": "<w:num", "footnotes": "<w:footnote>"}))
	assert.Equal(t, []string{"P text"}, show(text))
	assert.Len(t, text.Notes, 2)
	assert.Contains(t, text.Pages[len(text.Pages)-1].Unreadable, "footnotes are damaged")
}

func TestEmbeddedDocumentIsUnread(t *testing.T) {
	text := read(t, file(t, p("text")+`<w:altChunk r:id="x"/>`, nil))
	assert.Contains(t, text.Pages[len(text.Pages)-1].Unreadable, "embedded")
}

// TestZipBomb inflates for real: the bound holds whatever the sizes are said
// to be.
func TestZipBomb(t *testing.T) {
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	f, err := w.Create("word/document.xml")
	require.NoError(t, err)
	_, err = io.WriteString(f, `<w:document`+namespaces+`><w:body><w:p><w:r><w:t>`)
	require.NoError(t, err)
	letters := bytes.Repeat([]byte("a"), 1<<20)
	for range 8 {
		_, err = f.Write(letters)
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	assert.Less(t, buf.Len(), 1<<20)
	assert.ErrorIs(t, readError(buf.Bytes(), extract.Limits{Inflated: 4 << 20}), extract.ErrTooLarge)
}

// TestDeclaredBomb says that a small part has 8 GB.
func TestDeclaredBomb(t *testing.T) {
	content := []byte(`<w:document` + namespaces + `><w:body>` + p("text") + `</w:body></w:document>`)
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	f, err := w.CreateRaw(&zip.FileHeader{Name: "word/document.xml", Method: zip.Store, CRC32: crc32.ChecksumIEEE(content),
		CompressedSize64: uint64(len(content)), UncompressedSize64: 8 << 30})
	require.NoError(t, err)
	_, err = f.Write(content)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	text := read(t, buf.Bytes())
	assert.Equal(t, []string{"P text"}, show(text))
}

func TestEntityBomb(t *testing.T) {
	entities := `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY e SYSTEM "file:///etc/passwd">]>`
	for _, name := range []string{"&b;", "&e;"} {
		data := extracttest.Zip(t, parts{"word/document.xml": entities + `<w:document` + namespaces + `><w:body>` + p("before") + p(name) + `</w:body></w:document>`})
		text := read(t, data)
		assert.Equal(t, []string{"P before"}, show(text))
		assert.NotEmpty(t, text.Pages[len(text.Pages)-1].Unreadable)
	}
}

func TestDeepNesting(t *testing.T) {
	deep := strings.Repeat(`<w:sdt><w:sdtContent>`, 100_000)
	text := read(t, file(t, p("before")+deep, nil))
	assert.Equal(t, []string{"P before"}, show(text))
	assert.Contains(t, text.Pages[len(text.Pages)-1].Unreadable, "nested too deep")
}

func TestDepthLimit(t *testing.T) {
	source := file(t, p("before")+strings.Repeat(`<w:sdt>`, 20)+p("deep")+strings.Repeat(`</w:sdt>`, 20), nil)
	assert.Equal(t, []string{"P before", "P deep"}, show(read(t, source)))
	text, err := Read(t.Context(), source, extract.Accepted, extract.Limits{Depth: 10})
	require.NoError(t, err)
	assert.Equal(t, []string{"P before"}, show(text))
	assert.Contains(t, text.Pages[len(text.Pages)-1].Unreadable, "nested too deep")
}

// TestLongNumbers notes what is left out of the text of numbers.
func TestLongNumbers(t *testing.T) {
	long := `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1` + strings.Repeat("x", 1000) +
		`"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`
	text := read(t, file(t, listed("1", "0", "text"), parts{"numbering": long}))
	assert.Less(t, len(text.Content), 200)
	assert.Contains(t, text.Notes, "text of automatic numbers was left out beyond 100 bytes")
}

func TestTooManyParagraphs(t *testing.T) {
	extracttest.Long(t, "the race detector takes a minute for so many")
	text := read(t, file(t, strings.Repeat(`<w:p><w:r><w:t>a</w:t></w:r></w:p>`, story.MaxParagraphs+1), nil))
	assert.Len(t, text.Blocks, story.MaxParagraphs)
	assert.Contains(t, text.Pages[len(text.Pages)-1].Unreadable, "400000 paragraphs")
}

// TestRepeatedNote keeps one note that is referred to often from growing.
func TestRepeatedNote(t *testing.T) {
	refs := strings.Repeat(`<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>`, 1000)
	text := read(t, file(t, refs, parts{"footnotes": `<w:footnote w:id="1">` + p(strings.Repeat("x", 1000)) + `</w:footnote>`}))
	assert.Len(t, text.Blocks, 1)
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Read(ctx, file(t, strings.Repeat(p("x"), xmlstream.CheckEvery), nil), extract.Accepted, extract.Limits{})
	assert.ErrorIs(t, err, context.Canceled)
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(p("text")+listed("1", "0", "item")), []byte(lists), []byte(styles))
	f.Add([]byte(`<w:tbl><w:tr><w:tc>`+p("a")+`</w:tc></w:tr></w:tbl>`), []byte(""), []byte(listStyles))
	f.Add([]byte(`<w:p>`+explicitBreak+renderedBreak+`</w:p>`), []byte(""), []byte(""))
	f.Add([]byte(`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>`), []byte(""), []byte(""))
	f.Add([]byte(markedAs("del", del("a")+ins("b"))+markedAs("ins", r("c"))+`<w:tbl><w:tr><w:trPr><w:ins/></w:trPr><w:tc>`+p("d")+`</w:tc></w:tr></w:tbl>`), []byte(""), []byte(""))
	f.Fuzz(func(t *testing.T, body, numbering, styles []byte) {
		data := file(t, string(body), parts{"numbering": string(numbering), "styles": string(styles)})
		for _, changes := range []extract.Changes{extract.Accepted, extract.Original, extract.Both} {
			text, err := Read(context.Background(), data, changes, extract.Limits{Inflated: 1 << 20})
			if err == nil {
				extracttest.AssertSound(t, text)
			}
		}
	})
}

// Fields without an end are not looked through again for each text behind them.
func TestOpenFields(t *testing.T) {
	field := `<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>`
	start := time.Now()
	text := read(t, file(t, `<w:p>`+strings.Repeat(field, 100_000)+`</w:p>`+strings.Repeat(p("x"), 100_000), nil))
	assert.Len(t, text.Blocks, 100_000)
	assert.Less(t, time.Since(start), 10*time.Second)
}
