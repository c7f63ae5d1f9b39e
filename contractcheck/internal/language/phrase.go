package language

import (
	"cmp"
	"encoding/binary"
	"maps"
	"slices"
)

// Phrase is a phrase of the vocabulary: parts in order.
type Phrase []Part

// Part is a word, a term, or one of several phrases.
type Part struct {
	Word     string   // a lemma, or an exact spelling behind "="
	Term     TermID   // whatever stands for the term, where Word is empty
	Any      []Phrase // where Word is empty and Term is 0
	Optional bool
}

// eachWord calls f with every word of the phrase.
func (p Phrase) eachWord(f func(string)) {
	for _, part := range p {
		if part.Word != "" {
			f(part.Word)
		}
		for _, alternative := range part.Any {
			alternative.eachWord(f)
		}
	}
}

// hitTerm is what ends at a node of a phraseGraph.
type hitTerm struct {
	term TermID
	use  Use
}

// size returns how many nodes the phrase takes in a phraseGraph at most.
func (p Phrase) size() int {
	n := len(p)
	for _, part := range p {
		for _, alternative := range part.Any {
			n += alternative.size()
		}
	}
	return n
}

// phraseGraph holds phrases while they are collected. It is a graph of words:
// alternatives lead from the same nodes to the same nodes, so that a phrase
// with many of them stays small. It is made into an automaton.
type phraseGraph struct {
	first map[int32][]int32 // by label: nodes behind the first word or term
	nodes []phraseNode
}

type phraseNode struct {
	edges []phraseEdge // by id
	ends  []hitTerm
}

// newPhraseGraph returns an empty graph with room for the phrases.
func newPhraseGraph(phrases []listed) *phraseGraph {
	nodes := 0
	for _, l := range phrases {
		nodes += l.phrase.size()
	}
	return &phraseGraph{first: make(map[int32][]int32, len(phrases)), nodes: make([]phraseNode, 0, nodes)}
}

// root stands for the place before the first word.
const root = int32(-1)

func (g *phraseGraph) newNode() int32 {
	g.nodes = append(g.nodes, phraseNode{})
	return int32(len(g.nodes) - 1)
}

// add adds a phrase whose words x knows.
func (g *phraseGraph) add(p Phrase, x *Lexicon, h hitTerm) {
	for _, end := range g.sequence(p, []int32{root}, x) {
		if end != root && !slices.Contains(g.nodes[end].ends, h) {
			g.nodes[end].ends = append(g.nodes[end].ends, h)
		}
	}
}

// sequence adds the parts of a phrase behind the nodes from, and returns the
// nodes where it ends.
func (g *phraseGraph) sequence(p Phrase, from []int32, x *Lexicon) []int32 {
	for _, part := range p {
		ends := g.part(part, from, x)
		if part.Optional {
			ends = append(ends, from...)
		}
		from = ends
	}
	return from
}

func (g *phraseGraph) part(part Part, from []int32, x *Lexicon) []int32 {
	shared := g.newNode()
	if label, ok := part.label(x); ok {
		g.link(from, label, shared)
		return []int32{shared}
	}
	ends := []int32{}
	for _, alternative := range part.Any {
		if len(alternative) == 1 && !alternative[0].Optional {
			if label, ok := alternative[0].label(x); ok {
				g.link(from, label, shared)
				continue
			}
		}
		ends = append(ends, g.sequence(alternative, from, x)...)
	}
	return append(ends, shared)
}

// label returns what an edge for the part bears: the id of a word, or the
// negative id of a term.
func (part Part) label(x *Lexicon) (int32, bool) {
	switch {
	case part.Word != "":
		return x.id(part.Word), true
	case part.Term != 0:
		return -int32(part.Term), true
	}
	return 0, false
}

func (g *phraseGraph) link(from []int32, label, to int32) {
	for _, f := range from {
		if f == root {
			g.first[label] = append(g.first[label], to)
			continue
		}
		g.nodes[f].edges = append(g.nodes[f].edges, phraseEdge{label, to})
	}
}

// automaton returns what finds the phrases of the graph.
func (g *phraseGraph) automaton() automaton {
	d := determiner{g: g, single: make([]int32, len(g.nodes)), merged: map[string]int32{}, alike: make(map[string]int32, len(g.nodes)/2), groups: map[string]int32{}}
	for _, label := range slices.Sorted(maps.Keys(g.first)) {
		d.a.begin(label, d.state(g.first[label]))
	}
	return d.a.compact()
}

// determiner merges nodes so that one word leads along one edge at most: the
// usual construction of sets of nodes, which makes following a text cheap.
// States from which the same phrases go on are one.
type determiner struct {
	g      *phraseGraph
	a      automaton
	single []int32          // states by the one node that they stand for; 0 is none yet
	merged map[string]int32 // states by the set of nodes that they stand for
	alike  map[string]int32 // states by what they hold
	groups map[string]int32 // groups of ends by their terms
	key    []byte           // room for the key of a map
}

// state returns the state that stands for all the given nodes.
func (d *determiner) state(set []int32) int32 {
	slices.Sort(set)
	set = slices.Compact(set)
	if len(set) == 1 {
		return d.stateOf(set[0])
	}
	d.key = numberKey(d.key[:0], set...)
	if n, ok := d.merged[string(d.key)]; ok {
		return n
	}
	key := string(d.key)
	n := d.share(d.merge(set))
	d.merged[key] = n
	return n
}

// stateOf returns the state that stands for one node, as most do.
func (d *determiner) stateOf(node int32) int32 {
	if d.single[node] == 0 {
		d.single[node] = d.share(d.merge([]int32{node}))
	}
	return d.single[node]
}

// merge returns a state with the edges and ends of all the given nodes.
func (d *determiner) merge(set []int32) mergedState {
	var s mergedState
	var ends []hitTerm
	count := 0
	for _, m := range set {
		count += len(d.g.nodes[m].edges)
	}
	edges := make([]phraseEdge, 0, count)
	for _, m := range set {
		edges = append(edges, d.g.nodes[m].edges...)
		for _, h := range d.g.nodes[m].ends {
			if !slices.Contains(ends, h) {
				ends = append(ends, h)
			}
		}
	}
	s.ends = d.group(ends)
	slices.SortFunc(edges, func(a, b phraseEdge) int { return cmp.Or(cmp.Compare(a.label, b.label), cmp.Compare(a.to, b.to)) })
	s.edges = make([]phraseEdge, 0, count)
	for len(edges) > 0 {
		k := 1
		for k < len(edges) && edges[k].label == edges[0].label {
			k++
		}
		s.edges = append(s.edges, phraseEdge{edges[0].label, d.target(edges[:k])})
		edges = edges[k:]
	}
	return s
}

// target returns the state that edges with one label lead to.
func (d *determiner) target(edges []phraseEdge) int32 {
	if len(edges) == 1 {
		return d.stateOf(edges[0].to)
	}
	set := make([]int32, len(edges))
	for i, e := range edges {
		set[i] = e.to
	}
	return d.state(set)
}

// mergedState is what a state of the automaton is to hold.
type mergedState struct {
	edges []phraseEdge // by label
	ends  int32        // a group
}

// group returns the group of terms that end in one place.
func (d *determiner) group(terms []hitTerm) int32 {
	slices.SortFunc(terms, func(a, b hitTerm) int { return cmp.Or(cmp.Compare(a.term, b.term), cmp.Compare(a.use, b.use)) })
	d.key = d.key[:0]
	for _, h := range terms {
		d.key = numberKey(d.key, int32(h.term), int32(h.use))
	}
	if n, ok := d.groups[string(d.key)]; ok {
		return n
	}
	n := d.a.addGroup(terms)
	d.groups[string(d.key)] = n
	return n
}

// share returns the state that holds the same as s.
func (d *determiner) share(s mergedState) int32 {
	d.key = numberKey(d.key[:0], s.ends)
	for _, e := range s.edges {
		d.key = numberKey(d.key, e.label, e.to)
	}
	if n, ok := d.alike[string(d.key)]; ok {
		return n
	}
	n := d.a.addState(s.edges, s.ends)
	d.alike[string(d.key)] = n
	return n
}

// numberKey appends numbers as bytes, for a map's key.
func numberKey(key []byte, numbers ...int32) []byte {
	for _, n := range numbers {
		key = binary.LittleEndian.AppendUint32(key, uint32(n))
	}
	return key
}
