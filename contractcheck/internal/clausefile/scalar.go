package clausefile

import (
	"math"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"
)

// A form is what a name has to look like, and how a message says so.
type form struct {
	*regexp.Regexp
	expected string
}

var (
	idForm = form{
		regexp.MustCompile(`^[a-z][a-z0-9-]*$`),
		"a lower-case letter, then lower-case letters, digits and hyphens",
	}
	paramForm = form{
		regexp.MustCompile(`^[a-z][a-z_]*$`),
		"a lower-case letter, then lower-case letters and underscores",
	}
	limitForm = form{
		regexp.MustCompile(`^(max|min)_[a-z_]+$`),
		"a parameter that begins with max_ or min_",
	}
	slotForm = form{
		regexp.MustCompile(`^[a-z][a-z-]*$`),
		"a lower-case letter, then lower-case letters and hyphens",
	}
	stateForm = form{regexp.MustCompile(`^[A-Z]{2}$`), "two capital letters such as CA"}
	wordForm  = form{regexp.MustCompile(`^\S+$`), "one word"}
)

// decimal leaves out YAML's hexadecimal, octal, infinite and grouped numbers,
// which a reader may take for something else.
var decimal = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)

// text reads a text without the white space around it.
func text(into *string) func(node) {
	return func(n node) { *into, _ = n.text() }
}

// placed reads a text with its place.
func placed(into *Text) func(node) {
	return func(n node) {
		value, _ := n.text()
		*into = Text{value, n.pos()}
	}
}

// texts reads a list of texts, none given twice.
func texts(into *[]Text) func(node) { return eachOnce(into, node.text) }

// ids reads a list of ids, none given twice.
func ids(into *[]Text) func(node) { return eachOnce(into, node.id) }

// someOf reads a list of known values, none given twice.
func someOf(into *[]Text, known ...string) func(node) {
	return eachOnce(into, func(n node) (string, bool) { return n.oneOf(known) })
}

func eachOnce(into *[]Text, read func(node) (string, bool)) func(node) {
	return func(n node) {
		first := firsts{}
		for _, item := range n.items(n.name) {
			if value, ok := read(item); ok && first.add(item, value) {
				*into = append(*into, Text{value, item.pos()})
			}
		}
	}
}

// text returns the node's text, which is never empty when it is one.
func (n node) text() (string, bool) {
	if n.yaml.Kind != yaml.ScalarNode || isEmpty(n.yaml) {
		n.mismatch("text")
		return "", false
	}
	if n.yaml.ShortTag() != "!!str" {
		n.mismatch("text: put it in quotes")
		return "", false
	}
	if strings.ContainsFunc(n.yaml.Value, isRefused) {
		n.mismatch("text without control characters")
		return "", false
	}
	return strings.TrimSpace(n.yaml.Value), true
}

// id reads the id of a clause, requirement or profile.
func id(into *string) func(node) {
	return func(n node) { *into, _ = n.id() }
}

// state reads the two letters of a state with their place.
func state(into *Text) func(node) {
	return func(n node) {
		value, _ := n.formed(stateForm)
		*into = Text{value, n.pos()}
	}
}

func (n node) id() (string, bool) { return n.formed(idForm) }

// formed returns a text that has the given form.
func (n node) formed(f form) (string, bool) {
	value, ok := n.text()
	if ok && !f.MatchString(value) {
		n.mismatch(f.expected)
		return "", false
	}
	return value, ok
}

// oneOf reads a text that is one of the known values.
func oneOf(into *Text, known ...string) func(node) {
	return func(n node) {
		value, _ := n.oneOf(known)
		*into = Text{value, n.pos()}
	}
}

func (n node) oneOf(known []string) (string, bool) {
	value, ok := n.text()
	if ok && !slices.Contains(known, value) {
		n.unknown("value", value, known)
		return "", false
	}
	return value, ok
}

// number returns a finite decimal number.
func (n node) number() (float64, bool) {
	if n.yaml.Kind == yaml.ScalarNode && n.isNumber() && decimal.MatchString(n.yaml.Value) {
		if v, err := strconv.ParseFloat(n.yaml.Value, 64); err == nil {
			return v, true
		}
	}
	n.mismatch("a number such as 72 or 1.5")
	return 0, false
}

func (n node) isNumber() bool {
	tag := n.yaml.ShortTag()
	return tag == "!!int" || tag == "!!float"
}

// within returns a number that is not under low or over high.
func (n node) within(low, high float64) (float64, bool) {
	v, ok := n.number()
	if ok && (v < low || v > high) {
		n.mismatch("a number from " + format(low) + " to " + format(high))
		return 0, false
	}
	return v, ok
}

// whole reads an integer that is not under low or over high.
func whole(into *int, low, high int) func(node) {
	return func(n node) {
		v, ok := n.number()
		if ok && (v != math.Trunc(v) || v < float64(low) || v > float64(high)) {
			n.mismatch("a whole number from " + strconv.Itoa(low) + " to " + strconv.Itoa(high))
			return
		}
		*into = int(v)
	}
}

func format(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// date reads a day of the calendar, in quotes or not.
func date(into *string) func(node) {
	return func(n node) {
		value := strings.TrimSpace(n.yaml.Value)
		if _, err := time.Parse(time.DateOnly, value); n.yaml.Kind != yaml.ScalarNode || err != nil {
			n.mismatch("a date that exists, as YYYY-MM-DD")
			return
		}
		*into = value
	}
}

// address reads the address of a web page. Reports show it as a link, so it
// must not be of another scheme.
func address(into *string) func(node) {
	return func(n node) {
		value, ok := n.text()
		if !ok {
			return
		}
		u, err := url.Parse(value)
		if err != nil || u.Host == "" || (u.Scheme != "https" && u.Scheme != "http") {
			n.mismatch("an address that begins with https://")
			return
		}
		*into = value
	}
}
