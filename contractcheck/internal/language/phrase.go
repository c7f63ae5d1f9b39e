package language

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// Phrase is a phrase of the vocabulary: parts in order.
type Phrase []Part

// Part is a word, or one of several phrases.
type Part struct {
	Word     string // a lemma, or an exact spelling behind "="; empty where Any is set
	Any      []Phrase
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

// Words returns the number of words that the phrase holds, alternatives all
// counted.
func (p Phrase) Words() int {
	n := 0
	p.eachWord(func(string) { n++ })
	return n
}

// hitTerm is what ends at a node of a phraseGraph.
type hitTerm struct {
	term TermID
	use  Use
}

// phraseGraph finds all phrases that begin at a token. It is a graph of words:
// alternatives lead from the same nodes to the same nodes, so that a phrase
// with many of them stays small.
type phraseGraph struct {
	first [][]int32  // by word id: nodes behind the first word
	begin [][]TermID // by word id: terms with a phrase that begins with the word
	term  TermID     // of the phrase that is being added
	nodes []phraseNode
}

type phraseNode struct {
	edges []phraseEdge // by id
	ends  []hitTerm
}

type phraseEdge struct{ id, to int32 }

// root stands for the place before the first word.
const root = int32(-1)

func (g *phraseGraph) newNode() int32 {
	g.nodes = append(g.nodes, phraseNode{})
	return int32(len(g.nodes) - 1)
}

// add adds a phrase whose words x knows.
func (g *phraseGraph) add(p Phrase, x *Lexicon, h hitTerm) {
	g.term = h.term
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
	if part.Word != "" {
		g.link(from, x.id(part.Word), shared)
		return []int32{shared}
	}
	ends := []int32{}
	for _, alternative := range part.Any {
		if len(alternative) == 1 && alternative[0].Word != "" && !alternative[0].Optional {
			g.link(from, x.id(alternative[0].Word), shared)
			continue
		}
		ends = append(ends, g.sequence(alternative, from, x)...)
	}
	return append(ends, shared)
}

func (g *phraseGraph) link(from []int32, id, to int32) {
	for _, f := range from {
		if f == root {
			for int(id) >= len(g.first) {
				g.first, g.begin = append(g.first, nil), append(g.begin, nil)
			}
			if n := len(g.begin[id]); n == 0 || g.begin[id][n-1] != g.term {
				g.begin[id] = append(g.begin[id], g.term)
			}
			g.first[id] = append(g.first[id], to)
			continue
		}
		edges := g.nodes[f].edges
		at, _ := slices.BinarySearchFunc(edges, id, func(e phraseEdge, id int32) int { return int(e.id - id) })
		g.nodes[f].edges = slices.Insert(edges, at, phraseEdge{id, to})
	}
}

// addIDs adds a phrase of plain words by their ids.
func (g *phraseGraph) addIDs(ids []int32, h hitTerm) {
	g.term = h.term
	from := root
	for _, id := range ids {
		next := g.newNode()
		g.link([]int32{from}, id, next)
		from = next
	}
	g.nodes[from].ends = append(g.nodes[from].ends, h)
}

// determine merges nodes so that one word leads along one edge at most: the
// usual construction of sets of nodes, which makes following a text cheap.
func (g *phraseGraph) determine() {
	d := determiner{g: g, merged: map[string]int32{}}
	for id, nodes := range g.first {
		if len(nodes) > 0 {
			g.first[id] = []int32{d.node(nodes)}
		}
	}
}

// determiner remembers which sets of nodes have been merged, and into what.
type determiner struct {
	g      *phraseGraph
	merged map[string]int32
}

// node returns the node that stands for all the given ones.
func (d *determiner) node(set []int32) int32 {
	slices.Sort(set)
	set = slices.Compact(set)
	key := string(nodeKey(set))
	if n, ok := d.merged[key]; ok {
		return n
	}
	n := d.g.newNode()
	d.merged[key] = n
	var edges []phraseEdge
	var ends []hitTerm
	for _, m := range set {
		edges = append(edges, d.g.nodes[m].edges...)
		for _, h := range d.g.nodes[m].ends {
			if !slices.Contains(ends, h) {
				ends = append(ends, h)
			}
		}
	}
	slices.SortFunc(edges, func(a, b phraseEdge) int { return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.to, b.to)) })
	joined := edges[:0:0]
	for len(edges) > 0 {
		k := 1
		for k < len(edges) && edges[k].id == edges[0].id {
			k++
		}
		targets := make([]int32, k)
		for i, e := range edges[:k] {
			targets[i] = e.to
		}
		joined = append(joined, phraseEdge{edges[0].id, d.node(targets)})
		edges = edges[k:]
	}
	d.g.nodes[n] = phraseNode{edges: joined, ends: ends}
	return n
}

// nodeKey writes node numbers as bytes, for a map's key.
func nodeKey(set []int32) []byte {
	key := make([]byte, 0, 4*len(set))
	for _, n := range set {
		key = binary.LittleEndian.AppendUint32(key, uint32(n))
	}
	return key
}

// behind returns the edges from node that the word id leads along.
func (g *phraseGraph) behind(node, id int32) []phraseEdge {
	edges := g.nodes[node].edges
	if len(edges) == 0 || id < edges[0].id || id > edges[len(edges)-1].id {
		return nil // so it is with most tokens
	}
	low, high := 0, len(edges)
	for low < high {
		mid := int(uint(low+high) >> 1)
		if edges[mid].id < id {
			low = mid + 1
		} else {
			high = mid
		}
	}
	end := low
	for end < len(edges) && edges[end].id == id {
		end++
	}
	return edges[low:end]
}

// starts returns the nodes behind the first word id.
func (g *phraseGraph) starts(id int32) []int32 {
	if id <= 0 || int(id) >= len(g.first) {
		return nil
	}
	return g.first[id]
}

// Beginning calls f with every word id that begins a phrase, and the terms of
// those phrases; a term may come twice.
func (x *Lexicon) Beginning(f func(id int32, terms []TermID)) {
	for id, terms := range x.phrases.begin {
		if len(terms) > 0 {
			f(int32(id), terms)
		}
	}
}

// WordIDs returns how many ids the lexicon's words have: all are smaller.
func (x *Lexicon) WordIDs() int { return int(x.nextID) }

// Begins reports whether a name of the document begins with the word id.
func (n *Names) Begins(id int32) bool { return n != nil && len(n.phrases.starts(id)) > 0 }
