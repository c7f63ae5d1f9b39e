package finder

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"unicode/utf8"
)

// Read reads a model file that WriteTo wrote. An error that is not r's own
// wraps ErrFormat and names the offset, in bytes, of what is wrong.
func Read(r io.Reader) (*Model, error) {
	const around = len(magic) + 4 + 4
	data, err := io.ReadAll(io.LimitReader(r, maxModel+int64(around)+1))
	if err != nil {
		return nil, fmt.Errorf("reading a model: %w", err)
	}
	d := &decoder{data: data}
	m := d.model()
	if d.err != nil {
		return nil, d.err
	}
	if !m.index() {
		d.fail(d.at, "too many runs of words have hashes that collide")
		return nil, d.err
	}
	return m, nil
}

// decoder reads the parts of a model file. After its first error it reads
// nothing but zeros, so that the callers need not look after each number.
type decoder struct {
	data []byte
	at   int
	err  error
}

func (d *decoder) fail(at int, format string, args ...any) {
	if d.err == nil {
		d.err = fmt.Errorf("model, offset %d: %w: %s", at, ErrFormat, fmt.Sprintf(format, args...))
	}
}

// take returns the next n bytes, or nil behind the end.
func (d *decoder) take(n int) []byte {
	if d.err != nil {
		return nil
	}
	if n > len(d.data)-d.at {
		d.fail(d.at, "expected %d bytes more, read %d", n, len(d.data)-d.at)
		return nil
	}
	d.at += n
	return d.data[d.at-n : d.at]
}

func (d *decoder) uint32() uint32 {
	if b := d.take(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

// float reads a number that must be finite: sums of others compare with
// nothing.
func (d *decoder) float() float32 {
	at := d.at
	f := math.Float32frombits(d.uint32())
	if math.IsNaN(float64(f)) || math.IsInf(float64(f), 0) {
		d.fail(at, "read a number that is not finite")
	}
	return f
}

// count reads how many things of at least size bytes follow, so that no count
// makes room for more than the file can hold.
func (d *decoder) count(what string, size, most int) int {
	at := d.at
	n := d.uint32()
	if left := len(d.data) - d.at; d.err == nil && (int64(n) > int64(most) || int64(n)*int64(size) > int64(left)) {
		d.fail(at, "read %d %s, expected at most %d", n, what, min(most, left/size))
	}
	if d.err != nil {
		return 0
	}
	return int(n)
}

func (d *decoder) text(what string) string {
	n := d.count("bytes of "+what, 1, maxText)
	at := d.at
	s := string(d.take(n))
	if !utf8.ValidString(s) {
		d.fail(at, "the %s is no UTF-8", what)
	}
	return s
}

func (d *decoder) model() *Model {
	d.frame()
	m := &Model{note: d.text("the note")}
	d.requirements(m)
	d.groups(m)
	d.grams(m)
	if d.err == nil && d.at != len(d.data) {
		d.fail(d.at, "read %d bytes too many", len(d.data)-d.at)
	}
	return m
}

// frame checks what stands around the body, and cuts the checksum off.
func (d *decoder) frame() {
	if got := d.take(len(magic)); string(got) != magic {
		d.fail(0, "read %q, expected %q", got, magic)
	}
	length := int(d.uint32())
	if d.err == nil && length != len(d.data)-d.at-4 {
		d.fail(d.at-4, "read a length of %d, expected %d", length, len(d.data)-d.at-4)
	}
	if d.err != nil {
		return
	}
	end := len(d.data) - 4
	want := binary.LittleEndian.Uint32(d.data[end:])
	if got := crc32.ChecksumIEEE(d.data[d.at:end]); got != want {
		d.fail(end, "the checksum is %08x, expected %08x", got, want)
	}
	d.data = d.data[:end]
}

func (d *decoder) requirements(m *Model) {
	const size = 4 + 3*4 + 3
	for range d.count("requirements", size, mostRequirements) {
		at := d.at
		id := d.text("a requirement's id")
		if n := len(m.requirements); n > 0 && id <= m.requirements[n-1] {
			d.fail(at, "the requirements are not in order")
		}
		m.requirements = append(m.requirements, id)
		o := output{scale: d.float(), bias: d.float(), sideBias: d.float()}
		copy(o.groups[:], d.take(len(o.groups)))
		m.about = append(m.about, o)
	}
}

func (d *decoder) groups(m *Model) {
	at := d.at
	for range d.count("groups", 4, mostGroups) {
		m.groups = append(m.groups, d.float())
	}
	for i := range m.about {
		for _, g := range m.about[i].groups {
			if int(g) >= len(m.groups) {
				d.fail(at, "requirement %d is of group %d, and there are %d", i, g, len(m.groups))
			}
		}
	}
}

func (d *decoder) grams(m *Model) {
	const size = 4 + 2 + 2
	count := d.count("runs of words", size, maxModel)
	m.grams = make([]gram, count+1)
	about, sides := 0, 0
	for i := range count {
		at := d.at
		g := gram{hash: d.uint32(), first: uint32(about), sideFirst: uint32(sides)}
		if i > 0 && g.hash <= m.grams[i-1].hash {
			d.fail(at, "the runs of words are not in order")
		}
		if counts := d.take(4); counts != nil {
			about += int(binary.LittleEndian.Uint16(counts))
			sides += int(binary.LittleEndian.Uint16(counts[2:]))
		}
		m.grams[i] = g
	}
	m.grams[count] = gram{hash: math.MaxUint32, first: uint32(about), sideFirst: uint32(sides)}
	if at := d.at; d.err == nil && 2*(about+sides) != len(d.data)-at {
		d.fail(at, "read %d bytes of weights, expected %d", len(d.data)-at, 2*(about+sides))
	}
	if d.err == nil {
		d.weights(m, about, sides)
	}
}

func (d *decoder) weights(m *Model, about, sides int) {
	m.postings, m.sidePostings = make([]posting, 0, about), make([]posting, 0, sides)
	for i, g := range m.grams[:len(m.grams)-1] {
		next := m.grams[i+1]
		m.postings = d.postings(m.postings, int(next.first-g.first), len(m.requirements))
		m.sidePostings = d.postings(m.sidePostings, int(next.sideFirst-g.sideFirst), len(m.groups))
	}
}

// postings reads weights for what is numbered below limit.
func (d *decoder) postings(dst []posting, count, limit int) []posting {
	at := d.at
	for i, b := 0, d.take(2*count); i < len(b); i += 2 {
		if int(b[i]) >= limit {
			d.fail(at+i, "read number %d, expected one below %d", b[i], limit)
			return dst
		}
		dst = append(dst, posting{b[i], int8(b[i+1])})
	}
	return dst
}
