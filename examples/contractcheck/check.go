package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/contractcheck/contractcheck"
)

// checkCommand holds the flags of "contractcheck check".
type checkCommand struct {
	app     *app
	library libraryFlags
	input   inputFlags
	output  outputFlags
	kind    string
	failOn  string
	near    bool
}

func (a *app) newCheck() *cobra.Command {
	c := &checkCommand{app: a}
	cmd := &cobra.Command{
		Use:   "check [flags] FILE...",
		Short: "Check documents against the clause library",
		Long: `check reads documents and reports, for every requirement of the clause library,
whether the text satisfies it, with the words that carry the verdict. The format
of a file is told by its content; - is standard input.

Exit status: 0 if no critical or important requirement is contradicted, missing
or in conflict (see --fail-on), 1 if one is, and 2 if a file, or a part of one,
could not be read. A finding that the profile accepts does not count.`,
		Example: `  contractcheck check ils-agreement.pdf
  contractcheck check --profile public-library --format markdown -o report.md *.pdf
  contractcheck check --ocr signed-scan.pdf
  contractcheck check --kind response --fail-on critical --format json - < answer.docx`,
		Args: arguments(1, math.MaxInt, "file"),
		RunE: c.run,
	}
	flags := cmd.Flags()
	c.library.addClauses(flags)
	c.library.addFinder(flags)
	c.library.addProfile(flags)
	c.input.add(flags)
	c.output.add(flags)
	flags.StringVar(&c.kind, "kind", "", "judge the files as `KIND`: contract, license, rfp, response or policy\n(default: told by their words)")
	flags.StringVar(&c.failOn, "fail-on", "critical,important", "exit with 1 for findings at or above the lowest severity in `LIST`:\ncritical, important, desirable; or never")
	flags.BoolVar(&c.near, "near", true, "show the passages nearest to what is missing; --near=false is faster")
	return cmd
}

func (c *checkCommand) run(cmd *cobra.Command, files []string) error {
	threshold, err := parseFailOn(c.failOn)
	if err != nil {
		return usagef(cmd, "--fail-on: %w", err)
	}
	job, err := c.prepare(cmd, files)
	if err != nil {
		return err
	}
	report, complete := job.checkAll(cmd.Context())
	if len(report.Documents) > 0 {
		if err := c.output.write(c.app, report); err != nil {
			return err
		}
	}
	switch {
	case !complete:
		return errReported
	case threshold.isMetBy(report):
		return errFindings
	}
	return nil
}

// prepare checks the flags and loads what they name, before any document is
// read.
func (c *checkCommand) prepare(cmd *cobra.Command, files []string) (*checkJob, error) {
	if n := count(files, standardInput); n > 1 {
		return nil, usagef(cmd, "standard input (%s) is given %d times, expected once", standardInput, n)
	}
	kind, err := parseKind(c.kind)
	if err != nil {
		return nil, usagef(cmd, "--kind: %w", err)
	}
	if err := c.output.check(cmd, append(slices.Clone(files), c.library.profile, c.input.passwordFile)); err != nil {
		return nil, err
	}
	progress := c.app.newProgress(len(files))
	reader, err := c.input.reader(cmd, progress)
	if err != nil {
		return nil, err
	}
	library, err := c.library.load()
	if err != nil {
		return nil, err
	}
	if !c.near {
		library = library.Nearest(0)
	}
	return &checkJob{app: c.app, library: library, reader: reader, progress: progress, kind: kind, files: files}, nil
}

func count(files []string, name string) int {
	n := 0
	for _, f := range files {
		if f == name {
			n++
		}
	}
	return n
}

// parseKind reads a kind; the empty one is to be detected.
func parseKind(name string) (contractcheck.Kind, error) {
	if name == "" {
		return "", nil
	}
	return contractcheck.ParseKind(name)
}

// failOn is the lowest severity at which findings fail a check; 0 is never.
type failOn contractcheck.Severity

func parseFailOn(list string) (failOn, error) {
	if list == "never" {
		return 0, nil
	}
	var lowest contractcheck.Severity
	for _, name := range strings.Split(list, ",") {
		var s contractcheck.Severity
		if err := s.UnmarshalText([]byte(strings.TrimSpace(name))); err != nil {
			return 0, fmt.Errorf("%w; or never", err)
		}
		if lowest == 0 || s < lowest {
			lowest = s
		}
	}
	return failOn(lowest), nil
}

// isMetBy reports whether a requirement of the severity or above is
// contradicted, missing or in conflict, and not accepted.
func (t failOn) isMetBy(report *contractcheck.Report) bool {
	for _, d := range report.Documents {
		if slices.ContainsFunc(d.Findings, t.isMetByFinding) {
			return true
		}
	}
	return false
}

func (t failOn) isMetByFinding(f contractcheck.Finding) bool {
	if t == 0 || f.Severity < contractcheck.Severity(t) || f.Accepted != nil && !f.Accepted.Expired {
		return false
	}
	switch f.Verdict {
	case contractcheck.Contradicted, contractcheck.Missing, contractcheck.Conflict:
		return true
	}
	return false
}
