package language

// Standing says whether an action in a sentence tells what the parties do.
type Standing uint8

// The standings. Only Counts is evidence by itself.
const (
	NoStanding  Standing = iota
	Counts               // a main or complement clause
	Proviso              // "provided that Vendor shall ..."
	Condition            // in an if or unless clause
	Description          // in a relative clause, or a participle: "data held by Vendor"
	Adjunct              // a purpose, "to provide ..."; "by deleting"; a noun without a verb
	Report               // something that has happened
	Wish                 // what somebody would like
	Imperative           // "Delete all data."
)

// standing says what the clause of an action and its cluster amount to.
func (s *Sentence) standing(clause int, c *Cluster) Standing {
	for k := clause; k >= 0; k = s.Clauses[k].Parent {
		switch s.Clauses[k].Kind {
		case Complement:
			if s.deniedAbove(k) || s.doubted(k) {
				return Condition // "nothing means that", "cannot guarantee that"
			}
		case Conditional:
			return Condition
		case Exceptional:
			if s.proviso(s.Clauses[k].From) && c != nil && c.Mood != Stated {
				return Proviso
			}
			return Condition
		case Attributive:
			if s.doubted(k) {
				return Condition // "it is not the case that", "dispute that"
			}
			if c != nil && c.From < c.To && (c.Mood == Obliged || c.Mood == Forbidden) && c.Subject != NoParty {
				continue // "records, which Vendor shall destroy"
			}
			return Description
		}
	}
	if c != nil && c.Mood == Supposed {
		return Condition
	}
	return Counts
}

// wishBefore marks what somebody wishes or chooses to do.
func (s *Sentence) wishBefore(r *Reading, i int) {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if s.hasMood(k, wishWord) {
			r.Standing = Wish
			return
		}
	}
}

// deniedAbove reports whether the clause that holds the complement k denies or
// doubts it: the cluster before the complement is negative.
func (s *Sentence) deniedAbove(k int) bool {
	c := s.Clauses[k]
	for i := len(s.Clusters) - 1; i >= 0; i-- {
		if cl := &s.Clusters[i]; cl.To <= c.From && s.clauseAt(cl.From) == c.Parent {
			return cl.Mood == Forbidden || cl.Mood == NotObliged || cl.Mood == Supposed
		}
	}
	return false
}

// doubted reports whether clause k begins with "that" behind words that deny or
// doubt what it says. Verbs that the tables of clusters do not know are seen so.
func (s *Sentence) doubted(k int) bool {
	const reach = 8
	from := s.Clauses[k].From
	if !s.spelled(from, "that") {
		return false
	}
	for i := from - 1; i >= max(0, from-reach) && !s.class(i, Stop|Comma); i-- {
		if s.class(i, Negator) || s.anySpelled(i, "nothing", "dispute", "disputes", "deny", "denies", "doubt", "doubts", "untrue", "false", "incorrect") {
			return s.clauseAt(i) != k
		}
	}
	return false
}

// proviso reports whether the clause at i is "provided that" or "except that".
func (s *Sentence) proviso(i int) bool {
	return s.anySpelled(i, "provided", "except") && (s.spelled(i+1, "that") || s.spelled(i+2, "that") || s.spelled(i+3, "that"))
}

// purposeOf reports whether the clause says what something else is done for:
// "measures to ensure that data are not disclosed" promises the measures.
func (s *Sentence) purposeOf(clause int) bool {
	c := &s.Clauses[clause]
	if c.Kind != Complement {
		return false
	}
	i := c.From - 1
	for s.class(i, Adverb|Comma) {
		i--
	}
	if !s.anySpelled(i, "ensure", "ensuring", "sure", "guarantee", "verify", "confirm") {
		return false
	}
	for i--; s.class(i, Adverb) || s.anySpelled(i, "make", "making"); {
		i--
	}
	return s.class(i, To) && !s.inCluster(i)
}
