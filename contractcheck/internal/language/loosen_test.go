package language

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestConditions(t *testing.T) {
	tests := []struct{ sentence, want string }{
		{"Vendor shall *delete* patron data if the Library asks for it.", "if the Library asks for it"},
		{"Vendor shall not *sell* patron data when the Library has opted out.", "when the Library has opted out"},
		{"Vendor shall not *sell* patron data until the contract has ended.", "until the contract has ended"},
		{"Vendor shall *delete* patron data if the Library asks and if a patron asks.", "if the Library asks and if a patron asks|if a patron asks"},
		{"If the Library asks, Vendor shall *delete* patron data.", ""},
		{"Vendor shall *delete* patron data.", ""},
		{"Vendor shall *delete* patron data, whether or not the Library asks.", ""},
		{"Vendor shall *delete* patron data after Vendor has returned it.", ""},
		{"Vendor shall *delete* patron data; fees are due if the Library asks.", ""},
		{"Vendor shall *delete* patron data, and the Library shall pay if it is asked.", ""},
	}
	for _, tt := range tests {
		a, r := readMarked(t, tt.sentence)
		var got []string
		for _, h := range a.Conditions(&r) {
			got = append(got, strings.TrimRight(a.words(h.From, h.To), "."))
		}
		assert.Equal(t, tt.want, strings.Join(got, "|"), "%q", tt.sentence)
	}
}

func TestBoundInTime(t *testing.T) {
	tests := []struct{ sentence, want, gap string }{
		{sentence: "During the term, Vendor shall not *sell* patron data.", want: "bound"},
		{sentence: "Vendor shall not *sell* patron data during the term.", want: "bound"},
		{sentence: "Vendor shall not *sell* patron data until the contract ends.", want: "bound"},
		{sentence: "Vendor shall not *sell* patron data before the end of the term.", want: "bound"},
		{sentence: "For two years, Vendor shall not *sell* patron data.", want: "bound"},
		{sentence: "Vendor shall not *sell* patron data for a year.", want: "bound"},
		{sentence: "Vendor shall not *sell* patron data for 12 months.", want: "bound"},
		{sentence: "While this Agreement is in force, Vendor shall not *sell* patron data.", want: "bound", gap: "while is no bound in time"},
		{sentence: "Vendor shall not *sell* patron data.", want: "free"},
		{sentence: "Vendor shall not *sell* patron data for any reason.", want: "free"},
		{sentence: "As before, Vendor shall not *sell* patron data.", want: "free"},
		{sentence: "Vendor shall not *sell* patron data; fees are due during the term.", want: "free"},
		{sentence: "Vendor shall not *sell* patron data during or after the term.", want: "free", gap: "or after behind during is not read"},
	}
	for _, tt := range tests {
		a, r := readMarked(t, tt.sentence)
		got := "free"
		if a.BoundInTime(&r) {
			got = "bound"
		}
		checkRead(t, tt.sentence, tt.want, got, tt.gap)
	}
}

func TestOnlyWithout(t *testing.T) {
	tests := []struct {
		sentence string
		want     bool
	}{
		{"Vendor shall not *sell* patron data without notice.", true},
		{"Vendor shall not, without notice, *sell* patron data.", true},
		{"Without notice to the Library, Vendor shall not *sell* patron data.", true},
		{"Vendor shall not *sell* patron data without the Library's consent.", false},
		{"Vendor shall not, without limitation, *sell* patron data.", false},
		{"Vendor shall not *sell* patron data without exception.", false},
		{"Vendor shall not *sell* patron data.", false},
		{"Vendor shall not *sell* patron data, and the Library may not leave without notice.", false},
	}
	for _, tt := range tests {
		a, r := readMarked(t, tt.sentence)
		assert.Equal(t, tt.want, a.OnlyWithout(&r, testTerms["consent"]), "%q", tt.sentence)
	}
}

func TestButThen(t *testing.T) {
	tests := []struct {
		sentence string
		want     bool
	}{
		{"Vendor shall not *sell* patron data to anyone but its partners.", true},
		{"Vendor shall not *sell* patron data but licenses it.", true},
		{"Vendor shall *delete* patron data but not the reports.", false},
		{"Vendor shall *delete* patron data promptly but in any case within a day.", false},
		{"Vendor shall *delete* patron data.", false},
		{"Vendor may ask, but shall *delete* patron data.", false},
		{"Vendor shall *delete* patron data but", false},
	}
	for _, tt := range tests {
		a, r := readMarked(t, tt.sentence)
		assert.Equal(t, tt.want, a.ButThen(&r), "%q", tt.sentence)
	}
}

func TestTermSet(t *testing.T) {
	s := NewTermSet(1, 63, 64, 200)
	for _, id := range []TermID{1, 63, 64, 200} {
		assert.True(t, s.Has(id), "%d", id)
	}
	for _, id := range []TermID{0, 2, 62, 65, 199, 201, 100000} {
		assert.False(t, s.Has(id), "%d", id)
	}
	assert.True(t, s.HasAny([]TermID{5, 64}))
	assert.False(t, s.HasAny([]TermID{5, 6}))
	assert.False(t, s.HasAny(nil))
	empty := NewTermSet()
	assert.False(t, empty.Has(0))
	assert.False(t, empty.Has(70))
}
