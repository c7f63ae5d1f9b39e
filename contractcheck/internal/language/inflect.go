package language

import "strings"

// inflection is a form of a lemma, and what it can be.
type inflection struct {
	word string
	form Form
}

// inflections gives the forms of an English lemma that can stand in a
// sentence, each with what it can be. Spellings that do not exist (a doubled
// consonant too many) are harmless: no text holds them.
func inflections(lemma string) []inflection {
	forms := append(make([]inflection, 0, 6), inflection{lemma, Base})
	add := func(word string, form Form) { forms = append(forms, inflection{word, form}) }
	if len(lemma) < 3 || strings.ContainsAny(lemma, "0123456789.") {
		return forms
	}
	last := lemma[len(lemma)-1]
	root := lemma[:len(lemma)-1]
	switch {
	case last == 'y' && !isVowel(lemma[len(lemma)-2]):
		add(root+"ies", Third)
		add(root+"ied", Past)
		add(lemma+"ing", Gerund)
	case last == 'e':
		add(lemma+"s", Third)
		add(lemma+"d", Past)
		add(root+"ing", Gerund)
		add(lemma+"ing", Gerund)
	default:
		if endsSibilant(lemma) {
			add(lemma+"es", Third)
		} else {
			add(lemma+"s", Third)
		}
		add(lemma+"ed", Past)
		add(lemma+"ing", Gerund)
		if doublesLast(lemma) {
			add(lemma+string(last)+"ed", Past)
			add(lemma+string(last)+"ing", Gerund)
		}
	}
	return forms
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

func endsSibilant(w string) bool {
	for _, end := range []string{"s", "x", "z", "ch", "sh", "o"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// doublesLast reports whether w ends in consonant, vowel, consonant, as
// "transmit" and "log" do.
func doublesLast(w string) bool {
	n := len(w)
	return n >= 3 && !isVowel(w[n-1]) && isVowel(w[n-2]) && !isVowel(w[n-3]) && strings.IndexByte("wxy", w[n-1]) < 0
}

// endings are those in which British and American spelling differ.
var endings = [][2]string{{"isation", "ization"}, {"ise", "ize"}, {"ised", "ized"}, {"ising", "izing"}, {"yse", "yze"}, {"our", "or"}, {"ogue", "og"}, {"icence", "icense"}, {"fence", "fense"}, {"gramme", "gram"}}

// spellings returns the other spelling of a word that is spelled in two ways,
// such as "authorise" and "honour". One that does not exist, such as "promize",
// is harmless; short words, such as "four", have one spelling.
func spellings(word string) []string {
	const shortest = 5
	if len(word) < shortest {
		return nil
	}
	for _, pair := range endings {
		if root, ok := strings.CutSuffix(word, pair[0]); ok {
			return []string{root + pair[1]}
		}
		if root, ok := strings.CutSuffix(word, pair[1]); ok {
			return []string{root + pair[0]}
		}
	}
	return nil
}
