package rules

import "example.org/contractcheck/contractcheck/internal/language"

// exceptionClass says what an exception does to a duty or a ban. Later ones
// are worse.
type exceptionClass uint8

const (
	noException     exceptionClass = iota
	narrowException                // one that the frame allows
	patronConsent                  // the patron's own consent
	openException                  // not known, or not allowed by the frame
	wideException                  // undoes the rule: affiliates, own purposes
)

// scopeClass says how far an "only" reaches.
type scopeClass uint8

const (
	openScope scopeClass = iota
	narrowScope
	wideScope
)

// neutral names exceptions that leave everything as it was, such as "subject
// to the terms of this Agreement".
const neutral = "neutral"

// exceptions lists the exceptions to an action: in its sentence and, where the
// next one begins with "However" or the like, there.
func (r *reader) exceptions(a *act) []language.Exception {
	all := a.s.Exceptions(&a.r, r.set.known.exceptions)
	next := a.provision + 1
	if next < len(r.scene.Provisions) && r.scene.Provisions[next].Section == r.scene.Provisions[a.provision].Section {
		if n := r.sentence(next); n.TakesBack() {
			all = append(all, n.Whole(r.set.known.exceptions))
		}
	}
	return all
}

// worstException classifies the exceptions and returns the worst class. f may
// be nil, for a pattern, which allows what the law requires.
func (r *reader) worstException(all []language.Exception, f *frame) exceptionClass {
	worst := noException
	for _, e := range all {
		worst = max(worst, r.classify(e, f))
	}
	return worst
}

// classify reads one exception by the terms in it.
func (r *reader) classify(e language.Exception, f *frame) exceptionClass {
	class, known, idle := noException, false, false
	for _, id := range e.Terms {
		name := r.set.Grammar.Terms[id].Name
		known = known || name != neutral
		switch {
		case name == "wide", f != nil && contains(f.undo, id):
			class = max(class, wideException)
		case name == neutral:
			idle = true
		case name == "open":
			class = max(class, openException)
		case f == nil && name == "law", f != nil && f.allow[name]:
			class = max(class, narrowException)
		default:
			class = max(class, openException)
		}
	}
	switch e.Consent {
	case language.Library:
		if f == nil || f.allow["library-consent"] || len(f.allow) == 0 {
			return max(class, narrowException)
		}
		return max(class, openException)
	case language.Patron:
		return max(class, patronConsent)
	case language.Vendor:
		return wideException
	}
	switch {
	case !known && e.CarveOut && e.Object == r.set.known.patronData:
		return wideException // the very data are excepted
	case !known && !idle:
		return openException
	}
	return class
}

// scope classifies the purposes behind an "only": what is not allowed by the
// frame is wide.
func (r *reader) scope(a *act) scopeClass {
	scope := openScope
	for _, h := range a.s.Hits() {
		t := r.set.Grammar.Terms[h.Term]
		if h.From < a.r.Hit.From || t.Section != language.ExceptionSection {
			continue
		}
		switch {
		case t.Name == "wide":
			return wideScope
		case a.f.allow[t.Name]:
			scope = narrowScope
		}
	}
	return scope
}

// narrowPurpose reports whether a permission names nothing but purposes that
// the frame allows: "may retain copies as required by law".
func (r *reader) narrowPurpose(a *act) bool { return r.scope(a) == narrowScope }
