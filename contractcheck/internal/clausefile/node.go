package clausefile

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// A node is a value of a file together with the name that messages give it:
// its key, or what it is an item of.
type node struct {
	file *file
	name string
	yaml *yaml.Node
}

func (n node) pos() Pos { return n.file.pos(n.yaml.Line, n.yaml.Column) }

func (n node) isMapping() bool { return n.yaml.Kind == yaml.MappingNode }

func (n node) fail(format string, args ...any) {
	n.file.fail(n.yaml.Line, n.yaml.Column, "%s: %s", excerpt(n.name), fmt.Sprintf(format, args...))
}

// mismatch reports that the value is not what was expected.
func (n node) mismatch(expected string) {
	if n.yaml.Kind == yaml.AliasNode || isTagged(n.yaml) {
		return // already reported as such
	}
	n.fail("read %s, expected %s", describe(n.yaml), expected)
}

// unknown reports a name that is none of the known ones. What says what the
// name is of: a key, a value or a parameter.
func (n node) unknown(what, name string, known []string) {
	switch near := nearest(name, known); {
	case near != "":
		n.fail("unknown %s %s: did you mean %q?", what, quote(name), near)
	case len(known) == 0:
		n.fail("unknown %s %s: expected none here", what, quote(name))
	default:
		n.fail("unknown %s %s: expected %s", what, quote(name), alternatives(known))
	}
}

// An entry is a key of a mapping with its value.
type entry struct {
	key   string
	at    node // the key, under the name of the mapping
	value node // the value, under the name of the key
}

// entries returns a mapping's entries in the order of the file, without those
// whose key is no text or is given a second time.
func (n node) entries() []entry {
	if !n.isMapping() {
		n.mismatch("a mapping")
		return nil
	}
	entries := make([]entry, 0, len(n.yaml.Content)/2)
	first := firsts{}
	for i := 0; i+1 < len(n.yaml.Content); i += 2 {
		at := node{n.file, n.name, n.yaml.Content[i]}
		key, ok := at.key()
		if ok && first.add(at, key) {
			entries = append(entries, entry{key, at, node{n.file, key, n.yaml.Content[i+1]}})
		}
	}
	return entries
}

// named returns the entries of a mapping that has to have one, whose keys are
// names of the given form rather than fixed.
func (n node) named(f form) []entry {
	if n.isMapping() && len(n.yaml.Content) == 0 {
		n.mismatch("at least one entry")
	}
	entries := n.entries()
	for _, e := range entries {
		if !f.MatchString(e.key) {
			e.at.mismatch(f.expected)
		}
	}
	return slices.DeleteFunc(entries, func(e entry) bool { return !f.MatchString(e.key) })
}

// key returns the value of a node that is a mapping's key.
func (n node) key() (string, bool) {
	if n.yaml.Kind != yaml.ScalarNode || n.yaml.ShortTag() != "!!str" || strings.ContainsFunc(n.yaml.Value, isRefusedInKey) {
		n.mismatch("a word as key")
		return "", false
	}
	return n.yaml.Value, true
}

func isRefusedInKey(r rune) bool { return r == '\n' || r == '\t' || r == '\r' || isRefused(r) }

// A field is a key that a mapping may or must have, and how to read its value.
type field struct {
	key      string
	read     func(node)
	required bool
	early    bool
}

func required(key string, read func(node)) field { return field{key: key, read: read, required: true} }
func optional(key string, read func(node)) field { return field{key: key, read: read} }

// early has a field read before the others, which depend on it.
func early(f field) field {
	f.early = true
	return f
}

// fields reads a mapping with fixed keys: the early ones, then the others in
// the order of the file. It returns the entries by their keys.
func (n node) fields(fields ...field) map[string]entry {
	if !n.isMapping() {
		n.mismatch("a mapping")
		return nil
	}
	given := n.assign(fields)
	present := make([]field, 0, len(fields))
	for _, f := range fields {
		if _, ok := given[f.key]; ok {
			present = append(present, f)
		} else if f.required {
			n.fail("missing key %q", f.key)
		}
	}
	slices.SortFunc(present, func(a, b field) int {
		return given[a.key].at.pos().compare(given[b.key].at.pos())
	})
	for _, early := range []bool{true, false} {
		for _, f := range present {
			if f.early == early {
				f.read(given[f.key].value)
			}
		}
	}
	return given
}

// assign finds the entries of the fields. An unknown key that is close to one
// not given is reported and then read as meant, so that its value is checked
// and the key that is meant is not reported as missing.
func (n node) assign(fields []field) map[string]entry {
	keys := make([]string, 0, len(fields))
	for _, f := range fields {
		keys = append(keys, f.key)
	}
	given := map[string]entry{}
	var unknown []entry
	for _, e := range n.entries() {
		if slices.Contains(keys, e.key) {
			given[e.key] = e
		} else {
			unknown = append(unknown, e)
		}
	}
	for _, e := range unknown {
		e.at.unknown("key", e.key, keys)
		meant := nearest(e.key, keys)
		if _, ok := given[meant]; meant != "" && !ok {
			given[meant] = e
		}
	}
	return given
}

// items returns the items of a list that has to have one, each under the
// given name.
func (n node) items(name string) []node {
	if n.yaml.Kind == yaml.SequenceNode && len(n.yaml.Content) == 0 {
		n.mismatch("at least one item")
	}
	return n.anyItems(name)
}

// anyItems is items for a list that may be empty.
func (n node) anyItems(name string) []node {
	if n.yaml.Kind != yaml.SequenceNode {
		n.mismatch("a list")
		return nil
	}
	items := make([]node, 0, len(n.yaml.Content))
	for _, item := range n.yaml.Content {
		items = append(items, node{n.file, name, item})
	}
	return items
}

// list reads a list that has to have an item.
func list[T any](into *[]T, name string, read func(node) T) func(node) {
	return func(n node) {
		items := n.items(name)
		*into = slices.Grow(*into, len(items))
		for _, item := range items {
			*into = append(*into, read(item))
		}
	}
}

// firsts remembers the line on which a value was first given.
type firsts map[string]int

// add reports whether the value is new, and if it is not, where it was given.
func (f firsts) add(n node, value string) bool {
	if line, ok := f[value]; ok {
		n.fail("%s is already given on line %d", quote(value), line)
		return false
	}
	f[value] = n.yaml.Line
	return true
}
