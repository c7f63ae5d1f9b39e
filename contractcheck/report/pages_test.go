package report

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"example.org/contractcheck/contractcheck"
)

func TestPageRanges(t *testing.T) {
	tests := []struct {
		numbers []int
		want    string
	}{
		{nil, ""},
		{[]int{7}, "7"},
		{[]int{7, 8}, "7-8"},
		{[]int{1, 2, 3, 7}, "1-3, 7"},
		{[]int{1, 3, 5}, "1, 3, 5"},
		{every(2, 60), "2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24 and 18 more"},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, pageRanges(tt.numbers), "pageRanges(%v)", tt.numbers)
	}
}

// every returns the multiples of step up to last.
func every(step, last int) []int {
	var all []int
	for n := step; n <= last; n += step {
		all = append(all, n)
	}
	return all
}

func TestPagesRead(t *testing.T) {
	page := func(n int, unreadable string) contractcheck.PageReport {
		return contractcheck.PageReport{Number: n, Unreadable: unreadable}
	}
	tests := []struct {
		name     string
		pages    []contractcheck.PageReport
		coverage float64
		want     string
	}{
		{"all pages", []contractcheck.PageReport{page(1, ""), page(2, "")}, 1, "2 of 2 pages"},
		{"one gap", []contractcheck.PageReport{page(1, ""), page(2, "image")}, .5,
			"1 of 2 pages; not read: page 2 (image)"},
		{"two reasons", []contractcheck.PageReport{page(1, "image"), page(2, "font"), page(3, "image")}, 0,
			"0 of 3 pages; not read: pages 1, 3 (image), page 2 (font)"},
		{"no pages", []contractcheck.PageReport{page(0, "")}, 1, "all of it"},
		{"no pages, a gap", []contractcheck.PageReport{page(0, ""), page(0, "embedded file")}, .5,
			"not all of it; not read: embedded file"},
		{"nothing known", nil, 0, "not all of it; about 0 % was read"},
		{"nearly all never reads as all", []contractcheck.PageReport{page(1, "")}, .9999,
			"1 of 1 pages; about 99 % was read"},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, pagesRead(tt.pages, tt.coverage), tt.name)
	}
}

func TestPlace(t *testing.T) {
	tests := []struct {
		page    int
		section string
		row     int
		want    string
	}{
		{7, "9.2  Security\n", 0, "p. 7, 9.2 Security"},
		{7, "", 0, "p. 7"},
		{0, "9.2 Security", 0, "9.2 Security"},
		{0, "Answers", 12, "Answers, row 12"},
		{0, "", 12, "row 12"},
		{0, " ", 0, "before the first heading"},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, place(contractcheck.Passage{Page: tt.page, Section: tt.section, Row: tt.row}))
	}
}
