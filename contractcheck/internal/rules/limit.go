package rules

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"example.org/contractcheck/contractcheck/internal/language"
)

// hoursIn gives the length of the unit that a parameter's name ends in.
var hoursIn = map[string]float64{"hours": 1, "days": 24, "years": 8760}

// unit returns the unit of a parameter and its length in hours.
func unit(param string) (name string, hours float64) {
	name = param[strings.LastIndexByte(param, '_')+1:]
	if h, ok := hoursIn[name]; ok {
		return name, h
	}
	return name, 1
}

// length returns a duration in the unit of that name, of so many hours. Twelve
// months are a year, however many days a month is taken for.
func length(d language.Duration, name string, per float64) float64 {
	if name == "years" && d.Unit == "month" {
		return round(d.Hours / 720 / 12)
	}
	return round(d.Hours / per)
}

// number checks the length of time that a frame asks for.
func (r *reader) number(a *act) (Verdict, string) {
	param := a.f.within
	if param == "" {
		param = a.f.atLeast
	}
	if param == "" {
		return None, ""
	}
	d, ok := r.duration(a)
	name, per := unit(param)
	switch {
	case !ok && r.immediate(a):
		return None, ""
	case !ok:
		return Partial, "no number of " + name
	case d.Blank:
		return Partial, "the number of " + name + " is blank"
	}
	value, limit := length(d, name, per), r.params(a.requirement, param)
	a.evidence.Values = map[string]float64{name: value}
	switch {
	case name == "hours" && a.s.AfterIt(d):
		return Partial, "not before " + figure(value) + " hours have passed"
	case d.Mismatch:
		return Partial, "words and digits of the number differ"
	case a.f.within != "" && d.Bound == language.AtLeast:
		return Contradicted, "sets a least time, not a most"
	case a.f.within != "" && value > limit+1e-6:
		return Partial, fmt.Sprintf("%s %s, more than %s", figure(value), name, figure(limit))
	case a.f.atLeast != "" && value < limit-1e-6:
		return Partial, fmt.Sprintf("%s %s, less than %s", figure(value), name, figure(limit))
	}
	return None, ""
}

// reach weakens what a pattern found where the length of time in its words
// falls short of the limit. A pattern without one, such as "never", reaches it.
func (r *reader) reach(e *Evidence, s *language.Sentence, param string, limit float64) {
	name, per := unit(param)
	for _, d := range s.Durations(r.scene.Text) {
		if d.From < e.From || d.To > e.To {
			continue
		}
		value := length(d, name, per)
		e.Values = map[string]float64{name: value}
		switch {
		case d.Blank:
			e.Verdict, e.Reason, e.Values = Partial, "the number of "+name+" is blank", nil
		case d.Mismatch:
			e.Verdict, e.Reason = Partial, "words and digits of the number differ"
		case value < limit-1e-6:
			e.Verdict, e.Reason = Partial, fmt.Sprintf("%s %s, less than %s", figure(value), name, figure(limit))
		}
		return
	}
}

// figure writes a number without a needless fraction.
func figure(v float64) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.1f", v), "0"), ".")
}

// round keeps a tenth, so that 4.2 days are not 100.79999 hours.
func round(v float64) float64 { return math.Round(v*10) / 10 }

// immediate reports whether the deed is bound to a moment, which is sooner
// than any number of days.
func (r *reader) immediate(a *act) bool {
	if name, _ := unit(a.f.within); name != "days" {
		return false
	}
	return a.s.At(&a.r, "immediately", "forthwith")
}

// bounded reads a ban on keeping that a length of time limits: "retains for no
// longer than 30 days".
func (r *reader) bounded(a *act) (Verdict, string, bool) {
	if a.f.within == "" {
		return None, "", false
	}
	d, ok := r.duration(a)
	if !ok {
		return None, "", false
	}
	name, per := unit(a.f.within)
	value, limit := length(d, name, per), r.params(a.requirement, a.f.within)
	switch {
	case d.Blank:
		return Partial, "the number of " + name + " is blank", true
	case d.Bound == language.AtLeast, d.Bound == language.Beyond && a.r.Mood != language.Forbidden:
		return Contradicted, "sets a least time, not a most", true
	}
	a.evidence.Values = map[string]float64{name: value}
	switch worst := r.worstException(r.exceptions(a), a.f); {
	case worst == wideException:
		return Contradicted, "an exception takes it back", true
	case worst == openException:
		return Partial, leftOpen, true
	case value > limit+1e-6:
		return Partial, fmt.Sprintf("%s %s, more than %s", figure(value), name, figure(limit)), true
	case r.hedged(a) || a.r.Weak:
		return Partial, qualified, true
	}
	return Satisfied, fmt.Sprintf("limits it to %s %s", figure(value), name), true
}

// duration returns the length of time that belongs to the action: the first
// one behind it in its clause, else the last one before it.
func (r *reader) duration(a *act) (language.Duration, bool) {
	all := a.s.Durations(r.scene.Text)
	for _, h := range a.s.Hits() {
		if hours, ok := r.scene.Periods[h.Term]; ok {
			all = append(all, language.Duration{From: h.From, To: h.To, Hours: hours})
		}
	}
	from, to := a.s.Clause(&a.r)
	if next := a.s.NextAction(&a.r); next > 0 {
		to = min(to, next)
	}
	before, found := language.Duration{}, false
	all = slices.DeleteFunc(all, func(d language.Duration) bool { return a.s.OfAnotherVerb(&a.r, d.From) })
	for i, d := range all {
		if d.From >= a.r.Hit.To && d.To <= to {
			return r.orLonger(a.s, all[i:]), true
		}
		if d.To <= a.r.Hit.From {
			before, found = d, true
		}
	}
	if found {
		return before, true
	}
	for _, d := range all { // behind an interrupting clause, or a shared one
		if d.From >= from {
			return d, true
		}
	}
	return language.Duration{}, false
}

// orLonger returns the first duration, or a longer one that stands in brackets
// or behind "or" right after it: "30 days (365 days for logs)".
func (r *reader) orLonger(s *language.Sentence, all []language.Duration) language.Duration {
	const reach = 3
	d := all[0]
	if len(all) == 1 || all[1].From < d.To || all[1].From > d.To+reach || all[1].Hours <= d.Hours {
		return d
	}
	between := r.scene.Text[s.Tokens[d.To-1].End:s.Tokens[all[1].From].Start]
	if strings.Contains(between, "(") || strings.Contains(between, " or ") {
		return all[1]
	}
	return d
}

// late reports whether the clock of a duty starts at an event that comes after
// the one that counts: such an event stands right behind the length of time.
func (r *reader) late(a *act) bool {
	const reach = 10
	d, ok := r.duration(a)
	if !ok {
		return false
	}
	to := min(len(a.s.Tokens), d.To+reach)
	for _, id := range a.f.late {
		h, ok := a.s.Find(id, d.To, to)
		if ok && !r.earlier(a, d.To, h.From) {
			return true
		}
	}
	return false
}

// earlier reports whether an accepted start of the clock stands between the
// tokens from and to.
func (r *reader) earlier(a *act, from, to int) bool {
	for _, id := range a.f.from {
		if a.s.Has(id, from, to) {
			return true
		}
	}
	return false
}

// hedged reports whether a qualifier weakens the action: a hedge in its clause, or
// one that a comma sets off at the end of the sentence.
func (r *reader) hedged(a *act) bool {
	if a.s.ClosedBy(r.set.known.hedge) {
		return true
	}
	from, to := a.s.Clause(&a.r)
	if a.r.Cluster != nil {
		from = min(from, a.r.Cluster.From)
	}
	if c := a.r.Cluster; c != nil && c.Tries() && !c.Weak { // "shall not attempt to"
		return a.s.Has(r.set.known.hedge, from, c.From) || a.s.Has(r.set.known.hedge, c.To, to)
	}
	return a.s.Has(r.set.known.hedge, from, to)
}

// elsewhere reports whether the action's terms stand in another text: behind a
// link, in a policy that may change.
func (r *reader) elsewhere(a *act) bool {
	from, to := a.s.Clause(&a.r)
	return a.s.Has(r.set.known.elsewhere, from, to)
}
