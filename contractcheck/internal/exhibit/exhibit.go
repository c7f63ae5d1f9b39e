// Package exhibit tells which parts of a contract a text refers to by kind and
// number, such as "Exhibit C", and which of them stand in it.
//
// It is made to be right where it speaks. A reference counts only in a sentence
// and to a part of the contract itself: "Annex I of the Regulation" is none. A
// part counts as there wherever a line could be its heading.
package exhibit

import (
	"regexp"
	"slices"
	"strings"
)

// Mention is a place in a text that names a part of a contract. Start and End
// are byte offsets of its words.
type Mention struct {
	Name       string // kind and number in one spelling, such as "Exhibit C"
	Start, End int

	phrase int // where the first of several begins: "Exhibits" in "Exhibits A and B"
}

// kinds are the names of parts, by what both their singular and their plural
// begin with.
var kinds = []struct{ stem, kind string }{
	{"Exhibit", "Exhibit"}, {"Schedule", "Schedule"}, {"Attachment", "Attachment"}, {"Annex", "Annex"},
	{"Appendi", "Appendix"}, {"Addend", "Addendum"}, {"Rider", "Rider"},
}

// stems are those of kinds as texts write them, by their first byte. They are
// looked for before anything else, as most of a text holds none.
var stems = func() (table [256][]string) {
	for _, k := range kinds {
		first := k.stem[0]
		table[first] = append(table[first], k.stem, strings.ToUpper(k.stem))
	}
	return table
}()

// named finds a kind of part, in the singular or the plural, and the number that
// follows, at the beginning of a text.
var named = regexp.MustCompile(`^((?i:exhibits?|schedules?|attachments?|annex(?:es)?|appendix|appendices|addendum|addenda|riders?))` +
	`[\s:#–-]*(?:No\.\s*)?` + quotedNumber)

// further finds the numbers behind the first of several: "Exhibits A, B and C".
var further = regexp.MustCompile(`^(?:\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|&|through|to)\s+)` + quotedNumber)

const quotedNumber = `["“'‘]?([A-Z]{1,2}(?:-?[0-9]{1,2})?|[IVX]{1,5}|[0-9]{1,2})\b["”'’]?`

// Mentions returns the places in a text that name a part, in their order.
func Mentions(text string) []Mention {
	var all []Mention
	for _, at := range placesOf(text) {
		all = append(all, mentionsAt(text, at)...)
	}
	return all
}

// placesOf returns where stems stand in a text, which may name a part, in order.
func placesOf(text string) []int {
	var places []int
	for i := range len(text) {
		if stems[text[i]] != nil && (i == 0 || !isWordByte(text[i-1])) && beginsWithStem(text[i:]) {
			places = append(places, i)
		}
	}
	return places
}

func beginsWithStem(text string) bool {
	return slices.ContainsFunc(stems[text[0]], func(stem string) bool { return strings.HasPrefix(text, stem) })
}

// longestName bounds the words that name one part, in bytes.
const longestName = 60

// mentionsAt returns the parts that are named at a place, several behind a
// plural.
func mentionsAt(text string, at int) []Mention {
	m := named.FindStringSubmatchIndex(text[at:min(len(text), at+longestName)])
	if m == nil {
		return nil
	}
	word, from, to, end := text[at:at+m[3]], at+m[4], at+m[5], at+m[1]
	start := at
	var all []Mention
	for isNumber(text, from, to) {
		all = append(all, Mention{nameOf(word, text[from:to]), start, end, at})
		if !isPlural(word) {
			break
		}
		if m = further.FindStringSubmatchIndex(text[end:min(len(text), end+longestName)]); m == nil {
			break
		}
		start, from, to, end = end+m[2], end+m[2], end+m[3], end+m[1]
	}
	return all
}

// isPlural reports whether a word names several parts.
func isPlural(word string) bool {
	c := word[len(word)-1] | 0x20
	return c == 's' || c == 'a'
}

// nameOf returns the name of a part in one spelling.
func nameOf(word, number string) string {
	for _, k := range kinds {
		if len(word) >= len(k.stem) && strings.EqualFold(word[:len(k.stem)], k.stem) {
			return k.kind + " " + number
		}
	}
	return ""
}

// isNumber reports whether text[from:to] is the number of a part and not the
// beginning of a longer one, as in securities filings ("Exhibit 10.1"), nor
// another word in capitals ("Schedule OF FEES").
func isNumber(text string, from, to int) bool {
	if rest := text[to:]; len(rest) > 1 && strings.IndexByte(".-/", rest[0]) >= 0 && isWordByte(rest[1]) {
		return false
	}
	letters := strings.TrimRight(text[from:to], "0123456789-")
	return len(letters) < 2 || letters[0] == letters[1] || strings.Trim(letters, "IVX") == ""
}

func isWordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
