package segment

import "strings"

// sentenceEnd reports whether a sentence ends with the mark at a place. It
// returns the end of the mark with the quotes and brackets that it closes, and
// where the next sentence begins.
func sentenceEnd(text string, at, end int) (stop, next int, ok bool) {
	stop = at + 1
	if text[at] == '.' && stop < end && text[stop] == '.' {
		for stop < end && text[stop] == '.' {
			stop++
		}
		return stop, stop, false
	}
	stop = skipClosers(text, stop, end)
	if stop < end && !isSpace(text[stop]) {
		return stop, stop, false
	}
	next = skipSpace(text, stop, end)
	if next == end {
		return stop, next, true
	}
	if !opensSentence(text, next, end) && !(isDigit(text[next]) && endsWord(text, at)) {
		return stop, stop, false
	}
	return stop, next, text[at] != '.' || !abbreviates(text, at, next, end)
}

// skipClosers skips the marks that belong to a sentence's end.
func skipClosers(text string, at, end int) int {
	for at < end {
		if strings.IndexByte(`.!?)]}*_`, text[at]) >= 0 {
			at++
		} else if n := quote(text, at, end); n > 0 {
			at += n
		} else {
			break
		}
	}
	return at
}

// opensSentence reports whether a sentence can begin at a place: with a
// capital, a quote, a bracket or a bullet.
func opensSentence(text string, at, end int) bool {
	if at >= end {
		return false
	}
	if strings.IndexByte("([{*_", text[at]) >= 0 || startsUpper(text, at, end) || quote(text, at, end) > 0 {
		return true
	}
	l, ok := parseBullet(text, at, end)
	return ok && (l.isRound() || at > 0 && text[at-1] == '\n')
}

// minWord is the length of a word that is unlikely to be an abbreviation, in
// bytes.
const minWord = 2

// endsWord reports whether a plain word or a bracket stands before a place, so
// that a number behind the point begins a sentence.
func endsWord(text string, at int) bool {
	if at > 0 && (text[at-1] == ')' || text[at-1] == '"') {
		return true
	}
	n := 0
	for n < minWord && at-n > 0 && isLower(text[at-n-1]) {
		n++
	}
	return n == minWord
}

// openers are words that begin sentences, and hardly ever a name.
var openers = wordSet(`the this that these those it its if in no any all each we you our your they their
	such upon when where while for however notwithstanding neither nor except unless both a an as at by to
	on with without within after before during nothing there he she what how who which and but or also
	further furthermore moreover in subject every either other once under where thereafter except`)

// auxiliaries stand behind the subject of a sentence.
var auxiliaries = wordSet(`shall will must may can cannot is are was were has have had does do agrees agree
	acknowledges represents warrants means should`)

// startsSentence reports whether what begins at a place is a new sentence even
// behind an abbreviation.
func startsSentence(text string, at, end int) bool {
	if at >= end {
		return true
	}
	if l, ok := parseBullet(text, at, end); ok && l.isRound() {
		return true
	}
	if n := quote(text, at, end); n > 0 {
		at += n
	}
	word := firstWord(text, at, end)
	if !startsUpper(text, at, end) {
		return false
	}
	if openers.has(word.in(text)) {
		return true
	}
	second := firstWord(text, skipSpace(text, word.End, end), end)
	return auxiliaries.has(second.in(text))
}
