// Package opc reads how the parts of an office file refer to each other and to
// the world outside (ECMA-376 Part 2, the Open Packaging Conventions).
package opc

import (
	"context"
	"encoding/xml"
	"fmt"
	"path"
	"strings"

	"example.org/contractcheck/contractcheck/internal/archive"
	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// Namespaces of references to relationships, transitional and strict.
const (
	namespace       = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	namespaceStrict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
)

// Open opens an office file, of a format such as "DOCX". The error wraps
// extract.ErrTooLarge, ErrEncrypted, ErrNoText or ErrFormat.
func Open(data []byte, format string, limits extract.Limits) (*archive.Package, error) {
	limits = limits.WithDefaults()
	switch {
	case int64(len(data)) > limits.Bytes:
		return nil, fmt.Errorf("%w: more than %d bytes", extract.ErrTooLarge, limits.Bytes)
	case archive.IsOLE(data):
		return nil, archive.OLEError(data)
	case len(data) == 0:
		return nil, fmt.Errorf("%w: the file is empty", extract.ErrNoText)
	case !archive.IsZip(data):
		return nil, fmt.Errorf("%w: not a %s file (no zip container)", extract.ErrFormat, format)
	}
	return archive.Open(data, limits)
}

// Relation is a link from one part (ECMA-376 Part 2, 6.5).
type Relation struct {
	// Kind is the last element of the relationship's type, such as "styles",
	// which is the same in transitional and strict documents.
	Kind string
	// Target is the name of a part or, if External, an address.
	Target   string
	External bool
}

// Relations are those of one part. The first of an id or kind counts.
type Relations struct {
	byID    map[string]Relation
	targets map[string]string // parts, by kind
}

// Read returns the relations of a part, or of the package for "". A part
// without readable relations has none; the error is one that ends the reading
// of the file.
func Read(ctx context.Context, pkg *archive.Package, part string) (Relations, error) {
	folder, name := path.Split(part)
	found := Relations{byID: map[string]Relation{}, targets: map[string]string{}}
	err := pkg.EachElement(ctx, folder+"_rels/"+name+".rels", func(x *xmlstream.Reader, el xml.StartElement) error {
		if el.Name.Local == "Relationship" {
			found.add(el, folder)
		}
		return x.Skip()
	})
	if err != nil && extract.IsFatal(err) {
		return Relations{}, err
	}
	return found, nil
}

// MainPart returns the name of the part that the package says it is about, or
// standard where it holds no such part.
func MainPart(ctx context.Context, pkg *archive.Package, standard string) (string, error) {
	root, err := Read(ctx, pkg, "")
	if err != nil {
		return "", err
	}
	if main := root.Target("officeDocument"); main != "" && pkg.Has(main) {
		return main, nil
	}
	return standard, nil
}

func (all Relations) add(el xml.StartElement, folder string) {
	id, r := newRelation(el, folder)
	if _, twice := all.byID[id]; !twice {
		all.byID[id] = r
	}
	if _, twice := all.targets[r.Kind]; !twice && !r.External {
		all.targets[r.Kind] = r.Target
	}
}

func newRelation(el xml.StartElement, folder string) (id string, r Relation) {
	for _, a := range el.Attr {
		switch a.Name.Local {
		case "Id":
			id = a.Value
		case "Type":
			r.Kind = path.Base(a.Value)
		case "Target":
			r.Target = a.Value
		case "TargetMode":
			r.External = a.Value == "External"
		}
	}
	if !r.External {
		r.Target = resolve(folder, r.Target)
	}
	return id, r
}

// resolve makes the target of a relation a part name.
func resolve(folder, target string) string {
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(path.Clean(target), "/")
	}
	return strings.TrimPrefix(path.Join("/", folder, target), "/")
}

// Target returns the part of the first relation of a kind, or "".
func (all Relations) Target(kind string) string { return all.targets[kind] }

// ByID returns the relation of an id, or one without a target.
func (all Relations) ByID(id string) Relation { return all.byID[id] }

// IDOf returns the relation that an element refers to by r:id, or "".
func IDOf(el xml.StartElement) string {
	for _, a := range el.Attr {
		if a.Name.Local == "id" && IsReference(a) {
			return a.Value
		}
	}
	return ""
}

// IsReference reports whether an attribute refers to a relation.
func IsReference(a xml.Attr) bool {
	return a.Name.Space == namespace || a.Name.Space == namespaceStrict
}
