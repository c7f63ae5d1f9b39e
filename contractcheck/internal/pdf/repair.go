package pdf

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"strconv"
)

// Notes on what was repaired.
const (
	noteHeader     = "repaired: the file does not begin with a PDF header"
	noteEnd        = "repaired: the end-of-file mark is missing or displaced"
	noteReferences = "repaired: the cross-reference table is damaged; objects were searched for"
	noteLength     = "repaired: a stream's length is wrong"
)

// locate checks that each object is where the references say, and reports
// whether all that are in use were found. In a file whose header lead bytes
// precede, offsets count from the header or from those bytes.
func (r *references) locate(data []byte, lead int) bool {
	sound := true
	for number, at := range r.objects {
		if !at.isPlain() {
			continue
		}
		generation, ok := objectHeader(data, at.offset, number)
		if !ok && lead > 0 {
			at.offset -= lead
			generation, ok = objectHeader(data, at.offset, number)
		}
		if !ok {
			// Offset 0 marks an unused number in what some writers make.
			sound = sound && at.offset+lead == 0
			delete(r.objects, number)
			continue
		}
		at.generation = generation
		r.objects[number] = at
	}
	return sound
}

// objectHeader reads "number generation obj" at an offset.
func objectHeader(data []byte, offset int, number uint32) (generation int, ok bool) {
	if offset < 0 || offset >= len(data) {
		return 0, false
	}
	lex := lexer{data: data[:min(len(data), offset+maxObjectHeader)], pos: offset}
	first, second := lex.next(), lex.next()
	if first.kind != numberKind || first.number != float64(number) || second.kind != numberKind {
		return 0, false
	}
	if second.number < 0 || second.number > maxGeneration {
		return 0, false
	}
	word := lex.next()
	// "obj" may touch what follows, as in "1 0 obj<<", never a letter.
	return int(second.number), word.is("obj")
}

// skipHeader passes over "number generation obj".
func (l *lexer) skipHeader() {
	for range 3 {
		l.next()
	}
}

const (
	maxHeaderOffset = 4096 // leading bytes in which a header is looked for
	maxObjectHeader = 64   // "number generation obj" with white space
	maxGeneration   = 65535
)

// search finds all objects by their headers and adds those that the references
// lack; of several definitions the last one in the file holds.
func (r *references) search(data []byte) {
	for number, at := range searchObjects(data) {
		if known, ok := r.objects[number]; !ok || known.free {
			r.objects[number] = at
		}
	}
	r.searchTrailers(data)
	r.searchStreams(data)
	if r.trailer["Root"] == nil {
		r.searchCatalog(data)
	}
}

// searchStreams looks among the objects found for the streams that hold other
// objects, and for cross-reference streams, whose dictionary is a trailer. The
// last ones in the file come first.
func (r *references) searchStreams(data []byte) {
	numbers := slices.SortedFunc(maps.Keys(r.objects), func(a, b uint32) int {
		return cmp.Or(cmp.Compare(r.objects[b].offset, r.objects[a].offset), cmp.Compare(a, b))
	})
	for _, number := range numbers {
		at := r.objects[number]
		if !at.isPlain() || at.offset < 0 || at.offset >= len(data) {
			continue
		}
		lex := lexer{data: data[:min(len(data), at.offset+maxStreamHead)], pos: at.offset}
		lex.skipHeader()
		switch head := lex.next(); string(head.get("Type").bytes) {
		case "XRef":
			r.keepTrailer(data, head)
		case "ObjStm":
			r.found = append(r.found, number)
		}
	}
}

// maxStreamHead bounds the dictionary of a stream that holds objects.
const maxStreamHead = 4096

func searchObjects(data []byte) map[uint32]location {
	found := map[uint32]location{}
	for pos := 0; ; {
		i := bytes.Index(data[pos:], []byte("obj"))
		if i < 0 {
			return found
		}
		pos += i
		if start, number, ok := headerBefore(data, pos); ok {
			if generation, ok := objectHeader(data, start, number); ok {
				found[number] = location{offset: start, generation: generation}
			}
		}
		pos += len("obj")
	}
}

// headerBefore reads backwards from "obj" over generation and number.
func headerBefore(data []byte, pos int) (start int, number uint32, ok bool) {
	low := max(0, pos-maxObjectHeader)
	_, before, ok := digitsBefore(data, low, pos)
	if !ok {
		return 0, 0, false
	}
	digits, start, ok := digitsBefore(data, low, before)
	if !ok {
		return 0, 0, false
	}
	n, err := strconv.ParseUint(string(digits), 10, 32)
	return start, uint32(n), err == nil && n > 0 && n < maxObjectNumber
}

// digitsBefore returns the digits that stand, with white space behind them,
// before pos.
func digitsBefore(data []byte, low, pos int) (digits []byte, start int, ok bool) {
	end := pos
	for end > low && isSpace(data[end-1]) {
		end--
	}
	start = end
	for start > low && data[start-1] >= '0' && data[start-1] <= '9' {
		start--
	}
	return data[start:end], start, start < end && end < pos
}

// searchTrailers keeps what the last trailers in the file say.
func (r *references) searchTrailers(data []byte) {
	for end := len(data); ; {
		i := bytes.LastIndex(data[:end], []byte("trailer"))
		if i < 0 {
			return
		}
		lex := lexer{data: data, pos: i + len("trailer")}
		r.keepTrailer(data, lex.next())
		end = i
		if r.trailer["Root"] != nil {
			return
		}
	}
}

// searchCatalog looks for the catalog among the objects found.
func (r *references) searchCatalog(data []byte) {
	var newest location
	for number, at := range r.objects {
		if !at.isPlain() {
			continue
		}
		lex := lexer{data: data, pos: at.offset}
		lex.skipHeader()
		if data := data[lex.pos:min(len(data), lex.pos+maxCatalog)]; !bytes.Contains(data, []byte("/Catalog")) {
			continue
		}
		dictionary := lex.next()
		if string(dictionary.get("Type").bytes) == "Catalog" && at.offset >= newest.offset {
			newest = at
			r.trailer["Root"] = []byte(strconv.Itoa(int(number)) + " " + strconv.Itoa(at.generation) + " R")
		}
	}
}

// maxCatalog bounds where a catalog's type is looked for.
const maxCatalog = 4096
