package finder

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
)

// A model file is, with all numbers little-endian:
//
//	magic     8 bytes, the last of which is the version
//	length    uint32, of all that follows but the checksum
//	note      uint32 length and bytes
//	about     uint32 count; each a uint32 length and the bytes of an id, and
//	          float32 scale, bias, side bias, and the 3 bytes of its groups
//	groups    uint32 count; each a float32 scale
//	grams     uint32 count; each a uint32 hash, ascending, and the uint16
//	          counts of its weights for requirements and for groups
//	weights   for each gram those for requirements, then those for groups; each
//	          a byte that names the requirement or group, and an int8
//	checksum  uint32, CRC-32 (IEEE) of all that stands between it and length
const magic = "finder\x00\x01"

// ErrFormat tells that a file is no model of this version, or is damaged.
var ErrFormat = errors.New("no model file of version 1")

// maxModel bounds a model file, in bytes; the shipped one has a third of it.
const maxModel = 3 << 20

// maxText bounds an id and the note.
const maxText = 4096

// WriteTo writes the model file.
func (m *Model) WriteTo(w io.Writer) (int64, error) {
	body := m.encode()
	if len(body) > maxModel {
		return 0, fmt.Errorf("the model has %d bytes, expected at most %d", len(body), maxModel)
	}
	out := binary.LittleEndian.AppendUint32([]byte(magic), uint32(len(body)))
	out = append(out, body...)
	out = binary.LittleEndian.AppendUint32(out, crc32.ChecksumIEEE(body))
	n, err := w.Write(out)
	return int64(n), err
}

func (m *Model) encode() []byte {
	var b []byte
	b = appendText(b, m.note)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(m.requirements)))
	for r, id := range m.requirements {
		b = appendText(b, id)
		b = appendFloats(b, m.about[r].scale, m.about[r].bias, m.about[r].sideBias)
		b = append(b, m.about[r].groups[:]...)
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(len(m.groups)))
	b = appendFloats(b, m.groups...)
	return m.encodeGrams(b)
}

func (m *Model) encodeGrams(b []byte) []byte {
	last := len(m.grams) - 1
	b = binary.LittleEndian.AppendUint32(b, uint32(last))
	for i, g := range m.grams[:last] {
		b = binary.LittleEndian.AppendUint32(b, g.hash)
		b = binary.LittleEndian.AppendUint16(b, uint16(m.grams[i+1].first-g.first))
		b = binary.LittleEndian.AppendUint16(b, uint16(m.grams[i+1].sideFirst-g.sideFirst))
	}
	for i, g := range m.grams[:last] {
		b = appendPostings(b, m.postings[g.first:m.grams[i+1].first])
		b = appendPostings(b, m.sidePostings[g.sideFirst:m.grams[i+1].sideFirst])
	}
	return b
}

func appendText(b []byte, s string) []byte {
	return append(binary.LittleEndian.AppendUint32(b, uint32(len(s))), s...)
}

func appendFloats(b []byte, floats ...float32) []byte {
	for _, f := range floats {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(f))
	}
	return b
}

func appendPostings(b []byte, postings []posting) []byte {
	for _, p := range postings {
		b = append(b, p.of, byte(p.weight))
	}
	return b
}
