package contractcheck

import (
	"slices"

	"example.org/contractcheck/contractcheck/internal/clausefile"
	"example.org/contractcheck/contractcheck/internal/rules"
)

// Library is a compiled clause library, with or without a profile. It is never
// changed once it is made, so that goroutines may share it.
type Library struct {
	clauses []Clause
	// set holds the rules of exactly the requirements in clauses, in their
	// order.
	set    *rules.Set
	terms  *clausefile.Terms
	files  []*clausefile.Clause // those of clauses, in their order
	places map[string]place     // of the requirements in clauses, by id
	sha256 string

	bare     *Library // without a profile; nil where this one has none
	profile  *ProfileRef
	state    *StateRef             // whose law the profile builds on; nil: none
	states   []state               // that a profile may build on, by their letters
	accepted map[string]Acceptance // by requirement
	near     int                   // nearest passages that a missing finding shows
	finder   *Finder               // nil: none
}

// place is where a requirement stands in a Library.
type place struct{ clause, requirement int }

// SyntaxError is one problem of a clause file, the terms, a profile or a state:
// the fields File, Line and Column say where, starting at 1, and Msg says what.
// The functions that return such errors join all of them (errors.Join).
type SyntaxError = clausefile.SyntaxError

// Clauses returns the library's clauses in the order of their files. Changing
// them does not change the library.
func (l *Library) Clauses() []Clause { return cloneClauses(l.clauses) }

// Requirement returns the requirement of that id, with the parameters and the
// weight of the profile, if any; and whether the library has it. Changing it
// does not change the library.
func (l *Library) Requirement(id string) (Requirement, bool) {
	r, _, ok := l.lookup(id)
	if !ok {
		return Requirement{}, false
	}
	return cloneRequirement(*r), true
}

// Suggest returns the id of the library's requirement that is most like an
// unknown one, or "" if none is.
func (l *Library) Suggest(id string) string { return mostAlike(id, l.requirementIDs()) }

// Nearest returns a library that shows up to n nearest passages with each
// finding that is missing or unreadable. They decide nothing and cost an index
// of the document; 0 saves that. LoadLibrary sets 3.
func (l *Library) Nearest(n int) *Library {
	changed := *l
	changed.near = max(n, 0)
	return &changed
}

// lookup returns the library's own requirement and its clause, not to be
// changed.
func (l *Library) lookup(id string) (*Requirement, *Clause, bool) {
	p, ok := l.places[id]
	if !ok {
		return nil, nil, false
	}
	c := &l.clauses[p.clause]
	return &c.Requirements[p.requirement], c, true
}

// file returns a requirement as its clause file has it.
func (l *Library) file(id string) *clausefile.Requirement {
	p := l.places[id]
	return &l.files[p.clause].Requirements[p.requirement]
}

// param returns the value of a requirement's parameter, or 0 if it has no such
// parameter, which compiling the rules rules out.
func (l *Library) param(requirement, name string) float64 {
	r, _, ok := l.lookup(requirement)
	if !ok {
		return 0
	}
	i := slices.IndexFunc(r.Params, func(p Param) bool { return p.Name == name })
	if i < 0 {
		return 0
	}
	return r.Params[i].Value
}

// queries returns the phrases that find passages near to a requirement.
func (l *Library) queries(requirement string) []string { return l.file(requirement).Find }

// acceptance returns the profile's acceptance of a requirement's findings.
func (l *Library) acceptance(requirement string) (Acceptance, bool) {
	a, ok := l.accepted[requirement]
	return a, ok
}

// requirementIDs lists the ids of all requirements, in the library's order.
func (l *Library) requirementIDs() []string {
	var ids []string
	for _, c := range l.clauses {
		for _, r := range c.Requirements {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// index fills places.
func (l *Library) index() {
	l.places = map[string]place{}
	for i, c := range l.clauses {
		for j, r := range c.Requirements {
			l.places[r.ID] = place{i, j}
		}
	}
}

// Fill returns a text of the requirement, such as its Model, with the values of
// its parameters in the place of their names in braces.
func (r Requirement) Fill(text string) string { return fill(text, r.Params) }

func cloneClauses(clauses []Clause) []Clause {
	cloned := slices.Clone(clauses)
	for i := range cloned {
		c := &cloned[i]
		c.Sources = slices.Clone(c.Sources)
		c.Requirements = slices.Clone(c.Requirements)
		for j, r := range c.Requirements {
			c.Requirements[j] = cloneRequirement(r)
		}
	}
	return cloned
}

func cloneRequirement(r Requirement) Requirement {
	r.Applies = slices.Clone(r.Applies)
	r.Params = slices.Clone(r.Params)
	r.Sources = slices.Clone(r.Sources)
	r.Law = slices.Clone(r.Law)
	return r
}
