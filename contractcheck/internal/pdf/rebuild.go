package pdf

import (
	"bytes"
	"fmt"
	"maps"
	"slices"

	"github.com/ledongthuc/pdf"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// header is what the object layer demands of the first bytes of a file.
const header = "%PDF-1.7\n"

// rebuilt is a file with a plain cross-reference table: the original bytes,
// the objects taken out of object streams, and the table.
type rebuilt struct {
	bytes.Buffer
	refs *references
	// offsets of the objects in the rebuilt file
	offsets map[uint32]location
	notes   []string // on what was mended or left out
}

func newRebuilt(data []byte, refs *references) *rebuilt {
	b := &rebuilt{refs: refs, offsets: map[uint32]location{}}
	b.Grow(len(header) + len(data) + 1)
	b.WriteString(header)
	b.Write(data)
	b.WriteByte('\n')
	for number, at := range refs.objects {
		if at.isPlain() {
			at.offset += len(header)
			b.offsets[number] = at
		}
	}
	return b
}

// containers lists the object streams: those that were searched for, and the
// others in order.
func (r *references) containers() []uint32 {
	set := map[uint32]bool{}
	for _, at := range r.objects {
		if at.container != 0 {
			set[at.container] = true
		}
	}
	for _, number := range r.found {
		delete(set, number)
	}
	return append(slices.Clone(r.found), slices.Sorted(maps.Keys(set))...)
}

// holds reports whether an object is to be taken out of an object stream.
func (r *references) holds(container, number uint32) bool {
	at, known := r.objects[number]
	if known && !at.free {
		return at.container == container
	}
	return slices.Contains(r.found, container)
}

// containersKey is the trailer's key under which the object streams are handed
// to expand; no PDF uses it.
const containersKey = "ContainersToExpand"

// finish appends the table and returns the file's bytes. More may be added and
// the file finished again; that overwrites the table in the bytes returned
// before, which their reader has read by then.
func (b *rebuilt) finish(containers []uint32) []byte {
	length := b.Len()
	b.writeTable()
	b.WriteString("trailer\n<<")
	fmt.Fprintf(b, "/Size %d", maxObjectNumber)
	fmt.Fprintf(b, "/Root %s ", b.refs.trailer["Root"])
	if len(containers) > 0 {
		fmt.Fprintf(b, "/%s [", containersKey)
		for _, number := range containers {
			fmt.Fprintf(b, "%d %d R ", number, b.offsets[number].generation)
		}
		b.WriteString("]")
	}
	fmt.Fprintf(b, ">>\nstartxref\n%d\n%%%%EOF\n", length)
	finished := b.Bytes()
	b.Truncate(length)
	return finished
}

// writeTable writes one subsection for each run of object numbers.
func (b *rebuilt) writeTable() {
	numbers := slices.Sorted(maps.Keys(b.offsets))
	b.WriteString("xref\n")
	for len(numbers) > 0 {
		run := 1
		for run < len(numbers) && numbers[run] == numbers[0]+uint32(run) {
			run++
		}
		fmt.Fprintf(b, "%d %d\n", numbers[0], run)
		for _, number := range numbers[:run] {
			at := b.offsets[number]
			fmt.Fprintf(b, "%010d %05d n \n", at.offset, at.generation)
		}
		numbers = numbers[run:]
	}
}

// expand appends the objects of the object streams (ISO 32000-1 7.5.7) as
// plain objects. It saves the object layer from inflating a stream anew for
// each of its objects.
func (d *document) expand(b *rebuilt, containers []uint32, streams pdf.Value) error {
	for i, container := range containers {
		stream, err := element(streams, i)
		if err != nil || stream.Key("Type").Name() != "ObjStm" {
			continue // its objects are missing, which the pages will tell
		}
		data, err := d.readStream(stream)
		if err != nil && len(data) == 0 {
			if isLimit(err) {
				return err
			}
			continue
		}
		if err := b.addObjects(container, data, int(stream.Key("First").Int64()), d.inflation); err != nil {
			return err
		}
	}
	return nil
}

// addObjects reads the pairs of number and offset before first, and copies the
// objects that the references place in this container. What it copies counts
// like what is inflated: many numbers may name one place.
func (b *rebuilt) addObjects(container uint32, data []byte, first int, inflation *extract.Inflation) error {
	if first <= 0 || first > len(data) {
		return nil
	}
	pairs := lexer{data: data[:first]}
	for {
		number, offset := pairs.next(), pairs.next()
		if number.kind != numberKind || offset.kind != numberKind {
			return nil
		}
		start := first + int(offset.number)
		if start < first || start >= len(data) || number.number < 1 || number.number >= maxObjectNumber {
			continue
		}
		id := uint32(number.number)
		if _, done := b.offsets[id]; done || !b.refs.holds(container, id) {
			continue
		}
		if err := inflation.Take(b.addObject(id, data, start)); err != nil {
			return err
		}
	}
}

// addObject copies one object, and returns how many bytes it has.
func (b *rebuilt) addObject(number uint32, data []byte, start int) int {
	lex := lexer{data: data, pos: start}
	lex.next()
	at := placedObject{number: number}
	if lex.items > maxItems {
		b.leaveOut(at)
		return lex.pos - start
	}
	b.replace(at, data[start:lex.pos])
	return lex.pos - start
}
