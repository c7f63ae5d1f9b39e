package language

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// actorOf describes who acts in a reading; in brackets where nobody is named
// and the vendor is taken for it.
func actorOf(r Reading) string {
	if r.Implied {
		return "(" + r.Actor.String() + ")"
	}
	return r.Actor.String()
}

func TestActors(t *testing.T) {
	const (
		vendor, library, patron, third = "the vendor", "the library", "the patron", "a third party"
		implied                        = "(the vendor)"
	)
	tests := []struct{ sentence, want, gap string }{
		// plain subjects
		{sentence: "Vendor shall *delete* patron data.", want: vendor},
		{sentence: "The Library shall *delete* patron data.", want: library},
		{sentence: "Users shall *delete* search logs.", want: patron},
		{sentence: "No third party shall *sell* patron data.", want: third},
		{sentence: "We *delete* patron data.", want: vendor},
		{sentence: "You may *delete* patron data.", want: patron},
		{sentence: "The Platform *deletes* patron data.", want: vendor},
		{sentence: "Vendor promptly and without charge shall *delete* patron data.", want: vendor},
		{sentence: "Vendor, at its own cost, shall *delete* patron data.", want: vendor},
		{sentence: "Vendor and its subcontractors shall *delete* patron data.", want: vendor},
		{sentence: "Either party shall *delete* patron data.", want: vendor},

		// a name in capitals is the vendor's, a common noun nobody's
		{sentence: "Quillworks shall *delete* patron data.", want: vendor},
		{sentence: "Quillworks *deletes* patron data.", want: vendor},
		{sentence: "The Service shall *delete* patron data.", want: vendor},
		{sentence: "Quillworks, Inc. shall *delete* patron data.", want: vendor},
		{sentence: "The archivist shall *delete* patron data.", want: implied},

		// possessives
		{sentence: "The Library's patrons may *delete* patron data.", want: patron},
		{sentence: "Vendor's subcontractors shall *delete* patron data.", want: vendor},
		{sentence: "The Library’s affiliate shall *delete* patron data.", want: third},

		// openings before the subject
		{sentence: "Upon termination, Vendor shall *delete* patron data.", want: vendor},
		{sentence: "After termination Vendor shall *delete* patron data.", want: vendor},
		{sentence: "At the request of the Library, Vendor shall *delete* patron data.", want: vendor},
		{sentence: "On behalf of the Library Vendor shall *delete* patron data.", want: vendor, gap: "the first of two parties side by side is taken for the subject"},
		{sentence: "If the Library asks, Vendor shall *delete* patron data.", want: vendor},
		{sentence: "If Vendor asks, the Library shall *delete* patron data.", want: library},
		{sentence: "At Vendor's request, the Library shall *delete* patron data.", want: library},
		{sentence: "In no event shall Vendor *sell* patron data.", want: vendor},
		{sentence: "In no event shall the Library *sell* patron data.", want: library},
		{sentence: "Under no circumstances may a subcontractor *sell* patron data.", want: third},

		// pronouns
		{sentence: "Vendor shall return patron data and it shall *delete* copies.", want: vendor},
		{sentence: "The Library agrees that it shall *delete* patron data.", want: library},

		// the second of two verbs
		{sentence: "Vendor shall return and shall *delete* patron data.", want: vendor},
		{sentence: "Vendor shall return patron data, and the Library shall *delete* it.", want: library},
		{sentence: "The Library shall inform Vendor and shall *delete* patron data.", want: library},

		// passives
		{sentence: "Patron data shall be *deleted*.", want: implied},
		{sentence: "Patron data shall be *deleted* by Vendor.", want: vendor},
		{sentence: "Patron data shall be *deleted* by the Library.", want: library},
		{sentence: "Patron data shall be promptly *deleted*, at no charge, by the Library.", want: library},
		{sentence: "Patron data shall be *deleted* by Vendor's subcontractors.", want: third},
		{sentence: "Vendor's copies shall be *deleted* by the Library.", want: library},
		{sentence: "Patron data shall be *deleted*; records held by the Library shall stay.", want: implied},

		// one makes another act
		{sentence: "Vendor shall cause its subcontractors to *delete* patron data.", want: third},
		{sentence: "The Library requires Vendor to *delete* patron data.", want: vendor},
		{sentence: "Vendor may require the Library to *delete* patron data.", want: library},
		{sentence: "Vendor permits the Library to *delete* patron data.", want: library},
		{sentence: "Vendor shall ensure that its subcontractors *delete* patron data.", want: third},
		{sentence: "Vendor shall ensure that no third party shall *sell* patron data.", want: third},

		// relative clauses
		{sentence: "Copies that the Library *holds* belong to it.", want: library},
		{sentence: "Records, which Vendor shall *destroy*, belong to the Library.", want: vendor},
		{sentence: "A subcontractor that Vendor engages shall *delete* patron data.", want: third},
	}
	for _, tt := range tests {
		_, r := readMarked(t, tt.sentence)
		checkRead(t, tt.sentence, tt.want, actorOf(r), tt.gap)
	}
}

// Nobody named, and a name that only the vendor can bear, count as the vendor;
// a common noun is a stranger.
func TestVendorByName(t *testing.T) {
	tests := []struct {
		sentence string
		want     bool
	}{
		{"Quillworks Analytics shall *delete* patron data.", true},
		{"*Delete* patron data.", true},
		{"The archivist shall *delete* patron data.", false},
		{"Copies shall *delete* patron data.", false},
		{"One Two Three Quill Quillet Quillworks shall *delete* patron data.", false},
	}
	for _, tt := range tests {
		a, r := readMarked(t, tt.sentence)
		assert.Equal(t, tt.want, a.VendorByName(&r), "%q", tt.sentence)
	}
}

func TestPartyNames(t *testing.T) {
	for _, p := range []Party{NoParty, Vendor, Library, Patron, ThirdParty, Product} {
		assert.NotEmpty(t, p.String())
	}
}
