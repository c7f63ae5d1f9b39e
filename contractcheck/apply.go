package contractcheck

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"example.org/contractcheck/contractcheck/internal/clausefile"
	"example.org/contractcheck/contractcheck/internal/rules"
)

// Apply returns the library as the profile wants it. The receiver stays as it
// is. A number that the profile sets stands in for that of the clause file; where
// it sets none, the law of its state does if it is stricter. A profile that was
// applied before no longer counts, so that a report names all that changed its
// verdicts.
//
// The error joins a *SyntaxError for every clause, requirement or parameter
// that the library does not have, for every value out of its parameter's
// bounds, for every setting of a requirement whose clause the profile does not
// pick, and for a state that the library does not know.
func (l *Library) Apply(p *Profile) (*Library, error) {
	file := p.file
	if file == nil {
		if p.State == "" {
			return nil, errors.New("the profile is empty: expected one that ParseProfile made, or a state")
		}
		file = &clausefile.Profile{}
	}
	if _, err := time.Parse(time.DateOnly, p.Today); p.Today != "" && err != nil {
		return nil, fmt.Errorf("today: read %q, expected a date that exists, as YYYY-MM-DD", p.Today)
	}
	from := l
	if l.bare != nil {
		from = l.bare
	}
	a := &application{from: from, to: from.copyFor(p, l.near), profile: file}
	a.pickClauses()
	a.buildOn(p)
	a.setParams()
	a.setWeights()
	a.accept(p.Today)
	if err := joinSorted(a.errs); err != nil {
		return nil, err
	}
	return a.to, nil
}

// copyFor returns a copy of l, which has no profile, whose clauses and
// acceptances may be changed to fit p.
func (l *Library) copyFor(p *Profile, near int) *Library {
	changed := *l
	changed.bare = l
	changed.near = near
	changed.clauses = cloneClauses(l.clauses)
	changed.accepted = map[string]Acceptance{}
	if p.file != nil {
		changed.profile = &ProfileRef{ID: p.ID, Title: p.Title, SHA256: p.sha256}
	}
	return &changed
}

// application applies one profile and collects its errors.
type application struct {
	from, to *Library
	profile  *clausefile.Profile
	errs     []error
}

func (a *application) fail(at clausefile.Pos, format string, args ...any) {
	a.errs = append(a.errs, &SyntaxError{Pos: at, Msg: fmt.Sprintf(format, args...)})
}

// pickClauses leaves only the profile's clauses, in the library's order, and
// compiles their rules anew; with none given, all stay.
func (a *application) pickClauses() {
	if len(a.profile.Clauses) == 0 {
		return
	}
	known := map[string]bool{}
	for _, c := range a.from.clauses {
		known[c.ID] = true
	}
	picked := map[string]bool{}
	for _, c := range a.profile.Clauses {
		if !known[c.Value] {
			a.fail(c.Pos, "unknown clause %q%s", c.Value, didYouMean(c.Value, slices.Sorted(maps.Keys(known))))
		}
		picked[c.Value] = true
	}
	a.keep(picked)
}

func (a *application) keep(picked map[string]bool) {
	a.to.clauses = slices.DeleteFunc(a.to.clauses, func(c Clause) bool { return !picked[c.ID] })
	a.to.files = slices.DeleteFunc(slices.Clone(a.from.files), func(c *clausefile.Clause) bool { return !picked[c.ID] })
	a.to.index()
	set, err := rules.Compile(a.to.terms, a.to.files)
	if err != nil {
		a.errs = append(a.errs, fmt.Errorf("compiling the profile's clauses: %w", err))
	}
	a.to.set = set
}

// requirement finds the requirement that a setting is for. The result may be
// changed.
func (a *application) requirement(id string, at clausefile.Pos) (*Requirement, bool) {
	if r, _, ok := a.to.lookup(id); ok {
		return r, true
	}
	if _, c, ok := a.from.lookup(id); ok {
		a.fail(at, "requirement %q is of the clause %q, which the profile does not pick", id, c.ID)
	} else {
		a.fail(at, "unknown requirement %q%s", id, didYouMean(id, a.from.requirementIDs()))
	}
	return nil, false
}

// setParams sets the parameters. A requirement that is unknown is reported
// once, not for each of its parameters.
func (a *application) setParams() {
	reported := ""
	for _, p := range a.profile.Params {
		if p.Requirement == reported {
			continue
		}
		r, ok := a.requirement(p.Requirement, p.Pos)
		if !ok {
			reported = p.Requirement
			continue
		}
		if param, ok := a.param(r, p); ok {
			param.Value = p.Value
		}
	}
}

// param finds the parameter that a number is for, within whose bounds it has to
// be. The result may be changed.
func (a *application) param(r *Requirement, p clausefile.ProfileParam) (*Param, bool) {
	var names []string
	for i := range r.Params {
		param := &r.Params[i]
		if param.Name == p.Name {
			if !(p.Value >= param.Min && p.Value <= param.Max) { // NaN is neither
				a.fail(p.Pos, "%s of %s: read %g, expected %g to %g", p.Name, r.ID, p.Value, param.Min, param.Max)
				return nil, false
			}
			return param, true
		}
		names = append(names, param.Name)
	}
	if len(names) == 0 {
		a.fail(p.Pos, "unknown parameter %q: %s has none", p.Name, r.ID)
		return nil, false
	}
	a.fail(p.Pos, "unknown parameter %q of %s%s", p.Name, r.ID, didYouMean(p.Name, names))
	return nil, false
}

func (a *application) setWeights() {
	for _, w := range a.profile.Weights {
		if r, ok := a.requirement(w.Requirement, w.Pos); ok {
			r.Weight = w.Weight
		}
	}
}

// accept records the acceptances. Dates of this form compare as text.
func (a *application) accept(today string) {
	for _, f := range a.profile.Accept {
		if _, ok := a.requirement(f.Requirement, f.Pos); ok {
			a.to.accepted[f.Requirement] = Acceptance{
				Reason: f.Reason, By: f.By, Until: f.Until,
				Expired: f.Until != "" && (today == "" || today > f.Until),
			}
		}
	}
}
