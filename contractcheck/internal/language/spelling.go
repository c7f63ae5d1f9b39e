package language

// spelled reports whether token i is the word w, in lower case.
func (s *Sentence) spelled(i int, w string) bool {
	return uint(i) < uint(len(s.Tokens)) && s.Tokens[i].shape == shapeOf(w) && s.spelling(i) == w
}

// anySpelled reports whether token i is one of the words, in lower case.
func (s *Sentence) anySpelled(i int, words ...string) bool {
	if uint(i) >= uint(len(s.Tokens)) {
		return false
	}
	shape := s.Tokens[i].shape
	for _, w := range words {
		if shape == shapeOf(w) && s.spelling(i) == w {
			return true
		}
	}
	return false
}

// spelling returns the word at token i, as Lexicon.Spelling does.
func (s *Sentence) spelling(i int) string { return s.grammar.Lexicon.spellings[s.Tokens[i].word] }

// SpelledAs reports whether token i is one of the words.
func (s *Sentence) SpelledAs(i int, words []string) bool { return s.anySpelled(i, words...) }

// hasWord reports whether one of the words stands in the tokens from from to to.
func (s *Sentence) hasWord(from, to int, words ...string) bool {
	for i := from; i < to; i++ {
		if s.anySpelled(i, words...) {
			return true
		}
	}
	return false
}

// EndsAt reports whether a phrase ends in front of token i: the sentence ends
// there, a mark stands there, or one of the words.
func (s *Sentence) EndsAt(i int, words ...string) bool {
	return i >= len(s.Tokens) || s.class(i, Stop|Point|Comma|Open|Close|Quote) || s.anySpelled(i, words...)
}

// OpensWith reports whether the sentence begins with one of the words.
func (s *Sentence) OpensWith(words ...string) bool { return s.anySpelled(0, words...) }

// At reports whether one of the words stands in the action's clause.
func (s *Sentence) At(r *Reading, words ...string) bool {
	from, to := s.Clause(r)
	return s.hasWord(from, to, words...)
}
