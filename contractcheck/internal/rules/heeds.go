package rules

import "strings"

// heeds says what a pattern speaks of itself, so that the reader need not look
// for it around the match.
type heeds struct {
	negator bool // a negation
	excepts bool // an exception
	bans    bool // a ban in other words than a negation
	limits  bool // a negation, or "only"
	party   bool // a party
	allows  bool // what may be
	means   bool // what words mean
}

// heededWords are the words that a pattern is asked for. Those in the name of a
// term, such as <no-duty>, count only where heededNames has them: such a name
// says what the term's phrases do.
var (
	heededWords = heedsOfWords(map[heeds]string{
		{negator: true, limits: true}: "not no never none neither nor nothing",
		{excepts: true}:               "except unless but save excluding",
		{bans: true}:                  "prohibit prohibits prohibited forbid forbids forbidden ban bans banned barred",
		{means: true}:                 "mean means",
	}, heededNames)
	heededNames = heedsOfWords(map[heeds]string{
		{party: true}:  "we you our your",
		{allows: true}: "may can could should",
		{limits: true}: "only solely exclusively limit restrict prevent",
	}, nil)
	heededParties = map[string]bool{"library": true, "patron": true, "vendor": true, "third": true}
)

// heedsOfWords returns the heeds by word, with those of another table.
func heedsOfWords(lists map[heeds]string, more map[string]heeds) map[string]heeds {
	table := map[string]heeds{}
	for w, h := range more {
		table[w] = h
	}
	for h, list := range lists {
		for _, w := range strings.Fields(list) {
			table[w] = h
		}
	}
	return table
}

// heedsOf tells what the text of a pattern speaks of.
func heedsOf(text string) heeds {
	var all heeds
	text = strings.ToLower(text)
	all.excepts = strings.Contains(text, "other than")
	for len(text) > 0 {
		words, rest, _ := strings.Cut(text, "<")
		name, behind, _ := strings.Cut(rest, ">")
		text = behind
		all.addWords(words, heededWords)
		all.addWords(name, heededNames)
		all.party = all.party || heededParties[name]
	}
	return all
}

// addWords adds what the words of a text say.
func (h *heeds) addWords(text string, table map[string]heeds) {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r < 'a' || r > 'z' }) {
		h.add(table[word])
	}
}

func (h *heeds) add(o heeds) {
	h.negator = h.negator || o.negator
	h.excepts = h.excepts || o.excepts
	h.bans = h.bans || o.bans
	h.limits = h.limits || o.limits
	h.party = h.party || o.party
	h.allows = h.allows || o.allows
	h.means = h.means || o.means
}
