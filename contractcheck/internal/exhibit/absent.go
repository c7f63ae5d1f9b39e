package exhibit

import (
	"path"
	"regexp"
	"strings"
)

// Text is the text of a file.
type Text struct{ File, Content string }

// Reference is a place that refers to a part of the contract.
type Reference struct {
	Mention
	Text int // an index into the texts
}

// Absent returns the first reference to each part that texts, which make up one
// contract, refer to and that none of them holds. A part is there where a line
// could be its heading, or where a file is named for it.
func Absent(texts []Text) []Reference {
	held, seen := map[string]bool{}, map[string]bool{}
	var first []Reference
	for i, t := range texts {
		for _, name := range inFileName(t.File) {
			held[name] = true
		}
		mentions := Mentions(t.Content)
		for _, name := range headed(t.Content, mentions) {
			held[name] = true
		}
		for _, m := range mentions {
			if !seen[m.Name] && refers(t.Content, m) {
				seen[m.Name] = true
				first = append(first, Reference{m, i})
			}
		}
	}
	var absent []Reference
	for _, r := range first {
		if !held[r.Name] {
			absent = append(absent, r)
		}
	}
	return absent
}

// inFileName returns the parts that the name of a file names, in any case and
// with any marks: "msa_exhibit-a.pdf".
func inFileName(file string) []string {
	words := strings.FieldsFunc(strings.ToUpper(path.Base(file)), func(r rune) bool { return strings.ContainsRune(" _-.,()[]", r) })
	var names []string
	for _, m := range Mentions(strings.Join(words, " ")) {
		names = append(names, m.Name)
	}
	return names
}

// refers reports whether a mention refers to a part of the contract itself, in
// a sentence: behind a word that a reference follows.
func refers(text string, m Mention) bool {
	before := text[max(0, m.phrase-lookBehind):m.phrase]
	if !leads.MatchString(before) {
		return false
	}
	after := text[m.End:min(len(text), m.End+lookAhead)]
	if strings.HasPrefix(m.Name, "Annex") {
		return ours.MatchString(after) || attached.MatchString(before)
	}
	return ours.MatchString(after) || !foreign.MatchString(after)
}

const lookBehind, lookAhead = 40, 40 // bytes

var (
	// leads are the words that a reference follows. In tables of contents and
	// in headings that run into the text, the name of a part follows others.
	leads = regexp.MustCompile(`\b(?:in|on|as|to|by|under|with|of|see|See|per|and|or|at|from|the|attached|enclosed|following)\s+(?:the\s+|attached\s+|enclosed\s+)*$`)
	// ours say that the part is one of the contract itself.
	ours = regexp.MustCompile(`^[\s,]*(?:hereto|hereof|herein|attached|annexed|enclosed|(?:attached\s+|annexed\s+)?(?:to|of|in)\s+this\b)`)
	// attached says so in front of it. Annexes count only with such words:
	// most are those of laws and of standard clauses.
	attached = regexp.MustCompile(`\b(?:attached|annexed|enclosed|appended|hereto)\b[^.;]*$`)
	// foreign says that the part is one of something else, which nobody gave.
	foreign = regexp.MustCompile(`^[\s,]*(?:\([^)]{0,30}\)\s*)?(?:thereto|thereof|therein|(?:to|of|in|under|from)\s+(?:the|that|such|its|their|our|your|any|each|an?|said|[A-Z]))`)
)
