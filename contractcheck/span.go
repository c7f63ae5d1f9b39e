package contractcheck

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/sniff"
)

// Span is where the passage of a label stands in a file of text or Markdown that
// is kept elsewhere, so that labels can be shared whose texts cannot.
type Span struct {
	File   string `json:"file"`   // slash-separated, within the folder of the texts
	SHA256 string `json:"sha256"` // of the whole file, in hexadecimal
	Start  int    `json:"start"`  // the passage's bytes, from Start up to End
	End    int    `json:"end"`
}

// ReadSpans gives labels that have a Span instead of a text the text that
// stands there, read in the format of its file. The error names the rows whose
// file is another than the one that was labelled, or holds no text at the place.
// A file that cannot be read is named once, with the first row that asks for it.
func ReadSpans(labels []Label, texts fs.FS) error {
	files := map[string]*spanFile{}
	var errs []error
	for i := range labels {
		l := &labels[i]
		if l.Span == nil {
			continue
		}
		f, opened := files[l.Span.File]
		if !opened {
			f = openSpanFile(texts, l.Span.File)
			files[l.Span.File] = f
		}
		if opened && f.err != nil {
			continue
		}
		var err error
		if l.Text, err = f.text(l.Span); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", l.place(), err))
		}
	}
	return errors.Join(errs...)
}

// spanFile is a file that spans lie in.
type spanFile struct {
	data   []byte
	sha256 string
	format sniff.Format
	err    error
}

func openSpanFile(texts fs.FS, name string) *spanFile {
	data, err := fs.ReadFile(texts, name)
	if err != nil {
		return &spanFile{err: err}
	}
	f := &spanFile{data: data, sha256: hashOf(data)}
	if f.format, f.err = sniff.Detect(data); f.err == nil && f.format != sniff.Markdown && f.format != sniff.Text {
		f.err = fmt.Errorf("%w: expected text or Markdown", ErrFormat)
	}
	return f
}

func (f *spanFile) text(s *Span) (string, error) {
	switch {
	case f.err != nil:
		return "", nameFile(s.File, f.err)
	case f.sha256 != s.SHA256:
		return "", fmt.Errorf("%s has changed since it was labelled: its SHA-256 is %s, expected %s", s.File, f.sha256, s.SHA256)
	case s.Start < 0 || s.Start >= s.End || s.End > len(f.data):
		return "", fmt.Errorf("%s has no bytes from %d up to %d", s.File, s.Start, s.End)
	}
	text, err := guarded(f.format, func() (*extract.Text, error) {
		return Reader{}.extractAs(context.Background(), f.format, f.data[s.Start:s.End], s.File, Limits{}.WithDefaults())
	})
	if err != nil || saysNothing(text) {
		return "", fmt.Errorf("%s: %w", s.File, cmp.Or(err, error(ErrNoText)))
	}
	return text.Content, nil
}
