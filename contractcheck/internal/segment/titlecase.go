package segment

import "strings"

// titleCase says how the words of a title are written.
type titleCase uint8

const (
	noTitle    titleCase = iota
	phrase               // Security breaches
	capitalize           // Security Breaches
	capitals             // SECURITY BREACHES
)

// smallWords stand without a capital within a title.
var smallWords = wordSet(`a an and as at by for from in into nor of on or the to under upon with without
	between against vs per via not no its`)

// finiteVerbs are words that only a sentence has.
var finiteVerbs = wordSet(`shall will must may can cannot should would is are was were has have had does do
	did be been being doesn't don't won't isn't aren't agrees acknowledges represents warrants means applies
	complies`)

// pluralVerbs are verbs of sentences too, but with a capital they are rather
// nouns of a title: "Authorized Uses".
var pluralVerbs = wordSet(`agree includes provides maintains encrypts deletes retains uses collects discloses
	shares sells stores ensures requires remains apply include`)

// subjects begin a sentence rather than a title unless all of its words have
// capitals.
var subjects = wordSet(`vendor provider licensor contractor supplier publisher processor company library
	customer licensee subscriber client controller institution we you it they each neither either both all
	no any there this these those such nothing our the data if upon`)

// imperatives begin a requirement rather than a title.
var imperatives = wordSet(`provide delete destroy return notify encrypt maintain describe ensure keep retain
	use do comply submit list explain identify state disclose report allow support make give include obtain`)

// answers are what a response begins with; they are no titles.
var answers = wordSet(`yes no comply complies compliant agreed agree understood confirmed partial partially
	exception fully does not n/a na accept accepted acknowledged met meets exceeds alternative`)

// tally counts what tells a title from a sentence.
type tally struct {
	words, small, plain int // plain words begin in lower case and are not small
	first               string
	lower               bool // some letter is in lower case
	verb                bool // some word is a verb that only sentences have
	answers             int
}

func (t *tally) add(word string) {
	if t.words++; t.words == 1 {
		t.first = word
	}
	starts := startsLower(word, 0, len(word))
	switch {
	case smallWords.has(word):
		t.small++
	case starts:
		t.plain++
	}
	if answers.has(word) {
		t.answers++
	}
	t.lower = t.lower || hasLower(word)
	t.verb = t.verb || finiteVerbs.has(word) || starts && pluralVerbs.has(word)
}

// classify tells how the words of a possible title are written; it returns
// noTitle for what is rather a sentence, an answer or no words at all.
func classify(text string) titleCase {
	var t tally
	for at := 0; at < len(text); {
		word := firstWord(text, at, len(text))
		if hasContent(word.in(text)) {
			t.add(word.in(text))
		}
		if t.verb || t.words > maxTitleWords {
			return noTitle
		}
		at = max(word.End, at+1)
	}
	switch {
	case t.answers == t.words || t.small == t.words || !hasLetters(text):
		return noTitle
	case !t.lower:
		return capitals
	case startsLower(t.first, 0, len(t.first)):
		return noTitle
	case t.plain == 0:
		return capitalize
	case t.words > maxPhraseWords || subjects.has(t.first) || imperatives.has(t.first):
		return noTitle
	}
	return phrase
}

// IsTitle reports whether a text is written like a title of several words: each
// begins with a capital, small ones apart, and none is a verb that only
// sentences have.
func IsTitle(text string) bool {
	return classify(text) == capitalize && strings.Contains(strings.TrimSpace(text), " ")
}

func hasLower(word string) bool {
	for i := range len(word) {
		if isLower(word[i]) {
			return true
		}
	}
	return false
}

// minCapitals is the number of letters from which capitals make a title.
const minCapitals = 3

func hasLetters(text string) bool {
	n := 0
	for i := range len(text) {
		if isLower(text[i]) || isUpper(text[i]) {
			n++
		}
	}
	return n >= minCapitals
}
