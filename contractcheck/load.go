package contractcheck

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"example.org/contractcheck/contractcheck/internal/clausefile"
	"example.org/contractcheck/contractcheck/internal/rules"
)

const (
	termsFile  = "terms.yaml"
	clauseFile = "*.yaml"
	// nearestShown is how many nearest passages a finding shows unless
	// Library.Nearest says otherwise: a director reads two or three.
	nearestShown = 3
)

// LoadLibrary reads a clause library: terms.yaml and, beside it, one file a
// clause, named after the clause's id; and profiles/state-XX.yaml, what the laws
// of states say. Other folders and files are not looked into. The error joins a
// *SyntaxError for every problem of every file, ordered by file and line.
func LoadLibrary(fsys fs.FS) (*Library, error) {
	files, err := readClauseFiles(fsys)
	if err != nil {
		return nil, fmt.Errorf("clause library: %w", err)
	}
	states, err := readStateFiles(fsys)
	if err != nil {
		return nil, fmt.Errorf("clause library: %w", err)
	}
	ld := &loader{library: &Library{sha256: hashFiles(files), near: nearestShown}, owner: map[string]clausefile.Pos{}}
	for _, f := range parseFiles(slices.Concat(files, states)) {
		ld.add(f)
	}
	if err := ld.finish(); err != nil {
		return nil, err
	}
	return ld.library, nil
}

type namedFile struct {
	name string
	data []byte
}

// readClauseFiles reads the files of a library in the order of their names.
func readClauseFiles(fsys fs.FS) ([]namedFile, error) {
	names, err := fs.Glob(fsys, clauseFile)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(names, termsFile) {
		return nil, fmt.Errorf("%s: %w", termsFile, fs.ErrNotExist)
	}
	if len(names) == 1 {
		return nil, fmt.Errorf("found %s and no clause file beside it", termsFile)
	}
	slices.Sort(names)
	return readFiles(fsys, names)
}

func readFiles(fsys fs.FS, names []string) ([]namedFile, error) {
	var files []namedFile
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, nameFile(name, err)
		}
		files = append(files, namedFile{name, data})
	}
	return files, nil
}

// hashOf returns the SHA-256 of data in lower-case hex.
func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// hashFiles returns the SHA-256 over names, sizes and contents.
func hashFiles(files []namedFile) string {
	h := sha256.New()
	for _, f := range files {
		fmt.Fprintf(h, "%s\x00%d\x00", f.name, len(f.data))
		h.Write(f.data)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// parsedFile is what a file of a library holds: terms, a clause or a state, or
// errors.
type parsedFile struct {
	namedFile
	terms  *clausefile.Terms
	clause *clausefile.Clause
	state  *clausefile.State
	err    error
}

// parseFiles parses the files side by side, and returns them in their order.
func parseFiles(files []namedFile) []parsedFile {
	parsed := make([]parsedFile, len(files))
	var group sync.WaitGroup
	for i, f := range files {
		group.Go(func() { parsed[i] = parseFile(f) })
	}
	group.Wait()
	return parsed
}

func parseFile(f namedFile) parsedFile {
	p := parsedFile{namedFile: f}
	switch isState, _ := path.Match(stateFiles, f.name); {
	case f.name == termsFile:
		p.terms, p.err = clausefile.ParseTerms(f.name, f.data)
	case isState:
		p.state, p.err = clausefile.ParseState(f.name, f.data)
	default:
		p.clause, p.err = clausefile.ParseClause(f.name, f.data)
	}
	return p
}

// loader collects what the files of a library hold, and their errors.
type loader struct {
	library *Library
	owner   map[string]clausefile.Pos // where a requirement's id stands first
	errs    []error
}

func (ld *loader) add(f parsedFile) {
	ld.errs = append(ld.errs, f.err)
	switch {
	case f.terms != nil:
		ld.library.terms = f.terms
	case f.clause != nil:
		ld.checkIDs(f.clause, f.name)
		ld.library.files = append(ld.library.files, f.clause)
		ld.library.clauses = append(ld.library.clauses, clauseOf(f.clause))
	case f.state != nil:
		ld.addState(f)
	}
}

// checkIDs checks what one file alone does not show: that the clause is named
// after its file and that no other file has a requirement of the same id.
func (ld *loader) checkIDs(c *clausefile.Clause, file string) {
	if want := strings.TrimSuffix(file, ".yaml"); c.ID != want {
		ld.fail(c.Pos, "id: read %q, expected %q, the name of the file", c.ID, want)
	}
	for _, r := range c.Requirements {
		if first, taken := ld.owner[r.ID]; taken {
			ld.fail(r.Pos, "requirement %q stands in %s already", r.ID, first)
			continue
		}
		ld.owner[r.ID] = r.Pos
	}
}

func (ld *loader) fail(at clausefile.Pos, format string, args ...any) {
	ld.errs = append(ld.errs, &SyntaxError{Pos: at, Msg: fmt.Sprintf(format, args...)})
}

// finish compiles the rules of the files that could be parsed, also when
// others could not, so that all errors are seen at once.
func (ld *loader) finish() error {
	if ld.library.terms != nil {
		set, err := rules.Compile(ld.library.terms, ld.library.files)
		ld.library.set = set
		ld.errs = append(ld.errs, err)
	}
	ld.library.index()
	return joinSorted(ld.errs)
}

// joinSorted joins errors, which may be joined themselves, by file, line and
// column. It returns nil if there are none.
func joinSorted(errs []error) error {
	all := flatten(errs)
	slices.SortStableFunc(all, func(a, b error) int {
		p, q := placeOf(a), placeOf(b)
		return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column))
	})
	return errors.Join(all...)
}

// placeOf returns where an error is; the zero place if it does not say.
func placeOf(err error) clausefile.Pos {
	var syntax *SyntaxError
	if errors.As(err, &syntax) {
		return syntax.Pos
	}
	return clausefile.Pos{}
}

// flatten takes joined errors apart and drops nil ones.
func flatten(errs []error) []error {
	var all []error
	for _, err := range errs {
		if joined, ok := err.(interface{ Unwrap() []error }); ok {
			all = append(all, flatten(joined.Unwrap())...)
		} else if err != nil {
			all = append(all, err)
		}
	}
	return all
}
