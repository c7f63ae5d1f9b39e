package pdf

import (
	"fmt"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// readStreamSection reads a cross-reference stream behind its "obj" (7.5.8).
func (r *references) readStreamSection(lex *lexer, inflation *extract.Inflation) (object, error) {
	trailer := lex.next()
	if string(trailer.get("Type").bytes) != "XRef" || !lex.next().is("stream") {
		return object{}, errNoReferences
	}
	table, err := inflateSection(lex, trailer, inflation)
	if err != nil {
		return object{}, err
	}
	widths := [3]int{}
	for i, w := range trailer.get("W").items {
		if i < 3 && w.number >= 0 && w.number <= 8 {
			widths[i] = int(w.number)
		}
	}
	index := trailer.get("Index").items
	if len(index) == 0 {
		index = []object{{kind: numberKind}, trailer.get("Size")}
	}
	r.addEntries(table, widths, index)
	return trailer, nil
}

func (r *references) addEntries(table []byte, widths [3]int, index []object) {
	size := widths[0] + widths[1] + widths[2]
	if size == 0 {
		return
	}
	for ; len(index) >= 2; index = index[2:] {
		for i := 0; i < int(min(index[1].number, maxObjectNumber)) && len(table) >= size; i++ {
			r.addEntry(index[0].number+float64(i), table[:size], widths)
			table = table[size:]
		}
	}
}

// addEntry reads one entry (7.5.8.3): a type and two fields.
func (r *references) addEntry(number float64, entry []byte, widths [3]int) {
	kind := uint64(1)
	if widths[0] > 0 {
		kind = field(entry[:widths[0]])
	}
	second := field(entry[widths[0] : widths[0]+widths[1]])
	switch kind {
	case 0:
		r.add(number, location{free: true})
	case 1:
		r.add(number, location{offset: int(min(second, maxFileOffset))})
	case 2:
		if second > 0 && second < maxObjectNumber {
			r.add(number, location{container: uint32(second)})
		}
	}
}

// maxFileOffset is behind any file that can be read.
const maxFileOffset = 1 << 40

func field(b []byte) uint64 {
	var v uint64
	for _, c := range b {
		v = v<<8 | uint64(c)
	}
	return v
}

// inflateSection returns the bytes of a cross-reference stream. Such a stream
// is never encrypted and its Length is direct (7.5.8.2).
func inflateSection(lex *lexer, dictionary object, inflation *extract.Inflation) ([]byte, error) {
	start := streamStart(lex.data, lex.pos)
	end := start + int(min(max(dictionary.get("Length").number, 0), maxFileOffset))
	if end > len(lex.data) {
		end = len(lex.data)
	}
	raw := lex.data[start:end]
	parameters := onlyItem(dictionary.get("DecodeParms"))
	f := filter{
		name: string(onlyItem(dictionary.get("Filter")).bytes),
		predictor: predictor{
			kind: int(parameters.get("Predictor").number), columns: int(parameters.get("Columns").number),
		},
	}
	switch {
	case f.name == "":
		return raw, nil
	case f.name != "FlateDecode" && f.name != "Fl":
		return nil, fmt.Errorf("%w: its filter is not known", errNoReferences)
	case !f.sane():
		return nil, errNoReferences
	}
	// A stream that breaks off still has its first entries.
	table, err := f.decode(raw, inflation)
	if isLimit(err) {
		return nil, err
	}
	return table, nil
}

// onlyItem returns the item of an array that has one, and else the object.
func onlyItem(o object) object {
	if o.kind == arrayKind && len(o.items) == 1 {
		return o.items[0]
	}
	return o
}

// streamStart skips the line end behind the word "stream" (7.3.8.1).
func streamStart(data []byte, pos int) int {
	if pos < len(data) && data[pos] == '\r' {
		pos++
	}
	if pos < len(data) && data[pos] == '\n' {
		pos++
	}
	return pos
}
