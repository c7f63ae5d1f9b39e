package pdf

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// show renders an object for comparison.
func showObject(o object) string {
	switch o.kind {
	case numberKind:
		return strconv.FormatFloat(o.number, 'g', -1, 64)
	case stringKind:
		return "(" + string(o.bytes) + ")"
	case nameKind:
		return "/" + string(o.bytes)
	case operatorKind:
		return string(o.bytes)
	case referenceKind:
		return "ref" + strconv.Itoa(int(o.number))
	case arrayKind:
		return "[" + showAll(o.items) + "]"
	case dictionaryKind:
		return "<<" + showAll(o.items) + ">>"
	}
	return "?"
}

func showAll(objects []object) string {
	var parts []string
	for _, o := range objects {
		parts = append(parts, showObject(o))
	}
	return strings.Join(parts, " ")
}

func TestLexer(t *testing.T) {
	tests := []struct{ in, want string }{
		{"12 -3.5 +.25 .5 4.", "12 -3.5 0.25 0.5 4"},
		{"--5 12-5 1e5 . -", "0 12 100000 0 0"},
		{"99999999999999999999", "0"},
		{`(a(b)c) (\(\)\\) (a\
b) (\101\7z)`, `(a(b)c) (()\) (ab) (A` + "\x07" + `z)`},
		{"(line\r\nend) (open", "(line\nend) (open)"},
		{"<48 65 6c6C 6f> <4> <xyz", "(Hello) (@) ()"},
		{"/Name /A#20B /Bad#G /", "/Name /A B /Bad#G /"},
		{"[1 [2 (x)] /N] TJ", "[1 [2 (x)] /N] TJ"},
		{"<</A 1/B <</C [5 0 R 6 0 R]>>>>", "<</A 1 /B <</C [ref5 ref6]>>>>"},
		{"1 0 R", "1 0 R"}, // no reference outside of brackets
		{"% comment\nBT%x\rET", "BT ET"},
		{"q) } Q", "q ) } Q"},
		{"", ""},
	}
	for _, tt := range tests {
		lex := lexer{data: []byte(tt.in)}
		var got []object
		for o := lex.next(); o.kind != endOfInput; o = lex.next() {
			got = append(got, o)
		}
		assert.Equal(t, tt.want, showAll(got), "lexing %q", tt.in)
	}
}

func TestLexerBoundsNesting(t *testing.T) {
	lex := lexer{data: []byte(strings.Repeat("[", 100_000) + strings.Repeat("<<", 100_000))}
	for lex.next().kind != endOfInput {
	}
	assert.Equal(t, len(lex.data), lex.pos)
}

func TestDictionaryGet(t *testing.T) {
	lex := lexer{data: []byte("<</Type/Key/Key 1/Size 2/Size 3>>")}
	d := lex.next()
	assert.Equal(t, "1", showObject(d.get("Key")))
	assert.Equal(t, "3", showObject(d.get("Size")))
	assert.Equal(t, endOfInput, d.get("None").kind)
}

func TestSkipInlineImage(t *testing.T) {
	tests := []struct{ in, want string }{
		{"/W 1 ID abc EI Q", "Q"},
		{"ID x EI\x00\x01\x02\x03 y EI Q BT", "Q BT"}, // bytes that are no operators
		{"ID xEIx\nEI", ""},
		{"ID never ends", ""},
		{"no data", ""},
	}
	for _, tt := range tests {
		lex := lexer{data: []byte(tt.in)}
		lex.skipInlineImage()
		lex.skipSpace()
		assert.Equal(t, tt.want, tt.in[lex.pos:], "skipping %q", tt.in)
	}
}

// A list of very many items is passed over in part, and says so.
func TestLexerBoundsItems(t *testing.T) {
	lex := lexer{data: []byte("[" + strings.Repeat("[1]", maxItems) + "] after")}
	assert.LessOrEqual(t, len(lex.next().items), maxItems)
	assert.True(t, lex.cut)
	assert.True(t, lex.next().is("after"))
}

// An object that is too long is left out of the file that is read, wherever it
// stands, and a note says so.
func TestObjectsTooLong(t *testing.T) {
	long := "[" + strings.Repeat("1 ", maxItems+1) + "]"
	f := newTestFile()
	f.textPage("text")
	f.add(long)
	assert.Contains(t, read(t, f.bytes()).Notes, noteTooLong)
	b := newRebuilt(nil, newReferences())
	b.addObject(1, []byte(long), 0)
	assert.Equal(t, []string{noteTooLong}, b.notes)
	assert.Less(t, b.Len(), 100)
}
