package docx

import (
	"strconv"
	"strings"

	"example.org/contractcheck/contractcheck/internal/linemark"
)

// formatNumber writes a number in one of the formats of ST_NumberFormat
// (17.18.59). Formats of other scripts, and numbers out of a format's range,
// are written as decimals.
func formatNumber(n int, format string) string {
	switch format {
	case "none", "bullet":
		return ""
	case "lowerLetter":
		return strings.ToLower(linemark.RepeatedLetters(n))
	case "upperLetter":
		return linemark.RepeatedLetters(n)
	case "lowerRoman":
		return strings.ToLower(linemark.Roman(n))
	case "upperRoman":
		return linemark.Roman(n)
	case "decimalZero":
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "ordinal":
		return ordinal(n)
	case "cardinalText":
		return words(n, cardinals)
	case "ordinalText":
		return words(n, ordinals)
	case "decimalEnclosedParen":
		return "(" + strconv.Itoa(n) + ")"
	}
	return strconv.Itoa(n)
}

func ordinal(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}

// Numbers in words serve "Article One"; further ones show as decimals.
var (
	cardinals = []string{"One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
		"Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen", "Twenty"}
	ordinals = []string{"First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth",
		"Eleventh", "Twelfth", "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth", "Twentieth"}
)

func words(n int, names []string) string {
	if n < 1 || n > len(names) {
		return strconv.Itoa(n)
	}
	return names[n-1]
}
