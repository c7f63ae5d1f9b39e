package contractcheck

import (
	"fmt"
	"iter"
	"regexp"

	"example.org/contractcheck/contractcheck/internal/clausefile"
	"example.org/contractcheck/contractcheck/internal/mutate"
	"example.org/contractcheck/contractcheck/internal/rules"
)

// Mutant is a test passage whose meaning was changed on purpose, judged. It
// survives where it is given the verdict of the passage that it was made from,
// which it must not be given: then a rule does not read the words that were
// changed.
type Mutant struct {
	Requirement string  `json:"requirement"`
	Operator    string  `json:"operator"` // one of MutationOperators
	Text        string  `json:"text"`
	MustNot     Verdict `json:"must_not"`
	Got         Verdict `json:"got"`
	Reason      string  `json:"reason"` // of the verdict that was got
	// Rule is the file and line of the rule that gave the verdict, as in
	// "retention.yaml:51"; empty if none spoke.
	Rule string `json:"rule,omitempty"`
	// File and Line are those of the passage that it was made from.
	File string `json:"file"`
	Line int    `json:"line"`
}

// Survived reports whether the rules did not notice the change.
func (m Mutant) Survived() bool { return m.Got == m.MustNot }

// Tally counts mutants.
type Tally struct {
	Made     int `json:"made"`
	Survived int `json:"survived"`
	// Operators are those of MutationOperators, in their order.
	Operators []OperatorTally `json:"operators"`
	Survivors []Mutant        `json:"survivors"` // in the order of their passages
}

// OperatorTally counts the mutants of one operator.
type OperatorTally struct {
	MutationOperator
	Made     int `json:"made"`
	Survived int `json:"survived"`
}

// Survival returns the share of the mutants that survive, from 0 to 1; 0 if
// there are none.
func (t *Tally) Survival() float64 {
	if t.Made == 0 {
		return 0
	}
	return float64(t.Survived) / float64(t.Made)
}

// TallyMutants counts mutants and keeps those that survive.
func TallyMutants(all iter.Seq[Mutant]) *Tally {
	t := &Tally{Survivors: []Mutant{}}
	at := map[string]int{}
	for i, op := range MutationOperators() {
		at[op.Name] = i
		t.Operators = append(t.Operators, OperatorTally{MutationOperator: op})
	}
	for m := range all {
		op := &t.Operators[at[m.Operator]]
		t.Made++
		op.Made++
		if m.Survived() {
			t.Survived++
			op.Survived++
			t.Survivors = append(t.Survivors, m)
		}
	}
	return t
}

// MutationOperator is a way to change the meaning of a passage.
type MutationOperator struct {
	Name string `json:"name"`
	Does string `json:"does"` // what it does to a passage, for people
}

// MutationOperators lists the operators, in the order in which Mutants tries
// them.
func MutationOperators() []MutationOperator {
	var all []MutationOperator
	for _, op := range mutate.Operators() {
		all = append(all, MutationOperator{op.Name, op.Does})
	}
	return all
}

// Mutants mutates the library's own test passages and judges what comes of
// them, clause by clause in the order of their files. Only passages that are
// rightly judged to be satisfied or contradicted are mutated. Like Passages, it
// holds for the clause files' own parameters.
func (l *Library) Mutants() iter.Seq[Mutant] {
	return func(yield func(Mutant) bool) {
		for r, t := range l.tests {
			if !l.mutateTest(r, t, yield) {
				return
			}
		}
	}
}

// mutateTest yields the mutants of a passage; it returns false when there is
// no use for more.
func (l *Library) mutateTest(r *clausefile.Requirement, t *clausefile.Test, yield func(Mutant) bool) bool {
	o, out := l.readPassage(r.ID, t.Text, t.Params)
	if t.Todo || out.verdict.String() != t.Want || out.verdict != Satisfied && out.verdict != Contradicted {
		return true
	}
	p := o.mutable(out)
	p.Limit = l.limit(r, t.Params)
	for _, m := range mutate.Mutants(p) {
		mutant := Mutant{
			Requirement: r.ID, Operator: m.Operator, Text: m.Text, MustNot: out.verdict,
			File: t.Pos.File, Line: t.Pos.Line,
		}
		_, got := l.readPassage(r.ID, m.Text, t.Params)
		mutant.Got, mutant.Reason, mutant.Rule = got.verdict, got.reason, got.rule()
		if !yield(mutant) {
			return false
		}
	}
	return true
}

// mutable returns a passage with the words that carry its verdict.
func (o *opened) mutable(out outcome) mutate.Passage {
	e := out.evidence[0]
	tokens := o.scene.Provisions[e.Provision].Tokens
	return mutate.Passage{
		Text: o.doc.text.Content, From: int(tokens[e.From].Start), To: int(tokens[e.To-1].End),
		Harmful: out.verdict == Contradicted,
	}
}

// rule returns the file and line of the rule that decides, or "".
func (out outcome) rule() string {
	if len(out.evidence) == 0 || out.evidence[0].Rule == (rules.Evidence{}).Rule {
		return ""
	}
	at := out.evidence[0].Rule
	return fmt.Sprintf("%s:%d", at.File, at.Line)
}

// lengthParam matches the names of parameters that bound a length of time.
var lengthParam = regexp.MustCompile(`^(min|max)_(?:notice_)?(hour|day|week|month|year)s$`)

// limit returns what a length of time in a passage of the requirement is
// compared with: none where several parameters bound one.
func (l *Library) limit(r *clausefile.Requirement, params map[string]float64) mutate.Limit {
	var limit mutate.Limit
	for _, p := range r.Params {
		m := lengthParam.FindStringSubmatch(p.Name)
		if m == nil {
			continue
		}
		if limit.Hours > 0 {
			return mutate.Limit{}
		}
		value, given := params[p.Name]
		if !given {
			value = l.param(r.ID, p.Name)
		}
		limit = mutate.Limit{Hours: value * mutate.Hours(m[2]), AtLeast: m[1] == "min"}
	}
	return limit
}
