// Package clauses holds the clause library that ships with contractcheck: one
// YAML file a clause, the terms that they share, profiles of libraries, and what
// the laws of states say.
package clauses

import "embed"

// Finder is the model of the finder that was trained for these clauses, for
// contractcheck.ReadFinder. finder-NOTICE.md says what it was trained on.
//
//go:embed finder.model
var Finder []byte

// FS holds the clause files and terms.yaml at its top, and profiles/*.yaml.
//
//go:embed *.yaml profiles/*.yaml
var FS embed.FS
