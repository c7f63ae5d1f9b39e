package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// words is a set of words in lower case. Most words that it is asked for are
// in none of the sets, and are turned away by their length and first byte.
type words struct {
	starts [maxWord + 1]uint32 // by length, a bit for each first byte modulo 32
	set    map[string]struct{}
}

// maxWord is longer than the longest word of any set, in bytes.
const maxWord = 16

func wordSet(list string) *words {
	w := &words{set: map[string]struct{}{}}
	for word := range strings.FieldsSeq(list) {
		w.starts[len(word)] |= startBit(word)
		w.set[word] = struct{}{}
	}
	return w
}

// startBit is the same for a letter in lower case and in upper case.
func startBit(word string) uint32 { return 1 << (word[0] & 31) }

// has reports whether the set has the word in any case.
func (w *words) has(word string) bool {
	if word == "" || len(word) > maxWord || w.starts[len(word)]&startBit(word) == 0 {
		return false
	}
	var buffer [maxWord]byte
	for i := range len(word) {
		buffer[i] = toLower(word[i])
	}
	_, ok := w.set[string(buffer[:len(word)])]
	return ok
}

// byteSet is a set of bytes, for the loops that pass over most of a text.
func byteSet(list string) (set [256]bool) {
	for i := range len(list) {
		set[list[i]] = true
	}
	return set
}

func toLower(c byte) byte {
	if isUpper(c) {
		return c + 'a' - 'A'
	}
	return c
}

// isSpace knows the spaces that extract.Clean leaves.
func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\f' }
func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }
func isLower(c byte) bool { return c >= 'a' && c <= 'z' }
func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isWordByte takes every byte beyond ASCII for a letter; quotes and dashes are
// told apart where they matter.
func isWordByte(c byte) bool {
	return isLower(c) || isUpper(c) || isDigit(c) || c >= utf8.RuneSelf || c == '\'' || c == '-' || c == '/'
}

func isAlphanumeric(c byte) bool { return isLower(c) || isUpper(c) || isDigit(c) }

func skipSpace(text string, at, end int) int {
	for at < end && isSpace(text[at]) {
		at++
	}
	return at
}

// trimSpace returns the end of text[start:end] without the spaces at its end.
func trimSpace(text string, start, end int) int {
	for end > start && isSpace(text[end-1]) {
		end--
	}
	return end
}

// firstWord returns the word that begins at a place, and is empty where none
// does.
func firstWord(text string, at, end int) Span {
	start := at
	for at < end && isWordByte(text[at]) {
		at++
	}
	return Span{start, at}
}

// lastWord returns the last word of text[start:end], behind which only spaces
// stand, and is empty where there is none.
func lastWord(text string, start, end int) Span {
	end = trimSpace(text, start, end)
	at := end
	for at > start && isWordByte(text[at-1]) {
		at--
	}
	return Span{at, end}
}

func (s Span) in(text string) string { return text[s.Start:s.End] }

// startsLower reports whether the text at a place begins with a lower-case
// letter.
func startsLower(text string, at, end int) bool {
	if at >= end || text[at] < utf8.RuneSelf {
		return at < end && isLower(text[at])
	}
	r, _ := utf8.DecodeRuneInString(text[at:end])
	return unicode.IsLower(r)
}

// startsUpper reports whether the text at a place begins with a capital.
func startsUpper(text string, at, end int) bool {
	if at >= end || text[at] < utf8.RuneSelf {
		return at < end && isUpper(text[at])
	}
	r, _ := utf8.DecodeRuneInString(text[at:end])
	return unicode.IsUpper(r)
}

// quote returns the length of the quotation mark at a place, or 0.
func quote(text string, at, end int) int {
	if at >= end {
		return 0
	}
	if text[at] == '"' || text[at] == '\'' {
		return 1
	}
	if text[at] < utf8.RuneSelf {
		return 0
	}
	for _, mark := range [...]string{"“", "”", "‘", "’", "«", "»", "„"} {
		if strings.HasPrefix(text[at:end], mark) {
			return len(mark)
		}
	}
	return 0
}

// hasContent reports whether a stretch has a letter or a digit.
func hasContent(text string) bool {
	for i, r := range text {
		if r < utf8.RuneSelf && isAlphanumeric(text[i]) || r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return true
		}
	}
	return false
}
