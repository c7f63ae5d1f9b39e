// Package containertest makes containers for tests.
package containertest

import (
	"encoding/binary"
	"unicode/utf16"
)

// Storage is a folder of a compound file to be made.
type Storage struct {
	Name     string
	Streams  []Stream
	Storages []Storage
}

// Stream is a file of a compound file to be made.
type Stream struct {
	Name string
	Data []byte
}

// The shape of a compound file of version 3 (MS-CFB).
const (
	sectorSize = 512
	miniSector = 64
	miniCutoff = 4096
	endOfChain = 0xFFFFFFFE
	noEntry    = 0xFFFFFFFF
	fatSector  = 0xFFFFFFFD
	freeSector = 0xFFFFFFFF
)

// writer puts a compound file together.
type writer struct {
	sectors   []byte
	fat       []uint32
	mini      []byte
	miniFAT   []uint32
	directory []byte
}

// Compound returns a compound file (MS-CFB) with the content of root.
func Compound(root Storage) []byte {
	w := &writer{}
	w.add("Root Entry", 5)
	w.fill(0, root)
	binary.LittleEndian.PutUint32(w.directory[116:], w.store(w.mini))
	binary.LittleEndian.PutUint32(w.directory[120:], uint32(len(w.mini)))
	directory := w.store(w.directory)
	miniFAT := w.store(littleEndian(w.miniFAT))
	return w.file(directory, miniFAT)
}

// add appends a directory entry of a kind, and returns its index.
func (w *writer) add(name string, kind byte) int {
	e := make([]byte, 128)
	units := utf16.Encode([]rune(name))
	for i, u := range units {
		binary.LittleEndian.PutUint16(e[2*i:], u)
	}
	binary.LittleEndian.PutUint16(e[64:], uint16(2*len(units)+2))
	e[66] = kind
	for _, at := range []int{68, 72, 76} {
		binary.LittleEndian.PutUint32(e[at:], noEntry)
	}
	w.directory = append(w.directory, e...)
	return len(w.directory)/128 - 1
}

// fill adds what a storage holds, each entry the right neighbour of the one
// before.
func (w *writer) fill(parent int, s Storage) {
	last, link := parent, 76 // the parent points to its first child
	join := func(i int) {
		binary.LittleEndian.PutUint32(w.directory[128*last+link:], uint32(i))
		last, link = i, 72
	}
	for _, f := range s.Streams {
		i := w.add(f.Name, 2)
		join(i)
		start := uint32(endOfChain)
		if len(f.Data) >= miniCutoff {
			start = w.store(f.Data)
		} else if len(f.Data) > 0 {
			start = w.storeMini(f.Data)
		}
		binary.LittleEndian.PutUint32(w.directory[128*i+116:], start)
		binary.LittleEndian.PutUint32(w.directory[128*i+120:], uint32(len(f.Data)))
	}
	for _, inner := range s.Storages {
		i := w.add(inner.Name, 1)
		join(i)
		w.fill(i, inner)
	}
}

// store writes data in sectors, and returns the first.
func (w *writer) store(data []byte) uint32 {
	start := len(w.fat)
	w.sectors, w.fat = append(w.sectors, padded(data, sectorSize)...), chained(w.fat, len(data), sectorSize)
	return firstOf(start, len(data))
}

func (w *writer) storeMini(data []byte) uint32 {
	start := len(w.miniFAT)
	w.mini, w.miniFAT = append(w.mini, padded(data, miniSector)...), chained(w.miniFAT, len(data), miniSector)
	return firstOf(start, len(data))
}

func firstOf(start, size int) uint32 {
	if size == 0 {
		return endOfChain
	}
	return uint32(start)
}

// padded returns data filled up with zeros to whole sectors.
func padded(data []byte, sector int) []byte {
	return append(append([]byte{}, data...), make([]byte, -len(data)&(sector-1))...)
}

// chained appends the chain of size bytes to an allocation table.
func chained(table []uint32, size, sector int) []uint32 {
	for n := (size + sector - 1) / sector; n > 0; n-- {
		next := uint32(len(table) + 1)
		if n == 1 {
			next = endOfChain
		}
		table = append(table, next)
	}
	return table
}

// file writes the header, the sectors and, behind them, the allocation table,
// of which no more sectors are made than the header lists.
func (w *writer) file(directory, miniFAT uint32) []byte {
	const perSector = sectorSize / 4
	first := len(w.fat)
	count := (first + perSector - 2) / (perSector - 1) // each lists itself too
	for range count {
		w.fat = append(w.fat, fatSector)
	}
	for len(w.fat) < count*perSector {
		w.fat = append(w.fat, freeSector)
	}
	h := make([]byte, sectorSize)
	copy(h, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	binary.LittleEndian.PutUint16(h[24:], 0x3E)
	binary.LittleEndian.PutUint16(h[26:], 3)
	binary.LittleEndian.PutUint16(h[28:], 0xFFFE)
	binary.LittleEndian.PutUint16(h[30:], 9)
	binary.LittleEndian.PutUint16(h[32:], 6)
	binary.LittleEndian.PutUint32(h[44:], uint32(count))
	binary.LittleEndian.PutUint32(h[48:], directory)
	binary.LittleEndian.PutUint32(h[56:], miniCutoff)
	binary.LittleEndian.PutUint32(h[60:], miniFAT)
	binary.LittleEndian.PutUint32(h[64:], uint32((len(w.miniFAT)+127)/128))
	binary.LittleEndian.PutUint32(h[68:], endOfChain)
	for i := range 109 {
		at := uint32(freeSector)
		if i < count {
			at = uint32(first + i)
		}
		binary.LittleEndian.PutUint32(h[76+4*i:], at)
	}
	return append(append(h, w.sectors...), littleEndian(w.fat)...)
}

func littleEndian(numbers []uint32) []byte {
	var b []byte
	for _, n := range numbers {
		b = binary.LittleEndian.AppendUint32(b, n)
	}
	return b
}
