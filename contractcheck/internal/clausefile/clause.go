package clausefile

// Clause is a topic of the clause library with its requirements, in the order
// of the file.
type Clause struct {
	ID           string
	Title        string
	Why          string
	Sources      []Source
	Requirements []Requirement
	Pos          Pos
}

// Source says where a clause or a requirement comes from. URL may be empty.
type Source struct {
	Title, Section, URL string
}

// ParseClause reads a clause file. Name is what errors call it. The error
// joins a *SyntaxError for every problem of the file, in their order.
func ParseClause(name string, data []byte) (*Clause, error) {
	return parse(name, "clause file", data, readClause)
}

func readClause(n node) Clause {
	c := Clause{Pos: n.pos()}
	first := firsts{}
	n.fields(
		required("id", id(&c.ID)),
		required("title", text(&c.Title)),
		required("why", text(&c.Why)),
		required("sources", list(&c.Sources, "source", readSource)),
		required("requirements", list(&c.Requirements, "requirement", func(n node) Requirement {
			return readRequirement(n, first)
		})),
	)
	return c
}

func readSource(n node) Source {
	var s Source
	n.fields(
		required("title", text(&s.Title)),
		required("section", text(&s.Section)),
		optional("url", address(&s.URL)),
	)
	return s
}
