package report

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"example.org/contractcheck/contractcheck"
)

func TestLinksOf(t *testing.T) {
	words := func(links ...string) contractcheck.Passage { return contractcheck.Passage{Links: links} }
	stem := words("https://s.example", "https://a.example")
	tests := []struct {
		evidence contractcheck.Evidence
		want     string
	}{
		{contractcheck.Evidence{}, ""},
		{contractcheck.Evidence{Passage: words("https://a.example")}, "links to https://a.example"},
		{contractcheck.Evidence{Passage: words("https://a.example", "https://b.example"), Stem: &stem}, "links to https://s.example, https://a.example, https://b.example"},
		{contractcheck.Evidence{Passage: words("1", "2", "3", "4", "5")}, "links to 1, 2, 3, and 2 more"},
		{contractcheck.Evidence{Passage: words("https://a\x1b.example")}, "links to https://a\ufffd.example"},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, linksOf(tt.evidence))
	}
}
