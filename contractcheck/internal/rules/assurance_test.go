package rules

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// notWhole are sentences that look like a full promise and are none: a word in
// them makes it narrower, later or somebody else's. A gap is why one is still
// taken for whole.
type notWhole struct{ sentence, gap string }

func checkNotWhole(t *testing.T, rule, whole string, sentences []notWhole) {
	t.Helper()
	set := compileRules(t, rule)
	got, reason := worst(t, set, whole)
	assert.Equal(t, sat, got, "%q: %s", whole, reason)
	for _, s := range sentences {
		got, _ := worst(t, set, s.sentence)
		if s.gap != "" {
			assert.Equal(t, sat, got, "%q is no longer misread: take the gap %q away", s.sentence, s.gap)
			continue
		}
		assert.NotEqual(t, sat, got, "%q", s.sentence)
	}
}

// A narrower ban is no ban.
func TestBanNotWhole(t *testing.T) {
	checkNotWhole(t, "- frame: {does: <sell>, what: <patron-data>}\n  want: never\n  allow: [law]", "Vendor shall not sell patron data.", []notWhole{
		{"Vendor shall not sell patron data without notice to the Library.", ""},
		{"Vendor shall not sell patron data without first asking the Library.", ""},
		{"Vendor shall not, without notice, sell patron data.", ""},
		{"Vendor shall not sell patron data in violation of applicable law.", ""},
		{"Vendor shall not knowingly sell patron data.", ""},
		{"Vendor shall not sell patron data if the Library objects.", ""},
		{"Vendor shall not sell patron data when the Library has opted out.", ""},
		{"Vendor shall not sell patron data until the contract has ended.", ""},
		{"During the term, Vendor shall not sell patron data.", ""},
		{"For two years, Vendor shall not sell patron data.", ""},
		{"Vendor shall not sell patron data to anyone but its neighbors.", ""},
		{"Vendor shall not sell patron data but licenses it.", ""},
		{"Vendor shall not sell patron data, provided that the Library pays.", ""},
		{"Unless otherwise agreed, Vendor shall not sell patron data.", ""},
		{"Vendor should not sell patron data.", ""},
		{"Subcontractors shall not sell patron data.", ""},
		{"Except as set out in Exhibit B, Vendor shall not sell patron data.", ""},
		{"Vendor shall not, except with its friends, share patron data.", ""},
		{"Vendor does not currently sell patron data.", "what is so at present counts as for good"},
		{"Vendor will not share patron data for marketing.", "a purpose behind a ban does not narrow it"},
		{"Vendor will not sell patron data that is sensitive.", "a restrictive clause does not narrow the object"},
		{"Vendor will not sell patron data collected from children.", "a participle does not narrow the object"},
		{"Vendor shall not sell patron data to minors.", "a recipient does not narrow a ban"},
		{"Vendor shall not sell patron data outside of the country.", "a place does not narrow a ban"},
		{"Vendor shall not sell more patron data than it needs.", "a measure does not narrow a ban"},
		{"Nothing in this Agreement means that Vendor shall not sell patron data.", ""},
		{"It is untrue that Vendor does not sell patron data.", ""},
	})
}

// A duty on a part, on a condition or at a later time is less than a duty.
func TestDutyNotWhole(t *testing.T) {
	checkNotWhole(t, "- frame: {does: <delete>, what: <patron-data>, within: {max_days}}\n  want: always", "Vendor shall delete patron data within 30 days.", []notWhole{
		{"Vendor shall delete patron data within 90 days.", ""},
		{"Vendor shall delete patron data within 30 days if the Library asks.", ""},
		{"If the Library buys the privacy option, Vendor shall delete patron data within 30 days.", ""},
		{"Vendor shall delete part of the patron data within 30 days.", ""},
		{"Vendor shall delete most of the patron data within 30 days.", ""},
		{"Vendor shall delete patron data within 30 days or after a longer period.", ""},
		{"Vendor shall delete patron data within 30 days or when it pleases, whichever is later.", ""},
		{"Vendor shall delete patron data no sooner than 30 days after termination.", ""},
		{"Vendor shall delete patron data within 30 days, unless it needs them.", ""},
		{"Vendor shall delete patron data (other than logs) within 30 days.", ""},
		{"Vendor shall be able to delete patron data within 30 days.", ""},
		{"Vendor shall seek to delete patron data within 30 days.", ""},
		{"Vendor may delete patron data within 30 days.", ""},
		{"The Library shall delete patron data within 30 days.", ""},
		{"The Library agrees that it shall delete patron data within 30 days.", ""},
		{"Vendor shall help to delete patron data within 30 days.", ""},
		{"Vendor shall delete software to protect patron data within 30 days.", "the object of a purpose is taken for the action's own"},
		{"Vendor shall delete patron data after 30 days.", "after a number of days is taken for within them"},
		{"Vendor shall delete patron data within 30 days (365 days for logs).", ""},
		{"Vendor shall answer within 30 days, and shall delete patron data.", ""},
		{"Vendor shall delete patron data, and restore service within 30 days.", "the number of another verb is taken"},
		{"Vendor shall delete expired patron data within 30 days.", "an adjective does not narrow the object"},
		{"Vendor shall delete patron data fields within 30 days.", "an object that only modifies a noun counts"},
		{"The Library may direct Vendor to delete patron data within 30 days.", ""},
	})
}

// Who owns only for a time, a part or together with others does not own.
func TestOwnershipNotWhole(t *testing.T) {
	checkNotWhole(t, "- frame: {holder: <library>, owns: <patron-data>}\n  want: own", "The Library owns patron data.", []notWhole{
		{"The Library owns patron data until it is uploaded.", ""},
		{"The Library owns patron data, but Vendor may sell it.", ""},
		{"The Library shall own patron data if it pays.", ""},
		{"The Library and Vendor own patron data together.", ""},
		{"Patron data is owned by the Library or Vendor.", "the first of two owners decides"},
		{"The Library owns the patron data that Vendor does not claim.", "a restrictive clause does not narrow the object"},
	})
}

// A notice to somebody else, of some breaches or after the wrong event is no
// notice.
func TestNoticeNotWhole(t *testing.T) {
	checkNotWhole(t, "- frame: {does: <notify>, whom: <library>, about: <data-breach>, within: {max_hours}, from: <discovery>, late: <confirmation>}\n  want: always",
		"Vendor shall notify the Library of a data breach within 72 hours.", []notWhole{
			{"Vendor shall notify patrons of a data breach within 72 hours.", ""},
			{"Vendor shall notify the Library's patrons of a data breach within 72 hours.", ""},
			{"Vendor shall notify the Library of a data breach within 72 hours of confirmation.", ""},
			{"Vendor shall notify the Library of a material data breach within 72 hours.", ""},
			{"Vendor shall notify the Library of a data breach after 72 hours.", ""},
			{"Vendor shall notify the Library of a data breach within 72 business hours.", ""},
			{"Vendor shall notify the Library of a data breach within 72 hours if the law demands it.", ""},
			{"Vendor shall be notified by the Library of a data breach within 72 hours.", ""},
			{"Vendor shall notify the Library of a data breach, and restore service within 72 hours.", "the number of another verb is taken"},
			{"Vendor shall notify the Library of a data breach within 72 hours of paying its insurer.", "a clock that starts at an unknown event is taken for discovery"},
			{"Vendor shall notify the Library of a data breach of more than 500 records within 72 hours.", "a measure does not narrow the event"},
		})
}
