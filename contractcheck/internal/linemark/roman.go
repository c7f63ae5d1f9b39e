package linemark

import (
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
