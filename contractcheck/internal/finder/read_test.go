package finder

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRoundTrip(t *testing.T) {
	want := toyModel(t)
	data := fileOf(t, want)
	got, err := Read(iotest.OneByteReader(bytes.NewReader(data)))
	require.NoError(t, err)
	assert.Equal(t, want, got)
	assert.Equal(t, "toys", got.Note())
	assert.Equal(t, []string{"notice", "sale"}, got.Requirements())
	assert.Equal(t, data, fileOf(t, got))
}

// resealed makes the length and the checksum fit a body that was changed.
func resealed(body []byte) []byte {
	out := binary.LittleEndian.AppendUint32([]byte(magic), uint32(len(body)))
	out = append(out, body...)
	return binary.LittleEndian.AppendUint32(out, crc32.ChecksumIEEE(body))
}

// bodyOf returns a copy of what stands between a file's length and checksum.
func bodyOf(file []byte) []byte {
	return bytes.Clone(file[len(magic)+4 : len(file)-4])
}

// changed returns the file with one byte of its body changed.
func changed(file []byte, at int, to byte) []byte {
	body := bodyOf(file)
	body[at] = to
	return resealed(body)
}

func brokenFiles(good []byte) map[string][]byte {
	body := bodyOf(good)
	flipped := bytes.Clone(good)
	flipped[len(good)/2] ^= 1
	return map[string][]byte{
		"empty":               {},
		"text":                []byte("The Vendor shall"),
		"other version":       append([]byte("finder\x00\x02"), good[len(magic):]...),
		"magic alone":         []byte(magic),
		"one byte short":      good[:len(good)-1],
		"one byte more":       append(bytes.Clone(good), 0),
		"flipped bit":         flipped,
		"long note":           changed(good, 3, 0xff),
		"note is no UTF-8":    changed(good, 4, 0xff),
		"many requirements":   changed(good, 4+len("toys")+3, 0xff),
		"body cut":            resealed(body[:len(body)/2]),
		"body with more":      resealed(append(bodyOf(good), 0)),
		"empty body":          resealed(nil),
		"larger than allowed": append([]byte(magic), make([]byte, maxModel+100)...),
	}
}

func TestReadRefusesBrokenFiles(t *testing.T) {
	for name, data := range brokenFiles(fileOf(t, toyModel(t))) {
		m, err := Read(bytes.NewReader(data))
		assert.ErrorIs(t, err, ErrFormat, name)
		assert.ErrorContains(t, err, "offset ", name)
		assert.Nil(t, m, name)
	}
}

func TestReadKeepsTheReadersError(t *testing.T) {
	broken := errors.New("the disk is gone")
	_, err := Read(iotest.ErrReader(broken))
	assert.ErrorIs(t, err, broken)
	assert.NotErrorIs(t, err, ErrFormat)
}

func TestNumbersMustBeFinite(t *testing.T) {
	m := *toyModel(t)
	m.groups = append([]float32{}, m.groups...)
	zero := float32(0)
	m.groups[0] = zero / zero
	_, err := Read(bytes.NewReader(fileOf(t, &m)))
	assert.ErrorContains(t, err, "not finite")
}

func TestWriteRefusesWhatReadWould(t *testing.T) {
	m := *toyModel(t)
	m.note = string(make([]byte, maxModel+1))
	n, err := m.WriteTo(&bytes.Buffer{})
	assert.Zero(t, n)
	assert.ErrorContains(t, err, "expected at most")
}

// What can be read can be scored with, and is written as it was read.
func FuzzRead(f *testing.F) {
	good := fileOf(f, toyModel(f))
	f.Add(good)
	for _, data := range brokenFiles(good) {
		if len(data) <= len(good)+1 {
			f.Add(data)
		}
	}
	words := TextWords(nil, "the vendor shall notify the library of a breach and may sell patron data")
	f.Fuzz(func(t *testing.T, data []byte) {
		// Without a checksum of its own, no changed file would get far.
		for _, file := range [][]byte{data, resealed(data)} {
			m, err := Read(bytes.NewReader(file))
			if err != nil {
				continue
			}
			if got := len(m.Score(words, nil)); got != len(m.Requirements()) {
				t.Fatalf("%d scores for %d requirements", got, len(m.Requirements()))
			}
			if !bytes.Equal(fileOf(t, m), file) {
				t.Fatal("the model is not written as it was read")
			}
		}
	})
}

// A file whose hashes all want one place of the table is refused soon.
func TestReadRefusesCollidingHashes(t *testing.T) {
	m := *toyModel(t)
	m.grams, m.postings, m.sidePostings = nil, nil, nil
	for h := uint32(0); len(m.grams) < longestProbe+4; h++ {
		if spread(h)&(1<<14-1) == 0 {
			m.grams = append(m.grams, gram{hash: h})
		}
	}
	_, err := Read(bytes.NewReader(fileOf(t, &m)))
	assert.ErrorIs(t, err, ErrFormat)
	assert.ErrorContains(t, err, "collide")
}
