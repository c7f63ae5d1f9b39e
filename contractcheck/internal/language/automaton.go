package language

// automaton finds the phrases that begin at a token, a word at a time. Most
// words lead nowhere from most states, so each state knows most of those
// before the table of edges is asked.
type automaton struct {
	first  []int32 // by word id: the state behind a first word; 0 is none
	states []phraseState
	edges  edgeTable
}

// phraseState is a place in phrases: some words have been read.
type phraseState struct {
	next uint64    // bits of the ids, modulo 64, of the words that lead on
	ends []hitTerm // what ends here
}

// addState returns a new state. State 0 is none.
func (a *automaton) addState() int32 {
	if len(a.states) == 0 {
		a.states = append(a.states, phraseState{})
	}
	a.states = append(a.states, phraseState{})
	return int32(len(a.states) - 1)
}

// begin makes the word id lead to a state, as the first of a phrase.
func (a *automaton) begin(id, to int32) {
	if int(id) >= len(a.first) {
		a.first = append(a.first, make([]int32, int(id)+1-len(a.first))...)
	}
	a.first[id] = to
}

// link makes the word id lead from one state to another.
func (a *automaton) link(from, id, to int32) {
	a.states[from].next |= bitOf(id)
	a.edges.add(phraseEdge{from, id, to})
}

// start returns the state behind the first word id, or 0.
func (a *automaton) start(id int32) int32 {
	if int(id) >= len(a.first) {
		return 0
	}
	return a.first[id]
}

// addPhrase adds a phrase of plain words by their ids.
func (a *automaton) addPhrase(ids []int32, h hitTerm) {
	state := a.start(ids[0])
	if state == 0 {
		state = a.addState()
		a.begin(ids[0], state)
	}
	for _, id := range ids[1:] {
		to := a.edges.find(state, id)
		if to == 0 {
			to = a.addState()
			a.link(state, id, to)
		}
		state = to
	}
	a.states[state].ends = append(a.states[state].ends, h)
}

func bitOf(id int32) uint64 { return 1 << (uint32(id) % 64) }

// phraseEdge leads from a state by a word to a state.
type phraseEdge struct{ from, id, to int32 }

// edgeTable finds edges by state and word. It is an open hash table.
type edgeTable struct {
	slots []phraseEdge // to is 0 in a free one
	count int
}

func (t *edgeTable) add(e phraseEdge) {
	if 2*(t.count+1) > len(t.slots) {
		t.grow()
	}
	t.count++
	t.put(e)
}

func (t *edgeTable) put(e phraseEdge) {
	mask := uint32(len(t.slots) - 1)
	i := edgeHash(e.from, e.id) & mask
	for t.slots[i].to != 0 {
		i = (i + 1) & mask
	}
	t.slots[i] = e
}

func (t *edgeTable) grow() {
	old := t.slots
	t.slots = make([]phraseEdge, max(16, 2*len(old)))
	for _, e := range old {
		if e.to != 0 {
			t.put(e)
		}
	}
}

// find returns the state that the word id leads to, or 0.
func (t *edgeTable) find(from, id int32) int32 {
	if len(t.slots) == 0 {
		return 0
	}
	mask := uint32(len(t.slots) - 1)
	for i := edgeHash(from, id) & mask; ; i = (i + 1) & mask {
		e := &t.slots[i]
		if e.to == 0 || e.from == from && e.id == id {
			return e.to
		}
	}
}

func edgeHash(from, id int32) uint32 {
	h := uint32(from)*0x9E3779B1 ^ uint32(id)*0x85EBCA77
	return h ^ h>>15
}
