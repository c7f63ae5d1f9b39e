// Package mutate changes the meaning of test passages, to see whether the rules
// notice: a duty that became a "may" and is still satisfied is a false
// assurance that waits for a contract.
//
// The operators work on the words alone and know nothing of the reader's
// grammar, so that the two do not share their errors. A mutant whose meaning is
// in doubt is worse than none. Each operator therefore looks for one plain
// shape, in the words that carry the passage's verdict, and leaves all other
// passages alone.
package mutate

// Passage is a test passage whose verdict is known.
type Passage struct {
	Text string
	// From and To bound the words that carry the verdict, in bytes of Text.
	From, To int
	// Harmful marks a passage that contradicts; all others satisfy.
	Harmful bool
	// Limit is what a length of time in the passage is compared with.
	Limit Limit
}

// Limit is a parameter that bounds a length of time; the zero Limit is none.
type Limit struct {
	Hours   float64
	AtLeast bool // at least so many; otherwise at most
}

// Mutant is a passage that an operator has changed. It must not be given the
// verdict of the passage that it was made from.
type Mutant struct {
	Operator string
	Text     string
}

// Operator is one way to change what a passage says.
type Operator struct {
	Name string
	Does string // what it does, for people
	// harmful operators mutate passages that contradict; the others passages
	// that satisfy.
	harmful bool
	// apply returns the changed text; ok is false where the operator does not
	// plainly apply.
	apply func(s *sentence) (text string, ok bool)
}

// Operators returns all operators, in the order in which they are tried.
func Operators() []Operator { return operators }

var operators = []Operator{
	{Name: "deny", Does: `puts "not" into a duty or a right`, apply: deny},
	{Name: "undo-ban", Does: `takes the "not" or "no" out of a ban`, apply: undoBan},
	{Name: "may", Does: `turns "shall" into "may"`, apply: allow},
	{Name: "should", Does: `turns "shall" into "should"`, apply: advise},
	{Name: "efforts", Does: `turns "shall" into "shall use reasonable efforts to"`, apply: endeavor},
	{Name: "swap-parties", Does: "swaps the vendor and the library", apply: swapParties},
	{Name: "shift", Does: "moves the vendor's duty to the library", apply: shift},
	{Name: "affiliates", Does: `adds "except to its affiliates" to a ban on passing data on`, apply: exceptAffiliates},
	{Name: "own-purposes", Does: `adds "except for its own purposes" to a ban on use`, apply: exceptOwnPurposes},
	{Name: "discretion", Does: `adds "unless the Vendor decides otherwise"`, apply: atDiscretion},
	{Name: "number", Does: "puts the length of time far beyond the parameter", apply: changeNumber},
	{Name: "unit", Does: "puts the unit of time far beyond the parameter", apply: changeUnit},
	{Name: "blank", Does: "leaves the length of time blank", apply: leaveBlank},
	{Name: "forbid-harm", Does: `puts "not" into a harmful permission`, harmful: true, apply: forbidHarm},
	{Name: "owe-duty", Does: `takes the "not" out of a denied duty`, harmful: true, apply: oweDuty},
}

// Mutants returns the mutants of a passage, at most one for each operator.
func Mutants(p Passage) []Mutant {
	s, ok := newSentence(p)
	if !ok {
		return nil
	}
	var all []Mutant
	for _, op := range operators {
		if op.harmful != p.Harmful {
			continue
		}
		if text, ok := op.apply(s); ok && text != p.Text {
			all = append(all, Mutant{op.Name, text})
		}
	}
	return all
}
