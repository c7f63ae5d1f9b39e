package finder

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The toy requirements: each has sentences that protect and harm, made of
// parts that vary, and decoys.
var toys = []struct {
	id       string
	sides    map[Side][]string // %s is a subject, %d a number
	subjects []string
}{
	{"notice", map[Side][]string{
		Protects: {"%s shall notify the library of a breach within %d hours", "a security breach is reported by %s to the customer in %d days"},
		Harms:    {"%s is not required to notify the library of a breach before %d days", "%s may keep a security breach secret for %d days"},
		Silent:   {"%s shall report the breach of a dam within %d hours", "notify %s of a change of address within %d days"},
	}, []string{"vendor", "the host", "the firm", "our staff", "each agent"}},
	{"sale", map[Side][]string{
		Protects: {"%s shall not sell patron data in any of %d countries", "no borrowing record is sold by %s for %d years"},
		Harms:    {"%s may sell patron data to %d partners", "%s earns money from borrowing records that it sells to %d firms"},
		Silent:   {"%s may sell %d copies of the book", "the library sells %d old chairs to %s"},
	}, []string{"vendor", "the host", "the firm", "our staff", "each agent"}},
}

// toyExamples returns labelled passages with numbers from first on.
func toyExamples(first, count int) []Example {
	var all []Example
	for _, toy := range toys {
		for _, side := range []Side{Protects, Harms, Silent} {
			for i := first; i < first+count; i++ {
				template := toy.sides[side][i%2]
				subject := toy.subjects[i%len(toy.subjects)]
				text := strings.ReplaceAll(strings.ReplaceAll(template, "%s", subject), "%d", fmt.Sprint(i+2))
				all = append(all, Example{TextWords(nil, text), toy.id, side})
			}
		}
	}
	return all
}

// toyForeign returns provisions on other subjects.
func toyForeign() [][]uint32 {
	var all [][]uint32
	for i := range 400 {
		all = append(all, TextWords(nil, fmt.Sprintf("invoice %d is due on day %d and the %s pays it by %s",
			i, i%31, []string{"buyer", "library", "vendor"}[i%3], []string{"bank", "check", "wire", "post", "hand"}[i%5])))
	}
	return all
}

func toyModel(t testing.TB) *Model {
	t.Helper()
	m, err := Train(toyExamples(0, 16), toyForeign(), Options{Note: "toys"})
	require.NoError(t, err)
	return m
}

func fileOf(t testing.TB, m *Model) []byte {
	t.Helper()
	var b bytes.Buffer
	n, err := m.WriteTo(&b)
	require.NoError(t, err)
	require.Equal(t, int64(b.Len()), n)
	return b.Bytes()
}

func (m *Model) scoreText(text string) []Score { return m.Score(TextWords(nil, text), nil) }
