package rules

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// everyRule has a frame of every kind, and patterns that end in each check.
const everyRule = `
- frame: {does: <notify>, whom: <library>, about: <data-breach>, within: {max_hours}}
  want: always
- frame: {does: <sell>, what: <patron-data> | <data>, beside: <third>}
  want: never
  allow: [law, service]
- frame: {does: <keep>, what: <patron-data>, within: {max_days}}
  want: never
- frame: {holder: <library>, does: <audit>}
  want: may
- frame: {who: <patron>, does: <register>}
  want: need
- frame: {holder: <library>, owns: <patron-data>}
  want: own
- frame: {who: <library>, does: <indemnify>}
  want: must-not
- frame: {who: <library>, does: <sue>}
  want: allow
- pattern: encrypt ...6 (record | data)
  verdict: satisfied
  reason: encrypted
- pattern: (notice | termination) ...9 day
  verdict: satisfied
  at-least: {min_notice_days}
  reason: notice
- pattern: not ...6 <patron-data>
  verdict: contradicted
  reason: denied`

// FuzzRead reads any text, a provision a line, by rules of every kind: what they
// find lies inside of its provision.
func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"",
		"Vendor shall notify the Library of a data breach within 72 hours.\nHowever, Vendor may, in good faith, wait.",
		"We share user usage data with a subcontractor.\nIf you are a patron, we never will sell it, except to an affiliate.",
		"“Trade” means that Vendor may sell patron data.\nVendor keeps it no longer than [__] days, or a day after termination.",
		"The Library may audit Vendor, and shall indemnify it.\nPatron data is the property of the Library.\nYou need not register.",
		"Should we be sold, we encrypt some of the records.\nA partner may encrypt data.\nNotice of a day.",
	} {
		f.Add(text)
	}
	set := compileRules(f, everyRule)
	f.Fuzz(func(t *testing.T, text string) {
		sc := testScene(set, strings.Split(text, "\n")...)
		sc.Headings = []Heading{{Title: text, Parent: -1}}
		found, err := set.Read(context.Background(), sc, func(_ int, name string) float64 { return testParams[name] })
		require.NoError(t, err)
		for _, e := range found[0] {
			n := len(sc.Provisions[e.Provision].Tokens)
			require.True(t, 0 <= e.From && e.From <= e.To && e.To <= n, "%q: tokens %d to %d of %d", text, e.From, e.To, n)
		}
		for i := range sc.Provisions {
			set.Requirements[0].Silent(set.Speech(sc, i), i%2 == 0)
		}
	})
}
