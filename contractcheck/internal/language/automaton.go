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
}

// phraseState is a place in phrases: some words have been read.
type phraseState struct {
	next  uint64       // bits of the labels, modulo 64, that lead on
	edges []phraseEdge // by label
	ends  []hitTerm    // what ends here
}

// phraseEdge leads by a word or a term to a state.
type phraseEdge struct{ label, to int32 }

// overTerms reports whether a term leads on. Labels of terms are negative and
// come first.
func (s *phraseState) overTerms() bool { return len(s.edges) > 0 && s.edges[0].label < 0 }

// addState returns a new state. State 0 is none.
func (a *automaton) addState(s phraseState) int32 {
	if len(a.states) == 0 {
		a.states = append(a.states, phraseState{})
	}
	a.states = append(a.states, s)
	return int32(len(a.states) - 1)
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

// start returns the state behind the first word id, or 0.
func (a *automaton) start(id int32) int32 {
	if int(id) >= len(a.first) {
		return 0
	}
	return a.first[id]
}

// find returns the state that a label leads to, or 0. Most words lead nowhere,
// which most states know without a look at their edges.
func (s *phraseState) find(label int32) int32 {
	if s.next&bitOf(label) == 0 {
		return 0
	}
	low, high := 0, len(s.edges)
	for low < high {
		mid := int(uint(low+high) >> 1)
		if s.edges[mid].label < label {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low == len(s.edges) || s.edges[low].label != label {
		return 0
	}
	return s.edges[low].to
}

func bitOf(label int32) uint64 { return 1 << (uint32(label) % 64) }

// addPhrase adds a phrase of plain words by their ids.
func (a *automaton) addPhrase(ids []int32, h hitTerm) {
	state := a.start(ids[0])
	if state == 0 {
		state = a.addState(phraseState{})
		a.begin(ids[0], state)
	}
	for _, id := range ids[1:] {
		to := a.states[state].find(id)
		if to == 0 {
			to = a.addState(phraseState{})
			a.states[state].link(id, to)
		}
		state = to
	}
	a.states[state].ends = append(a.states[state].ends, h)
}

// link makes the word id, which led nowhere, lead to a state.
func (s *phraseState) link(id, to int32) {
	s.next |= bitOf(id)
	at, _ := slices.BinarySearchFunc(s.edges, id, func(e phraseEdge, id int32) int { return cmp.Compare(e.label, id) })
	s.edges = slices.Insert(s.edges, at, phraseEdge{id, to})
}
