package clausefile

// State is what the law of a state says on requirements.
type State struct {
	Code  Text // two capital letters, such as CA
	Title string
	Laws  []Law
	Pos   Pos
}

// Law is what a law says on a requirement: a note for those who negotiate and,
// where the law sets one, the number of a parameter. SecondHand says that the
// law was read in what others write on it and not in its own words.
type Law struct {
	Requirement Text
	Param       *ProfileParam // nil: the law sets no number
	Note        string
	Source      Source
	SecondHand  bool
}

// statuses say where a law was read: in its own words, if in a copy of unknown
// date, or in what others write on it.
var statuses = []string{"statute", "second-hand"}

// ParseState reads the file of a state. Name is what errors call it. The error
// joins a *SyntaxError for every problem of the file, in their order.
func ParseState(name string, data []byte) (*State, error) {
	return parse(name, "state file", data, readState)
}

func readState(n node) State {
	s := State{Pos: n.pos()}
	n.fields(
		required("state", state(&s.Code)),
		required("title", text(&s.Title)),
		required("law", list(&s.Laws, "law", readLaw)),
	)
	return s
}

// readLaw reads what a law says. It sets one number at most, since each number
// has a note and a source of its own; and one that is a limit, since the stricter
// of two has to be known.
func readLaw(n node) Law {
	var l Law
	var status Text
	n.fields(
		early(required("requirement", func(n node) {
			value, _ := n.id()
			l.Requirement = Text{value, n.pos()}
		})),
		optional("params", func(n node) {
			for i, e := range n.named(limitForm) {
				if i > 0 {
					e.at.fail("read a second parameter, expected one for each law")
				}
				value, _ := e.value.number()
				l.Param = &ProfileParam{l.Requirement.Value, e.key, value, e.at.pos()}
			}
		}),
		required("note", text(&l.Note)),
		required("source", func(n node) { l.Source = readSource(n) }),
		required("status", oneOf(&status, statuses...)),
	)
	l.SecondHand = status.Value == "second-hand"
	return l
}
