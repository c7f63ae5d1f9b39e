package pdf

import (
	"bytes"
	"errors"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// The object layer trusts the sizes and links in a file's cross-reference
// sections. This file reads these sections with bounds of its own
// (ISO 32000-1 7.5.4 to 7.5.8), and rebuild.go hands the object layer a plain
// table that is known to be sound.

// location says where an object is: at an offset, or in an object stream.
type location struct {
	offset     int
	generation int
	container  uint32 // the object stream's number; 0 for none
	free       bool
}

// isPlain reports whether the object stands at its offset.
func (l location) isPlain() bool { return !l.free && l.container == 0 }

// references is what the cross-reference sections of a file say together.
type references struct {
	objects map[uint32]location
	// trailer holds the newest value of each key that matters, in the bytes of
	// the file: Root, Encrypt and ID.
	trailer map[string][]byte
	// found lists the object streams that were searched for, the last one in
	// the file first; what they hold counts where nothing else is known of it.
	found []uint32
}

// Bounds on cross-reference sections. A table entry of the object layer takes
// 32 bytes; a contract of 5,000 pages has about 100,000 objects.
const (
	maxObjectNumber = 1 << 21
	maxSections     = 4096 // each edit of a file adds one
)

var errNoReferences = errors.New("no cross-reference section")

// readReferences follows the chain of sections from the newest one on. Lead is
// how many bytes preceded the header; offsets may count from them. Inflated
// sections count against the allowance.
func readReferences(data []byte, lead int, inflation *extract.Inflation) (*references, error) {
	refs := newReferences()
	next, ok := startOffset(data)
	if !ok {
		return nil, errNoReferences
	}
	queue, seen := []int{next}, map[int]bool{}
	for len(queue) > 0 {
		if len(seen) == maxSections {
			return nil, errNoReferences // what older ones list must be searched for
		}
		offset := queue[0]
		queue = queue[1:]
		if offset <= 0 || offset >= len(data) || seen[offset] {
			continue
		}
		seen[offset] = true
		trailer, err := refs.readSection(data, offset, inflation)
		if errors.Is(err, errNoReferences) && offset > lead && lead > 0 {
			trailer, err = refs.readSection(data, offset-lead, inflation)
		}
		if err != nil {
			return nil, err
		}
		// A hybrid file's stream comes before the older sections (7.5.8.4).
		for _, key := range []string{"XRefStm", "Prev"} {
			if link := trailer.get(key); link.kind == numberKind {
				queue = append(queue, int(link.number))
			}
		}
	}
	if refs.trailer["Root"] == nil {
		return nil, errNoReferences
	}
	return refs, nil
}

func newReferences() *references {
	return &references{objects: map[uint32]location{}, trailer: map[string][]byte{}}
}

// startOffset reads the number behind the last "startxref".
func startOffset(data []byte) (int, bool) {
	i := bytes.LastIndex(data, []byte("startxref"))
	if i < 0 {
		return 0, false
	}
	lex := lexer{data: data, pos: i + len("startxref")}
	number := lex.next()
	return int(number.number), number.kind == numberKind
}

func (r *references) readSection(data []byte, offset int, inflation *extract.Inflation) (object, error) {
	lex := &lexer{data: data, pos: offset}
	first := lex.next()
	var trailer object
	var err error
	switch {
	case first.is("xref"):
		trailer, err = r.readTable(lex)
	case first.kind == numberKind && lex.next().kind == numberKind && lex.next().is("obj"):
		trailer, err = r.readStreamSection(lex, inflation)
	default:
		err = errNoReferences
	}
	if err != nil {
		return object{}, err
	}
	r.keepTrailer(data, trailer)
	return trailer, nil
}

func (r *references) keepTrailer(data []byte, trailer object) {
	for _, key := range []string{"Root", "Encrypt", "ID"} {
		if value := trailer.get(key); value.kind != endOfInput && r.trailer[key] == nil {
			r.trailer[key] = data[value.start:value.end]
		}
	}
}

// add keeps the first location of an object, which is the newest one.
func (r *references) add(number float64, at location) {
	if number < 1 || number >= maxObjectNumber {
		return
	}
	if _, ok := r.objects[uint32(number)]; !ok {
		r.objects[uint32(number)] = at
	}
}

// readTable reads the subsections up to the trailer's dictionary (7.5.4).
func (r *references) readTable(lex *lexer) (object, error) {
	for {
		first := lex.next()
		if first.is("trailer") {
			if trailer := lex.next(); trailer.kind == dictionaryKind {
				return trailer, nil
			}
			return object{}, errNoReferences
		}
		count := lex.next()
		if first.kind != numberKind || count.kind != numberKind {
			return object{}, errNoReferences
		}
		for i := 0; i < int(min(count.number, maxObjectNumber)); i++ {
			offset, generation, use := lex.next(), lex.next(), lex.next()
			if offset.kind != numberKind || generation.kind != numberKind || use.kind != operatorKind {
				return object{}, errNoReferences
			}
			r.add(first.number+float64(i), location{offset: int(offset.number), free: !use.is("n")})
		}
	}
}
