package rules

import "example.org/contractcheck/contractcheck/internal/clausefile"

// Verdict is what one provision says on one requirement.
type Verdict uint8

// The verdicts of a provision. The zero value is no evidence.
const (
	None Verdict = iota
	Satisfied
	Partial
	Contradicted
)

// Evidence is a provision that speaks on a requirement.
type Evidence struct {
	Provision int // index of the provision
	Verdict   Verdict
	Reason    string
	// Values are the numbers that were read, by parameter name, in its unit.
	Values map[string]float64
	// From and To are the tokens that carry the verdict.
	From, To int
	// Rule is where the rule that read it stands.
	Rule clausefile.Pos
	// Overrides reports whether the provision says itself that it takes
	// precedence ("notwithstanding anything to the contrary") or takes back
	// what the one before it gave ("However, ...").
	Overrides bool
	// Yields reports whether the provision only narrows what another one
	// promises, and undoes it not: an exception for emergencies, a use of data
	// that say little.
	Yields bool
	// Permits reports whether the provision only says what may be done in spite
	// of a ban that the requirement asks for, and is no ban itself.
	Permits bool
	// Aside reports whether the provision promises it to some, of some data or
	// in some case. That takes nothing from a whole promise elsewhere.
	Aside bool
	// Part names the part of the requirement that the provision holds in full,
	// where it is partial for holding no more; Parts names all.
	Part  string
	Parts []string
	// want of the rule, which decides how several provisions combine.
	want want
}

// Narrows reports whether the evidence allows a part of what a ban forbids, so
// that a ban elsewhere is not whole.
func (e Evidence) Narrows() bool { return e.want == never && e.Verdict == Partial && !e.Aside }
