package segment

// maxRoman is the highest Roman numeral that a list gets to; beyond it words
// such as "mix" begin.
const maxRoman = 60

// read finds the readings of a label's characters.
func (l *label) read(word string) {
	if areDigits(word) {
		if len(word) <= maxDigits {
			l.add(digits, valueOf(word))
		}
		return
	}
	small, capital := allLetters(word, isLower), allLetters(word, isUpper)
	if !small && !capital {
		return
	}
	letters, roman := lower, romanLower
	if capital {
		letters, roman = upper, romanUpper
	}
	if v := romanValue(word); v > 0 {
		l.add(roman, v)
	}
	if v := letterValue(word); v > 0 {
		l.add(letters, v)
	}
}

func (l *label) add(c class, value int) {
	l.readings[l.count] = reading{c, value}
	l.count++
}

// valueOf returns the value of a few digits.
func valueOf(word string) int {
	n := 0
	for i := range len(word) {
		n = 10*n + int(word[i]-'0')
	}
	return n
}

// letterValue counts "a" as 1, "z" as 26 and "aa" as 27.
func letterValue(word string) int {
	value := int(toLower(word[0])-'a') + 1
	switch {
	case len(word) == 1:
		return value
	case len(word) == 2 && word[0] == word[1]:
		return value + 26
	}
	return 0
}

// romanValue returns the value of a Roman numeral up to maxRoman, or 0. A
// single "l" is a letter.
func romanValue(word string) int {
	if len(word) == 1 && toLower(word[0]) == 'l' {
		return 0
	}
	total, before := 0, 0
	for i := len(word) - 1; i >= 0; i-- {
		v := 0
		switch toLower(word[i]) {
		case 'i':
			v = 1
		case 'v':
			v = 5
		case 'x':
			v = 10
		case 'l':
			v = 50
		default:
			return 0
		}
		if v < before {
			v = -v
		} else {
			before = v
		}
		total += v
	}
	if total > maxRoman {
		return 0
	}
	return total
}

func allLetters(word string, is func(byte) bool) bool {
	for i := range len(word) {
		if !is(word[i]) {
			return false
		}
	}
	return word != ""
}

// isFirst returns the reading in which a label is the first of its list.
func (l label) isFirst() (reading, bool) {
	for _, r := range l.readings[:l.count] {
		if r.value == 1 {
			return r, true
		}
	}
	return reading{}, l.shape == bullet
}

// successor writes the label that follows one in a reading, as far as letters,
// numbers and small Roman numerals go; it is empty beyond them.
func successor(l label, r reading) string {
	const small = "ii"
	var next string
	switch {
	case r.value != 1:
		return ""
	case r.class == digits:
		next = "2"
	case r.class == lower:
		next = "b"
	case r.class == upper:
		next = "B"
	case r.class == romanLower:
		next = small
	default:
		next = "II"
	}
	switch l.shape {
	case paren:
		return "(" + next + ")"
	case half:
		return " " + next + ")"
	}
	return " " + next + "."
}
