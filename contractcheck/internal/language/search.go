package language

import "slices"

// search finds the phrases of a sentence. It goes from the last token to the
// first: what stands for a term behind a token is then known when a phrase
// that begins at the token asks for the term.
type search struct {
	found []Hit   // those of the last token first
	from  []int32 // by token: index of its first hit in found
	to    []int32 // by token: index behind its last hit in found
}

// findHits finds the phrases that begin at each token, and notes where its hits
// begin, and which terms there are.
func (s *Sentence) findHits(g *Grammar, names *Names) {
	n := len(s.Tokens)
	f := &s.search
	f.found = f.found[:0]
	f.from = slices.Grow(f.from[:0], n)[:n]
	f.to = slices.Grow(f.to[:0], n)[:n]
	s.Terms.reset(len(g.Terms))
	s.sections = slices.Grow(s.sections[:0], n)[:n]
	clear(s.sections)
	for i := n - 1; i >= 0; i-- {
		f.from[i] = int32(len(f.found))
		f.to[i] = f.from[i]
		if t := &s.Tokens[i]; t.Lemma != 0 || t.Exact != 0 {
			s.hitsFromToken(g, names, i)
			f.to[i] = int32(len(f.found))
		}
	}
	s.Hits = s.Hits[:0]
	s.hitsFrom = slices.Grow(s.hitsFrom[:0], n+1)[:n+1]
	for i := range s.Tokens {
		s.hitsFrom[i] = int32(len(s.Hits))
		for k := f.from[i]; k < f.to[i]; k++ { // two at most, as a rule
			s.Hits = append(s.Hits, f.found[k])
		}
	}
	s.hitsFrom[n] = int32(len(s.Hits))
}

// hitsFromToken finds the phrases that begin at token i. A document's own names
// win over the vocabulary at the same length.
func (s *Sentence) hitsFromToken(g *Grammar, names *Names, i int) {
	f := &s.search
	first := len(f.found)
	if names != nil {
		s.phrasesFromToken(&names.phrases, i)
	}
	own := len(f.found)
	phrases := &g.Lexicon.phrases
	s.phrasesFromToken(phrases, i)
	for k := first; k < len(f.found); k++ { // those found on the way as well
		if state := phrases.startOfTerm(f.found[k].Term); state != 0 {
			s.reach(phrases, state, i, f.found[k].To-1)
		}
	}
	if len(f.found) > first+1 {
		sortHits(f.found[own:])
		longerFirst(f.found[first:])
	}
}

// sortHits sorts hits of one token by their terms.
func sortHits(hits []Hit) {
	for i := 1; i < len(hits); i++ {
		for k := i; k > 0 && hits[k].Term < hits[k-1].Term; k-- {
			hits[k], hits[k-1] = hits[k-1], hits[k]
		}
	}
}

// longerFirst sorts the few hits of one token, keeping the order of equal ones.
func longerFirst(hits []Hit) {
	for i := 1; i < len(hits); i++ {
		for k := i; k > 0 && hits[k].To > hits[k-1].To; k-- {
			hits[k], hits[k-1] = hits[k-1], hits[k]
		}
	}
}

// phrasesFromToken finds the phrases of a whose first word is token i.
func (s *Sentence) phrasesFromToken(a *automaton, i int) {
	tok := &s.Tokens[i]
	if tok.Lemma != 0 {
		if state := a.start(tok.Lemma); state != 0 {
			s.reach(a, state, i, i)
		}
	}
	if tok.Exact != 0 {
		if state := a.start(tok.Exact); state != 0 {
			s.reach(a, state, i, i)
		}
	}
}

// reach records the phrases that end in a state, with token i, and follows
// those that go on.
func (s *Sentence) reach(a *automaton, state int32, start, i int) {
	st := &a.states[state]
	for _, h := range a.endsOf(st) {
		if h.use == NounUse && s.Tokens[start].Form != 0 && s.Tokens[start].Form&(Base|Third) == 0 {
			continue // "interested" is no form of the noun interest
		}
		s.record(Hit{From: start, To: i + 1, Term: h.term, Use: h.use})
	}
	if st.next != 0 {
		s.walk(a, st, start, i+1)
	}
}

// record notes a hit of the token that is searched, once.
func (s *Sentence) record(h Hit) {
	f := &s.search
	for k := len(f.found) - 1; k >= int(f.from[h.From]); k-- {
		if f.found[k] == h {
			return
		}
	}
	f.found = append(f.found, h)
	s.Terms.add(h.Term)
	s.sections[h.From] |= s.grammar.sections[h.Term]
}

// walk follows the phrase that began at token start and goes on at token i.
// Between two words of a phrase, determiners, fillers, adverbs, commas and
// quotation marks are passed over: "right, title and interest".
func (s *Sentence) walk(a *automaton, state *phraseState, start, i int) {
	for ; i < len(s.Tokens); i++ {
		tok := &s.Tokens[i]
		if tok.Lemma != 0 {
			if to := a.find(state, tok.Lemma); to != 0 {
				s.reach(a, to, start, i)
			}
		}
		if tok.Exact != 0 {
			if to := a.find(state, tok.Exact); to != 0 {
				s.reach(a, to, start, i)
			}
		}
		if a.overTerms(state) {
			s.walkOverTerms(a, state, start, i)
		}
		if !tok.Is(Quote|Comma|Determiner|Filler|Adverb) || tok.Is(Negator) {
			return
		}
	}
}

// walkOverTerms follows the phrase over each term that stands at token i.
func (s *Sentence) walkOverTerms(a *automaton, state *phraseState, start, i int) {
	f := &s.search
	for k := f.from[i]; k < f.to[i]; k++ {
		if to := a.find(state, -int32(f.found[k].Term)); to != 0 {
			s.reach(a, to, start, int(f.found[k].To)-1)
		}
	}
}
