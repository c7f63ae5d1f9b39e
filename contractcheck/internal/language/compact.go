package language

// compact lays out the states in the order in which a search meets them: those
// behind a first word, which each token asks for, side by side, then those
// behind them. What a search touches then fits into a processor's cache.
func (a *automaton) compact() automaton {
	c := compactor{old: a, moved: make([]int32, len(a.states))}
	for _, states := range [][]int32{a.first, a.firstTerm} {
		for _, state := range states {
			c.move(state)
		}
	}
	for i := 0; i < len(c.order); i++ { // grows on the way
		for _, e := range a.edgesOf(&a.states[c.order[i]]) {
			c.move(e.to)
		}
	}
	c.copyStates()
	c.new.first, c.new.firstTerm = c.renumber(a.first), c.renumber(a.firstTerm)
	for i := range c.new.groups {
		c.new.groups[i].starts = c.new.startsOf(c.new.groups[i].terms)
	}
	return c.new
}

// compactor moves the states of one automaton to another.
type compactor struct {
	old   *automaton
	new   automaton
	moved []int32 // by old state: the new one, 0 before it has moved
	order []int32 // old states in their new order, from 1 on
}

// move gives a state its new number.
func (c *compactor) move(state int32) {
	if state != 0 && c.moved[state] == 0 {
		c.order = append(c.order, state)
		c.moved[state] = int32(len(c.order))
	}
}

// copyStates copies the states in their new order, their edges side by side.
func (c *compactor) copyStates() {
	c.new.states = make([]phraseState, 1, len(c.order)+1)
	c.new.edges = make([]phraseEdge, 0, len(c.old.edges))
	c.new.groups = c.old.groups
	var edges []phraseEdge
	for _, state := range c.order {
		s := &c.old.states[state]
		edges = append(edges[:0], c.old.edgesOf(s)...)
		for i := range edges {
			edges[i].to = c.moved[edges[i].to]
		}
		c.new.addState(edges, s.ends)
	}
}

func (c *compactor) renumber(states []int32) []int32 {
	all := make([]int32, len(states))
	for i, s := range states {
		all[i] = c.moved[s]
	}
	return all
}
