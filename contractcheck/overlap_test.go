package contractcheck

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestOverlapOf(t *testing.T) {
	const text = "Fees are due. The Vendor shall (a) return\nall data; (b) destroy copies. Fees are high."
	at := func(start, end int) []Evidence { return []Evidence{{Passage: Passage{Start: start, End: end}}} }
	stem := at(0, 13)
	stem[0].Stem = &Passage{Start: 14, End: 41}
	for name, tt := range map[string]struct {
		quotes   []string
		evidence []Evidence
		want     overlap
	}{
		"same words":         {[]string{"The Vendor shall (a)  **return** all data"}, at(14, 51), overlap{true, true}},
		"a part":             {[]string{"the vendor shall"}, at(14, 20), overlap{true, true}},
		"elsewhere":          {[]string{"Fees are due"}, at(14, 51), overlap{true, false}},
		"adjoining":          {[]string{"Fees are due."}, at(12, 51), overlap{true, false}},
		"second occurrence":  {[]string{"Fees are"}, at(73, 88), overlap{true, true}},
		"second quote":       {[]string{"no such words", "destroy copies"}, at(52, 72), overlap{true, true}},
		"on the stem":        {[]string{"The Vendor shall"}, stem, overlap{true, true}},
		"other words":        {[]string{"The Vendor may"}, at(14, 51), overlap{}},
		"part of a word":     {[]string{"ees are due"}, at(0, 13), overlap{}},
		"no words":           {[]string{"…"}, at(0, 88), overlap{}},
		"longer than all":    {[]string{text + " More."}, at(0, 88), overlap{}},
		"no evidence at all": {[]string{"Fees are due"}, nil, overlap{true, false}},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, tt.want, overlapOf(wordsOf(text), tt.quotes, tt.evidence))
		})
	}
}
