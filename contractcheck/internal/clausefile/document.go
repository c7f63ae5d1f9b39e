package clausefile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

const (
	// maxSize bounds a file's bytes. The largest file is that of the terms,
	// with some ten thousand phrases of about twenty bytes.
	maxSize = 1 << 20
	// maxDepth bounds the nesting of each of YAML's two styles, flow and
	// block. The deepest value, a parameter of a test passage, is at 7.
	maxDepth = 16
)

// A file collects the problems found while it is read.
type file struct {
	name     string
	end      Pos // after the last character, once they were checked
	problems []*SyntaxError
}

func (f *file) fail(line, column int, format string, args ...any) {
	f.problems = append(f.problems, &SyntaxError{f.pos(line, column), fmt.Sprintf(format, args...)})
}

// pos returns a place given by the YAML reader, which puts the end of a file
// without a last line end on a line of its own.
func (f *file) pos(line, column int) Pos {
	p := Pos{f.name, line, column}
	if f.end.Line > 0 && f.end.compare(p) < 0 {
		return f.end
	}
	return p
}

// err joins the problems in the order of their places.
func (f *file) err() error {
	slices.SortStableFunc(f.problems, func(a, b *SyntaxError) int {
		return a.compare(b.Pos)
	})
	var all []error
	for _, p := range f.problems {
		all = append(all, p)
	}
	return errors.Join(all...)
}

// parse reads one file of the given kind. The value is nil if there is any
// problem, so that a faulty file is never half used.
func parse[T any](name, kind string, data []byte, read func(node) T) (*T, error) {
	f := &file{name: name}
	root := f.load(kind, data)
	if root == nil {
		return nil, f.err()
	}
	f.refuseIndirection(root)
	value := read(node{file: f, name: kind, yaml: root})
	if err := f.err(); err != nil {
		return nil, err
	}
	return &value, nil
}

// load checks the bytes and returns the root of their YAML, or nil.
func (f *file) load(kind string, data []byte) *yaml.Node {
	if len(data) > maxSize {
		f.fail(1, 1, "%s: read %d bytes, expected at most %d", kind, len(data), maxSize)
		return nil
	}
	if !f.checkCharacters(data) {
		return nil
	}
	return f.onlyDocument(kind, data)
}

// onlyDocument returns the root of the first YAML document, or nil. A second
// one is a problem, but does not hide those of the first.
func (f *file) onlyDocument(kind string, data []byte) *yaml.Node {
	limits := loaderlimits.New(loaderlimits.DepthFunc(checkDepth))
	loader, err := yaml.NewLoader(bytes.NewReader(data), yaml.WithPlugin(limits))
	if err != nil {
		f.failYAML(err)
		return nil
	}
	var first, second yaml.Node
	if err := loader.Load(&first); errors.Is(err, io.EOF) {
		f.fail(1, 1, "%s: read nothing, expected a mapping", kind)
		return nil
	} else if err != nil {
		f.failYAML(err)
		return nil
	}
	if err := loader.Load(&second); err == nil {
		f.fail(second.Line, second.Column, "%s: read a second YAML document, expected one a file", kind)
	} else if !errors.Is(err, io.EOF) {
		f.failYAML(err)
	}
	return first.Content[0]
}

func checkDepth(depth int, _ *yaml.DepthContext) error {
	if depth > maxDepth {
		return fmt.Errorf("read more than %d levels of nesting, expected fewer", maxDepth)
	}
	return nil
}

// failYAML reports an error of the YAML reader at the place that it gives.
func (f *file) failYAML(err error) {
	var load *yaml.LoadError
	if !errors.As(err, &load) || load.Mark.Line == 0 {
		f.fail(1, 1, "YAML: %v", err)
		return
	}
	where := ""
	if load.ContextMsg != "" {
		begin := f.pos(load.ContextMark.Line, load.ContextMark.Column)
		where = fmt.Sprintf(" (%s that begins at %d:%d)", load.ContextMsg, begin.Line, begin.Column)
	}
	f.fail(load.Mark.Line, load.Mark.Column, "YAML: %s%s", load.Message, where)
}

// checkCharacters reports the first character that no file may hold. It runs
// before the YAML reader, which gives no place for them, guesses at UTF-16,
// and takes the Unicode line separators for line ends as no editor does.
func (f *file) checkCharacters(data []byte) bool {
	line, column := 1, 1
	rest := bytes.TrimPrefix(data, []byte("\ufeff"))
	for len(rest) > 0 {
		if c := rest[0]; c >= ' ' && c < 0x7f { // nearly all of them
			rest = rest[1:]
			column++
			continue
		}
		r, size := utf8.DecodeRune(rest)
		switch {
		case r == utf8.RuneError && size == 1:
			f.fail(line, column, "read the byte 0x%02x, expected text in UTF-8", rest[0])
			return false
		case r == '\r' && !bytes.HasPrefix(rest, []byte("\r\n")):
			f.fail(line, column, "read a carriage return alone, expected line feeds as line ends")
			return false
		case isRefused(r):
			f.fail(line, column, "read the invisible character %U, expected text", r)
			return false
		}
		rest = rest[size:]
		column++
		if r == '\n' {
			line, column = line+1, 1
		}
	}
	f.end = Pos{f.name, line, column}
	return true
}

// isRefused reports whether r is a control character, a separator that YAML
// takes for a line end, a byte order mark, or no character at all.
func isRefused(r rune) bool {
	switch r {
	case '\t', '\n', '\r':
		return false
	case '\u2028', '\u2029', '\ufeff', '\ufffe', '\uffff':
		return true
	}
	return unicode.IsControl(r)
}

// refuseIndirection reports anchors, aliases and explicit tags: a file must
// read as it stands, and an alias could grow it without bound.
func (f *file) refuseIndirection(y *yaml.Node) {
	switch {
	case y.Kind == yaml.AliasNode:
		f.fail(y.Line, y.Column, "read the alias *%s, expected the value written out", excerpt(y.Value))
		return // what it points to is reported where it stands, and may hold y itself
	case y.Anchor != "":
		f.fail(y.Line, y.Column, "read the anchor &%s, expected the value alone", excerpt(y.Anchor))
	}
	if isTagged(y) {
		f.fail(y.Line, y.Column, "read the tag %s, expected the value alone", quote(y.Tag))
	}
	for _, child := range y.Content {
		f.refuseIndirection(child)
	}
}

func isTagged(y *yaml.Node) bool { return y.Style&yaml.TaggedStyle != 0 }
