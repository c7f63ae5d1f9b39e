package mutate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// whole makes a passage of a text whose every word carries the verdict. Words
// between « and », where there are some, carry it alone.
func whole(text string) Passage {
	before, rest, marked := strings.Cut(text, "«")
	if !marked {
		return Passage{Text: text, To: len(text)}
	}
	carries, after, _ := strings.Cut(rest, "»")
	return Passage{Text: before + carries + after, From: len(before), To: len(before) + len(carries)}
}

// mutantOf returns what an operator makes of a passage, or "".
func mutantOf(p Passage, operator string) string {
	for _, m := range Mutants(p) {
		if m.Operator == operator {
			return m.Text
		}
	}
	return ""
}

func TestOperators(t *testing.T) {
	for _, tt := range []struct{ operator, text, want string }{ // want is empty where it must not apply
		{"deny", "Vendor shall erase patron data.", "Vendor shall not erase patron data."},
		{"deny", "Readers can search without delay.", "Readers cannot search without delay."},
		{"deny", "All logs are the property of the Library.", "All logs are not the property of the Library."},
		{"deny", "Vendor shall report within two days and no later than Friday.", "Vendor shall not report within two days and no later than Friday."},
		{"deny", "Vendor shall not erase patron data.", ""},
		{"deny", "No log shall be kept.", ""},
		{"deny", "Vendor shall use the data only for lending.", ""},
		{"deny", "Vendor keeps data that is enciphered.", ""},
		{"deny", "«Vendor keeps a register» and shall publish it.", ""},
		{"undo-ban", "Vendor shall not sell loan records.", "Vendor shall sell loan records."},
		{"undo-ban", "We will never sell loan records.", "We will sell loan records."},
		{"undo-ban", "No loan record shall be sold.", "Any loan record may be sold."},
		{"undo-ban", "Vendor shall neither sell nor lend loan records.", "Vendor may sell or lend loan records."},
		{"undo-ban", "Nothing in this License permits Vendor to sell loan records.", "This License permits Vendor to sell loan records."},
		{"undo-ban", "Vendor shall not only erase the data but prove it.", ""},
		{"undo-ban", "The site obeys Do Not Track.", ""},
		{"undo-ban", "Vendor has not had a breach.", ""},
		{"undo-ban", "Nothing in this License binds Vendor, and «loan records belong to the Library».", ""},
		{"may", "Vendor shall erase patron data.", "Vendor may erase patron data."},
		{"may", "The Library shall control the notice.", ""},
		{"may", "Data shall be used only for lending.", ""},
		{"may", "Vendor shall not sell loan records.", ""},
		{"should", "Vendor must erase patron data.", "Vendor should erase patron data."},
		{"should", "Bidders must explain how long they keep logs.", ""},
		{"efforts", "We will erase patron data.", "We will use reasonable efforts to erase patron data."},
		{"efforts", "Patron data shall be erased.", ""},
		{"swap-parties", "The Vendor shall return Customer Data to the Customer.", "The Customer shall return Customer Data to the Vendor."},
		{"swap-parties", "Loan records are owned by the Library.", "Loan records are owned by the Vendor."},
		{"swap-parties", "Each party, the Vendor or the Library, shall keep secrets.", ""},
		{"swap-parties", "Loan records are not owned by the Library.", ""},
		{"shift", "The Vendor shall erase loan records.", "The Library shall erase loan records."},
		{"shift", "Upon request we will not sell them.", "Upon request the Library will not sell them."},
		{"shift", "The Vendor shall return them to the Library.", ""},
		{"affiliates", "Vendor shall not sell loan records.", "Vendor shall not sell loan records, except to its affiliates."},
		{"affiliates", "We will not share your loans.", "We will not share your loans, except to our affiliates."},
		{"affiliates", "No loan record shall be sold.", "No loan record shall be sold, except to its affiliates."},
		{"affiliates", "Vendor shall sell loan records.", ""},
		{"affiliates", "Vendor shall not sell loan records and shall erase them.", ""},
		{"own-purposes", "Vendor shall not use loan records.", "Vendor shall not use loan records, except for its own business purposes."},
		{"own-purposes", "Vendor shall not use loan records that it holds.", ""},
		{"discretion", "The Supplier shall erase loan records.", "The Supplier shall erase loan records, unless the Supplier decides otherwise."},
		{"discretion", "The Supplier shall erase loan records if asked.", ""},
	} {
		assert.Equal(t, tt.want, mutantOf(whole(tt.text), tt.operator), "%s: %s", tt.operator, tt.text)
	}
}

func TestHarmfulOperators(t *testing.T) {
	for _, tt := range []struct{ operator, text, want string }{
		{"forbid-harm", "Vendor may sell loan records.", "Vendor may not sell loan records."},
		{"forbid-harm", "Vendor may sell loan records; it keeps none.", ""},
		{"owe-duty", "Vendor is not required to erase loan records.", "Vendor is required to erase loan records."},
		{"owe-duty", "We do not lend records other than to friends.", ""},
		{"deny", "Vendor may sell loan records.", ""}, // for passages that satisfy
	} {
		p := whole(tt.text)
		p.Harmful = true
		assert.Equal(t, tt.want, mutantOf(p, tt.operator), "%s: %s", tt.operator, tt.text)
	}
}

func TestNumberOperators(t *testing.T) {
	most, least := Limit{Hours: 72}, Limit{Hours: 30 * 24, AtLeast: true}
	for _, tt := range []struct {
		operator, text string
		limit          Limit
		want           string
	}{
		{"number", "within forty-eight (48) hours", most, "within 720 hours"},
		{"number", "within two business days", most, "within 30 business days"},
		{"number", "on thirty (30) days' notice", least, "on 3 days' notice"},
		{"number", "within 48 hours or 2 days", most, ""}, // which of them?
		{"number", "within 90 hours", most, ""},           // not the number that keeps the limit
		{"number", "in the 2 days since Monday", most, ""},
		{"number", "within 48 hours", Limit{}, ""},
		{"unit", "within 48 hours", most, "within 48 years"},
		{"unit", "for 60 days", least, "for 60 hours"},
		{"blank", "within 48 hours", most, "within _____ hours"},
		{"blank", "within a day", most, ""},
	} {
		p := whole(tt.text)
		p.Limit = tt.limit
		assert.Equal(t, tt.want, mutantOf(p, tt.operator), "%s: %s", tt.operator, tt.text)
	}
}

// A passage of several sentences is changed in the one that carries the
// verdict; words that run over two are left alone.
func TestMutantsOfSeveralSentences(t *testing.T) {
	p := whole("Vendor shall pay. «Vendor shall erase data». Vendor shall smile.")
	assert.Equal(t, "Vendor shall pay. Vendor shall not erase data. Vendor shall smile.", mutantOf(p, "deny"))
	assert.Empty(t, Mutants(whole("Vendor «shall pay. Vendor shall» erase data.")))
	assert.Empty(t, Mutants(Passage{Text: "Vendor shall pay.", From: 3, To: 99}))
}

// Every operator has a name of its own, and says what it does.
func TestOperatorsAreDescribed(t *testing.T) {
	seen := map[string]bool{}
	for _, op := range Operators() {
		require.False(t, seen[op.Name], op.Name)
		seen[op.Name] = true
		assert.NotEmpty(t, op.Does, op.Name)
	}
}
