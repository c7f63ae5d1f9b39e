package contractcheck

import (
	"sort"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// Format is the file format of a document, told from its bytes.
type Format string

// The formats that are read.
const (
	PDF      Format = "pdf"
	DOCX     Format = "docx"
	ODT      Format = "odt" // packed or flat, documents and templates
	XLSX     Format = "xlsx"
	HTML     Format = "html"
	Markdown Format = "markdown"
	Text     Format = "text"
)

// Formats that no file is read in.
const (
	PackageFormat Format = "package" // several files; see Package
	UnknownFormat Format = "unknown" // a file in a container that could not be opened
)

// Document is a file's text with its pages. It is made by Read or ReadFile and
// not changed afterwards, so that goroutines may share it.
type Document struct {
	File   string // as the caller named it
	SHA256 string // of the file's bytes, lower-case hex
	Format Format
	// Kind is what the document is; empty lets Check detect it.
	Kind Kind

	text  *extract.Text
	parts []part // of a package; nil for a file
}

// Content returns the document's text: valid UTF-8, blocks separated by blank
// lines, pages by a form feed. All offsets in a Report count bytes of it.
func (d *Document) Content() string { return d.text.Content }

// Notes tell what reading repaired, skipped or cut short, in words for the
// user and without any of the document's text.
func (d *Document) Notes() []string { return d.text.Notes }

// PendingChanges counts the tracked changes that the document holds, by their
// authors. It is empty for a document without any, and for every format but
// DOCX and ODT. Those of a package are its files' one after the other, in which
// an author may come again.
func (d *Document) PendingChanges() []AuthorChanges { return d.text.Changes }

// blocksOf returns the blocks that a stretch of the text has a part of.
func (d *Document) blocksOf(start, end int) []extract.Block {
	blocks := d.text.Blocks
	from := sort.Search(len(blocks), func(i int) bool { return blocks[i].End > start })
	to := sort.Search(len(blocks), func(i int) bool { return blocks[i].Start >= end })
	return blocks[from:max(from, to)]
}

// Pages says how each page was read, in their order.
func (d *Document) Pages() []PageReport { return pagesOf(d) }
