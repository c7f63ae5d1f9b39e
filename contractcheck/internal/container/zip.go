package container

import (
	"errors"
	"fmt"

	"example.org/contractcheck/contractcheck/internal/archive"
	"example.org/contractcheck/contractcheck/internal/extract"
)

// openZip walks the files of a zip archive.
func (w *walker) openZip(data []byte, prefix string, depth int) error {
	pkg, err := archive.Open(data, w.limits)
	if err != nil {
		return err
	}
	for _, entry := range pkg.Entries() {
		name := cleanName(entry.Name)
		if isLitter(name) {
			continue
		}
		item := Item{Name: prefix + name}
		item.Data, item.Err = readEntry(entry, w.limits.Bytes)
		if err := w.file(item, depth); err != nil {
			return err
		}
	}
	return nil
}

// readEntry reads a file of a zip, of at most so many bytes.
func readEntry(entry archive.Entry, limit int64) ([]byte, error) {
	content, err := entry.Open()
	if err != nil {
		return nil, err
	}
	defer content.Close()
	data, err := extract.ReadAll(content, limit)
	if err != nil && !errors.Is(err, extract.ErrTooLarge) {
		err = fmt.Errorf("%w: it is damaged in the zip archive; get the archive once more from its sender", extract.ErrFormat)
	}
	return data, err
}
