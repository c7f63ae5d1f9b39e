package mutate

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// Hours of the units of time. A month has 30 days, as for the rules.
var unitHours = map[string]float64{"hour": 1, "day": 24, "week": 7 * 24, "month": 30 * 24, "year": 365 * 24}

// Hours returns how long a unit of time such as "day" lasts; 0 if it is none.
func Hours(unit string) float64 { return unitHours[unit] }

var spelled = map[string]float64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"twelve": 12, "fourteen": 14, "fifteen": 15, "twenty": 20, "twenty-four": 24, "thirty": 30, "forty-five": 45,
	"forty-eight": 48, "sixty": 60, "seventy-two": 72, "ninety": 90, "a": 1, "an": 1,
}

// length finds a length of time: "72 hours", "thirty (30) calendar days".
var length = regexp.MustCompile(`(?i)\b((?:[a-z]+(?:-[a-z]+)? )?\(\d+\)|\d+|[a-z]+(?:-[a-z]+)?)([ -])((?:calendar |business |working |consecutive )?)(hour|day|week|month|year)(s?)\b`)

var digits = regexp.MustCompile(`\d+`)

// duration is the only length of time of a passage. Its offsets count bytes of
// Text.
type duration struct {
	from, to         int // of the number
	unitFrom, unitTo int
	value            float64
	unit             string
}

// duration finds the length of time that the passage keeps the limit by; ok is
// false if there is none, or another beside it.
func (s *sentence) duration() (d duration, ok bool) {
	if s.Limit.Hours <= 0 {
		return d, false
	}
	for _, m := range length.FindAllStringSubmatchIndex(s.Text, -1) {
		value, isNumber := numberOf(s.Text[m[2]:m[3]])
		if !isNumber || strings.HasPrefix(s.Text[m[1]:], " since") { // "in the 12 years since 2010"
			continue
		}
		if ok {
			return d, false
		}
		ok = true
		d = duration{m[2], m[3], m[8], m[11], value, strings.ToLower(s.Text[m[8]:m[9]])}
	}
	return d, ok && s.Limit.kept(d.value*unitHours[d.unit])
}

func numberOf(text string) (float64, bool) {
	if n := digits.FindString(text); n != "" {
		v, err := strconv.ParseFloat(n, 64)
		return v, err == nil
	}
	v, ok := spelled[strings.ToLower(text)]
	return v, ok
}

func (l Limit) kept(hours float64) bool {
	if l.AtLeast {
		return hours >= l.Hours
	}
	return hours <= l.Hours
}

// farther is how many times beyond the limit a length of time is put.
const farther = 10

// changeNumber keeps the unit.
func changeNumber(s *sentence) (string, bool) {
	d, ok := s.duration()
	if !ok {
		return "", false
	}
	n := math.Ceil(farther * s.Limit.Hours / unitHours[d.unit])
	if s.Limit.AtLeast {
		n = math.Max(1, math.Floor(s.Limit.Hours/unitHours[d.unit]/farther))
	}
	if s.Limit.kept(n*unitHours[d.unit]) || n == d.value {
		return "", false
	}
	return s.replace(d.from, d.to, strconv.FormatFloat(n, 'f', -1, 64)), true
}

// changeUnit keeps the number.
func changeUnit(s *sentence) (string, bool) {
	d, ok := s.duration()
	if !ok {
		return "", false
	}
	unit := "year"
	if s.Limit.AtLeast {
		unit = "hour"
	}
	if s.Limit.kept(d.value * unitHours[unit]) {
		return "", false
	}
	if strings.HasSuffix(s.Text[d.unitFrom:d.unitTo], "s") {
		unit += "s"
	}
	return s.replace(d.unitFrom, d.unitTo, unit), true
}

// leaveBlank leaves the number to be filled in.
func leaveBlank(s *sentence) (string, bool) {
	d, ok := s.duration()
	if !ok || spelled[strings.ToLower(s.Text[d.from:d.to])] == 1 {
		return "", false
	}
	return s.replace(d.from, d.to, "_____"), true
}
