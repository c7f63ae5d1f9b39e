package language

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

var standingNames = map[Standing]string{
	NoStanding: "none", Counts: "counts", Proviso: "proviso", Condition: "condition", Description: "description",
	Adjunct: "adjunct", Report: "report", Wish: "wish", Imperative: "imperative",
}

func standingOf(r Reading) string {
	if r.Without {
		return "without"
	}
	return standingNames[r.Standing]
}

func TestStanding(t *testing.T) {
	tests := []struct{ sentence, want, gap string }{
		// what the parties do
		{sentence: "Vendor shall *delete* patron data.", want: "counts"},
		{sentence: "Vendor *deletes* patron data.", want: "counts"},
		{sentence: "Vendor is *deleting* patron data.", want: "counts"},
		{sentence: "Vendor shall return and *delete* patron data.", want: "counts"},
		{sentence: "Vendor shall return, erase, and *destroy* patron data.", want: "counts"},
		{sentence: "Vendor shall immediately and irreversibly *delete* patron data.", want: "counts"},
		{sentence: "Patron data shall be returned and *deleted*.", want: "counts"},
		{sentence: "Vendor shall ensure that subcontractors *delete* patron data.", want: "counts"},
		{sentence: "The Library's records, which Vendor shall *destroy*, are listed.", want: "counts"},
		{sentence: "*Delete* all patron data.", want: "imperative"},
		{sentence: "Never *sell* patron data.", want: "imperative"},
		{sentence: "Do not *sell* patron data.", want: "counts"},

		// a gerund that "is" something is not said to be done
		{sentence: "*Selling* patron data is prohibited.", want: "counts"},
		{sentence: "*Deleting* it is a matter for the Library.", want: "adjunct"},
		{sentence: "*Deleting* it is not a matter for the Library.", want: "adjunct"},
		{sentence: "*Deleting* it is required.", want: "counts"},

		// provisos and conditions
		{sentence: "Vendor may keep copies, provided that Vendor shall *delete* them within a year.", want: "proviso"},
		{sentence: "If Vendor *sells* patron data, it shall notify the Library.", want: "condition"},
		{sentence: "Vendor shall notify the Library if Vendor shall *sell* patron data.", want: "condition"},
		{sentence: "Should Vendor *sell* patron data, it shall notify the Library.", want: "adjunct"},
		{sentence: "Unless the Library shall *delete* patron data, Vendor may keep it.", want: "condition"},
		{sentence: "Vendor would *delete* patron data.", want: "condition"},

		// descriptions
		{sentence: "Patron data *stored* by Vendor belongs to the Library.", want: "description"},
		{sentence: "Patron data that Vendor *stores* belongs to the Library.", want: "description"},
		{sentence: "Patron data that Vendor may *store* belongs to the Library.", want: "description"},
		{sentence: "Vendor shall return patron data *collected* by it.", want: "description"},

		// adjuncts
		{sentence: "Vendor shall use patron data to *notify* patrons.", want: "adjunct"},
		{sentence: "Vendor shall protect patron data by *deleting* it.", want: "adjunct"},
		{sentence: "Vendor shall return all reports, records and *stores*.", want: "adjunct"},
		{sentence: "Fees for the *deletion* of patron data are listed.", want: "adjunct"},
		{sentence: "Vendor shall send an invoice for the *use* of the Platform.", want: "adjunct"},

		// what has been, and what somebody would like
		{sentence: "Vendor has *deleted* patron data.", want: "report"},
		{sentence: "Vendor has never *sold* patron data.", want: "report"},
		{sentence: "Patron data has been *deleted*.", want: "report"},
		{sentence: "Vendor *deleted* patron data last year.", want: "description"},
		{sentence: "The Library may wish to *delete* patron data.", want: "wish"},
		{sentence: "Patrons who want to *delete* search logs may ask.", want: "wish"},
		{sentence: "Vendor shall have *deleted* patron data by the end of May.", want: "counts", gap: "deleted behind shall have is taken for a participle"},

		// without
		{sentence: "Patrons may search without *creating an account*.", want: "without"},
		{sentence: "Patrons may search without *registering*.", want: "without"},
		{sentence: "Vendor shall not act without *notifying* the Library.", want: "without"},
		{sentence: "Patrons may search without signing in or *registering*.", want: "without"},

		// gerunds with a cluster of their own
		{sentence: "Vendor is prohibited from *selling* patron data.", want: "counts"},
		{sentence: "Vendor shall refrain from selling or *renting* patron data.", want: "counts"},
		{sentence: "*Selling* patron data is prohibited.", want: "counts"},

		// nouns that a verb carries
		{sentence: "Vendor shall give the Library *notice* of a breach.", want: "counts"},
		{sentence: "Vendor shall provide prompt written *notice* of a breach.", want: "counts"},
		{sentence: "No *disclosure* of patron data shall be made.", want: "counts"},
		{sentence: "*Deletion* of patron data shall occur within ten days.", want: "counts"},
		{sentence: "The *sale* of patron data is prohibited.", want: "counts"},
		{sentence: "Any *disclosure* of patron data is forbidden.", want: "counts"},
		{sentence: "Vendor shall pay for the *notification* of patrons.", want: "adjunct"},
	}
	for _, tt := range tests {
		_, r := readMarked(t, tt.sentence)
		checkRead(t, tt.sentence, tt.want, standingOf(r), tt.gap)
	}
}

func TestNominal(t *testing.T) {
	tests := []struct{ sentence, want, gap string }{
		{sentence: "Vendor shall give *notice* of a breach.", want: "obliged"},
		{sentence: "Vendor shall give no *notice* of a breach.", want: "forbidden"},
		{sentence: "Vendor shall not give *notice* of a breach.", want: "forbidden"},
		{sentence: "Vendor is not required to give *notice* of a breach.", want: "not obliged"},
		{sentence: "No *disclosure* of patron data shall be made.", want: "forbidden"},
		{sentence: "*Disclosure* of patron data shall not be made.", want: "forbidden"},
		{sentence: "The *sale* of patron data is prohibited.", want: "forbidden"},
		{sentence: "The *sale* of patron data is not prohibited.", want: "permitted"},
		{sentence: "The *sale* of patron data is not permitted.", want: "forbidden"},
		{sentence: "*Deletion* of patron data shall occur at once.", want: "obliged"},
		{sentence: "*Deletion* of patron data will take place at once.", want: "obliged"},
		{sentence: "*Deletion* of patron data is not required.", want: "not obliged"},
		{sentence: "The *use* of patron data for research is permitted.", want: "permitted"},
	}
	for _, tt := range tests {
		_, r := readMarked(t, tt.sentence)
		checkRead(t, tt.sentence, tt.want, r.Mood.String(), tt.gap)
		assert.True(t, r.Nominal, "%q", tt.sentence)
	}
}

// The same spelling is a verb or a noun by what stands around it.
func TestVerbOrNoun(t *testing.T) {
	tests := []struct {
		sentence string
		nominal  bool
	}{
		{"Vendor shall *use* patron data.", false},
		{"Vendor may *use* patron data.", false},
		{"Its *use* of patron data is limited.", true},
		{"Vendor's *use* of patron data is limited.", true},
		{"The *use* of patron data is limited.", true},
		{"Vendor shall *transfer* patron data.", false},
		{"A *transfer* of patron data is a breach.", true},
		{"Vendor shall *record* patron data.", false},
	}
	for _, tt := range tests {
		_, r := readMarked(t, tt.sentence)
		assert.Equal(t, tt.nominal, r.Nominal, "%q", tt.sentence)
	}
}

func TestPassive(t *testing.T) {
	tests := []struct {
		sentence string
		passive  bool
	}{
		{"Patron data shall be *deleted*.", true},
		{"Patron data is not *sold*.", true},
		{"Patron data *stored* by Vendor is safe.", true},
		{"In no event shall search logs be *kept*.", true},
		{"In no event shall Vendor *keep* search logs.", false},
		{"Vendor shall *delete* patron data.", false},
		{"Vendor has *deleted* patron data.", false},
		{"Vendor is *deleting* patron data.", false},
	}
	for _, tt := range tests {
		_, r := readMarked(t, tt.sentence)
		assert.Equal(t, tt.passive, r.Passive, "%q", tt.sentence)
	}
}

func TestIdentity(t *testing.T) {
	for sentence, want := range map[string]bool{
		"Patron data is the sole *property of* the Library.": true,
		"Patron data shall remain the *property of* Vendor.": false,
		"The Library shall be the *owner of* patron data.":   true,
		"Vendor shall give *notice* to the Library.":         false,
	} {
		_, r := readMarked(t, sentence)
		assert.Equal(t, Counts, r.Standing, "%q", sentence)
		assert.Equal(t, want, r.Identity, "%q", sentence)
	}
}

func TestOwner(t *testing.T) {
	const library, vendor, nobody = "the library", "the vendor", "nobody"
	tests := []struct{ sentence, want, gap string }{
		{sentence: "The Library *owns* patron data.", want: library},
		{sentence: "Vendor *owns* patron data.", want: vendor},
		{sentence: "Patron data is the *property of* the Library.", want: library},
		{sentence: "Patron data is the sole and exclusive *property of* Vendor.", want: vendor},
		{sentence: "Patron data *belongs to* the Library.", want: library},
		{sentence: "Title to patron data shall *vest in* the Library.", want: library},
		{sentence: "*Ownership* of patron data remains with the Library.", want: library, gap: "a thing as the subject of a verb without auxiliary makes no cluster"},
		{sentence: "The Library retains *title* to patron data.", want: library},
		{sentence: "Vendor retains *ownership* of patron data.", want: vendor},
		{sentence: "Patron data is *owned* by the Library.", want: library},
		{sentence: "Patron data is the Library's *property*.", want: library},
		{sentence: "All patron data is our *property*.", want: vendor},
		{sentence: "*Ownership* of patron data is settled elsewhere.", want: nobody},
		{sentence: "Vendor shall acquire no *ownership* of patron data.", want: vendor},
	}
	for _, tt := range tests {
		a, r := readMarked(t, tt.sentence)
		checkRead(t, tt.sentence, tt.want, a.Owner(&r).String(), tt.gap)
	}
}

// The second action ends what belongs to the first.
func TestNextAction(t *testing.T) {
	a, r := readMarked(t, "Vendor shall *return* patron data within ten days and delete copies within thirty.")
	next := a.NextAction(&r)
	assert.Equal(t, "delete", a.words(next, next+1))
	a, r = readMarked(t, "Vendor shall *delete* patron data within ten days.")
	assert.Zero(t, a.NextAction(&r))
}

func TestTakesBack(t *testing.T) {
	for text, want := range map[string]bool{
		"However, Vendor may sell patron data.":                    true,
		"Except for logs, nothing is kept.":                        true,
		"Notwithstanding the foregoing, Vendor may keep logs.":     true,
		"But Vendor may keep logs.":                                true,
		"Notwithstanding Section 4, Vendor may keep logs.":         false,
		"Vendor may, however, keep logs.":                          false,
		"Vendor shall not sell patron data except as law demands.": false,
		"This does not apply to affiliates.":                       true,
		"The foregoing restriction shall not extend to logs.":      true,
		"These obligations do not apply to logs.":                  true,
		"The platform does not extend to logs.":                    false,
		"This agreement does not apply to logs.":                   false,
		"This report says that the duty shall not apply to logs.":  false,
		"": false,
	} {
		assert.Equal(t, want, analyse(text).TakesBack(testExceptions), "%q", text)
	}
}

func TestSetAside(t *testing.T) {
	tests := []struct {
		sentence string
		want     bool
	}{
		{"Vendor shall delete patron data without *notice*.", true},
		{"Vendor acts without delay upon *notice*.", false},
		{"Vendor shall delete patron data, whether or not there is *notice*.", true},
		{"Vendor shall delete patron data whether or not the Library or a patron gives *notice*.", false}, // too far behind
		{"Vendor shall delete patron data whether it has *notice*.", true},
		{"Vendor shall delete patron data upon *notice*.", false},
		{"Vendor acts without delay; it gives *notice*.", false},
	}
	for _, tt := range tests {
		a, r := readMarked(t, tt.sentence)
		assert.Equal(t, tt.want, a.SetAside(r.Hit), "%q", tt.sentence)
	}
}

func TestOnlyNear(t *testing.T) {
	for sentence, want := range map[string]bool{
		"Vendor shall only *use* patron data to run the Platform.":                                                        true,
		"Vendor shall *use* patron data solely to run the Platform.":                                                      true,
		"Vendor shall *use* patron data to run the Platform.":                                                             false,
		"Only the Library may sign, and this binds all of the parties to this Agreement. Vendor shall *use* patron data.": false,
	} {
		a, r := readMarked(t, sentence)
		assert.Equal(t, want, a.OnlyNear(&r, testTerms["only"]), "%q", sentence)
	}
}
