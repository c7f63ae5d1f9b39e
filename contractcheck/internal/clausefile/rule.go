package clausefile

// Rule is a frame, with a want, or a pattern, with a verdict. When, Unless,
// Weak and the values of slots are expressions of terms, kept as they stand.
type Rule struct {
	Pos                Pos
	Frame              []Slot
	Pattern            Text
	AtLeast            string // of a pattern: the parameter that the length of time in it must reach
	Want               Text   // always, never, may, need, own, must-not or allow
	Verdict            Text   // satisfied, partial or contradicted
	When, Unless, Weak Text
	Allow              []Text // what may be excepted from a frame
	Reason             string
	// Part names the part of the requirement that the rule holds, where it does
	// not hold the whole. Provisions that hold all parts satisfy it together.
	Part string
	// Yields says that what the rule reads only narrows a promise that stands
	// elsewhere, and does not undo it.
	Yields bool
}

// Slot is a place of a frame, such as who, with what stands in it: an
// expression of terms, or a parameter.
type Slot struct {
	Name  string
	Terms Text
	Param string // for the slots within and at-least
	Pos   Pos
}

// rules reads the rules of a requirement. There may be none yet.
func rules(r *Requirement) func(node) {
	return func(n node) {
		for _, item := range n.anyItems("rule") {
			r.Rules = append(r.Rules, readRule(item, r))
		}
	}
}

func readRule(n node, r *Requirement) Rule {
	rule := Rule{Pos: n.pos()}
	given := n.fields(
		optional("frame", frame(&rule.Frame, r)),
		optional("pattern", placed(&rule.Pattern)),
		optional("at-least", func(n node) { rule.AtLeast = readSlotParam(n, r) }),
		optional("want", oneOf(&rule.Want, "always", "never", "may", "need", "own", "must-not", "allow")),
		optional("verdict", oneOf(&rule.Verdict, "satisfied", "partial", "contradicted")),
		optional("when", placed(&rule.When)),
		optional("unless", placed(&rule.Unless)),
		optional("weak", placed(&rule.Weak)),
		optional("allow", texts(&rule.Allow)),
		optional("reason", text(&rule.Reason)),
		optional("part", id(&rule.Part)),
		optional("yields", func(n node) { _, rule.Yields = n.oneOf([]string{"yes"}) }),
	)
	if given != nil {
		checkRuleKeys(n, given)
	}
	return rule
}

// checkRuleKeys reports keys that do not go together: a frame finds its
// verdict by what is wanted, a pattern states it.
func checkRuleKeys(n node, given map[string]entry) {
	_, isFrame := given["frame"]
	pattern, isPattern := given["pattern"]
	switch {
	case isFrame && isPattern:
		pattern.at.fail(`read "pattern" beside "frame", expected one of them`)
	case isFrame:
		checkKeysOf(n, given, "frame", "want", "verdict", "at-least")
	case isPattern:
		checkKeysOf(n, given, "pattern", "verdict", "want", "allow")
	default:
		n.fail(`missing key "frame" or "pattern"`)
	}
}

func checkKeysOf(n node, given map[string]entry, kind, needed string, foreign ...string) {
	if _, ok := given[needed]; !ok {
		n.fail("missing key %q beside %q", needed, kind)
	}
	for _, key := range foreign {
		if e, ok := given[key]; ok {
			e.at.fail("read %q beside %q, expected it only with the other kind of rule", key, kind)
		}
	}
}

func frame(into *[]Slot, r *Requirement) func(node) {
	return func(n node) {
		for _, e := range n.named(slotForm) {
			*into = append(*into, readSlot(e, r))
		}
	}
}

func readSlot(e entry, r *Requirement) Slot {
	s := Slot{Name: e.key, Pos: e.at.pos()}
	if e.key == "within" || e.key == "at-least" {
		s.Param = readSlotParam(e.value, r)
	} else {
		placed(&s.Terms)(e.value)
	}
	return s
}

// readSlotParam reads a name in braces, which YAML takes for a mapping with a
// key and no value.
func readSlotParam(n node, r *Requirement) string {
	if !n.isMapping() || len(n.yaml.Content) != 2 || n.yaml.Content[1].ShortTag() != "!!null" {
		n.mismatch("a parameter in braces, such as {max_hours}")
		return ""
	}
	for _, e := range n.named(paramForm) {
		if p, ok := r.param(e.at, e.key); ok {
			return p.Name
		}
	}
	return ""
}
