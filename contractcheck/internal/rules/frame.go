package rules

import (
	"slices"

	"example.org/contractcheck/contractcheck/internal/clausefile"
	"example.org/contractcheck/contractcheck/internal/language"
)

// want is what a frame asks of an action.
type want uint8

const (
	always  want = iota + 1 // a duty
	never                   // a ban
	may                     // a right of the one who holds it
	need                    // something that must not be demanded of patrons
	own                     // a relation: who owns
	mustNot                 // a duty that the holder must not carry
	allow                   // harm by prohibition
)

var wants = map[string]want{
	"always": always, "never": never, "may": may, "need": need, "own": own, "must-not": mustNot, "allow": allow,
}

// frame is a compiled frame rule.
type frame struct {
	pos     clausefile.Pos
	want    want
	who     []language.Party
	does    []language.TermID
	what    []language.TermID
	whom    []language.Party
	about   []language.TermID
	from    []language.TermID // clock starts that are accepted
	late    []language.TermID // clock starts that make it partial
	within  string            // parameter: at most
	atLeast string            // parameter: at least
	when    []language.TermID
	unless  []language.TermID
	weak    []language.TermID
	allow   map[string]bool   // exceptions that leave the duty whole
	beside  []language.TermID // one of them stands in the same sentence
	undo    []language.TermID // exceptions that undo it, beside the wide ones
	shift   bool              // the duty on the library is the contrary
	lenient bool              // a ban on the action is no denial of the duty
	reason  string
	part    string // of the requirement that the frame holds; empty for the whole
	yields  bool   // only narrows a promise that stands elsewhere
}

// slots are the names that a frame may use.
var slots = []string{"who", "holder", "does", "owns", "what", "whom", "about", "within", "at-least", "from", "late", "shift", "lenient", "undo", "beside"}

// requirement compiles the rules of one requirement.
func (c *compiler) requirement(r *clausefile.Requirement) *Requirement {
	out := &Requirement{ID: r.ID}
	for i := range r.Rules {
		rule := &r.Rules[i]
		if rule.Part != "" && !slices.Contains(out.parts, rule.Part) {
			out.parts = append(out.parts, rule.Part)
		}
		if len(rule.Frame) > 0 {
			out.frames = append(out.frames, c.frame(rule, r))
		} else if p := c.pattern(rule); p != nil {
			out.patterns = append(out.patterns, p)
			out.ofWords = out.ofWords || p.heeds.means
		}
	}
	if len(out.parts) == 1 {
		c.fail(r.Pos, "requirement %s has one part only, %q: expected several, or none", r.ID, out.parts[0])
	}
	return out
}

func (c *compiler) frame(rule *clausefile.Rule, r *clausefile.Requirement) *frame {
	f := &frame{pos: rule.Pos, reason: rule.Reason, part: rule.Part, yields: rule.Yields, allow: map[string]bool{}}
	f.want = wants[rule.Want.Value]
	for _, slot := range rule.Frame {
		c.slot(f, slot, r)
	}
	f.when, f.unless, f.weak = c.optional(rule.When), c.optional(rule.Unless), c.optional(rule.Weak)
	for _, a := range rule.Allow {
		if id, ok := c.ids[a.Value]; !ok || c.terms[id].Section != language.ExceptionSection {
			c.fail(a.Pos, "unknown exception %q: expected a term of the section exceptions", a.Value)
		}
		f.allow[a.Value] = true
	}
	if len(f.does) == 0 {
		c.fail(rule.Pos, "the frame says no action: expected a slot does or owns")
	}
	if len(f.who) == 0 {
		f.who = []language.Party{language.Vendor}
	}
	return f
}

func (c *compiler) optional(text clausefile.Text) []language.TermID {
	if text.Value == "" {
		return nil
	}
	return c.termSet(text)
}

func (c *compiler) slot(f *frame, slot clausefile.Slot, r *clausefile.Requirement) {
	switch slot.Name {
	case "who", "holder":
		f.who = c.partySet(slot.Terms)
	case "whom":
		f.whom = c.partySet(slot.Terms)
	case "does", "owns":
		c.actions(f, slot)
	case "what":
		f.what = append(f.what, c.termSet(slot.Terms)...)
	case "about":
		f.about = c.termSet(slot.Terms)
	case "from":
		f.from = c.termSet(slot.Terms)
	case "beside":
		f.beside = c.termSet(slot.Terms)
	case "undo":
		f.undo = c.termSet(slot.Terms)
	case "late":
		f.late = c.termSet(slot.Terms)
	case "shift":
		f.shift = true
	case "lenient":
		f.lenient = true
	case "within":
		f.within = c.param(slot, r)
	case "at-least":
		f.atLeast = c.param(slot, r)
	default:
		c.fail(slot.Pos, "unknown slot %q: expected one of %v", slot.Name, slots)
	}
}

// actions reads does or owns. Under owns the slot holds what is owned, and the
// action is the vocabulary's <own>.
func (c *compiler) actions(f *frame, slot clausefile.Slot) {
	if slot.Name == "owns" {
		f.what = append(f.what, c.termSet(slot.Terms)...)
		f.does = c.termSet(clausefile.Text{Value: "<own>", Pos: slot.Pos})
		return
	}
	f.does = c.termSet(slot.Terms)
	for _, id := range f.does {
		if c.terms[id].Section != language.ActionSection {
			c.fail(slot.Terms.Pos, "<%s> is no action", c.terms[id].Name)
		}
	}
}

func (c *compiler) partySet(text clausefile.Text) []language.Party {
	var set []language.Party
	for _, alt := range splitAlternatives(text.Value) {
		name, ok := termName(alt)
		p, known := parties[name]
		if !ok || !known {
			c.fail(text.Pos, "unknown party %q: expected <vendor>, <library>, <patron>, <third> or <product>", alt)
			continue
		}
		set = append(set, p)
	}
	return set
}

func (c *compiler) param(slot clausefile.Slot, r *clausefile.Requirement) string {
	if !slices.ContainsFunc(r.Params, func(p clausefile.Param) bool { return p.Name == slot.Param }) {
		c.fail(slot.Pos, "requirement %s has no parameter %q", r.ID, slot.Param)
	}
	return slot.Param
}
