package pdf

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

// FuzzFilters decodes a stream by each filter within the allowance.
func FuzzFilters(f *testing.F) {
	for _, data := range []string{"\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01", "x\x9c\x4b\x04", "<~87cUR~>", "616263>", "\x02abc\xfdd\x80"} {
		f.Add([]byte(data), 12, 3)
	}
	const most = 1 << 16
	f.Fuzz(func(t *testing.T, data []byte, kind, columns int) {
		for _, name := range []string{"FlateDecode", "LZWDecode", "ASCIIHexDecode", "ASCII85Decode", "RunLengthDecode"} {
			step := filter{name: name, predictor: predictor{kind: kind, columns: columns}}
			if !step.sane() {
				continue
			}
			out, err := decode(data, []filter{step}, extract.NewInflation(most))
			if err == nil {
				assert.LessOrEqual(t, len(out), most)
			}
		}
	})
}

func FuzzFontProgram(f *testing.F) {
	f.Add([]byte(testTrueType()))
	f.Add([]byte(testCompactFont()))
	f.Add([]byte("%!PS dup 65 /B put eexec"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file := fontFile{data, parseTrueType(data)}
		p := &program{content: func() fontFile { return file }}
		for code := range uint32(300) {
			_ = p.glyphText(code)
			_ = p.codeText(code)
		}
		for code := range p.encoding() {
			assert.GreaterOrEqual(t, code, 0)
		}
	})
}

func FuzzCMap(f *testing.F) {
	f.Add([]byte(sampleCMap))
	f.Add([]byte("1 begincidrange <00> <ff> 3 endcidrange 1 beginbfrange <0000> <ffff> [<0041>] endbfrange"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m := parseCMap(data)
		for length := 1; length <= 4; length++ {
			for code := range uint32(300) {
				_, _ = m.text(length, code)
				_ = m.cid(length, code)
			}
		}
		assert.LessOrEqual(t, m.codeLength([]byte("\x81\x40\x00\x00")), 4)
	})
}

// FuzzEncryption opens files with changed encryption dictionaries.
func FuzzEncryption(f *testing.F) {
	for _, name := range []string{"rc4-40", "aes-128-packed", "aes-256-r6"} {
		data, err := os.ReadFile("testdata/encrypted/" + name + ".pdf")
		require.NoError(f, err)
		f.Add(data, "patron")
	}
	f.Fuzz(func(t *testing.T, data []byte, password string) {
		text, err := Read(t.Context(), data, password, extract.Limits{Bytes: 1 << 20, Inflated: 1 << 22, Pages: 20})
		if err == nil {
			extracttest.AssertSound(t, text)
		}
	})
}

// FuzzReferences reads the cross-reference sections of a file, or searches for
// its objects, and rebuilds the file from what they say.
func FuzzReferences(f *testing.F) {
	plain := newTestFile()
	plain.textPage("text")
	f.Add(plain.bytes())
	f.Add([]byte("1 0 obj <</Type/Catalog>> endobj 2 0 obj <</Type/ObjStm/N 1/First 4>> stream\n3 0 [1]\nendstream endobj trailer <</Root 1 0 R>>"))
	f.Add([]byte("xref\n0 2\n0000000000 65535 f \n0000000060 00000 n \ntrailer <</Root 1 0 R/Prev 0>>\n1 0 obj null endobj\nstartxref\n0\n%%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		refs, err := readReferences(data, 0, extract.NewInflation(1<<20))
		if err != nil || !refs.locate(data, 0) {
			refs = newReferences()
			refs.search(data)
		}
		rebuilt := newRebuilt(data, refs)
		rebuilt.mend()
		for _, at := range rebuilt.inOrder() {
			require.True(t, 0 <= at.offset && at.offset <= at.end && at.end <= rebuilt.Len())
		}
	})
}
