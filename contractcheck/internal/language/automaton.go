package language

import (
	"cmp"
	"slices"
)

// automaton finds the phrases that begin at a token. An edge bears the id of
// a word, or the negative id of a term, which leads over whatever stands for
// the term.
type automaton struct {
	first     []int32 // by word id: the state behind a first word; 0 is none
	firstTerm []int32 // by TermID: the state behind a first term
	states    []phraseState
	edges     []phraseEdge // of all states
	groups    []endGroup   // 0 is none
}

// phraseState is a place in phrases: some words have been read. It is small,
// because a search asks for a state at each word, and most are read from memory.
type phraseState struct {
	next  uint64   // bits of the labels, modulo 64, that lead on
	edges poolSpan // by label
	ends  int32    // the group of what ends here, 0 where nothing does
}

// poolSpan is the part of the automaton's edges that belongs to a state.
type poolSpan struct{ from, to int32 }

// endGroup is all that ends in a place: each of the terms that the words before
// it stand for. Many places share a group.
type endGroup struct {
	terms []hitTerm
	// verbs is the group without the nouns, which a form such as "interested"
	// is none of; the same one where there are none.
	verbs int32
	set   []termWord // the terms, as what a TermSet has of them
	// starts are the states of the vocabulary behind those of the terms that
	// begin a phrase.
	starts []int32
	named  bool // a name of the document, not of the vocabulary
}

// phraseEdge leads by a word or a term to a state.
type phraseEdge struct{ label, to int32 }

func (a *automaton) edgesOf(s *phraseState) []phraseEdge { return a.edges[s.edges.from:s.edges.to] }
func (a *automaton) endsOf(s *phraseState) *endGroup     { return &a.groups[s.ends] }

// overTerms reports whether a term leads on. Labels of terms are negative and
// come first.
func (a *automaton) overTerms(s *phraseState) bool {
	return s.next != 0 && a.edges[s.edges.from].label < 0
}

// addState returns a new state with the given edges, by label, and group of ends.
// State 0 is none.
func (a *automaton) addState(edges []phraseEdge, ends int32) int32 {
	if len(a.states) == 0 {
		a.states = append(a.states, phraseState{})
	}
	a.states = append(a.states, phraseState{})
	state := int32(len(a.states) - 1)
	a.setEdges(state, edges)
	a.states[state].ends = ends
	return state
}

// setEdges gives a state its edges, by label.
func (a *automaton) setEdges(state int32, edges []phraseEdge) {
	s := &a.states[state]
	s.edges, s.next = poolSpan{int32(len(a.edges)), int32(len(a.edges) + len(edges))}, 0
	a.edges = append(a.edges, edges...)
	for _, e := range edges {
		s.next |= bitOf(e.label)
	}
}

// addGroup returns a new group of the terms, 0 for none.
func (a *automaton) addGroup(terms []hitTerm) int32 {
	if len(a.groups) == 0 {
		a.groups = append(a.groups, endGroup{})
	}
	if len(terms) == 0 {
		return 0
	}
	number := int32(len(a.groups))
	a.groups = append(a.groups, endGroup{terms: terms, verbs: number, set: wordsOf(terms)})
	isNoun := func(h hitTerm) bool { return h.use == NounUse }
	if slices.ContainsFunc(terms, isNoun) {
		verbs := a.addGroup(slices.DeleteFunc(slices.Clone(terms), isNoun))
		a.groups[number].verbs = verbs
	}
	return number
}

// begin makes a label lead to a state, as the first of a phrase.
func (a *automaton) begin(label, to int32) {
	if label < 0 {
		a.firstTerm = setAt(a.firstTerm, -label, to)
	} else {
		a.first = setAt(a.first, label, to)
	}
}

// setAt sets s[i], and makes s long enough for it.
func setAt(s []int32, i, value int32) []int32 {
	if int(i) >= len(s) {
		s = append(s, make([]int32, int(i)+1-len(s))...)
	}
	s[i] = value
	return s
}

// startOfTerm returns the state behind a first term, or 0.
func (a *automaton) startOfTerm(t TermID) int32 {
	if int(t) >= len(a.firstTerm) {
		return 0
	}
	return a.firstTerm[t]
}

// startsOf returns the states behind those of the terms that begin a phrase.
func (a *automaton) startsOf(terms []hitTerm) (starts []int32) {
	for _, h := range terms {
		if state := a.startOfTerm(h.term); state != 0 && !slices.Contains(starts, state) {
			starts = append(starts, state)
		}
	}
	return starts
}

// start returns the state behind the first word id, or 0.
func (a *automaton) start(id int32) int32 {
	if int(id) >= len(a.first) {
		return 0
	}
	return a.first[id]
}

// find returns the state that a label leads to from s, or 0. Most words lead
// nowhere, which most states know without a look at their edges.
func (a *automaton) find(s *phraseState, label int32) int32 {
	if s.next&bitOf(label) == 0 {
		return 0
	}
	return a.search(s, label)
}

func (a *automaton) search(s *phraseState, label int32) int32 {
	edges := a.edgesOf(s)
	low, high := 0, len(edges)
	for low < high {
		mid := int(uint(low+high) >> 1)
		if edges[mid].label < label {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low == len(edges) || edges[low].label != label {
		return 0
	}
	return edges[low].to
}

func bitOf(label int32) uint64 { return 1 << (uint32(label) % 64) }

// addPhrase adds a phrase of plain words by their ids, and returns the group of
// what ends behind it.
func (a *automaton) addPhrase(ids []int32, h hitTerm) *endGroup {
	state := a.start(ids[0])
	if state == 0 {
		state = a.addState(nil, 0)
		a.begin(ids[0], state)
	}
	for _, id := range ids[1:] {
		to := a.find(&a.states[state], id)
		if to == 0 {
			to = a.addState(nil, 0)
			a.link(state, id, to)
		}
		state = to
	}
	var terms []hitTerm
	if ends := a.states[state].ends; ends != 0 {
		terms = slices.Clone(a.groups[ends].terms)
	}
	a.states[state].ends = a.addGroup(append(terms, h))
	return a.endsOf(&a.states[state])
}

// link makes the word id, which led nowhere from a state, lead to another.
func (a *automaton) link(state, id, to int32) {
	edges := slices.Clone(a.edgesOf(&a.states[state]))
	at, _ := slices.BinarySearchFunc(edges, id, func(e phraseEdge, id int32) int { return cmp.Compare(e.label, id) })
	a.setEdges(state, slices.Insert(edges, at, phraseEdge{id, to}))
}
