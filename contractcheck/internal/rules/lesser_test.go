package rules

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A ban on patron data that is broken for usage data has a hole.
func TestLesserData(t *testing.T) {
	set := compileRules(t, "- frame: {does: <sell>, what: <patron-data>}\n  want: never\n  allow: [law]")
	tests := []struct {
		sentence string
		yields   bool
	}{
		{"Vendor may sell user usage data.", true},
		{"Vendor may store user usage data and sell it.", true},
		{"Vendor may sell patron data.", false},
		{"Vendor may sell patron data and user usage data.", false},
		{"Vendor may store patron data and user usage data and sell it.", false},
	}
	for _, tt := range tests {
		all := readScene(t, set, testScene(set, tt.sentence))
		if assert.NotEmpty(t, all, tt.sentence) {
			assert.Equal(t, Contradicted, all[0].Verdict, tt.sentence)
			assert.Equal(t, tt.yields, all[0].Yields, tt.sentence)
		}
	}
}

// A ban that is broken for those who act for the vendor alone is narrowed.
func TestToHelpers(t *testing.T) {
	set := compileRules(t, "- frame: {does: <sell>, what: <patron-data>, beside: <third>}\n  want: never\n  allow: [law]")
	tests := []struct {
		sentence string
		yields   bool
	}{
		{"Vendor may share patron data with a subcontractor.", true},
		{"Vendor may share patron data with a partner.", false},
		{"Vendor may share patron data with a subcontractor and a partner.", false},
	}
	for _, tt := range tests {
		all := readScene(t, set, testScene(set, tt.sentence))
		if assert.NotEmpty(t, all, tt.sentence) {
			assert.Equal(t, Contradicted, all[0].Verdict, tt.sentence)
			assert.Equal(t, tt.yields, all[0].Yields, tt.sentence)
		}
	}
}

// A limit on what others do is none on the vendor, and a purpose is no promise.
func TestBanOnOthers(t *testing.T) {
	checkDecisions(t, "- frame: {does: <sell>, what: <patron-data>}\n  want: never\n  allow: [service]", []decision{
		{"Vendor may share patron data only to provide the service.", sat, ""},
		{"A partner may share patron data only to provide the service.", part, ""},
		{"Vendor ensures that patron data is not sold.", sat, ""},
		{"Vendor keeps a list to ensure that patron data is not sold.", part, ""},
		{"Vendor agrees to ensure that patron data is not sold.", sat, ""},
	})
}

// "Never" before the verb's helper denies it, and "no longer" says nothing of
// the time before.
func TestNeverBeforeModal(t *testing.T) {
	checkDecisions(t, "- frame: {does: <sell>, what: <patron-data>}\n  want: never\n  allow: [service]", []decision{
		{"We never will sell patron data.", sat, ""},
		{"We never have and never will sell patron data.", sat, ""},
		{"We will never sell patron data.", sat, ""},
		{"We will no longer sell patron data.", none, ""},
		{"Patron data can be sold.", contra, ""},
		{"Documents can be sold without showing patron data.", none, ""},
	})
}
