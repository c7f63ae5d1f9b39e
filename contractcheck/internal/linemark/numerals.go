package linemark

import (
	"slices"
	"strconv"
	"strings"
)

var romans = []struct {
	value int
	digit string
}{
	{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"},
	{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
}

// Roman writes a number from 1 to 3999 in capital roman digits, and any other
// as a decimal.
func Roman(n int) string {
	const most = 3999
	if n < 1 || n > most {
		return strconv.Itoa(n)
	}
	var out strings.Builder
	for _, r := range romans {
		for ; n >= r.value; n -= r.value {
			out.WriteString(r.digit)
		}
	}
	return out.String()
}

// Letters counts A to Z, AA, AB, as CSS and OpenDocument do (Counter Styles 3,
// 6.2), and writes numbers below 1 as decimals.
func Letters(n int) string {
	if n < 1 {
		return strconv.Itoa(n)
	}
	var out []byte
	for ; n > 0; n = (n - 1) / 26 {
		out = append(out, 'A'+byte((n-1)%26))
	}
	slices.Reverse(out)
	return string(out)
}

// RepeatedLetters counts A to Z, AA, BB, and so on up to 30 letters, as Word
// does, and writes any other number as a decimal.
func RepeatedLetters(n int) string {
	const most = 30 * 26
	if n < 1 || n > most {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('A'+(n-1)%26)), (n-1)/26+1)
}
