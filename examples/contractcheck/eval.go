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
)

var evalFormats = []string{"text", "json"}

// evalCommand holds the flags of "contractcheck eval".
type evalCommand struct {
	app     *app
	library libraryFlags
	docs    string
	format  string
}

func (a *app) newEval() *cobra.Command {
	c := &evalCommand{app: a}
	cmd := &cobra.Command{
		Use:   "eval [flags] LABELS",
		Short: "Measure the verdicts on labelled passages or documents",
		Long: `eval judges labelled rows (JSON Lines) and prints how many verdicts are right. A
row is a passage, {"id", "text", "requirement", "verdict", "params"?}, or a
document in --docs, {"doc", "requirements", "rollup", "verdict"}. It exits with 0
when it ran, whatever the figures.`,
		Example: `  contractcheck eval passages.jsonl
  contractcheck eval --docs contracts --format json labels.jsonl`,
		Args: arguments(1, 1, "file of labels"),
		RunE: c.run,
	}
	c.library.addClauses(cmd.Flags())
	c.library.addFinder(cmd.Flags())
	cmd.Flags().StringVar(&c.docs, "docs", "", "find the documents in `DIR` (default: where the labels are)")
	addFormat(cmd.Flags(), &c.format, evalFormats)
	return cmd
}

func (c *evalCommand) run(cmd *cobra.Command, args []string) error {
	if err := checkFormat(cmd, c.format, evalFormats); err != nil {
		return err
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
	if noDocument(err) {
		return nil, err
	}
	return doc, nil
}

func (c *evalCommand) write(e *contractcheck.Evaluation) error {
	if c.format == "json" {
		enc := json.NewEncoder(c.app.stdout)
		enc.SetIndent("", "  ")
		return enc.Encode(e)
	}
	_, err := io.WriteString(c.app.stdout, evaluationText(e))
	return err
}
