package contractcheck

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/language"
)

// The contracts that were written for this project are what they are.
func TestKindOfContracts(t *testing.T) {
	want := map[string]Kind{
		"database-licence-clickthrough.md": License,
		"ils-hosting-harmful.md":           Contract,
		"ils-hosting-protective.md":        Contract,
		"rfp-draft.md":                     RFP,
		"rfp-response.md":                  Response,
		"vendor-privacy-policy.md":         Policy,
	}
	const dir = "../testdata/contracts/src"
	files, err := filepath.Glob(dir + "/*.md")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, path := range files {
		doc, err := ReadFile(path)
		require.NoError(t, err)
		kind, ok := want[filepath.Base(path)]
		if assert.True(t, ok, "no kind is expected of %s", path) {
			assert.Equal(t, kind, detectKind(doc.Content()), path)
		}
	}
}

func TestKind(t *testing.T) {
	const filler = "The parties shall act in good faith under this agreement. "
	tests := []struct {
		name, text string
		want       Kind
		gap        string
	}{
		{name: "nothing", text: "", want: Contract},
		{name: "no words of any kind", text: "Cats sleep.", want: Contract},
		{name: "a hosting agreement", want: Contract,
			text: "MASTER SERVICES AGREEMENT\n\nThis agreement, hereinafter the Agreement, is between two parties.\n\n" + strings.Repeat(filler, 40)},
		{name: "a licence", want: License,
			text: "LICENSE AGREEMENT\n\nThe Licensor lets Authorized Users read the Licensed Materials, also by interlibrary loan.\n\n" + strings.Repeat(filler, 40)},
		{name: "a privacy policy", want: Policy,
			text: "Privacy Policy\n\nWe collect what you enter. Cookies help. You can ask us to delete your personal information."},
		{name: "a request for proposals", want: RFP,
			text: "REQUEST FOR PROPOSALS No. 7\n\nProposers must answer all of it. The proposer shall sign."},
		{name: "a response to one", want: Response,
			text: "Response to RFP No. 7\n\nWe comply. Our response follows each point of the request for proposals."},

		// near misses
		{name: "a contract that names its RFP", want: Contract,
			text: "HOSTING AGREEMENT\n\nThis agreement between the parties follows the RFP of March. Each party shall keep to it. " + strings.Repeat(filler, 40)},
		{name: "a contract with a section on privacy", want: Contract,
			text: "SERVICES AGREEMENT\n\nThis agreement binds the parties. " + strings.Repeat(filler, 40) + "\n\nThe privacy policy of the vendor is no part of it."},
		{name: "a contract with incident response", want: Contract,
			text: "HOSTING AGREEMENT\n\nThis agreement binds the parties. Incident response and response times are in a schedule. " + strings.Repeat(filler, 40)},
		{name: "a licence that links a privacy policy", want: License,
			text: "LICENCE AGREEMENT\n\nLicensed Materials are for authorised users. " + strings.Repeat(filler, 30) + "See the privacy policy.",
			gap:  "general words of an agreement outweigh those of a licence"},
		{name: "a policy that mentions an agreement", want: Policy,
			text: "Privacy Notice\n\nWe collect data under our agreement with your library. Cookies are small. You can write to us."},
	}
	for _, tt := range tests {
		got := detectKind(tt.text)
		if tt.gap != "" {
			assert.NotEqual(t, tt.want, got, "%s is no longer mistaken: take the gap %q away", tt.name, tt.gap)
			continue
		}
		assert.Equal(t, tt.want, got, tt.name)
	}
}

// What a document is does not hang on letters' case, and any text has a kind.
func TestKindOfAnyText(t *testing.T) {
	text := "Privacy Policy\n\nWe collect what you enter. Cookies help."
	assert.Equal(t, detectKind(text), detectKind(strings.ToUpper(text)))
	for _, text := range []string{"\xff\xfe", "İ", strings.Repeat("İ", 3000), strings.Repeat("rfp ", 100_000)} {
		assert.Contains(t, Kinds(), detectKind(text))
	}
}

// "We" is the library in its own RFP and its own policy, nobody in particular
// elsewhere.
func TestWhoSpeaks(t *testing.T) {
	own := "Privacy Policy\n\nThe library collects little. Our patrons may ask library staff."
	vendors := "Privacy Policy\n\nWe collect what your library tells us."
	tests := []struct {
		kind Kind
		text string
		want language.Party
	}{
		{RFP, "", language.Library},
		{Policy, own, language.Library},
		{Policy, vendors, language.NoParty},
		{Policy, "Our patrons are many.", language.NoParty}, // one word of it is chance
		{Contract, own, language.NoParty},
		{License, own, language.NoParty},
		{Response, own, language.NoParty},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, speaker(tt.kind, tt.text), "%s %.30q", tt.kind, tt.text)
	}
}

// A vendor's policy that speaks of "your library" is not the library's own.
func TestVendorSpeaks(t *testing.T) {
	data, err := os.ReadFile("../testdata/contracts/src/vendor-privacy-policy.md")
	require.NoError(t, err)
	for _, text := range []string{string(data), "Privacy Policy\n\nYour library has its own. Ask your library."} {
		assert.Equal(t, language.NoParty, speaker(Policy, text), "%.30q", text)
	}
}
