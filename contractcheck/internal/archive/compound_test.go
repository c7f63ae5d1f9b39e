package archive_test

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/archive"
	"example.org/contractcheck/contractcheck/internal/container/containertest"
	"example.org/contractcheck/contractcheck/internal/extract"
)

// sample has streams of every size that is kept in another way.
func sample() []byte {
	return containertest.Compound(containertest.Storage{
		Streams: []containertest.Stream{
			{Name: "empty"}, {Name: "short", Data: []byte("in the mini stream")},
			{Name: "long", Data: bytes.Repeat([]byte("in sectors "), 1000)},
		},
		Storages: []containertest.Storage{
			{Name: "folder", Streams: []containertest.Stream{{Name: "inner", Data: []byte("deep")}}},
			{Name: "another"},
		},
	})
}

func TestCompound(t *testing.T) {
	c, err := archive.OpenCompound(sample(), extract.NewInflation(1<<20))
	require.NoError(t, err)
	root := c.Root()
	for name, want := range map[string]string{"empty": "", "short": "in the mini stream", "long": strings.Repeat("in sectors ", 1000)} {
		got, err := root.Stream(name)
		require.NoError(t, err, name)
		assert.Equal(t, want, string(got), name)
	}
	_, err = root.Stream("folder")
	assert.ErrorIs(t, err, archive.ErrNoPart, "a storage is no stream")
	storages := root.Storages()
	require.Len(t, storages, 2)
	assert.Equal(t, "another", storages[0].Name, "in the order of names")
	got, err := storages[1].Stream("inner")
	require.NoError(t, err)
	assert.Equal(t, "deep", string(got))
}

func TestCompoundAllowance(t *testing.T) {
	c, err := archive.OpenCompound(sample(), extract.NewInflation(20))
	require.NoError(t, err)
	_, err = c.Root().Stream("short")
	require.NoError(t, err)
	_, err = c.Root().Stream("short")
	assert.ErrorIs(t, err, extract.ErrTooLarge)
}

func TestCompoundBroken(t *testing.T) {
	put := func(at int, n uint32) func([]byte) []byte {
		return func(b []byte) []byte { binary.LittleEndian.PutUint32(b[at:], n); return b }
	}
	tests := map[string]func([]byte) []byte{
		"header alone":             func(b []byte) []byte { return b[:512] },
		"no header":                func(b []byte) []byte { return b[:100] },
		"another size of sectors":  func(b []byte) []byte { b[30] = 40; return b },
		"directory beyond the end": put(48, 9999),
		"directory in no sector":   put(48, 0xFFFFFFFE),
		"mini FAT beyond the end":  put(60, 9999),
		"no FAT":                   put(76, 0xFFFFFFFF),
	}
	for name, damage := range tests {
		_, err := archive.OpenCompound(damage(sample()), extract.NewInflation(1<<20))
		assert.ErrorIs(t, err, extract.ErrFormat, name)
	}
}

// Tables that lead in a circle end.
func TestCompoundLoops(t *testing.T) {
	for at := 512; at < len(sample()); at += 4 {
		data := sample()
		first := binary.LittleEndian.Uint32(data[at:])
		for _, n := range []uint32{0, 1, first - 1, first + 1} {
			binary.LittleEndian.PutUint32(data[at:], n)
			readAll(t, data)
		}
	}
}

// A last sector that is cut short and leads to itself lists nothing more.
func TestCompoundCutList(t *testing.T) {
	data := sample()
	last := uint32(len(data)/512 - 1)
	binary.LittleEndian.PutUint32(data[68:], last)
	data = binary.LittleEndian.AppendUint32(data, last)
	readAll(t, data)
}

// readAll reads all that a compound file holds, and bounds how much that is.
func readAll(t *testing.T, data []byte) {
	t.Helper()
	const most = 1 << 20
	c, err := archive.OpenCompound(data, extract.NewInflation(most))
	if err != nil {
		return
	}
	names := []string{"empty", "short", "long", "inner", "__substg1.0_1000001F"}
	total := 0
	for storages := []archive.Storage{c.Root()}; len(storages) > 0; storages = storages[1:] {
		for _, name := range names {
			content, _ := storages[0].Stream(name)
			total += len(content)
		}
		storages = append(storages, storages[0].Storages()...)
	}
	require.LessOrEqual(t, total, most)
}

func TestIsMessage(t *testing.T) {
	assert.True(t, archive.IsMessage(containertest.MSG(containertest.Message{Text: "Hello."})))
	assert.False(t, archive.IsMessage(sample()))
	assert.False(t, archive.IsMessage([]byte("PK\x03\x04")))
}

func FuzzCompound(f *testing.F) {
	f.Add(sample())
	f.Add(containertest.MSG(containertest.Message{Text: "Hello.", Attachments: []containertest.Attachment{{Name: "a.txt", Data: []byte("b")}}}))
	f.Fuzz(readAll)
}
