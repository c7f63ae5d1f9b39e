package language

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

var boundNames = map[Bound]string{AtMost: "at most", AtLeast: "at least", Beyond: "beyond"}

// durationsOf writes the lengths of time in a text, as "at most 72 hour".
func durationsOf(text string) string {
	a := analyse(text)
	var parts []string
	for _, d := range a.Durations(text) {
		parts = append(parts, describeDuration(d))
	}
	return strings.Join(parts, "; ")
}

func describeDuration(d Duration) string {
	if d.Blank {
		return boundNames[d.Bound] + " blank " + d.Unit
	}
	s := fmt.Sprintf("%s %.6g hours", boundNames[d.Bound], d.Hours)
	if d.Mismatch {
		s += " mismatch"
	}
	return s
}

func TestDurations(t *testing.T) {
	tests := []struct{ text, want, gap string }{
		// numbers
		{text: "within 72 hours", want: "at most 72 hours"},
		{text: "within seventy-two hours", want: "at most 72 hours"},
		{text: "within seventy-two (72) hours", want: "at most 72 hours"},
		{text: "within 72 (seventy two) hours", want: "at most 72 hours"},
		{text: "within ninety days", want: "at most 2160 hours"},
		{text: "within one hundred days", want: "at most 2400 hours"},
		{text: "within one hundred and eighty days", want: "at most 4320 hours"},
		{text: "within one hundred twenty (120) days", want: "at most 2880 hours"},
		{text: "within two hundred days", want: "at most 4800 hours"},
		{text: "within one (1) day", want: "at most 24 hours"},
		{text: "a 30-day period", want: "at most 720 hours"},
		{text: "the thirty-day period", want: "at most 720 hours"},
		{text: "within 1.5 days", want: "at most 36 hours"},
		{text: "within 1,000 hours", want: "at most 1000 hours"},
		{text: "within twenty-four hours", want: "at most 24 hours"},
		{text: "within a day", want: "at most 24 hours"},
		{text: "within half a year", want: "at most 4380 hours", gap: "a fraction is no number"},

		// units
		{text: "within 2 weeks", want: "at most 336 hours"},
		{text: "within six months", want: "at most 4320 hours"},
		{text: "within 1 year", want: "at most 8760 hours"},
		{text: "within 5 business days", want: "at most 168 hours"},
		{text: "within five (5) working days", want: "at most 168 hours"},
		{text: "within ten consecutive days", want: "at most 240 hours"},
		{text: "within 3 full calendar days", want: "at most 72 hours"},
		{text: "within 15 minutes", want: "at most 0.25 hours", gap: "minutes are no unit"},

		// bounds
		{text: "no later than 72 hours", want: "at most 72 hours"},
		{text: "not later than 72 hours", want: "at most 72 hours"},
		{text: "in no event more than 72 hours", want: "at most 72 hours", gap: "no event before more than is not read as its negation"},
		{text: "not more than 72 hours", want: "at most 72 hours"},
		{text: "no longer than 30 days", want: "at most 720 hours"},
		{text: "not to exceed 30 days", want: "at most 720 hours"},
		{text: "up to 30 days", want: "at most 720 hours"},
		{text: "at least 30 days", want: "at least 720 hours"},
		{text: "no less than 30 days", want: "at least 720 hours"},
		{text: "not fewer than thirty (30) days", want: "at least 720 hours"},
		{text: "no sooner than 30 days", want: "at least 720 hours"},
		{text: "no earlier than 30 days", want: "at least 720 hours"},
		{text: "a minimum of 30 days", want: "at least 720 hours"},
		{text: "more than 30 days", want: "beyond 720 hours"},
		{text: "longer than thirty days", want: "beyond 720 hours"},
		{text: "for less than 30 days", want: "at most 720 hours"},
		{text: "after 30 days", want: "at least 720 hours", gap: "a time that opens late is taken for one that ends"},

		// what makes a number unsure
		{text: "within thirty (60) days", want: "at most 1440 hours mismatch"},
		{text: "within sixty (60) days", want: "at most 1440 hours"},
		{text: "within [__] days", want: "at most blank day"},
		{text: "within ____ hours", want: "at most blank hour"},
		{text: "within [●] days", want: "at most blank day"},
		{text: "within [X] days", want: "at most blank day"},
		{text: "within [number] business days", want: "at most blank day", gap: "a qualifier between the blank and its unit hides it"},
		{text: "within {Period} days", want: "at most blank day"},
		{text: "within XX days", want: "at most blank day"},
		{text: "within TBD days", want: "at most blank day"},
		{text: "within [number, for instance 24] hours", want: "at most blank hour"},
		{text: "at least [__] days", want: "at least blank day", gap: "the words before a blank are not read for its direction"},
		{text: "within [thirty] days", want: "at most 720 hours", gap: "an optional number in brackets counts as blank"},

		// several
		{text: "within 24 hours and at least 30 days before", want: "at most 24 hours; at least 720 hours"},

		// decoys
		{text: "within days", want: ""},
		{text: "business days", want: ""},
		{text: "Section 30. Days count from receipt.", want: ""},
		{text: "within 30 of the last days", want: ""},
		{text: "24 copies, hours later", want: ""},
		{text: "day-to-day work", want: ""},
		{text: "", want: ""},
	}
	for _, tt := range tests {
		checkRead(t, tt.text, tt.want, durationsOf(tt.text), tt.gap)
	}
}

// A duration spans its number and its unit, not the words around.
func TestDurationSpan(t *testing.T) {
	for text, want := range map[string]string{
		"Vendor shall act within seventy-two (72) hours of discovery.": "seventy-two (72) hours",
		"Vendor shall act no later than 5 business days after it.":     "5 business days",
	} {
		a := analyse(text)
		all := a.Durations(text)
		if assert.Len(t, all, 1, "%q", text) {
			assert.Equal(t, want, a.words(all[0].From, all[0].To))
		}
	}
}

func TestJoinNumberWords(t *testing.T) {
	for _, tt := range []struct{ left, right, want float64 }{{70, 2, 72}, {1, 100, 100}, {2, 1000, 2000}, {100, 20, 120}} {
		assert.InDelta(t, tt.want, joinNumberWords(tt.left, tt.right), 1e-9, "%g %g", tt.left, tt.right)
	}
}
