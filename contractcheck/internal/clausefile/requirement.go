package clausefile

import (
	"math"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Requirement is one thing that a library asks of a vendor.
type Requirement struct {
	ID        string
	Title     string
	Statement string
	Why       string
	Model     string // wording to ask for
	Ask       string // what to say to the vendor when it is not satisfied
	Applies   []Text // of contract, license, rfp, response and policy
	Severity  Text   // critical, important or desirable
	Weight    int    // 1 to 10
	Params    []Param
	Sources   []Source
	Find      []string // phrases for full-text search
	Rules     []Rule
	Tests     []Test
	Pos       Pos
}

// Param is a number that a library may set. Statement, model and ask show it
// where they have its name in braces.
type Param struct {
	Name              string
	Default, Min, Max float64
	Why               string
	Pos               Pos
}

// readRequirement reads params early, because the texts, rules and tests name
// them. The ids given before are in first.
func readRequirement(n node, first firsts) Requirement {
	r := Requirement{Pos: n.pos()}
	var find []Text
	given := n.fields(
		required("id", newID(&r.ID, first)),
		required("title", text(&r.Title)),
		required("why", text(&r.Why)),
		required("applies", someOf(&r.Applies, "contract", "license", "rfp", "response", "policy")),
		required("severity", oneOf(&r.Severity, "critical", "important", "desirable")),
		required("weight", whole(&r.Weight, 1, 10)),
		early(optional("params", params(&r.Params))),
		required("statement", template(&r.Statement, &r)),
		required("model", template(&r.Model, &r)),
		required("ask", template(&r.Ask, &r)),
		required("sources", list(&r.Sources, "source", readSource)),
		required("find", texts(&find)),
		required("rules", rules(&r)),
		required("tests", tests(&r)),
	)
	for _, phrase := range find {
		r.Find = append(r.Find, phrase.Value)
	}
	if len(r.Tests) > 0 {
		checkRulesTested(given["tests"].value, r)
	}
	return r
}

// newID reads an id that is not among those given before.
func newID(into *string, first firsts) func(node) {
	return func(n node) {
		if value, ok := n.id(); ok && first.add(n, value) {
			*into = value
		}
	}
}

// params reads the parameters of a requirement. One with a faulty value is
// kept, so that texts which name it are not reported as well.
func params(into *[]Param) func(node) {
	return func(n node) {
		for _, e := range n.named(paramForm) {
			*into = append(*into, readParam(e))
		}
	}
}

func readParam(e entry) Param {
	p := Param{Name: e.key, Min: math.Inf(-1), Max: math.Inf(1), Pos: e.at.pos()}
	e.value.fields(
		early(required("bounds", bounds(&p.Min, &p.Max))),
		required("default", func(n node) { p.Default, _ = n.within(p.Min, p.Max) }),
		required("why", text(&p.Why)),
	)
	return p
}

// bounds reads the two numbers of a list such as [1, 720]. Faulty ones leave
// low and high as they are.
func bounds(low, high *float64) func(node) {
	return func(n node) {
		if n.yaml.Kind != yaml.SequenceNode || len(n.yaml.Content) != 2 {
			n.mismatch("the lowest and the highest value, such as [1, 720]")
			return
		}
		ends := n.items(n.name)
		lowest, lowOK := ends[0].number()
		highest, highOK := ends[1].number()
		switch {
		case !lowOK || !highOK:
		case lowest > highest:
			n.fail("read %s before %s, expected the lowest value first", format(lowest), format(highest))
		default:
			*low, *high = lowest, highest
		}
	}
}

// param finds the parameter of the requirement that the node speaks of.
func (r *Requirement) param(n node, name string) (Param, bool) {
	var names []string
	for _, p := range r.Params {
		if p.Name == name {
			return p, true
		}
		names = append(names, p.Name)
	}
	n.unknown("parameter", name, names)
	return Param{}, false
}

var placeholder = regexp.MustCompile(`\{([^{}]*)\}`)

// template reads a text in which braces stand around names of parameters only.
func template(into *string, r *Requirement) func(node) {
	return func(n node) {
		value, ok := n.text()
		if !ok {
			return
		}
		*into = value
		for _, match := range placeholder.FindAllStringSubmatch(value, -1) {
			r.param(n, match[1])
		}
		if strings.ContainsAny(placeholder.ReplaceAllString(value, ""), "{}") {
			n.fail("read a brace without its partner, expected braces around a parameter, such as {max_hours}")
		}
	}
}
