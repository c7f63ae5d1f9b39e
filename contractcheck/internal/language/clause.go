package language

// ClauseKind says how a clause stands in its sentence.
type ClauseKind uint8

// The kinds of clauses. Only Main and Complement clauses say what the parties
// do; the others limit or describe it.
const (
	Main        ClauseKind = iota
	Complement             // "ensures that its staff do not ..."
	Conditional            // if, when, where, unless, until, ...
	Exceptional            // except, unless, provided that, to the extent
	Attributive            // a relative clause
)

// Clause is a part of a sentence with a finite verb of its own. Its tokens
// need not be contiguous: a clause goes on behind another that interrupts it.
type Clause struct {
	Kind   ClauseKind
	From   int // the first token
	Parent int // index of the clause that holds it, -1 for the first
	// set off by a comma: the clause ends at the next one
	parenthetical bool
	verbs         int // clusters met so far
}

// splitClauses walks the tokens once, opening and closing clauses.
func (s *Sentence) splitClauses() {
	s.clauseOf = resize(s.clauseOf, len(s.Tokens))
	s.Clauses = append(s.Clauses[:0], Clause{Kind: Main, Parent: -1})
	w := clauseWalk{s: s}
	next := 0
	for i := 0; i < len(s.Tokens); i++ {
		for next < len(s.Clusters) && s.Clusters[next].From < i {
			next++
		}
		starts := next < len(s.Clusters) && s.Clusters[next].From == i
		w.step(i, starts)
		s.clauseOf[i] = int16(w.top)
		if starts {
			s.Clauses[w.top].verbs++
			for k := i; k < s.Clusters[next].To; k++ { // a cluster is never torn apart
				s.clauseOf[k] = int16(w.top)
				i = max(i, k)
			}
		}
	}
}

// clauseWalk holds the clause that is open while splitClauses walks.
type clauseWalk struct {
	s   *Sentence
	top int
}

func (w *clauseWalk) open(kind ClauseKind, at int, parenthetical bool) {
	w.s.Clauses = append(w.s.Clauses, Clause{Kind: kind, From: at, Parent: w.top, parenthetical: parenthetical})
	w.top = len(w.s.Clauses) - 1
}

func (w *clauseWalk) current() *Clause { return &w.s.Clauses[w.top] }

func (w *clauseWalk) close() {
	if p := w.current().Parent; p >= 0 {
		w.top = p
	}
}

// step decides what token i does to the open clause. starts reports whether a
// cluster begins at i.
func (w *clauseWalk) step(i int, starts bool) {
	s := w.s
	switch {
	case s.class(i, Stop):
		for w.current().Parent >= 0 {
			w.close()
		}
		w.s.Clauses = append(w.s.Clauses, Clause{Kind: Main, From: i + 1, Parent: -1})
		w.top = len(w.s.Clauses) - 1
	case s.class(i, Comma):
		w.comma(i)
	case s.subordinates(i):
		kind := Conditional
		if s.exceptional(i) {
			kind = Exceptional
		}
		w.open(kind, i, i > 0 && s.class(i-1, Comma|Open))
	case s.class(i, Relative) && s.relativeAt(i):
		if s.spelled(i, "that") && s.complementAt(i) {
			w.open(Complement, i, false)
		} else {
			w.open(Attributive, i, i > 0 && s.class(i-1, Comma))
		}
	case s.zeroRelativeAt(i):
		w.open(Attributive, i, false)
	case s.class(i, Conjunction) && s.newSubjectAt(i+1):
		w.coordinate(i)
	case starts:
		w.verb(i)
	}
}

// comma ends a clause that a comma set off, and an opening one before the main
// subject.
func (w *clauseWalk) comma(i int) {
	s, c := w.s, w.current()
	if c.Kind == Main || c.Kind == Complement {
		if s.newSubjectAt(i+1) && c.verbs > 0 {
			w.top = w.mainBeside(i + 1)
		}
		return
	}
	switch {
	case s.class(i+1, Conjunction) && !s.newSubjectAt(i+2):
	case c.parenthetical && (c.verbs > 0 || c.Kind != Attributive):
		w.close()
	case s.opening(c.From):
		if s.newSubjectAt(i+1) || c.verbs > 0 && !s.class(i+1, Conjunction) || s.lastPartAt(i+1) || s.adviceAt(i+1) {
			w.close()
		}
	case s.newSubjectAt(i+1) && (c.verbs > 0 || c.Kind == Attributive):
		w.close()
		for w.current().Kind == Conditional || w.current().Kind == Attributive {
			w.close()
		}
	}
}

// lastPartAt reports whether the last comma of its sentence stands before token
// i, with a noun behind it and no verb that we know. An opening condition has
// to end somewhere: "If they differ, | the contract wins".
func (s *Sentence) lastPartAt(i int) bool {
	const shortest = 3 // words of a statement: "the contract wins"
	if i >= len(s.Tokens) || !s.class(i, Determiner) && s.party[i] == 0 {
		return false
	}
	end := i
	for ; end < len(s.Tokens) && !s.class(end, Stop); end++ {
		if s.class(end, Comma|Subordinate|Conjunction|Relative) && !s.class(end, Determiner) {
			return false
		}
	}
	for _, c := range s.Clusters {
		if c.From >= i && c.From < end {
			return false
		}
	}
	return end-i >= shortest
}

// adviceAt reports whether token i tells somebody what to do: "If you want it
// gone, | write to us".
func (s *Sentence) adviceAt(i int) bool {
	return s.anySpelled(i, "please", "contact", "write", "email", "call", "click", "visit", "go", "send", "ask", "tell", "use", "let", "see", "turn", "switch")
}

// mainBeside opens a main clause beside the open one and returns its index.
func (w *clauseWalk) mainBeside(at int) int {
	w.s.Clauses = append(w.s.Clauses, Clause{Kind: w.current().Kind, From: at, Parent: w.current().Parent})
	return len(w.s.Clauses) - 1
}

// coordinate handles "and", "or", "but" before a new subject with its verb.
func (w *clauseWalk) coordinate(i int) {
	s, c := w.s, w.current()
	switch c.Kind {
	case Main, Complement:
		if c.verbs > 0 {
			w.top = w.mainBeside(i)
		}
	default:
		if c.verbs > 0 && (s.class(i-1, Comma) || s.spelled(i, "but")) {
			for k := w.top; k >= 0 && w.current().Kind != Main && w.current().Kind != Complement; k-- {
				w.close()
			}
			if w.current().verbs > 0 {
				w.top = w.mainBeside(i)
			}
		}
	}
}

// verb closes a relative clause that has its verb already: the cluster is the
// main clause's ("data that Vendor collects | shall be deleted").
func (w *clauseWalk) verb(i int) {
	s, c := w.s, w.current()
	if c.Kind == Conditional && (c.verbs > 0 || s.verbBefore(c.From, i)) && s.opening(c.From) {
		w.mainSubject(i)
		return
	}
	if c.Kind != Attributive || s.class(i-1, Conjunction) || s.inCluster(i-1) {
		return // "that does not | require Vendor to" is one predicate
	}
	if s.class(i-1, Comma) {
		w.close()
		return
	}
	if c.verbs > 0 || s.passedVerb(c.From, i) {
		w.close()
		for c = w.current(); c.Kind == Attributive && c.verbs > 0; c = w.current() {
			w.close() // "logs that show what a reader looked for | are deleted"
		}
	}
}

// mainSubject ends an opening condition that no comma ends, where the cluster
// at i has a party right before it: "Once the contract has ended | Vendor
// shall".
func (w *clauseWalk) mainSubject(i int) {
	s := w.s
	from := i
	if h, _, ok := s.partyHit(i - 1); ok && !s.Tokens[i-1].Possessive {
		from = h.From
	} else if s.properName(max(i-1, 0)) || s.anySpelled(i-1, "it", "they") {
		from = i - 1
	}
	if from == i || s.class(from-1, Conjunction|Relative|Preposition) {
		return
	}
	w.close()
	for k := from; k < i; k++ {
		s.clauseOf[k] = int16(w.top)
	}
}
