package rules

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Silent rules a sentence out by what it is, for the requirement at hand.
func TestSilent(t *testing.T) {
	const (
		ban     = "- frame: {does: <sell>, what: <patron-data>}\n  want: never"
		burden  = "- frame: {who: <library>, does: <indemnify>}\n  want: must-not"
		meaning = "- pattern: <data-breach> =means\n  verdict: partial\n  reason: defined"
	)
	tests := []struct {
		rules, sentence string
		silentFor       bool // where it would speak for the requirement
		silentAgainst   bool
	}{
		{ban, "Vendor shall delete patron data.", false, false},
		{ban, "Full name, card number, grade", true, true},
		{ban, "“Leak” means any loss of patron data.", true, true},
		{meaning, "“Leak” means any loss of patron data.", false, false},
		{ban, "Library shall indemnify Vendor.", true, true},
		{burden, "Library shall indemnify Vendor.", false, false},
		{burden + "\n" + "- frame: {does: <notify>}\n  want: always", "Library shall indemnify Vendor.", true, true},
		{ban, "Library may audit Vendor.", false, true},
	}
	for _, tt := range tests {
		set := compileRules(t, tt.rules)
		sc := testScene(set, "We keep it.", tt.sentence)
		q, speech := set.Requirements[0], set.Speech(sc, 1)
		assert.Equal(t, tt.silentFor, q.Silent(speech, false), "%s %s", tt.rules, tt.sentence)
		assert.Equal(t, tt.silentAgainst, q.Silent(speech, true), "%s %s", tt.rules, tt.sentence)
	}
}

// Under a ban, a pattern is no promise of the vendor where a third party is the
// one who does what it says.
func TestPatternOfOthers(t *testing.T) {
	checkDecisions(t, "- frame: {does: <sell>, what: <patron-data>}\n  want: never\n- pattern: encrypt ...4 record\n  verdict: satisfied\n  reason: kept", []decision{
		{"Vendor shall encrypt each record.", sat, ""},
		{"A partner shall encrypt each record.", part, ""},
		{"Each record of a partner is encrypted, and we encrypt any other record.", sat, ""},
	})
}
