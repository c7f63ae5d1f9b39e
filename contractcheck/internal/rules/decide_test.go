package rules

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// decision is a sentence with what a rule should make of it; the verdict is
// empty where there is no evidence. A gap is why it is still misread.
type decision struct{ sentence, want, gap string }

// checkDecisions reads each sentence by the rule.
func checkDecisions(t *testing.T, rule string, decisions []decision) {
	t.Helper()
	set := compileRules(t, rule)
	for _, d := range decisions {
		got, reason := worst(t, set, d.sentence)
		if d.gap != "" {
			assert.NotEqual(t, d.want, got, "%q is no longer misread: take the gap %q away", d.sentence, d.gap)
			continue
		}
		assert.Equal(t, d.want, got, "%q: %s", d.sentence, reason)
	}
}

const (
	sat, part, contra, none = "satisfied", "partial", "contradicted", ""
)

// A duty: always.
func TestDuty(t *testing.T) {
	checkDecisions(t, "- frame: {who: <vendor>, does: <delete>, what: <patron-data>}\n  want: always\n  allow: [law]", []decision{
		{"Vendor shall delete patron data.", sat, ""},
		{"Vendor deletes patron data.", sat, ""},
		{"Patron data is deleted.", sat, ""},
		{"Patron data shall be deleted by Vendor.", sat, ""},
		{"The Platform deletes patron data.", sat, ""},
		{"Delete all patron data.", sat, ""},
		{"Vendor shall not delete patron data.", contra, ""},
		{"We never delete patron data.", contra, ""},
		{"No patron data shall be deleted.", contra, ""},
		{"Vendor is prohibited from deleting patron data.", contra, ""},
		{"Vendor may delete patron data.", part, ""},
		{"Vendor is entitled to delete patron data.", part, ""},
		{"Vendor may, but need not, delete patron data.", contra, ""},
		{"Vendor is not required to delete patron data.", contra, ""},
		{"Vendor has no obligation to delete patron data.", contra, ""},
		{"Nothing herein requires Vendor to delete patron data.", contra, ""},
		{"Vendor should delete patron data.", part, ""},
		{"Vendor can delete patron data.", part, ""},
		{"Vendor shall use reasonable efforts to delete patron data.", part, ""},
		{"Vendor shall, where feasible, delete patron data.", part, ""},
		{"Where feasible, Vendor shall delete patron data.", part, ""},
		{"Vendor shall delete patron data, and it shall store nothing, where feasible.", part, ""},
		{"Vendor shall, where feasible, delete patron data and shall notify the Library.", part, ""},
		{"Vendor shall delete patron data except as required by law.", sat, ""},
		{"Vendor shall delete patron data except in an emergency.", part, ""},
		{"Vendor shall delete patron data except on Mondays.", part, ""},
		{"Vendor shall delete patron data except as its business purposes demand.", contra, ""},
		{"Vendor shall delete patron data as its privacy policy says.", part, ""},
		{"Vendor shall delete patron data by ____.", part, ""},
		{"Vendor shall delete patron data if the Library asks.", part, ""},
		{"Vendor shall delete part of the patron data.", part, ""},

		// the wrong actor
		{"The Library shall delete patron data.", none, ""},
		{"Patron data shall be deleted by the Library.", none, ""},
		{"Users may delete patron data.", none, ""},
		{"The archivist shall delete patron data.", none, ""},

		// the wrong object
		{"Vendor shall delete the software.", none, ""},
		{"Vendor shall delete its invoices.", none, ""},
		{"Vendor shall delete no patron data.", contra, ""},

		// no evidence
		{"If Vendor deletes patron data, fees are due.", none, ""},
		{"Patron data deleted by Vendor is gone.", none, ""},
		{"Patron data that Vendor deletes is gone.", none, ""},
		{"Vendor has deleted patron data.", none, ""},
		{"Vendor would delete patron data.", none, ""},
		{"Vendor may wish to delete patron data.", none, ""},
		{"Fees for the deletion of patron data are listed.", none, ""},
		{"Vendor shall use tools to delete patron data.", none, ""},
	})
}

// A duty that is laid on the library is contradicted only where the frame says
// so.
func TestDutyShifted(t *testing.T) {
	checkDecisions(t, "- frame: {who: <vendor>, does: <delete>, what: <patron-data>, shift: yes}\n  want: always", []decision{
		{"The Library shall delete patron data.", contra, ""},
		{"Patron data shall be deleted by the Library.", contra, ""},
		{"The Library shall not delete patron data.", none, ""},
		{"The Library may delete patron data.", none, ""},
		{"Users shall delete patron data.", none, ""},
		{"Vendor shall delete patron data.", sat, ""},
	})
}

// A lenient duty is not denied by a ban on doing it.
func TestDutyLenient(t *testing.T) {
	checkDecisions(t, "- frame: {does: <keep>, what: <patron-data>, lenient: yes}\n  want: always", []decision{
		{"Vendor shall keep patron data.", sat, ""},
		{"Vendor shall not keep patron data.", none, ""},
		{"Vendor is not required to keep patron data.", contra, ""},
	})
}

// Copies and records are a patron's only where they hold nothing else.
func TestContainers(t *testing.T) {
	checkDecisions(t, "- frame: {does: <delete>, what: <patron-data> | <data>}\n  want: always", []decision{
		{"Vendor shall delete all copies.", sat, ""},
		{"Vendor shall delete copies of patron data.", sat, ""},
		{"Vendor shall delete copies of the software.", none, ""},
		{"Vendor shall delete records of the licensed materials.", none, ""},
	})
}

// A ban: never.
func TestBan(t *testing.T) {
	checkDecisions(t, "- frame: {who: <vendor>, does: <sell>, what: <patron-data>}\n  want: never\n  allow: [law, service, library-consent]", []decision{
		{"Vendor shall not sell patron data.", sat, ""},
		{"Vendor does not sell patron data.", sat, ""},
		{"We never sell patron data.", sat, ""},
		{"No patron data may be sold.", sat, ""},
		{"Neither Vendor nor its affiliates shall sell patron data.", sat, ""},
		{"Vendor is prohibited from selling patron data.", sat, ""},
		{"The sale of patron data is prohibited.", sat, ""},
		{"Nothing in this Agreement permits Vendor to sell patron data.", sat, ""},
		{"Vendor shall sell patron data.", contra, ""},
		{"Vendor sells patron data.", contra, ""},
		{"Patron data is sold.", contra, ""},
		{"Vendor may sell patron data.", contra, ""},
		{"Vendor is entitled to sell patron data.", contra, ""},
		{"Nothing herein shall prevent Vendor from selling patron data.", contra, ""},
		{"Vendor is not required to sell patron data.", none, ""},
		{"Vendor should not sell patron data.", part, ""},

		// only
		{"Vendor may share patron data only to provide the service.", sat, ""},
		{"Vendor may share patron data only as required by law.", sat, ""},
		{"Vendor may share patron data only to provide the service, unless the law demands more.", part, ""},
		{"Vendor may share patron data only to provide the service, where feasible.", part, ""},
		{"Vendor may share patron data only to provide the service, except as required by law.", sat, ""},
		{"Vendor may share patron data only with its affiliates.", contra, ""},
		{"Vendor may share patron data solely for its own purposes.", contra, ""},
		{"Vendor may share patron data only on Mondays.", part, ""},

		// permission in a narrow case
		{"Vendor may share patron data as required by law.", part, ""},

		// exceptions
		{"Vendor shall not sell patron data except as required by law.", sat, ""},
		{"Except as required by law, Vendor shall not sell patron data.", sat, ""},
		{"Vendor shall not sell patron data without the Library's consent.", sat, ""},
		{"Vendor shall not sell patron data without the patron's consent.", part, ""},
		{"Vendor shall not sell patron data without its own consent.", sat, ""},
		{"Vendor shall not sell patron data without Vendor's consent.", contra, ""},
		{"Vendor shall not share patron data other than with its affiliates.", contra, ""},
		{"Vendor shall not share patron data except in good faith.", part, ""},
		{"Vendor shall not share patron data except on Mondays.", part, ""},
		{"Subject to the terms of this Agreement, Vendor shall not sell patron data.", sat, ""},

		// narrower bans
		{"Vendor shall not knowingly sell patron data.", part, ""},
		{"Vendor shall not sell patron data in violation of applicable law.", part, ""},
		{"During the term, Vendor shall not sell patron data.", part, ""},
		{"Vendor shall not sell patron data without notice.", part, ""},
		{"Vendor shall not sell patron data if the Library objects.", part, ""},
		{"Vendor shall not sell patron data to anyone but its neighbors.", part, ""},

		// others
		{"Subcontractors shall not sell patron data.", part, ""},
		{"The Library shall not sell patron data.", none, ""},
		{"Users may not sell patron data.", none, ""},
		{"Vendor shall not sell the software.", none, ""},
		{"Vendor shall not sell software or patron data.", sat, ""},
		{"Patron data sold by Vendor is gone.", none, ""},
		{"If Vendor sells patron data, it shall notify the Library.", none, ""},
	})
}

// A ban on keeping that a length of time limits.
func TestBanWithin(t *testing.T) {
	checkDecisions(t, "- frame: {does: <keep>, what: <patron-data>, within: {max_days}}\n  want: never\n  allow: [law]", []decision{
		{"Vendor shall not keep patron data for longer than 30 days.", sat, ""},
		{"Vendor keeps patron data for no more than thirty (30) days.", sat, ""},
		{"Vendor keeps patron data for 30 days.", sat, ""},
		{"Vendor shall not keep patron data for longer than 90 days.", part, ""},
		{"Vendor keeps patron data for at least 30 days.", contra, ""},
		{"Vendor keeps patron data for more than 30 days.", contra, ""},
		{"Vendor shall not keep patron data for longer than [__] days.", part, ""},
		{"Vendor keeps patron data for 30 days, except as required by law.", sat, ""},
		{"Vendor keeps patron data for 30 days, except in an emergency.", part, ""},
		{"Vendor keeps patron data for 30 days, except for its business purposes.", contra, ""},
		{"Vendor shall not keep patron data.", sat, ""},
		{"Vendor keeps no patron data.", sat, ""},
		{"Vendor keeps patron data.", contra, ""},
	})
}

// A right of the one who holds it: may.
func TestRight(t *testing.T) {
	checkDecisions(t, "- frame: {who: <library>, does: <audit>}\n  want: may", []decision{
		{"The Library may audit Vendor's systems.", sat, ""},
		{"The Library shall be entitled to inspect Vendor's systems.", sat, ""},
		{"Vendor shall allow the Library to audit its systems.", sat, ""},
		{"The Library shall not audit Vendor's systems.", contra, ""},
		{"The Library is not permitted to audit Vendor's systems.", contra, ""},
		{"The Library may audit Vendor's systems except in an emergency.", part, ""},
		{"The Library may, where feasible, audit Vendor's systems.", part, ""},
		{"Vendor may audit the Library's systems.", none, ""},
		{"If the Library audits Vendor's systems, fees are due.", none, ""},
	})
}

func TestRightWithNotice(t *testing.T) {
	checkDecisions(t, "- frame: {who: <vendor>, does: <notify>, whom: <library>, at-least: {min_notice_days}}\n  want: always", []decision{
		{"Vendor shall notify the Library at least 30 days before a change.", sat, ""},
		{"Vendor shall notify the Library sixty days before a change.", sat, ""},
		{"Vendor shall notify the Library at least ten days before a change.", part, ""},
		{"Vendor shall notify the Library before a change.", part, ""},
	})
}

// What must not be demanded of patrons: need.
func TestDemand(t *testing.T) {
	checkDecisions(t, "- frame: {who: <patron>, does: <register>}\n  want: need", []decision{
		{"Users are not required to register.", sat, ""},
		{"You need not create an account.", sat, ""},
		{"Users may search without registering.", sat, ""},
		{"Users may search without registering only if they ask the Library.", part, ""},
		{"Where feasible, users may search without registering.", part, ""},
		{"Users are not required to register, but must do so to read.", part, ""},
		{"Users shall register.", contra, ""},
		{"You must create an account.", contra, ""},
		{"The Platform cannot be used without registering.", contra, ""},
		{"Users may register.", none, ""},
		{"Users may not register.", none, ""}, // keeps them out, and demands nothing
		{"Vendor shall register.", none, ""},
		{"If users register, fees are due.", none, ""},
	})
}

// Who owns: own.
func TestOwnership(t *testing.T) {
	checkDecisions(t, "- frame: {holder: <library>, owns: <patron-data>}\n  want: own\n  weak: <usage-only>", []decision{
		{"The Library owns patron data.", sat, ""},
		{"Patron data is owned by the Library.", sat, ""},
		{"Patron data is the sole property of the Library.", sat, "the subject of is the property of is not looked at for the object"},
		{"Patron data belongs to the Library.", sat, "a thing as the subject of a verb without auxiliary makes no cluster"},
		{"The Library retains title to patron data.", sat, ""},
		{"Vendor acquires no title to patron data.", sat, ""},
		{"Vendor does not own patron data.", sat, ""},
		{"Vendor owns patron data.", contra, ""},
		{"Patron data shall be the property of Vendor.", contra, "the subject of is the property of is not looked at for the object"},
		{"Title to patron data shall vest in Vendor.", contra, ""},
		{"The Library does not own patron data.", contra, ""},
		{"The Library owns patron data except for its business purposes.", contra, ""},
		{"The Library owns patron data and usage data.", part, ""},
		{"Vendor owns the software.", none, ""},
		{"Subcontractors own patron data.", none, ""},
		{"If the Library owns patron data, fees are due.", none, ""},
	})
}

// A duty that the library must not carry: must-not.
func TestBurden(t *testing.T) {
	checkDecisions(t, "- frame: {holder: <library>, does: <indemnify>}\n  want: must-not", []decision{
		{"The Library shall indemnify Vendor.", contra, ""},
		{"The Library indemnifies Vendor.", contra, ""},
		{"The Library shall not indemnify Vendor.", sat, ""},
		{"The Library shall not indemnify Vendor, unless Vendor decides otherwise.", part, ""},
		{"The Library has no obligation to indemnify Vendor.", sat, ""},
		{"The Library may indemnify Vendor.", none, ""},
		{"Vendor shall indemnify the Library.", none, ""},
		{"Claims shall be indemnified.", none, ""},
	})
}

// A prohibition that is itself the harm: allow.
func TestHarm(t *testing.T) {
	checkDecisions(t, "- frame: {who: <library>, does: <sue>}\n  want: allow", []decision{
		{"The Library shall not sue Vendor.", contra, ""},
		{"The Library may sue Vendor.", none, ""},
		{"The Library shall sue Vendor.", none, ""},
	})
}

// The duty to tell of a breach has a recipient, a topic and a clock.
func TestNotice(t *testing.T) {
	checkDecisions(t, "- frame: {does: <notify>, whom: <library>, about: <data-breach>, within: {max_hours}, from: <discovery>, late: <confirmation>}\n  want: always", []decision{
		{"Vendor shall notify the Library of a data breach within 72 hours of discovery.", sat, ""},
		{"Vendor shall notify the Library of a data breach within 72 hours.", sat, ""},
		{"Within seventy-two (72) hours of a data breach, Vendor shall give the Library notice.", sat, ""},
		{"Vendor shall notify the Library of a data breach within three days.", sat, ""},
		{"Vendor shall notify the Library of a data breach within 96 hours.", part, ""},
		{"Vendor shall notify the Library of a data breach within three business days.", part, ""},
		{"Vendor shall notify the Library of a data breach within seventy (72) hours.", part, ""},
		{"Vendor shall notify the Library of a data breach within [__] hours.", part, ""},
		{"Vendor shall promptly notify the Library of a data breach.", part, ""},
		{"Vendor shall notify the Library of a data breach within 72 hours of confirmation.", part, ""},
		{"Vendor shall notify the Library of a data breach after 72 hours.", part, ""},
		{"Vendor shall notify patrons of a data breach within 72 hours.", part, ""},
		{"Vendor shall give notice of a data breach within 72 hours.", part, ""},
		{"Vendor shall notify the Library of any material data breach within 72 hours.", part, ""},
		{"Vendor shall notify the Library no earlier than 72 hours after a data breach.", contra, ""},
		{"Vendor shall not notify the Library of a data breach.", contra, ""},
		{"Vendor shall notify the Library of a fee within 72 hours.", none, ""},
		{"The Library shall notify Vendor of a data breach within 72 hours.", none, ""},
	})
}

// Numbers that were read are kept, in the parameter's unit.
func TestValues(t *testing.T) {
	set := compileRules(t, "- frame: {does: <notify>, whom: <library>, within: {max_hours}}\n  want: always")
	for text, want := range map[string]map[string]float64{
		"Vendor shall notify the Library within two days.":        {"hours": 48},
		"Vendor shall notify the Library within 3 business days.": {"hours": 100.8},
		"Vendor shall notify the Library.":                        nil,
		"Vendor shall notify the Library within [__] hours.":      nil,
	} {
		all := readScene(t, set, testScene(set, text))
		if assert.Len(t, all, 1, "%q", text) {
			assert.Equal(t, want, all[0].Values, "%q", text)
		}
	}
}

func TestUnit(t *testing.T) {
	for param, want := range map[string]struct {
		name  string
		hours float64
	}{"max_hours": {"hours", 1}, "max_days": {"days", 24}, "min_notice_days": {"days", 24}, "max_years": {"years", 8760}, "min_tls": {"tls", 1}, "": {"", 1}} {
		name, hours := unit(param)
		assert.Equal(t, want.name, name, "%q", param)
		assert.InDelta(t, want.hours, hours, 1e-9, "%q", param)
	}
}

func TestFigure(t *testing.T) {
	for v, want := range map[float64]string{72: "72", 100.8: "100.8", 0: "0", 0.25: "0.2", 1000: "1000", 30.04: "30"} {
		assert.Equal(t, want, figure(v), "%g", v)
	}
}

// A reason names every part of the duty that is lacking, and does not say that
// anybody is bound where nobody is.
func TestReasonsNameEachPart(t *testing.T) {
	set := compileRules(t, "- frame: {who: <vendor>, does: <notify>, whom: <library>, about: <data-breach>, within: {max_hours}}\n  want: always")
	for sentence, want := range map[string]string{
		"Vendor shall notify the library of a data breach within 24 hours.":     "binds the vendor",
		"Vendor shall notify the library of a data breach.":                     "binds the vendor; no number of hours",
		"Vendor shall notify the patron of a data breach.":                      "binds the vendor; tells the patron, not the library; no number of hours",
		"Vendor shall give notice of a data breach.":                            "binds the vendor; does not say whom; no number of hours",
		"Vendor shall give notice of a data breach within 24 hours.":            "binds the vendor; does not say whom",
		"Vendor should notify the library of a data breach.":                    "no number of hours; says what should be or be tried, not what shall be",
		"Vendor may notify the library of a data breach within 24 hours.":       "allows it, and does not oblige the vendor",
		"Vendor shall not notify the library of a data breach within 24 hours.": "denies it",
	} {
		_, reason := worst(t, set, sentence)
		assert.Equal(t, want, reason, "%q", sentence)
	}
}
