package language

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

var testExceptions = ExceptionTerms{Marker: testTerms["marker"], CarveOut: testTerms["carve-out"], Consent: testTerms["consent"]}

// exceptionsOf writes the exceptions to a reading: the names of the terms in
// each, whose consent it asks for, and whether it carves things out.
func exceptionsOf(a analysed, r Reading) string {
	var all []string
	for _, e := range a.Exceptions(&r, testExceptions) {
		var parts []string
		for _, id := range e.Terms {
			parts = append(parts, testGrammar.Terms[id].Name)
		}
		if e.Without {
			parts = append(parts, "without")
		}
		if e.Consent != NoParty {
			parts = append(parts, "consent of "+e.Consent.String())
		}
		if e.CarveOut {
			parts = append(parts, "carve-out")
		}
		if len(parts) == 0 {
			parts = []string{"unknown"}
		}
		all = append(all, strings.Join(parts, ", "))
	}
	return strings.Join(all, "; ")
}

func TestExceptions(t *testing.T) {
	tests := []struct{ sentence, want, gap string }{
		{sentence: "Contractor shall not *sell* patron data without the consent of Provider.", want: "without, consent of the library"},
		{sentence: "Contractor shall not *sell* patron data without the consent of Contractor.", want: "without, consent of the vendor"},
		{sentence: "We shall not *sell* patron data unless Vendor gives its consent.", want: "consent of the vendor"},
		{sentence: "Vendor shall not *sell* patron data."},
		{sentence: "Vendor shall not *sell* patron data except as required by law.", want: "law"},
		{sentence: "Except as required by law, Vendor shall not *sell* patron data.", want: "law"},
		{sentence: "Vendor shall not, except as required by law, *disclose* patron data.", want: "law"},
		{sentence: "Vendor shall not *sell* patron data unless a court order demands it.", want: "law"},
		{sentence: "Unless a court order demands it, Vendor shall not *sell* patron data.", want: "law"},
		{sentence: "Vendor shall not *disclose* patron data other than to its affiliates.", want: "wide"},
		{sentence: "Vendor shall not *disclose* patron data except to those who ask.", want: "unknown"},
		{sentence: "Vendor shall not *disclose* patron data except as required by law or for its business purpose.", want: "law, wide"},
		{sentence: "Subject to applicable law, Vendor shall *delete* patron data.", want: "law"},

		// consent
		{sentence: "Vendor shall not *sell* patron data without the Library's prior written consent.", want: "without, consent of the library"},
		{sentence: "Without the consent of the Library, Vendor shall not *sell* patron data.", want: "without, consent of the library"},
		{sentence: "Vendor shall not *sell* patron data without the patron's consent.", want: "without, consent of the patron"},
		{sentence: "Patron data is not to be *sold* by Vendor without the approval of NORTHSIDE.", want: "without, consent of the library"},
		{sentence: "Patron data is not to be *sold* by the Library without the approval of Vendor.", want: "without, consent of the vendor"},
		{sentence: "Vendor shall not *sell* patron data without consent.", want: "without, consent of the library"},
		{sentence: "Vendor shall not *sell* patron data without Vendor's approval.", want: "without, consent of the vendor"},
		{sentence: "Vendor shall not *sell* patron data except with the consent of the patron.", want: "consent of the patron"},
		{sentence: "Vendor shall not *sell* patron data unless the Library gives its approval.", want: "consent of the library"},
		{sentence: "Vendor shall not *sell* patron data without cause."},

		// an exception of another clause
		{sentence: "Vendor shall not *sell* patron data, and the Library may not disclose it except as required by law."},
		{sentence: "Vendor shall not *sell* patron data; fees are due except as required by law."},
		{sentence: "Vendor shall not sell patron data, and the Library may not *disclose* it except as required by law.", want: "law"},

		// the longest exception, and none of what only describes another
		{sentence: "Vendor shall not *disclose* patron data except as necessary.", want: "need"},
		{sentence: "Vendor shall not *disclose* patron data except as necessary to run the platform.", want: "service"},
		{sentence: "Vendor shall not *disclose* patron data unless we choose not to protect it.", want: "choice"},
		{sentence: "Vendor shall not *disclose* patron data except by a court order that we choose not to appeal.", want: "law"},
		{sentence: "Vendor shall not *disclose* patron data except to those that we choose.", want: "choice"},

		// carve-outs
		{sentence: "Vendor shall *delete* patron data, which does not extend to copies.", want: "carve-out"},
	}
	for _, tt := range tests {
		a, r := readMarked(t, tt.sentence)
		checkRead(t, tt.sentence, tt.want, exceptionsOf(a, r), tt.gap)
	}
}

// A sentence that begins with "However" is an exception as a whole.
func TestWhole(t *testing.T) {
	a := analyse("However, Vendor may disclose patron data to its affiliates.")
	e := a.Whole(testExceptions)
	assert.Equal(t, []TermID{testTerms["wide"]}, e.Terms)
	assert.Equal(t, testTerms["patron-data"], e.Object)
	assert.Equal(t, 0, e.From)
	assert.Equal(t, len(a.Tokens), e.To)
}
