package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"example.org/contractcheck/contractcheck"
	"example.org/contractcheck/contractcheck/clausetest"
)

var testFormats = []string{"text", "json"}

// testCommand holds the flags of "contractcheck test".
type testCommand struct {
	app           *app
	library       libraryFlags
	mutate        bool
	mostSurvivors float64
	format        string
}

// mostSurvivors is the share of mutants that may survive unless a flag says
// otherwise: words outside of a rule's reach are never all found.
const mostSurvivors = 0.02

func (a *app) newTest() *cobra.Command {
	c := &testCommand{app: a}
	cmd := &cobra.Command{
		Use:   "test [flags] [DIR]",
		Short: "Run the test passages of a clause library",
		Long: `test loads the clause library in DIR, or the built-in one, and judges the test
passages of its clause files. A passage fails when its verdict is not the one
that it stands under; a known gap (todo) fails when it is closed.

With --mutate it also changes what the passages say: it puts "not" into a duty,
swaps the parties, puts a number out of bounds. A mutant that keeps the verdict
of its passage survives: the rule does not read the words that were changed.

Exit status: 0 if all passages hold, 1 if one fails or too many mutants survive,
2 if the library has errors.`,
		Example: `  contractcheck test
  contractcheck test ./my-clauses
  contractcheck test --mutate --most-survivors 0 ./my-clauses`,
		Args: arguments(0, 1, "folder"),
		RunE: c.run,
	}
	cmd.Flags().BoolVar(&c.mutate, "mutate", false, "judge mutants of the passages too, and list those that survive")
	cmd.Flags().Float64Var(&c.mostSurvivors, "most-survivors", mostSurvivors, "fail when more than this `SHARE` of the mutants survives, from 0 to 1")
	addFormat(cmd.Flags(), &c.format, testFormats)
	return cmd
}

// testResult is what a run of the passages gave.
type testResult struct {
	Passages int                  `json:"passages"`
	Gaps     int                  `json:"gaps"`
	Failed   []failedPassage      `json:"failed"`
	Mutants  *contractcheck.Tally `json:"mutants,omitempty"` // nil without --mutate
}

// failedPassage is a passage that does not hold.
type failedPassage struct {
	Requirement string                `json:"requirement"`
	Text        string                `json:"text"`
	Want        contractcheck.Verdict `json:"want"`
	Got         contractcheck.Verdict `json:"got"`
	Reason      string                `json:"reason"`
	Todo        bool                  `json:"todo"`
	File        string                `json:"file"`
	Line        int                   `json:"line"`

	described string
}

func (c *testCommand) run(cmd *cobra.Command, args []string) error {
	if err := c.check(cmd); err != nil {
		return err
	}
	if len(args) > 0 {
		c.library.clauses = args[0]
	}
	library, err := contractcheck.LoadLibrary(c.library.fsys())
	if err != nil {
		return err
	}
	result := runPassages(library)
	if c.mutate {
		result.Mutants = contractcheck.TallyMutants(library.Mutants())
	}
	if err := c.write(result); err != nil {
		return err
	}
	if len(result.Failed) > 0 || c.mutate && result.Mutants.Survival() > c.mostSurvivors {
		return errFindings
	}
	return nil
}

func (c *testCommand) check(cmd *cobra.Command) error {
	if c.mostSurvivors < 0 || c.mostSurvivors > 1 {
		return usagef(cmd, "--most-survivors: read %g, expected a share from 0 to 1", c.mostSurvivors)
	}
	if cmd.Flags().Changed("most-survivors") && !c.mutate {
		return usagef(cmd, "--most-survivors needs --mutate")
	}
	return checkFormat(cmd, c.format, testFormats)
}

func runPassages(library *contractcheck.Library) *testResult {
	r := &testResult{Failed: []failedPassage{}}
	for p := range library.Passages() {
		r.Passages++
		if p.Todo {
			r.Gaps++
		}
		if p.Failed() {
			r.Failed = append(r.Failed, failedPassage{
				p.Requirement, p.Text, p.Want, p.Got, p.Reason, p.Todo, p.File, p.Line, clausetest.Describe(p),
			})
		}
	}
	return r
}

func (c *testCommand) write(r *testResult) error {
	if c.format == "json" {
		enc := json.NewEncoder(c.app.stdout)
		enc.SetIndent("", "  ")
		return enc.Encode(r)
	}
	_, err := fmt.Fprint(c.app.stdout, r)
	return err
}

// String lays the result out for people, the totals last.
func (r *testResult) String() string {
	var b strings.Builder
	for _, p := range r.Failed {
		fmt.Fprintln(&b, p.described)
	}
	if r.Mutants != nil {
		writeMutants(&b, r.Mutants)
	}
	fmt.Fprintf(&b, "%d passages, %d of them known gaps: %d failed\n", r.Passages, r.Gaps, len(r.Failed))
	if t := r.Mutants; t != nil {
		fmt.Fprintf(&b, "%d mutants: %d survive (%.1f %%)\n", t.Made, t.Survived, 100*t.Survival())
	}
	return b.String()
}

// writeMutants lists the survivors, and counts the mutants of each operator.
func writeMutants(b *strings.Builder, t *contractcheck.Tally) {
	for _, m := range t.Survivors {
		fmt.Fprintln(b, clausetest.DescribeMutant(m))
	}
	fmt.Fprintf(b, "\n%7s %8s  operator\n", "mutants", "survive")
	for _, op := range t.Operators {
		fmt.Fprintf(b, "%7d %8d  %-12s  %s\n", op.Made, op.Survived, op.Name, op.Does)
	}
	b.WriteByte('\n')
}
