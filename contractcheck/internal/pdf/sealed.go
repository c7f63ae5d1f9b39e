package pdf

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

// sealed lists the objects of an encrypted file in the order of the file, to
// tell by a place in it which object stands there: an object's number is part
// of its key.
type sealed struct {
	objects []sealedObject
	end     int // what stands behind was never enciphered
}

type sealedObject struct {
	offset, generation int
	number             uint32
}

// sealed returns the objects of the original file.
func (b *rebuilt) sealed() sealed {
	s := sealed{end: b.Len()}
	for number, at := range b.offsets {
		s.objects = append(s.objects, sealedObject{at.offset, at.generation, number})
	}
	slices.SortFunc(s.objects, func(a, b sealedObject) int {
		return cmp.Or(cmp.Compare(a.offset, b.offset), cmp.Compare(a.number, b.number))
	})
	return s
}

// at returns the object at an offset, and false where there is none that is
// enciphered.
func (s sealed) at(offset int) (number uint32, generation int, ok bool) {
	i, exact := slices.BinarySearchFunc(s.objects, offset, func(o sealedObject, offset int) int {
		return cmp.Compare(o.offset, offset)
	})
	if !exact {
		i--
	}
	if i < 0 || offset >= s.end {
		return 0, 0, false
	}
	return s.objects[i].number, s.objects[i].generation, true
}

// decipherStrings appends plain copies of the objects that hold strings, but
// for streams. Strings bear on the text where a form is filled in.
func (b *rebuilt) decipherStrings(d *decipher) {
	for _, number := range slices.Sorted(maps.Keys(b.offsets)) {
		at := b.offsets[number]
		lex := lexer{data: b.Bytes(), pos: at.offset}
		for range 3 { // number, generation, obj
			lex.next()
		}
		body := lex.next()
		if lex.next().is("stream") || !body.holdsString() {
			continue
		}
		plain := d.plainStrings(nil, lex.data, body, number, at.generation)
		b.offsets[number] = location{offset: b.Len(), generation: at.generation}
		fmt.Fprintf(b, "%d %d obj\n%s\nendobj\n", number, at.generation, plain)
	}
}

func (o object) holdsString() bool {
	return o.kind == stringKind || slices.ContainsFunc(o.items, object.holdsString)
}

// plainStrings appends an object's bytes with its strings deciphered.
func (d *decipher) plainStrings(out, data []byte, o object, number uint32, generation int) []byte {
	if o.kind == stringKind {
		return fmt.Appendf(out, "<%x>", d.string(number, generation, o.bytes))
	}
	at := o.start
	for _, item := range o.items {
		out = append(out, data[at:item.start]...)
		out = d.plainStrings(out, data, item, number, generation)
		at = item.end
	}
	return append(out, data[at:o.end]...)
}
