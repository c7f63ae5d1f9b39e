package finder

import "strings"

// inversePrime undoes a step of FNV-1a: its product with hashPrime is 1.
const inversePrime = uint32(0x359c449b)

// without returns the hash of a word without its last letters.
func without(h uint32, letters string) uint32 {
	for i := len(letters) - 1; i >= 0; i-- {
		h = h*inversePrime ^ uint32(letters[i])
	}
	return h
}

// shortestStem is what an ending leaves of a word at least, in letters, so
// that "sing" is no form of "s".
const shortestStem = 3

// stemmed returns the hash of a word's stem from the hash of the word, whose
// spelling may have a possessive ending. It takes off the endings of English
// inflection, roughly: "discloses", "disclosed" and "disclosing" become
// "disclos".
func stemmed(h uint32, word string) uint32 {
	n := len(word)
	if n > 2 && word[n-2] == '\'' {
		n -= 2
	} else if n > 4 && strings.HasSuffix(word[:n-1], "’") {
		n -= 4
	}
	h, n = withoutEnding(h, word, n)
	if n > shortestStem && word[n-1]|0x20 == 'e' {
		h = without(h, "e")
	}
	return h
}

// withoutEnding takes one ending off a word of n letters.
func withoutEnding(h uint32, word string, n int) (uint32, int) {
	if n < shortestStem+1 {
		return h, n
	}
	last, before := word[n-1]|0x20, word[n-2]|0x20
	switch {
	case last == 's' && before == 'e' && word[n-3]|0x20 == 'i' && n > shortestStem+2:
		return (without(h, "ies") ^ 'y') * hashPrime, n - 2
	case last == 's' && before != 's' && before != 'u' && before != 'i':
		return without(h, "s"), n - 1
	case last == 'd' && before == 'e':
		return without(h, "d"), n - 1
	case last == 'g' && before == 'n' && n > shortestStem+2 && word[n-3]|0x20 == 'i':
		return without(h, "ing"), n - 3
	}
	return h, n
}
