// Package archive opens the containers that office documents come in: zip
// (ECMA-376 Part 2, the Open Packaging Conventions) with bounded inflation,
// and OLE compound files (MS-CFB).
package archive

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// maxEntries bounds the files in one zip, because the directory alone of a
// zip of empty files takes ten times its size in memory. The largest office
// file seen has under 300.
const maxEntries = 10_000

// ErrNoPart says that the zip holds no file of the name.
var ErrNoPart = errors.New("part not found")

var (
	localHeader     = []byte("PK\x03\x04")
	directoryHeader = []byte("PK\x01\x02")
	endOfDirectory  = []byte("PK\x05\x06")
)

// IsZip reports whether data begins like a zip file, whole or truncated.
func IsZip(data []byte) bool {
	return bytes.HasPrefix(data, localHeader) || bytes.HasPrefix(data, endOfDirectory)
}

// A Package is an opened zip. Its parts inflate against one common allowance.
type Package struct {
	entries   []*zip.File // in the order of the directory
	files     map[string]*zip.File
	inflation *extract.Inflation
	maxDepth  int // of the elements of a part
}

// Open reads the directory of a zip. All reads of its parts together keep
// the allowance of limits, and the elements of its XML keep limits.Depth, with the
// defaults for zeros. The error wraps extract.ErrFormat
// for what is no zip or a broken one, and extract.ErrTooLarge for a zip with
// too many files.
func Open(data []byte, limits extract.Limits) (*Package, error) {
	limits = limits.WithDefaults()
	if bytes.Count(data, directoryHeader) > maxEntries {
		return nil, fmt.Errorf("%w: the zip file lists more than %d files", extract.ErrTooLarge, maxEntries)
	}
	reader, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("%w: the zip container is cut short or damaged; get the file once more from its sender", extract.ErrFormat)
	}
	p := &Package{
		entries: reader.File, files: make(map[string]*zip.File, len(reader.File)),
		inflation: limits.Allowance(), maxDepth: limits.Depth,
	}
	for _, file := range reader.File {
		name := partKey(file.Name)
		if _, twice := p.files[name]; !twice {
			p.files[name] = file
		}
	}
	return p, nil
}

// Has reports whether the package holds a part of the name.
func (p *Package) Has(name string) bool { return p.files[partKey(name)] != nil }

// HasFolder reports whether a part lies in the folder, which ends in "/".
func (p *Package) HasFolder(folder string) bool {
	folder = partKey(folder)
	for name := range p.files {
		if strings.HasPrefix(name, folder) {
			return true
		}
	}
	return false
}

// Part opens a part for reading. The error wraps ErrNoPart, or
// extract.ErrFormat for an entry that cannot be opened. Reads fail with
// extract.ErrTooLarge once the allowance is used up, whatever sizes the zip
// declares.
func (p *Package) Part(name string) (io.ReadCloser, error) {
	file := p.files[partKey(name)]
	if file == nil {
		return nil, fmt.Errorf("%s: %w", name, ErrNoPart)
	}
	return p.open(file)
}

// Entry is a file of a zip, which may hold several of one name.
type Entry struct {
	Name string // as written, in whatever encoding
	file *zip.File
	in   *Package
}

// Entries lists all files of the zip, without its folders, in their order.
func (p *Package) Entries() []Entry {
	var all []Entry
	for _, f := range p.entries {
		if !f.FileInfo().IsDir() {
			all = append(all, Entry{f.Name, f, p})
		}
	}
	return all
}

// Open opens a file for reading, as Part does.
func (e Entry) Open() (io.ReadCloser, error) { return e.in.open(e.file) }

func (p *Package) open(file *zip.File) (io.ReadCloser, error) {
	if file.Flags&encryptedFlag != 0 {
		return nil, fmt.Errorf("%w: its zip entries are encrypted", extract.ErrEncrypted)
	}
	content, err := file.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %s cannot be opened", extract.ErrFormat, file.Name)
	}
	return countedPart{p.inflation.Reader(content), content}, nil
}

// encryptedFlag is bit 0 of the general purpose flags (APPNOTE 4.4.4).
const encryptedFlag = 1

// partKey makes part names comparable: they are case-insensitive (ECMA-376
// Part 2, 6.2.2.3), and some writers use backslashes.
func partKey(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// countedPart reads a part against the allowance, and closes it.
type countedPart struct {
	io.Reader
	io.Closer
}
