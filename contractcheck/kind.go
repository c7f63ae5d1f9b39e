package contractcheck

import (
	"strings"

	"example.org/contractcheck/contractcheck/internal/language"
)

// headBytes is how much of a document its title and preamble take.
const headBytes = 3000

// kindBytes is how much of a document is looked at for its kind.
const kindBytes = 6_000

// titleBytes is how much of a document its title takes.
const titleBytes = headBytes / 10

// detectKind tells what a document is by the words that such documents use.
// Words in the title and preamble count more than those behind. Where nothing
// stands out it is a contract, to which the most requirements apply.
func detectKind(content string) Kind {
	text := strings.ToLower(content[:min(len(content), kindBytes)])
	counts := countKindWords(text)
	best, most := Contract, 0
	for _, k := range Kinds() {
		if score := kindScore(k, counts, len(text)); score > most {
			best, most = k, score
		}
	}
	return best
}

// kindWords are the words of each kind, with the weight of one in the text.
// Those of a title weigh twenty times as much, those of the head five times.
var kindWords = map[Kind][]string{
	RFP:      {"request for proposal", "request for quotation", "invitation to bid", "rfp", "rfq", "proposers", "bidders", "offerors", "the proposer shall", "proposals must"},
	Response: {"response", "proposal for", "answer of", "response to request", "response to rfp", "response to the request", "our response", "proposal response", "rfp submission", "submission to", "submitted to", "prepared for", "vendor response", "comply with clarification", "fully comply", "we comply", "does not comply", "pleased to propose", "this proposal is valid", "we propose", "our proposal"},
	Policy:   {"privacy policy", "privacy statement", "privacy notice", "we collect", "your personal information", "cookies", "your information", "terms of use", "terms of service", "you can"},
	License:  {"license agreement", "licence agreement", "licensed materials", "licensed content", "authorized users", "authorised users", "licensor", "subscribed", "walk-in users", "interlibrary loan"},
	Contract: {"agreement", "hereinafter", "this agreement", "master services", "data processing", "party", "parties", "shall", "statement of work", "service level"},
}

// kindWordsAt holds the words of all kinds by their first byte.
var kindWordsAt = func() (at [256][]string) {
	for _, k := range Kinds() {
		for _, w := range kindWords[k] {
			at[w[0]] = append(at[w[0]], w)
		}
	}
	return at
}()

// wordCount is how often a word stands in a text, in its head and in its title.
type wordCount struct{ text, head, title int }

// countKindWords counts the words of all kinds, in one pass.
func countKindWords(text string) map[string]wordCount {
	counts := map[string]wordCount{}
	for i := range len(text) {
		for _, w := range kindWordsAt[text[i]] {
			if !strings.HasPrefix(text[i:], w) {
				continue
			}
			c := counts[w]
			c.text++
			if i+len(w) <= headBytes {
				c.head++
			}
			if i+len(w) <= titleBytes {
				c.title++
			}
			counts[w] = c
		}
	}
	return counts
}

// perKilobyte is the number of bytes that one word of a kind may take to weigh
// one point: text of any length is measured alike.
const perKilobyte = 1000

// kindScore returns how much the words of a text of so many bytes speak for a
// kind.
func kindScore(k Kind, counts map[string]wordCount, size int) int {
	score := 0
	for _, w := range kindWords[k] {
		n := counts[w]
		if n.text == 0 {
			continue
		}
		if k != Response || w != "response" { // the word alone tells only in a title
			score += 100 * min(3, n.head)
			if k != Contract { // its words are in all documents; they decide nothing behind the head
				score += min(n.text, 200) * perKilobyte * 10 / (size + perKilobyte)
			}
		}
		score += titleWeight(k) * min(1, n.title)
	}
	return score
}

// titleWeight is what a word in the title weighs. The title of a response
// names the RFP that it answers, so its own words weigh more.
func titleWeight(k Kind) int {
	if k == Response {
		return 5000
	}
	return 2000
}

// speaker says who "we" is: the library in its own RFP and in a policy that it
// publishes itself, the vendor or nobody in particular elsewhere.
func speaker(kind Kind, content string) language.Party {
	switch kind {
	case RFP:
		return language.Library
	case Policy:
		if libraryPublishes(strings.ToLower(content[:min(len(content), 4*headBytes)])) {
			return language.Library
		}
	}
	return language.NoParty
}

// libraryPublishes reports whether a policy speaks as the library itself.
func libraryPublishes(text string) bool {
	own := 0
	text = strings.ReplaceAll(text, "your", "")
	for _, w := range []string{"our library", "the library collects", "the library keeps", "library staff", "the library does not", "library board", "our patrons", "our libraries", "the library protects", "the library will"} {
		own += strings.Count(text, w)
	}
	return own >= 2
}
