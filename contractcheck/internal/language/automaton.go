package language

import (
	"cmp"
	"slices"
)

// automaton finds the phrases that begin at a token, a word at a time.
type automaton struct {
	first  []int32 // by word id: the state behind a first word; 0 is none
	states []phraseState
}

// phraseState is a place in phrases: some words have been read.
type phraseState struct {
	next  uint64       // bits of the ids, modulo 64, of the words that lead on
	edges []phraseEdge // by id
	ends  []hitTerm    // what ends here
}

// phraseEdge leads by a word to a state.
type phraseEdge struct{ id, to int32 }

// addState returns a new state. State 0 is none.
func (a *automaton) addState(s phraseState) int32 {
	if len(a.states) == 0 {
		a.states = append(a.states, phraseState{})
	}
	a.states = append(a.states, s)
	return int32(len(a.states) - 1)
}

// begin makes the word id lead to a state, as the first of a phrase.
func (a *automaton) begin(id, to int32) {
	if int(id) >= len(a.first) {
		a.first = append(a.first, make([]int32, int(id)+1-len(a.first))...)
	}
	a.first[id] = to
}

// start returns the state behind the first word id, or 0.
func (a *automaton) start(id int32) int32 {
	if int(id) >= len(a.first) {
		return 0
	}
	return a.first[id]
}

// find returns the state that the word id leads to, or 0. Most words lead
// nowhere, which most states know without a look at their edges.
func (s *phraseState) find(id int32) int32 {
	if s.next&bitOf(id) == 0 {
		return 0
	}
	low, high := 0, len(s.edges)
	for low < high {
		mid := int(uint(low+high) >> 1)
		if s.edges[mid].id < id {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low == len(s.edges) || s.edges[low].id != id {
		return 0
	}
	return s.edges[low].to
}

func bitOf(id int32) uint64 { return 1 << (uint32(id) % 64) }

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
	at, _ := slices.BinarySearchFunc(s.edges, id, func(e phraseEdge, id int32) int { return cmp.Compare(e.id, id) })
	s.edges = slices.Insert(s.edges, at, phraseEdge{id, to})
}
