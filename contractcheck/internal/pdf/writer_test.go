package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/md5"
	"crypto/rc4"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// testFile writes small PDFs. Objects are numbered from 1 in the order in which
// they are added; number 1 is the catalog and number 2 the page tree.
type testFile struct {
	objects []string
	pages   []int
	key     []byte // encrypts with RC4, 128 bits
	trailer string
}

const helvetica = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"

func newTestFile() *testFile {
	return &testFile{objects: []string{"<</Type/Catalog/Pages 2 0 R>>", ""}}
}

// add adds an object and returns its number.
func (f *testFile) add(body string) int {
	f.objects = append(f.objects, body)
	return len(f.objects)
}

func (f *testFile) stream(dictionary, content string) int {
	number := len(f.objects) + 1
	if f.key != nil {
		content = string(f.crypt(number, []byte(content)))
	}
	return f.add(fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dictionary, len(content), content))
}

// page adds a page with a content stream and resources.
func (f *testFile) page(content, resources string) { f.pageWith("", content, resources) }

// pageWith adds a page with further entries.
func (f *testFile) pageWith(entries, content, resources string) {
	contents := f.stream("", content)
	f.pages = append(f.pages, f.add(fmt.Sprintf(
		"<</Type/Page/Parent 2 0 R%s/Contents %d 0 R/Resources<<%s>>>>", entries, contents, resources)))
}

// textPage adds a page of lines in Helvetica of 10 points, 12 points apart.
func (f *testFile) textPage(lines ...string) {
	f.page(showLines(lines...), "/Font<</F1 "+helvetica+">>")
}

func showLines(lines ...string) string {
	var content strings.Builder
	content.WriteString("BT /F1 10 Tf 12 TL 72 700 Td\n")
	for _, l := range lines {
		fmt.Fprintf(&content, "(%s) Tj T*\n", l)
	}
	content.WriteString("ET")
	return content.String()
}

// bytes returns the file with a plain cross-reference table.
func (f *testFile) bytes() []byte { return f.withLead("") }

// withLead returns the file with bytes before its header, from which offsets
// count.
func (f *testFile) withLead(lead string) []byte {
	f.finishPages()
	var b bytes.Buffer
	b.WriteString(lead + "%PDF-1.4\n")
	offsets := make([]int, len(f.objects))
	for i, body := range f.objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, f.trailer, start)
	return b.Bytes()
}

func (f *testFile) finishPages() {
	var kids strings.Builder
	for _, p := range f.pages {
		fmt.Fprintf(&kids, "%d 0 R ", p)
	}
	if f.objects[1] == "" {
		f.objects[1] = fmt.Sprintf("<</Type/Pages/Count %d/MediaBox[0 0 612 792]/Kids[%s]>>", len(f.pages), kids.String())
	}
}

// compressed returns the file with all objects but streams in an object stream
// and with a cross-reference stream.
func (f *testFile) compressed(t *testing.T) []byte {
	t.Helper()
	f.finishPages()
	container, table := len(f.objects)+1, len(f.objects)+2
	var b, pairs, bodies, entries bytes.Buffer
	b.WriteString("%PDF-1.5\n")
	entries.Write([]byte{0, 0, 0, 0, 0})
	packed := 0
	for i, body := range f.objects {
		if strings.Contains(body, "\nstream\n") {
			entries.Write([]byte{1, byte(b.Len() >> 16), byte(b.Len() >> 8), byte(b.Len()), 0})
			fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, body)
			continue
		}
		entries.Write([]byte{2, 0, byte(container >> 8), byte(container), byte(packed)})
		fmt.Fprintf(&pairs, "%d %d ", i+1, bodies.Len())
		bodies.WriteString(body + "\n")
		packed++
	}
	entries.Write([]byte{1, byte(b.Len() >> 16), byte(b.Len() >> 8), byte(b.Len()), 0})
	data := deflate(t, append(pairs.Bytes(), bodies.Bytes()...))
	if f.key != nil {
		data = f.crypt(container, data)
	}
	fmt.Fprintf(&b, "%d 0 obj\n<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\n",
		container, packed, pairs.Len(), len(data), data)
	start := b.Len()
	entries.Write([]byte{1, byte(start >> 16), byte(start >> 8), byte(start), 0})
	rows := deflate(t, upPredicted(entries.Bytes(), 5))
	fmt.Fprintf(&b, "%d 0 obj\n<</Type/XRef/Size %d/W[1 3 1]/Root 1 0 R%s/Filter/FlateDecode"+
		"/DecodeParms<</Predictor 12/Columns 5>>/Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
		table, table+1, f.trailer, len(rows), rows, start)
	return b.Bytes()
}

func deflate(t *testing.T, data []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	_, err := w.Write(data)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return out.Bytes()
}

// upPredicted applies the PNG predictor "Up" to rows.
func upPredicted(data []byte, columns int) []byte {
	var out []byte
	previous := make([]byte, columns)
	for ; len(data) >= columns; data = data[columns:] {
		out = append(out, 2)
		for i := range columns {
			out = append(out, data[i]-previous[i])
		}
		previous = data[:columns]
	}
	return out
}

// encrypt prepares encryption by revision 3 (ISO 32000-1 7.6.3), with an owner
// entry that no password opens. It must come before the first stream.
func (f *testFile) encrypt(password string) {
	id, owner := "0123456789abcdef", strings.Repeat("o", 32)
	h := md5.New()
	h.Write(append([]byte(password), passwordPadding...)[:32])
	h.Write([]byte(owner + "\xfc\xff\xff\xff" + id))
	f.key = h.Sum(nil)
	for range 50 {
		sum := md5.Sum(f.key)
		f.key = sum[:]
	}
	sum := md5.Sum(append(append([]byte(nil), passwordPadding...), id...))
	user := sum[:]
	for i := range 20 {
		key := bytes.Clone(f.key)
		for j := range key {
			key[j] ^= byte(i)
		}
		user = rc4Of(key, user)
	}
	f.trailer = fmt.Sprintf("/ID[<%x><%x>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<%x>/U<%x%032x>>>",
		id, id, owner, user, 0)
}

// crypt encrypts the bytes of an object of generation 0.
func (f *testFile) crypt(number int, data []byte) []byte {
	key := append(bytes.Clone(f.key), byte(number), byte(number>>8), byte(number>>16), 0, 0)
	sum := md5.Sum(key)
	return rc4Of(sum[:], data)
}

func rc4Of(key, data []byte) []byte {
	c, err := rc4.NewCipher(key)
	if err != nil {
		panic(err)
	}
	out := make([]byte, len(data))
	c.XORKeyStream(out, data)
	return out
}
