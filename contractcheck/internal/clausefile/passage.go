package clausefile

import "slices"

// Test is a passage with the verdict that the requirement's rules must give
// it. Params holds the parameters that differ from their defaults. A passage
// under todo is a known gap: the rules do not give its verdict yet, for the
// reason in Why.
type Test struct {
	Text   string
	Want   string // satisfied, partial, contradicted or missing
	Params map[string]float64
	Todo   bool
	Why    string
	Pos    Pos // of the text
}

var testVerdicts = []string{"satisfied", "partial", "contradicted", "missing"}

// tests reads the passages of a requirement. Every requirement has some that
// only seem to speak of it.
func tests(r *Requirement) func(node) {
	return func(n node) {
		n.fields(
			optional("satisfied", passages(r, "satisfied")),
			optional("partial", passages(r, "partial")),
			optional("contradicted", passages(r, "contradicted")),
			required("missing", passages(r, "missing")),
			optional("todo", list(&r.Tests, "passage", func(n node) Test { return readGap(n, r) })),
		)
	}
}

// checkRulesTested reports the rules for whose verdict there is no passage. A
// frame can always satisfy; what else it can give depends on its terms.
func checkRulesTested(n node, r Requirement) {
	for _, rule := range r.Rules {
		verdict := rule.Verdict.Value
		if len(rule.Frame) > 0 {
			verdict = "satisfied"
		}
		tested := func(t Test) bool { return t.Want == verdict && !t.Todo }
		if verdict != "" && !slices.ContainsFunc(r.Tests, tested) {
			n.fail("read no %s passage, expected one for the rule on line %d", verdict, rule.Pos.Line)
		}
	}
}

func passages(r *Requirement, want string) func(node) {
	return list(&r.Tests, "passage", func(n node) Test {
		t := Test{Want: want, Pos: n.pos()}
		if n.isMapping() {
			n.fields(passageFields(&t, r)...)
		} else {
			t.Text, _ = n.text()
		}
		return t
	})
}

func readGap(n node, r *Requirement) Test {
	t := Test{Todo: true, Pos: n.pos()}
	var want Text
	n.fields(append(passageFields(&t, r),
		required("want", oneOf(&want, testVerdicts...)),
		required("why", text(&t.Why)),
	)...)
	t.Want = want.Value
	return t
}

func passageFields(t *Test, r *Requirement) []field {
	return []field{
		required("text", func(n node) {
			t.Text, _ = n.text()
			t.Pos = n.pos()
		}),
		optional("params", testParams(t, r)),
	}
}

// testParams reads the parameters that a passage is judged with.
func testParams(t *Test, r *Requirement) func(node) {
	return func(n node) {
		t.Params = map[string]float64{}
		for _, e := range n.named(paramForm) {
			if p, ok := r.param(e.at, e.key); ok {
				t.Params[p.Name], _ = e.value.within(p.Min, p.Max)
			}
		}
	}
}
