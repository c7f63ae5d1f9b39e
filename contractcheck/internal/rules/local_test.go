package rules

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What a policy promises to the people of one place it does not promise to all.
func TestLocal(t *testing.T) {
	set := compileRules(t, "- frame: {does: <sell>, what: <patron-data>}\n  want: never")
	tests := []struct {
		title, sentence string
		contract        bool
		want            string
	}{
		{"Sharing", "We do not sell personal data.", false, sat},
		{"Readers in Freedonia", "We do not sell personal data.", false, part},
		{"Sharing", "We do not sell personal data of a resident of Freedonia.", false, part},
		{"Readers in Freedonia", "We do not sell personal data.", true, sat},
	}
	for _, tt := range tests {
		sc := testScene(set, tt.sentence)
		sc.Headings, sc.Personal = []Heading{{Title: tt.title, Parent: -1}}, !tt.contract
		all := readScene(t, set, sc)
		require.NotEmpty(t, all, "%s: %s", tt.title, tt.sentence)
		assert.Equal(t, tt.want, verdictWords[all[0].Verdict], "%s: %s", tt.title, tt.sentence)
	}
}

// A pattern that speaks of some things of a kind promises a part.
func TestOfSome(t *testing.T) {
	checkDecisions(t, "- pattern: encrypt ...4 record\n  verdict: satisfied\n  reason: encrypted", []decision{
		{"We encrypt every record.", sat, ""},
		{"We encrypt many records.", part, ""},
		{"We encrypt some of the records.", part, ""},
		{"We encrypt as many as records.", sat, ""},
	})
}

// A promise of a part is none of the whole, and takes nothing from one that
// stands elsewhere.
func TestAside(t *testing.T) {
	set := compileRules(t, "- frame: {does: <sell>, what: <patron-data> | <data>}\n  want: never")
	for _, tt := range []struct {
		sentence, reason string
	}{
		{"We do not sell the search log.", oneKindOnly},
		{"If you are a patron, we do not sell personal data.", oneCaseOnly},
		{"A partner shall not sell personal data.", thirdPartiesOnly},
		{"“Trusted” means that we do not sell personal data.", definesOnly},
	} {
		all := readScene(t, set, testScene(set, tt.sentence))
		if assert.NotEmpty(t, all, tt.sentence) {
			assert.Equal(t, Partial, all[0].Verdict, tt.sentence)
			assert.Equal(t, tt.reason, all[0].Reason, tt.sentence)
			assert.False(t, all[0].Narrows(), tt.sentence)
		}
	}
	assert.Equal(t, Satisfied, readScene(t, set, testScene(set, "We do not sell the search log and personal data."))[0].Verdict)
}

// A definition of a transfer allows none.
func TestDefinitionIsNoHarm(t *testing.T) {
	checkDecisions(t, "- frame: {does: <sell>, what: <patron-data>}\n  want: never", []decision{
		{"“Trade” means that Vendor may sell patron data.", none, ""},
		{"Vendor may sell patron data.", contra, ""},
	})
}
