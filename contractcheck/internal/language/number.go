package language

import (
	"math"
	"strings"
)

// Bound says which side of a number a duration limits.
type Bound uint8

// The bounds.
const (
	AtMost  Bound = iota // "within", "no later than", or nothing
	AtLeast              // "at least", "no less than", "minimum of"
	Beyond               // "more than", "longer than"
)

// Duration is a length of time in a sentence.
type Duration struct {
	From, To int     // the tokens, number and unit
	Hours    float64 // business days count as 1.4 days each
	Unit     string  // hour, day, week, month or year
	Bound    Bound
	Blank    bool // the number is a placeholder: "within [__] days"
	Mismatch bool // words and digits disagree: "thirty (60) days"
}

// hoursPer is the length of the units. A month counts 30 days and a year 365,
// the way contracts count them where they do not say.
var hoursPer = map[string]float64{
	"hour": 1, "hours": 1, "day": 24, "days": 24, "week": 168, "weeks": 168,
	"month": 720, "months": 720, "year": 8760, "years": 8760,
}

var unitOf = map[string]string{
	"hour": "hour", "hours": "hour", "day": "day", "days": "day", "week": "week", "weeks": "week",
	"month": "month", "months": "month", "year": "year", "years": "year",
}

// Durations returns the lengths of time in the sentence, in order. text is the
// text that the tokens were made from; it tells a placeholder from a number.
func (s *Sentence) Durations(text string) []Duration {
	var all []Duration
	for i := range s.Tokens {
		if s.class(i, Unit) {
			if d, ok := s.durationAt(i, text); ok {
				all = append(all, d)
			}
		}
	}
	return all
}

// durationAt reads the duration whose unit is token i.
func (s *Sentence) durationAt(i int, text string) (Duration, bool) {
	d := Duration{To: i + 1, Unit: unitOf[s.spelling(i)]}
	per := hoursPer[s.spelling(i)]
	k := i - 1
	for s.qualifiesUnit(k) {
		if s.anySpelled(k, "business", "working") {
			per *= 1.4
		}
		k--
	}
	values, first := s.numbersBefore(k)
	d.From = first
	switch {
	case len(values) > 0:
		d.Hours = values[0] * per
		d.Mismatch = len(values) == 2 && math.Abs(values[0]-values[1]) > 0.01
	case s.anySpelled(k, "a", "an") && s.anySpelled(k-1, "within", "than", "in", "after", "least"):
		d.Hours, d.From = per, k // "no later than a day after"
	case s.anySpelled(k, "next", "following") && d.Unit == "day" && !s.class(k-1, Number):
		d.Hours, d.From = per, k // "by the end of the next business day"
	case s.placeholderBefore(i, text):
		d.Blank, d.From = true, i
	default:
		return d, false
	}
	if !d.Blank && s.templated(d.From, i, text) {
		d.Blank = true // "[Number, e.g., 24] hours": an example is no number
	}
	d.Bound = s.boundBefore(d.From)
	return d, true
}

func (s *Sentence) qualifiesUnit(i int) bool {
	return s.anySpelled(i, "business", "working", "calendar", "consecutive", "full") || s.class(i, Close|Open) && s.qualifiesUnit(i-1)
}

// numbersBefore reads the one or two numbers that end at token k, "seventy-two
// (72)", and returns them with the index of the first token.
func (s *Sentence) numbersBefore(k int) (values []float64, first int) {
	first = k + 1
	for len(values) < 2 {
		for s.class(k, Open|Close) {
			k--
		}
		if !s.class(k, Number) {
			break
		}
		v := s.Tokens[k].Value
		first = k
		for s.spelledNumber(k) && (s.spelledNumber(k-1) || s.spelled(k-1, "and") && s.spelledNumber(k-2)) {
			if k--; s.spelled(k, "and") {
				k-- // "one hundred and eighty"
			}
			v = joinNumberWords(s.Tokens[k].Value, v)
			first = k
		}
		values = append(values, v)
		k--
	}
	return values, first
}

// spelledNumber reports whether token i is a number in words.
func (s *Sentence) spelledNumber(i int) bool {
	if !s.class(i, Number) {
		return false
	}
	w := s.spelling(i)
	return w != "" && !isDigit(w[0])
}

// joinNumberWords puts "seventy" and "two", or "one" and "hundred", together.
func joinNumberWords(left, right float64) float64 {
	if right >= 100 && left < right {
		return left * right
	}
	return left + right
}

// placeholderBefore reports whether a blank stands right before token i: an
// underscore line, "[●]", "[X]", "{Field.Name}", "XX".
func (s *Sentence) placeholderBefore(i int, text string) bool {
	from := 0
	if i > 0 {
		from = int(s.Tokens[max(0, i-8)].Start)
	}
	gap := text[from:s.Tokens[i].Start]
	for k := len(gap) - 1; k >= 0 && len(gap)-k < 60; k-- {
		switch gap[k] {
		case ']', '}', '_':
			return true
		case ' ', '\n', '(', ')', '*':
			continue
		}
		break
	}
	return s.anySpelled(i-1, "xx", "x", "tbd") || len(gap) > 2 && (hasSuffixFold(gap, "xx ") || hasSuffixFold(gap, " x ") || hasSuffixFold(gap, "tbd "))
}

func hasSuffixFold(s, suffix string) bool {
	if len(s) < len(suffix) {
		return false
	}
	tail := s[len(s)-len(suffix):]
	for i := range len(suffix) {
		c := tail[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		if c != suffix[i] {
			return false
		}
	}
	return true
}

// templated reports whether a square bracket or brace closes between the number
// at token from and the unit at token to: a template's value, not the
// contract's.
func (s *Sentence) templated(from, to int, text string) bool {
	return strings.ContainsAny(text[s.Tokens[from].Start:s.Tokens[to].Start], "]}")
}

// boundBefore reads the words before a number for its direction.
func (s *Sentence) boundBefore(i int) Bound {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		switch {
		case s.spelled(k, "least"):
			return AtLeast
		case s.anySpelled(k, "less", "fewer", "sooner", "earlier") && s.spelled(k+1, "than") && s.class(k-1, Negator):
			return AtLeast
		case s.spelled(k, "beyond"):
			return Beyond
		case s.anySpelled(k, "than") && s.anySpelled(k-1, "more", "longer") && !s.class(k-2, Negator):
			return Beyond
		case s.spelled(k, "minimum"):
			return AtLeast
		}
	}
	return AtMost
}

// AfterIt reports whether "after" stands right before the duration: the time
// must pass first.
func (s *Sentence) AfterIt(d Duration) bool { return s.spelled(d.From-1, "after") }
