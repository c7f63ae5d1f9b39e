package finder

import "example.org/contractcheck/contractcheck/internal/language"

// Words appends the hashes that a model reads: one a word, in the order of the
// tokens, which are of text and begin at offset base of it. Marks have none.
// All numbers have one hash, because a model that knows "72" would not know
// "36"; all forms of a word have one; and so have words that contracts use for
// each other.
func Words(dst []uint32, text string, base int, tokens []language.Token) []uint32 {
	for i := range tokens {
		t := &tokens[i]
		switch {
		case t.Is(language.Number):
			dst = append(dst, numberHash)
		case t.Hash != 0:
			dst = append(dst, alike(stemmed(t.Hash, text[int(t.Start)-base:int(t.End)-base])))
		}
	}
	return dst
}

// TextWords appends the hashes of a text. They are those of its tokens in any
// vocabulary: a vocabulary adds meaning to words and does not change how they
// are spelled.
func TextWords(dst []uint32, text string) []uint32 {
	return Words(dst, text, 0, language.Tokenize(nil, text, 0, grammarAlone, nil))
}

// grammarAlone is a lexicon of no vocabulary.
var grammarAlone = new(language.LexiconBuilder).Build()

// numberHash stands for every number, in digits or spelled out.
var numberHash = hashOf("#")
