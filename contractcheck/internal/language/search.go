package language

import (
	"cmp"
	"slices"
)

// search finds the phrases of a sentence. It goes from the last token to the
// first: what stands for a term behind a token is then known when a phrase
// that begins at the token asks for the term.
type search struct {
	found []place // those of the last token first
	from  []int32 // by token: index of its first place in found
	to    []int32 // by token: index behind its last place in found
}

// place is where phrases end that begin at one token.
type place struct {
	group *endGroup
	to    int32 // the token behind them
}

// find finds the phrases that begin at each token, and which terms there are.
// Most sentences are asked for no more; arrange lists the terms' places.
func (s *Sentence) find(g *Grammar, names *Names) {
	n := len(s.Tokens)
	f := &s.search
	f.found = f.found[:0]
	f.from = slices.Grow(f.from[:0], n)[:n]
	f.to = slices.Grow(f.to[:0], n)[:n]
	s.Terms.reset(len(g.Terms))
	for i := n - 1; i >= 0; i-- {
		f.from[i] = int32(len(f.found))
		f.to[i] = f.from[i]
		if t := &s.Tokens[i]; t.Lemma != 0 || t.Exact != 0 {
			s.findFrom(g, names, i)
			f.to[i] = int32(len(f.found))
		}
	}
}

// findFrom finds the phrases that begin at token i.
func (s *Sentence) findFrom(g *Grammar, names *Names, i int) {
	f := &s.search
	first := len(f.found)
	if names != nil {
		s.phrasesFrom(&names.phrases, i)
	}
	phrases := &g.Lexicon.phrases
	s.phrasesFrom(phrases, i)
	for k := first; k < len(f.found); k++ { // those found on the way as well
		at := f.found[k]
		for _, state := range at.group.starts {
			s.reach(phrases, state, i, int(at.to)-1)
		}
	}
}

// phrasesFrom finds the phrases of a whose first word is token i.
func (s *Sentence) phrasesFrom(a *automaton, i int) {
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
	if st.ends != 0 {
		s.record(a, st.ends, start, i+1)
	}
	if st.next != 0 {
		s.walk(a, st, start, i+1)
	}
}

// record notes once what ends before token to of the phrases that began at
// start, the token that is searched.
func (s *Sentence) record(a *automaton, ends int32, start, to int) {
	group := &a.groups[ends]
	if form := s.Tokens[start].Form; form != 0 && form&(Base|Third) == 0 { // "interested" is no form of the noun interest
		if group.verbs == 0 {
			return
		}
		group = &a.groups[group.verbs]
	}
	f := &s.search
	at := place{group, int32(to)}
	for k := len(f.found) - 1; k >= int(f.from[start]); k-- {
		if f.found[k] == at {
			return
		}
	}
	f.found = append(f.found, at)
	s.Terms.addWords(group.set)
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
		at := f.found[k]
		for _, h := range at.group.terms {
			if to := a.find(state, -int32(h.term)); to != 0 {
				s.reach(a, to, start, int(at.to)-1)
			}
		}
	}
}

// arrange lists the hits of the sentence by token, and what they cover, once.
func (s *Sentence) arrange() {
	if s.arranged {
		return
	}
	s.arranged = true
	n := len(s.Tokens)
	s.hits, s.actions = s.hits[:0], s.actions[:0]
	s.hitsFrom = slices.Grow(s.hitsFrom[:0], n+1)[:n+1]
	s.sections = slices.Grow(s.sections[:0], n)[:n]
	clear(s.sections)
	for i := range n {
		s.hitsFrom[i] = int32(len(s.hits))
		s.arrangeAt(i)
	}
	s.hitsFrom[n] = int32(len(s.hits))
	s.coverChunks()
}

// arrangeAt lists the hits of token i, longer ones first. A document's own names
// win over the vocabulary at the same length.
func (s *Sentence) arrangeAt(i int) {
	first, own := len(s.hits), len(s.hits)
	places := s.search.found[s.search.from[i]:s.search.to[i]]
	for _, at := range places {
		for _, h := range at.group.terms {
			s.hits = append(s.hits, Hit{From: i, To: int(at.to), Term: h.term, Use: h.use})
			s.sections[i] |= s.grammar.sections[h.term]
		}
		if at.group.named { // those stand first
			own = len(s.hits)
		}
	}
	if len(places) > 1 {
		s.hits = s.hits[:own+len(sortHits(s.hits[own:]))]
		longerFirst(s.hits[first:])
	}
	if s.begins(i, ActionSection) {
		for k := first; k < len(s.hits); k++ {
			if s.grammar.Terms[s.hits[k].Term].Section == ActionSection {
				s.actions = append(s.actions, int32(k))
			}
		}
	}
}

// sortHits sorts hits of one token by their terms, and drops those that stand
// there twice.
func sortHits(hits []Hit) []Hit {
	for i := 1; i < len(hits); i++ {
		for k := i; k > 0 && byTerm(hits[k], hits[k-1]) < 0; k-- {
			hits[k], hits[k-1] = hits[k-1], hits[k]
		}
	}
	return slices.Compact(hits)
}

// byTerm orders hits of one token by their terms, longer ones first.
func byTerm(a, b Hit) int {
	return cmp.Or(cmp.Compare(a.Term, b.Term), cmp.Compare(b.To, a.To), cmp.Compare(a.Use, b.Use))
}

// longerFirst sorts the few hits of one token, keeping the order of equal ones.
func longerFirst(hits []Hit) {
	for i := 1; i < len(hits); i++ {
		for k := i; k > 0 && hits[k].To > hits[k-1].To; k-- {
			hits[k], hits[k-1] = hits[k-1], hits[k]
		}
	}
}
