package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"example.org/contractcheck/contractcheck"
	"example.org/contractcheck/contractcheck/clausetest"
)

func (a *app) newTest() *cobra.Command {
	return &cobra.Command{
		Use:   "test [DIR]",
		Short: "Run the test passages of a clause library",
		Long: `test loads the clause library in DIR, or the built-in one, and judges the test
passages of its clause files. A passage fails when its verdict is not the one
that it stands under; a known gap (todo) fails when it is closed.

Exit status: 0 if all passages hold, 1 if one fails, 2 if the library has errors.`,
		Example: `  contractcheck test
  contractcheck test ./my-clauses`,
		Args: arguments(0, 1, "folder"),
		RunE: func(_ *cobra.Command, args []string) error {
			var flags libraryFlags
			if len(args) > 0 {
				flags.clauses = args[0]
			}
			return a.test(&flags)
		},
	}
}

func (a *app) test(flags *libraryFlags) error {
	library, err := contractcheck.LoadLibrary(flags.fsys())
	if err != nil {
		return err
	}
	passages, gaps, failed := 0, 0, 0
	for p := range library.Passages() {
		passages++
		if p.Todo {
			gaps++
		}
		if p.Failed() {
			failed++
			fmt.Fprintln(a.stdout, clausetest.Describe(p))
		}
	}
	fmt.Fprintf(a.stdout, "%d passages, %d of them known gaps: %d failed\n", passages, gaps, failed)
	if failed > 0 {
		return errFindings
	}
	return nil
}
