package language

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// objectOf writes what the action is done to, where it is patron data; "no"
// before it where it is denied.
func objectOf(a analysed, r *Reading) string {
	wanted := func(id TermID) bool { return id == testTerms["patron-data"] }
	container := func(id TermID) bool { return id == testTerms["data"] }
	o, ok := a.Object(r, wanted, container)
	switch {
	case !ok:
		return ""
	case o.NoObject:
		return "no " + a.words(o.Hit.From, o.Hit.To)
	}
	return a.words(o.Hit.From, o.Hit.To)
}

func TestObject(t *testing.T) {
	tests := []struct{ sentence, want, gap string }{
		{sentence: "Vendor shall not *sell* patron data.", want: "patron data"},
		{sentence: "Vendor shall not *sell* any of the Library's patron data.", want: "patron data"},
		{sentence: "Vendor shall not *sell*, rent or share patron data.", want: "patron data"},
		{sentence: "Vendor shall not sell, *rent* or share patron data.", want: "patron data"},
		{sentence: "Vendor shall not *sell* software or patron data.", want: "patron data"},
		{sentence: "Vendor shall *delete* all copies of patron data.", want: "patron data"},
		{sentence: "Vendor shall *delete*, at its own cost, patron data.", want: "patron data"},
		{sentence: "Vendor shall *delete* whatever patron data it holds.", want: "patron data"},

		// passive
		{sentence: "Patron data shall be *deleted*.", want: "Patron data"},
		{sentence: "No patron data shall be *sold*.", want: "patron data"},
		{sentence: "Patron data that Vendor holds shall be *deleted*.", want: "Patron data"},
		{sentence: "Patron data shall be returned and *deleted*.", want: "Patron data"},

		// nouns
		{sentence: "The *sale* of patron data is prohibited.", want: "patron data"},
		{sentence: "Patron data *deletion* shall occur at once.", want: "Patron data"},

		// denied objects
		{sentence: "Vendor shall *retain* no patron data.", want: "no patron data"},
		{sentence: "Vendor *stores* neither patron data nor copies.", want: "no patron data"},
		{sentence: "Vendor shall *retain* no more than patron data.", want: "patron data"},

		// another object
		{sentence: "Vendor shall not *sell* the software."},
		{sentence: "Vendor shall *delete* the documentation that describes patron data."},
		{sentence: "Vendor shall *delete* copies of the licensed materials."},
		{sentence: "Vendor shall *use* software to protect patron data.", gap: "the object of a purpose is taken for the action's own"},
		{sentence: "The software shall be *deleted* before patron data is returned."},
		{sentence: "Vendor shall *notify* the Library; patron data is safe."},
		{sentence: "Vendor shall *use* the software without patron data."},
		{sentence: "Vendor shall *return* the software and delete patron data."},
	}
	for _, tt := range tests {
		a, r := readMarked(t, tt.sentence)
		checkRead(t, tt.sentence, tt.want, objectOf(a, &r), tt.gap)
	}
}

func TestAnaphor(t *testing.T) {
	generic := func(id TermID) bool { return id == testTerms["data"] }
	tests := []struct{ sentence, want string }{
		{"Vendor shall not *sell* it.", "it"},
		{"Vendor shall not *sell* such information.", "information"},
		{"Vendor shall *delete* the same.", "same"},
		{"It shall be *deleted*.", "It"},
		{"Vendor shall *delete* the software.", ""},
		{"Vendor shall *delete* software if it is old.", ""},
	}
	for _, tt := range tests {
		a, r := readMarked(t, tt.sentence)
		h, ok := a.Anaphor(&r, generic)
		got := ""
		if ok {
			got = a.words(h.From, h.To)
		}
		assert.Equal(t, tt.want, got, "%q", tt.sentence)
	}
}

func TestRecipient(t *testing.T) {
	const library, patron, third, nobody = "the library", "the patron", "a third party", "nobody"
	tests := []struct{ sentence, want, gap string }{
		{sentence: "Vendor shall *notify* the Library of a breach.", want: library},
		{sentence: "Vendor shall promptly *notify* the affected patrons.", want: patron},
		{sentence: "Vendor shall *notify* the Library's patrons.", want: patron},
		{sentence: "Vendor shall give the Library *notice* of a breach.", want: library},
		{sentence: "Vendor shall give *notice* of a breach to the Library.", want: library},
		{sentence: "Vendor shall give the Library ten days' *notice* of a breach.", want: library},
		{sentence: "Vendor shall provide the Library with written *notice*.", want: library},
		{sentence: "The Library shall be *notified* of a breach.", want: library},
		{sentence: "Vendor shall not *disclose* patron data to advertisers.", want: third},
		{sentence: "Vendor shall *notify* of a breach.", want: nobody},
		{sentence: "Vendor shall *notify* its insurer, if the Library asks.", want: nobody},
		{sentence: "Vendor shall *disclose* customers' records to advertisers.", want: third},
		{sentence: "Vendor shall *disclose* the records of patrons to the Library.", want: library},
		{sentence: "Vendor shall *delete* copies made by the Library.", want: nobody},
	}
	for _, tt := range tests {
		a, r := readMarked(t, tt.sentence)
		checkRead(t, tt.sentence, tt.want, a.Recipient(&r).String(), tt.gap)
	}
}

func TestClauseSpan(t *testing.T) {
	a, r := readMarked(t, "Under this section, Vendor shall *delete* patron data; fees are due.")
	from, to := a.Clause(&r)
	assert.Equal(t, "Vendor shall delete patron data", a.words(from, to))
}

func TestAt(t *testing.T) {
	a, r := readMarked(t, "Vendor shall immediately *delete* patron data; the Library shall forthwith pay.")
	assert.True(t, a.At(&r, "immediately"))
	assert.False(t, a.At(&r, "forthwith"), "the word stands in another clause")
}
