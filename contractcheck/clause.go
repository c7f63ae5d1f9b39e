package contractcheck

import (
	"fmt"
	"strings"
)

// Clause is a topic of the clause library, such as breach notification, with
// its requirements in the order of its file.
type Clause struct {
	ID           string
	Title        string
	Why          string // plain words, for a director
	Sources      []Source
	Requirements []Requirement
}

// Requirement is one thing that a library asks of a vendor. Its id is public
// and stable.
type Requirement struct {
	ID        string
	Title     string
	Statement string // with parameters in braces, such as {max_hours}
	Why       string
	Ask       string // what to say to the vendor when it is not satisfied
	Model     string // wording to ask for
	Applies   []Kind
	Severity  Severity
	Weight    int // 1 to 10; a profile may set 0, which takes it out of the score
	Params    []Param
	Sources   []Source
	Law       []Law // what the law of the profile's state says
}

// Param is a number that a library sets, such as the most hours until a breach
// is notified. Its name carries direction and unit.
type Param struct {
	Name     string
	Value    float64
	Min, Max float64
	Why      string
}

// Source says where a requirement or a number comes from.
type Source struct {
	Title, Section, URL string
}

// String returns the source in one line.
func (s Source) String() string {
	return strings.TrimSpace(fmt.Sprintf("%s, %s %s", s.Title, s.Section, s.URL))
}
