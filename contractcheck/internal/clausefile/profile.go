package clausefile

// Profile is a library's choice of clauses, with its numbers and weights and
// the findings that it accepts.
type Profile struct {
	ID      string
	Title   string
	Why     string
	State   Text   // the state whose law the profile builds on, as CA; none: empty
	Clauses []Text // none: all
	Params  []ProfileParam
	Weights []ProfileWeight
	Accept  []ProfileAccept
	Pos     Pos
}

// ProfileParam sets a parameter of a requirement.
type ProfileParam struct {
	Requirement, Name string
	Value             float64
	Pos               Pos
}

// ProfileWeight sets how much a requirement counts, 0 to 10. With 0 it is
// reported and not scored.
type ProfileWeight struct {
	Requirement string
	Weight      int
	Pos         Pos
}

// ProfileAccept says that a library lives with a finding for now. Until is the
// last day of that, as YYYY-MM-DD.
type ProfileAccept struct {
	Requirement, Reason, By, Until string
	Pos                            Pos
}

// ParseProfile reads a profile file. Name is what errors call it. The error
// joins a *SyntaxError for every problem of the file, in their order.
func ParseProfile(name string, data []byte) (*Profile, error) {
	return parse(name, "profile file", data, readProfile)
}

func readProfile(n node) Profile {
	p := Profile{Pos: n.pos()}
	accepted := firsts{}
	n.fields(
		required("id", id(&p.ID)),
		required("title", text(&p.Title)),
		required("why", text(&p.Why)),
		optional("state", state(&p.State)),
		optional("clauses", ids(&p.Clauses)),
		optional("params", profileParams(&p.Params)),
		optional("weights", profileWeights(&p.Weights)),
		optional("accept", list(&p.Accept, "acceptance", func(n node) ProfileAccept {
			return readAccept(n, accepted)
		})),
	)
	return p
}

func profileParams(into *[]ProfileParam) func(node) {
	return func(n node) {
		for _, requirement := range n.named(idForm) {
			for _, e := range requirement.value.named(paramForm) {
				value, _ := e.value.number()
				*into = append(*into, ProfileParam{requirement.key, e.key, value, e.at.pos()})
			}
		}
	}
}

func profileWeights(into *[]ProfileWeight) func(node) {
	return func(n node) {
		for _, e := range n.named(idForm) {
			w := ProfileWeight{Requirement: e.key, Pos: e.at.pos()}
			whole(&w.Weight, 0, 10)(e.value)
			*into = append(*into, w)
		}
	}
}

func readAccept(n node, accepted firsts) ProfileAccept {
	a := ProfileAccept{Pos: n.pos()}
	n.fields(
		required("requirement", newID(&a.Requirement, accepted)),
		required("reason", text(&a.Reason)),
		required("by", text(&a.By)),
		required("until", date(&a.Until)),
	)
	return a
}
