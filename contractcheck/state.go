package contractcheck

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"example.org/contractcheck/contractcheck/internal/clausefile"
)

// stateFiles match the files of states, which are named after their two letters.
const stateFiles = "profiles/state-*.yaml"

// state is what the law of a state says, with the hash of its file.
type state struct {
	*clausefile.State
	sha256 string
}

// readStateFiles reads the files of states in the order of their names. A
// library may have none.
func readStateFiles(fsys fs.FS) ([]namedFile, error) {
	names, err := fs.Glob(fsys, stateFiles)
	if err != nil {
		return nil, err
	}
	return readFiles(fsys, names)
}

// addState adds a state that is named after its file.
func (ld *loader) addState(f parsedFile) {
	letters := strings.TrimPrefix(strings.TrimSuffix(path.Base(f.name), ".yaml"), "state-")
	if want := strings.ToUpper(letters); f.state.Code.Value != want {
		ld.fail(f.state.Code.Pos, "state: read %q, expected %q, as the name of the file says", f.state.Code.Value, want)
	}
	ld.library.states = append(ld.library.states, state{f.state, hashOf(f.data)})
}

// state finds the state that the profile builds on.
func (a *application) state(p *Profile) (state, bool) {
	named := a.profile.State
	if named.Value != "" && named.Value != p.State {
		a.fail(named.Pos, "state: read %q, but %q was asked for", named.Value, p.State)
		return state{}, false
	}
	var known []string
	for _, s := range a.from.states {
		if s.Code.Value == p.State {
			return s, true
		}
		known = append(known, s.Code.Value)
	}
	err := fmt.Errorf("state: unknown state %q: the clause library has %s", p.State, cmp.Or(strings.Join(known, ", "), "none"))
	if named.Value != "" {
		err = &SyntaxError{Pos: named.Pos, Msg: err.Error()}
	}
	a.errs = append(a.errs, err)
	return state{}, false
}

// buildOn gives the requirements what the law of the profile's state says. A
// number of the law holds where it is stricter than that of the clause file: no
// law loosens what a library asks for. The state knows nothing of the profile's
// choice of clauses, so that what it says on others is left out.
func (a *application) buildOn(p *Profile) {
	if p.State == "" && a.profile.State.Value == "" {
		return
	}
	s, ok := a.state(p)
	if !ok {
		return
	}
	a.to.state = &StateRef{Code: s.Code.Value, Title: s.Title, SHA256: s.sha256}
	for _, law := range s.Laws {
		if !a.notPicked(law.Requirement.Value) {
			a.addLaw(s.Title, law)
		}
	}
}

func (a *application) addLaw(state string, law clausefile.Law) {
	r, ok := a.requirement(law.Requirement.Value, law.Requirement.Pos)
	if !ok {
		return
	}
	r.Law = append(r.Law, lawOf(state, law))
	if law.Param == nil {
		return
	}
	if param, ok := a.param(r, *law.Param); ok && stricter(param.Name, law.Param.Value, param.Value) {
		param.Value = law.Param.Value
	}
}

// notPicked reports whether the library has the requirement and the profile
// does not pick its clause.
func (a *application) notPicked(id string) bool {
	_, _, known := a.from.lookup(id)
	_, _, picked := a.to.lookup(id)
	return known && !picked
}
