package archive

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// Compound is an opened OLE compound file (MS-CFB). It holds no more than the
// file's own bytes and tables of their size, and follows no chain further than
// the file has sectors.
type Compound struct {
	data       []byte
	sectorSize int
	fat        []uint32 // the sector behind each sector
	miniFAT    []uint32 // the mini sector behind each mini sector
	miniStream []byte   // holds the mini sectors
	entries    []compoundEntry
	within     [][]int            // the entries in each storage
	read       *extract.Inflation // what streams may yield together
}

// compoundEntry is an entry of the directory (MS-CFB 2.6.1).
type compoundEntry struct {
	name               string
	kind               byte
	left, right, child uint32 // indexes; noEntry where there is none
	start              uint32 // its first sector
	size               int64  // of the stream, in bytes
}

const (
	compoundHeader = 512 // bytes
	entrySize      = 128 // bytes
	miniSectorSize = 64  // bytes
	miniCutoff     = 4096
	lastSector     = 0xFFFFFFFA // what is above marks no sector
	noEntry        = 0xFFFFFFFF
	storageKind    = 1
	rootKind       = 5
	headerSectors  = 109 // FAT sectors that the header lists
	// maxCompoundEntries bounds the directory: a message of a hundred
	// attachments has some 3,000 entries.
	maxCompoundEntries = 100_000
)

// errCompound is for a compound file whose tables do not hold together.
func errCompound(what string) error {
	return fmt.Errorf("%w: the OLE compound file is damaged (%s); get the file once more from its sender", extract.ErrFormat, what)
}

// OpenCompound reads the tables of a compound file. All reads of its streams
// together count against the allowance. The error wraps extract.ErrFormat for a
// broken file, and extract.ErrTooLarge for one with too many entries.
func OpenCompound(data []byte, allowance *extract.Inflation) (*Compound, error) {
	if len(data) < compoundHeader || !IsOLE(data) {
		return nil, errCompound("header")
	}
	shift := binary.LittleEndian.Uint16(data[30:])
	if shift != 9 && shift != 12 {
		return nil, errCompound("size of sectors")
	}
	c := &Compound{data: data, sectorSize: 1 << shift, read: allowance}
	c.readFAT()
	directory, err := c.chain(binary.LittleEndian.Uint32(data[48:]), -1)
	if err != nil {
		return nil, err
	}
	if err := c.readDirectory(directory); err != nil {
		return nil, err
	}
	c.readTree()
	table, err := c.chain(binary.LittleEndian.Uint32(data[60:]), -1)
	if err != nil {
		return nil, err
	}
	c.miniFAT = sectorNumbers(table)
	c.miniStream, err = c.chain(c.entries[0].start, c.entries[0].size)
	return c, err
}

// sector returns a sector of the file, nil for one beyond its end. The last one
// may be cut short.
func (c *Compound) sector(n uint32) []byte {
	from := (int64(n) + 1) * int64(c.sectorSize)
	if n > lastSector || from >= int64(len(c.data)) {
		return nil
	}
	return c.data[from:min(from+int64(c.sectorSize), int64(len(c.data)))]
}

// readFAT joins the sectors of the file allocation table: those that the header
// lists, and those of the chain of lists behind it (MS-CFB 2.5). A list that
// leads back ends after as many sectors as the file has.
func (c *Compound) readFAT() {
	locations := sectorNumbers(c.data[76 : 76+4*headerSectors])
	next := binary.LittleEndian.Uint32(c.data[68:])
	sectors := len(c.data)/c.sectorSize + 1
	for len(locations) <= sectors+headerSectors {
		numbers := sectorNumbers(c.sector(next))
		if len(numbers) < 2 { // the end, or a sector cut short that lists nothing
			break
		}
		last := len(numbers) - 1
		locations, next = append(locations, numbers[:last]...), numbers[last]
	}
	for _, at := range locations {
		if len(c.fat) >= sectors {
			break
		}
		c.fat = append(c.fat, sectorNumbers(c.sector(at))...)
	}
}

func sectorNumbers(b []byte) []uint32 {
	numbers := make([]uint32, len(b)/4)
	for i := range numbers {
		numbers[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return numbers
}

// chain returns the bytes of the sectors from start on: size of them, or all
// where size is negative. A chain that leads back is an error.
func (c *Compound) chain(start uint32, size int64) ([]byte, error) {
	var out []byte
	for n, steps := start, 0; n <= lastSector && (size < 0 || int64(len(out)) < size); steps++ {
		sector := c.sector(n)
		if sector == nil || int64(n) >= int64(len(c.fat)) || steps > len(c.fat) || len(out) > len(c.data) {
			return nil, errCompound("chain of sectors")
		}
		out, n = append(out, sector...), c.fat[n]
	}
	return cutTo(out, size)
}

// miniChain is chain for a stream of mini sectors.
func (c *Compound) miniChain(start uint32, size int64) ([]byte, error) {
	var out []byte
	for n := start; n <= lastSector && int64(len(out)) < size; n = c.miniFAT[n] {
		from := int64(n) * miniSectorSize
		if from >= int64(len(c.miniStream)) || int64(n) >= int64(len(c.miniFAT)) {
			return nil, errCompound("chain of mini sectors")
		}
		out = append(out, c.miniStream[from:min(from+miniSectorSize, int64(len(c.miniStream)))]...)
	}
	return cutTo(out, size)
}

func cutTo(data []byte, size int64) ([]byte, error) {
	switch {
	case size < 0:
		return data, nil
	case int64(len(data)) < size:
		return nil, errCompound("stream cut short")
	}
	return data[:size], nil
}

func (c *Compound) readDirectory(directory []byte) error {
	if len(directory)/entrySize > maxCompoundEntries {
		return fmt.Errorf("%w: the OLE compound file lists more than %d entries", extract.ErrTooLarge, maxCompoundEntries)
	}
	for b := directory; len(b) >= entrySize; b = b[entrySize:] {
		e := compoundEntry{
			kind: b[66], name: entryName(b), left: binary.LittleEndian.Uint32(b[68:]), right: binary.LittleEndian.Uint32(b[72:]),
			child: binary.LittleEndian.Uint32(b[76:]), start: binary.LittleEndian.Uint32(b[116:]),
			size: int64(binary.LittleEndian.Uint32(b[120:])), // no stream of more than 4 GB is read
		}
		c.entries = append(c.entries, e)
	}
	if len(c.entries) == 0 || c.entries[0].kind != rootKind {
		return errCompound("directory")
	}
	return nil
}

// entryName decodes the name of a directory entry, whose length in bytes counts
// the zero at its end.
func entryName(b []byte) string {
	n := int(binary.LittleEndian.Uint16(b[64:]))/2 - 1
	units := make([]uint16, max(0, min(n, 31)))
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}

// readTree lists the entries of each storage, which are a binary tree, in the
// order of their names. The trees may be broken, and lead into each other: an
// entry belongs to the storage that first leads to it.
func (c *Compound) readTree() {
	c.within = make([][]int, len(c.entries))
	seen := make([]bool, len(c.entries))
	seen[0] = true
	for storages := []int{0}; len(storages) > 0; {
		at := storages[0]
		storages = storages[1:]
		for todo := []uint32{c.entries[at].child}; len(todo) > 0; {
			i := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			if int64(i) >= int64(len(c.entries)) || seen[i] {
				continue
			}
			seen[i] = true
			c.within[at] = append(c.within[at], int(i))
			todo = append(todo, c.entries[i].left, c.entries[i].right)
			if c.entries[i].kind == storageKind {
				storages = append(storages, int(i))
			}
		}
		slices.SortStableFunc(c.within[at], func(a, b int) int { return strings.Compare(c.entries[a].name, c.entries[b].name) })
	}
}

// Storage is a folder of a compound file.
type Storage struct {
	Name string
	of   *Compound
	at   int // its entry
}

// Root returns the outermost storage.
func (c *Compound) Root() Storage { return Storage{of: c} }

// Storages returns the storages in it, in the order of their names.
func (s Storage) Storages() []Storage {
	var all []Storage
	for _, i := range s.of.within[s.at] {
		if e := s.of.entries[i]; e.kind == storageKind {
			all = append(all, Storage{e.name, s.of, i})
		}
	}
	return all
}

// Has reports whether the storage holds an entry of the name.
func (s Storage) Has(name string) bool {
	return slices.ContainsFunc(s.of.within[s.at], func(i int) bool { return s.of.entries[i].name == name })
}

// Stream returns the content of a stream. The error wraps ErrNoPart where there
// is none of the name, extract.ErrFormat for a broken one, and
// extract.ErrTooLarge once the allowance is used up.
func (s Storage) Stream(name string) ([]byte, error) {
	c := s.of
	i := slices.IndexFunc(c.within[s.at], func(i int) bool { return c.entries[i].name == name && c.entries[i].kind != storageKind })
	if i < 0 {
		return nil, fmt.Errorf("%s: %w", name, ErrNoPart)
	}
	e := c.entries[c.within[s.at][i]]
	if e.size > int64(len(c.data)) {
		return nil, errCompound("stream cut short")
	}
	if err := c.read.Take(int(e.size)); err != nil {
		return nil, err
	}
	if e.size < miniCutoff {
		return c.miniChain(e.start, e.size)
	}
	return c.chain(e.start, e.size)
}
