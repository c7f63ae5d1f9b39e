package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"example.org/contractcheck/contractcheck"
)

// The exit statuses.
const (
	statusOK       = 0
	statusFindings = 1
	statusUnusable = 2 // wrong usage, or input that was not read in full
)

var (
	// errFindings ends a command with statusFindings.
	errFindings = errors.New("findings")
	// errReported ends a command with statusUnusable after it has said why.
	errReported = errors.New("reported")
)

// usageError is a mistake in the command line. Command is the one that was
// meant, whose help says more.
type usageError struct {
	command string
	err     error
}

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

// app is one run of the program.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
}

// run runs a command line and returns the exit status.
func (a *app) run(ctx context.Context, args []string) int {
	root := a.newRoot()
	root.SetArgs(args)
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return statusOK
	case errors.Is(err, errFindings):
		return statusFindings
	case errors.Is(err, errReported):
		return statusUnusable
	}
	a.complain(err)
	var usage *usageError
	if errors.As(err, &usage) {
		fmt.Fprintf(a.stderr, "Run '%s --help' for usage.\n", usage.command)
	}
	return statusUnusable
}

// complain writes an error to standard error: joined ones, such as all those of
// a profile, on a line each. The place in a file comes first, so that an editor
// can jump to it.
func (a *app) complain(err error) {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range joined.Unwrap() {
			a.complain(e)
		}
		return
	}
	message := oneLine(err.Error())
	if _, ok := err.(*contractcheck.SyntaxError); !ok {
		message = "contractcheck: " + message
	}
	fmt.Fprintln(a.stderr, message)
}

// oneLine replaces the characters of a message that could break its line or
// command a terminal: file names may hold any.
func oneLine(message string) string {
	return strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) {
			return unicode.ReplacementChar
		}
		return r
	}, message)
}

func (a *app) newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "contractcheck",
		Short: "Check vendor contracts for clauses on patron privacy",
		Long: `contractcheck reads vendor contracts and RFP responses (PDF, DOCX, ODT, XLSX,
HTML, Markdown and text, also in ZIP archives and mails) and checks them against a
library of clauses on patron privacy. It runs offline. It points at words and
reads their grammar; it is no legal advice.`,
		Example: `  contractcheck check ils-agreement.pdf
  contractcheck check --profile public-library --format markdown -o report.md *.pdf
  contractcheck explain breach-notify-hours`,
		Version:       contractcheck.Version,
		SilenceErrors: true,
		SilenceUsage:  true,
		// Of the letters of a mistyped command, two may be wrong.
		SuggestionsMinimumDistance: 2,
		CompletionOptions:          cobra.CompletionOptions{DisableDefaultCmd: true},
		Args:                       cobra.ArbitraryArgs,
		RunE:                       noCommand,
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return &usageError{cmd.CommandPath(), err}
	})
	root.AddCommand(a.newCheck(), a.newText(), a.newEval(), a.newExplain(), a.newTest(), a.newTrain())
	return root
}

// noCommand runs when no command was recognised, and says so.
func noCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usagef(cmd, "no command given: expected check, text, eval, explain, test or train")
	}
	hint := ""
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		hint = fmt.Sprintf(": did you mean %q?", near[0])
	}
	return usagef(cmd, "unknown command %q%s", args[0], hint)
}

func usagef(cmd *cobra.Command, format string, args ...any) error {
	return &usageError{cmd.CommandPath(), fmt.Errorf(format, args...)}
}

// arguments returns a check for the number of arguments of a command. What
// says what they are, for the message.
func arguments(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return usagef(cmd, "no %s given", what)
		case len(args) > most:
			return usagef(cmd, "read %d arguments, expected one %s", len(args), what)
		}
		return nil
	}
}
