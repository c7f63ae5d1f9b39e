package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"example.org/contractcheck/contractcheck"
	"example.org/contractcheck/contractcheck/report"
)

var evalFormats = []string{"text", "json"}

// evalCommand holds the flags of "contractcheck eval".
type evalCommand struct {
	app     *app
	library libraryFlags
	docs    string
	format  string
	// disagreements asks for the rows that were judged otherwise than they are
	// labelled, with words of the documents, which may be confidential.
	disagreements bool
	full          bool
}

func (a *app) newEval() *cobra.Command {
	c := &evalCommand{app: a}
	cmd := &cobra.Command{
		Use:   "eval [flags] LABELS",
		Short: "Measure the verdicts on labelled passages or documents",
		Long: `eval judges labelled rows (JSON Lines) and prints how many verdicts are right. A
row is a passage, {"id", "text", "requirement", "verdict", "params"?}, or a
document in --docs, {"doc", "requirements", "rollup", "verdict", "quotes"?}. It
exits with 0 when it ran, whatever the figures.

The text holds figures only, and none of the documents' words unless you ask
for the disagreements. The JSON has them always.`,
		Example: `  contractcheck eval passages.jsonl
  contractcheck eval --clauses my-clauses --disagreements passages.jsonl
  contractcheck eval --docs contracts --format json labels.jsonl`,
		Args: arguments(1, 1, "file of labels"),
		RunE: c.run,
	}
	c.library.addClauses(cmd.Flags())
	c.library.addFinder(cmd.Flags())
	cmd.Flags().StringVar(&c.docs, "docs", "", "find the documents in `DIR` (default: where the labels are)")
	cmd.Flags().BoolVar(&c.disagreements, "disagreements", false, "list the rows that are judged otherwise than labelled, the worst first, with\nthe words that carry the verdict; this quotes the documents")
	cmd.Flags().BoolVar(&c.full, "full", false, "with --disagreements, show every passage whole")
	addFormat(cmd.Flags(), &c.format, evalFormats)
	return cmd
}

func (c *evalCommand) run(cmd *cobra.Command, args []string) error {
	if err := checkFormat(cmd, c.format, evalFormats); err != nil {
		return err
	}
	if c.full && !c.disagreements {
		return usagef(cmd, "--full goes with --disagreements")
	}
	library, err := c.library.load()
	if err != nil {
		return err
	}
	rows, err := c.app.readLabels(args[0])
	if err != nil {
		return err
	}
	if c.docs == "" {
		c.docs = filepath.Dir(args[0])
	}
	if err := contractcheck.ReadSpans(rows, os.DirFS(c.docs)); err != nil {
		return err
	}
	result, err := contractcheck.Evaluate(library, rows, func(name string) (*contractcheck.Document, error) {
		return c.document(cmd.Context(), name)
	})
	if err != nil {
		return err
	}
	if result.Skipped > 0 {
		c.app.complain(fmt.Errorf("%s: %d rows skipped; the library has no requirement %s",
			args[0], result.Skipped, strings.Join(result.Unknown, ", ")))
	}
	return c.write(result)
}

func (a *app) readLabels(file string) ([]contractcheck.Label, error) {
	if file == standardInput {
		return contractcheck.ReadLabels(a.stdin, standardInput)
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return contractcheck.ReadLabels(f, file)
}

// document reads a document that rows name. It must lie in the folder of the
// documents: a file of labels may come from elsewhere.
func (c *evalCommand) document(ctx context.Context, name string) (*contractcheck.Document, error) {
	if !filepath.IsLocal(name) {
		return nil, errors.New("the document is outside of --docs")
	}
	doc, err := contractcheck.Reader{}.ReadFile(ctx, filepath.Join(c.docs, name))
	if doc == nil {
		return nil, err
	}
	if partly := unread(doc); partly != nil {
		c.app.complain(partly) // silence there counts as missing
	}
	return doc, nil
}

func (c *evalCommand) write(e *contractcheck.Evaluation) error {
	if c.format == "json" {
		enc := json.NewEncoder(c.app.stdout)
		enc.SetIndent("", "  ")
		return enc.Encode(e)
	}
	if _, err := io.WriteString(c.app.stdout, evaluationText(e)); err != nil {
		return err
	}
	if !c.disagreements {
		return c.hint(len(e.Disagreements))
	}
	if _, err := io.WriteString(c.app.stdout, "\n"); err != nil {
		return err
	}
	return report.Disagreements(c.app.stdout, e.Disagreements, report.TextOptions{
		Color: wantsColor(c.app.stdout), Width: widthOf(c.app.stdout), Full: c.full,
	})
}

// hint says how to see the disagreements.
func (c *evalCommand) hint(n int) error {
	if n == 0 {
		return nil
	}
	_, err := fmt.Fprintf(c.app.stdout, "\n%d rows differ from their labels; --disagreements lists them and quotes the documents\n", n)
	return err
}
