package pdf

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
)

// noteObject is the note on objects that the object layer would refuse.
const noteObject = "repaired: an object is not closed as it should be"

// placedObject is an object with its place in the rebuilt file. End is where
// the next one begins: nothing of an object lies behind it, whatever its own
// brackets say.
type placedObject struct {
	number      uint32
	generation  int
	offset, end int
}

// inOrder lists the objects in the order of the file.
func (b *rebuilt) inOrder() []placedObject {
	var objects []placedObject
	for number, at := range b.offsets {
		objects = append(objects, placedObject{number, at.generation, at.offset, b.Len()})
	}
	slices.SortFunc(objects, func(a, b placedObject) int {
		return cmp.Or(cmp.Compare(a.offset, b.offset), cmp.Compare(a.number, b.number))
	})
	for i := len(objects) - 2; i >= 0; i-- {
		objects[i].end = objects[i+1].offset
		if objects[i].offset == objects[i+1].offset {
			objects[i].end = objects[i+1].end
		}
	}
	return objects
}

// body returns an object behind its header, and the lexer behind it.
func (b *rebuilt) body(at placedObject) (object, *lexer) {
	lex := &lexer{data: b.Bytes()[:at.end], pos: at.offset}
	lex.skipHeader()
	return lex.next(), lex
}

// replace appends an object that stands for the one that was read.
func (b *rebuilt) replace(at placedObject, body []byte) {
	b.offsets[at.number] = location{offset: b.Len(), generation: at.generation}
	fmt.Fprintf(b, "%d %d obj\n%s\nendobj\n", at.number, at.generation, body)
}

// noteTooLong is the note on objects that would take up memory beyond bounds.
var noteTooLong = fmt.Sprintf("objects with more than %d parts were left out", maxItems)

// mend appends a sound copy of each object that the object layer would refuse:
// one without "endobj" behind it, or whose stream does not begin on a line of
// its own. It puts nothing in the place of objects that are too long.
func (b *rebuilt) mend() {
	for _, at := range b.inOrder() {
		body, lex := b.body(at)
		if lex.items > maxItems {
			b.leaveOut(at)
			continue
		}
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
		b.replace(at, sound)
		b.notes = append(b.notes, noteObject)
	}
}

// leaveOut puts nothing in the place of an object that is too long.
func (b *rebuilt) leaveOut(at placedObject) {
	b.replace(at, []byte("null"))
	b.notes = append(b.notes, noteTooLong)
}
