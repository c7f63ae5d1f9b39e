package pdf

import (
	"cmp"
	"fmt"
	"slices"
)

// sealed lists the objects of an encrypted file in the order of the file, to
// tell by a place in it which object stands there: an object's number is part
// of its key.
type sealed []placedObject

// at returns the object at an offset, and false where there is none that is
// enciphered.
func (s sealed) at(offset int) (number uint32, generation int, ok bool) {
	i, exact := slices.BinarySearchFunc(s, offset, func(o placedObject, offset int) int {
		return cmp.Compare(o.offset, offset)
	})
	if !exact {
		i--
	}
	if i < 0 || offset >= s[i].end {
		return 0, 0, false
	}
	return s[i].number, s[i].generation, true
}

// decipherStrings appends plain copies of the objects that hold strings, but
// for streams. Strings bear on the text where a form is filled in.
func (b *rebuilt) decipherStrings(d *decipher, objects sealed) {
	for _, at := range objects {
		body, lex := b.body(at)
		if lex.next().is("stream") || !body.holdsString() {
			continue
		}
		b.replace(at, d.plainStrings(nil, lex.data, body, at.number, at.generation))
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
