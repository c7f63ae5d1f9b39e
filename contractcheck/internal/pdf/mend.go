package pdf

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
)

// noteObject is the note on objects that the object layer would refuse.
const noteObject = "repaired: an object is not closed as it should be"

// mend appends a sound copy of each object that the object layer would refuse:
// one without "endobj" behind it, or whose stream does not begin on a line of
// its own. It reports whether there were any.
func (b *rebuilt) mend() bool {
	mended := false
	for _, number := range slices.Sorted(maps.Keys(b.offsets)) {
		at := b.offsets[number]
		lex := lexer{data: b.Bytes(), pos: at.offset}
		for range 3 { // number, generation, obj
			lex.next()
		}
		body := lex.next()
		after := lex.next()
		if after.is("endobj") || after.is("stream") && (lex.at(0) == '\r' || lex.at(0) == '\n') {
			continue
		}
		sound := bytes.Clone(lex.data[body.start:body.end])
		if body.is("endobj") {
			sound = []byte("null")
		}
		if after.is("stream") {
			stream := lex.data[min(lex.pos+1, len(lex.data)):]
			sound = fmt.Appendf(sound, "\nstream\n%s\nendstream", stream[:searchEnd(stream)])
		}
		b.offsets[number] = location{offset: b.Len(), generation: at.generation}
		fmt.Fprintf(b, "%d %d obj\n%s\nendobj\n", number, at.generation, sound)
		mended = true
	}
	return mended
}
