package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"example.org/contractcheck/contractcheck"
)

func (a *app) newExplain() *cobra.Command {
	var flags libraryFlags
	cmd := &cobra.Command{
		Use:   "explain [flags] REQUIREMENT",
		Short: "Say what a requirement asks, why, and what wording to ask for",
		Long: `explain prints what a requirement of the clause library asks, why, what to say to
the vendor, wording to ask for, what the law of your state says, and where it
comes from. Without a requirement it lists them all.`,
		Example: `  contractcheck explain breach-notify-hours
  contractcheck explain --profile public-library retention-max-days
  contractcheck explain --state CA legal-request-valid-process-only`,
		Args: arguments(0, 1, "requirement"),
		RunE: func(_ *cobra.Command, args []string) error { return a.explain(&flags, args) },
	}
	flags.addClauses(cmd.Flags())
	flags.addProfile(cmd.Flags())
	return cmd
}

func (a *app) explain(flags *libraryFlags, args []string) error {
	library, err := flags.load()
	if err != nil {
		return err
	}
	var page explanation
	if len(args) == 0 {
		page.list(library.Clauses())
	} else {
		r, ok := library.Requirement(args[0])
		if !ok {
			return unknownRequirement(library, args[0])
		}
		page.requirement(r)
	}
	_, err = a.stdout.Write(page.Bytes())
	return err
}

func unknownRequirement(library *contractcheck.Library, id string) error {
	if near := library.Suggest(id); near != "" {
		return fmt.Errorf("unknown requirement %q: did you mean %q?", id, near)
	}
	return fmt.Errorf("unknown requirement %q: 'contractcheck explain' lists them all", id)
}

// explanationWidth is the number of columns of a line.
const explanationWidth = 80

// explanation is a page of text.
type explanation struct{ bytes.Buffer }

func (e *explanation) list(clauses []contractcheck.Clause) {
	for _, c := range clauses {
		fmt.Fprintf(e, "%s\n", c.Title)
		for _, r := range c.Requirements {
			fmt.Fprintf(e, "  %-34s %-9s  %s\n", r.ID, r.Severity, r.Title)
		}
		fmt.Fprintln(e)
	}
}

func (e *explanation) requirement(r contractcheck.Requirement) {
	fmt.Fprintf(e, "%s: %s\n\n", r.ID, r.Title)
	e.paragraph("", r.Fill(r.Statement))
	e.paragraph("", fmt.Sprintf("%s, weight %d; applies to %s.", r.Severity, r.Weight, kinds(r.Applies)))
	e.paragraph("Why: ", r.Why)
	e.paragraph("Ask: ", r.Fill(r.Ask))
	e.paragraph("Wording: ", r.Fill(r.Model))
	for _, p := range r.Params {
		e.paragraph(p.Name+": ", fmt.Sprintf("%g (%g to %g). %s", p.Value, p.Min, p.Max, p.Why))
	}
	for _, l := range r.Law {
		e.paragraph("Law: ", l.String())
	}
	for _, s := range r.Sources {
		e.paragraph("Source: ", s.String())
	}
}

func kinds(applies []contractcheck.Kind) string {
	var names []string
	for _, k := range applies {
		names = append(names, string(k))
	}
	return strings.Join(names, ", ")
}

// paragraph writes text in lines, those behind the first indented, and a blank
// line after it.
func (e *explanation) paragraph(lead, text string) {
	const indent = "  "
	line := lead
	for _, word := range strings.Fields(text) {
		if len(line)+len(word) > explanationWidth && strings.TrimSpace(line) != "" {
			fmt.Fprintln(e, strings.TrimRight(line, " "))
			line = indent
		}
		line += word + " "
	}
	fmt.Fprintf(e, "%s\n\n", strings.TrimRight(line, " "))
}
