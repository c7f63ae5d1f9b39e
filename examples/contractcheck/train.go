package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/contractcheck/contractcheck"
)

// trainCommand holds the flags of "contractcheck train".
type trainCommand struct {
	app       *app
	library   libraryFlags
	documents string
	sets      []string
	output    string
}

func (a *app) newTrain() *cobra.Command {
	c := &trainCommand{app: a}
	cmd := &cobra.Command{
		Use:   "train [flags] LABELS... -o MODEL",
		Short: "Train the finder on labelled passages",
		Long: `train reads labelled passages (JSON Lines), {"id", "text", "requirement",
"verdict"}, adds the test passages of the clause library, and writes a model that
says where a requirement is spoken of. The documents in --documents show what
is on other subjects; the more there are, the less often the finder cries wolf.
In place of its text, a row may have "span": {"file", "sha256", "start", "end"},
the bytes of a file in --documents.`,
		Example: `  contractcheck train --documents contracts -o finder.model training/*.jsonl`,
		Args:    arguments(1, mostLabelFiles, "file of labels"),
		RunE:    c.run,
	}
	c.library.addClauses(cmd.Flags())
	cmd.Flags().StringVar(&c.documents, "documents", "", "take the documents in `DIR` and its folders for other subjects")
	cmd.Flags().StringSliceVar(&c.sets, "set", nil, "of the rows that name a set, use those of `SET` only (may be repeated)")
	cmd.Flags().StringVarP(&c.output, "output", "o", "", "write the model to `FILE`")
	return cmd
}

// mostLabelFiles is as many as a command line may well name.
const mostLabelFiles = 10000

func (c *trainCommand) run(cmd *cobra.Command, args []string) error {
	if c.output == "" {
		return usagef(cmd, "no file for the model: expected --output FILE")
	}
	library, err := c.library.load()
	if err != nil {
		return err
	}
	rows, err := c.readRows(cmd, args)
	if err != nil {
		return err
	}
	var model bytes.Buffer
	note := "trained on " + strings.Join(baseNames(args), ", ")
	err = contractcheck.TrainFinder(cmd.Context(), library, rows, c.readDocuments(cmd.Context()), note, &model)
	if err != nil {
		return err
	}
	return os.WriteFile(c.output, model.Bytes(), 0o644)
}

func (c *trainCommand) readRows(cmd *cobra.Command, files []string) ([]contractcheck.Label, error) {
	var rows []contractcheck.Label
	for _, file := range files {
		more, err := c.app.readLabels(file)
		if err != nil {
			return nil, err
		}
		rows = append(rows, more...)
	}
	rows = slices.DeleteFunc(rows, func(l contractcheck.Label) bool {
		return l.Set != "" && len(c.sets) > 0 && !slices.Contains(c.sets, l.Set)
	})
	if c.documents == "" && slices.ContainsFunc(rows, func(l contractcheck.Label) bool { return l.Span != nil }) {
		return nil, usagef(cmd, "the rows name places in documents: expected --documents")
	}
	return rows, contractcheck.ReadSpans(rows, os.DirFS(c.documents))
}

// baseNames leaves out the folders, which tell only of the user's disk.
func baseNames(files []string) []string {
	var names []string
	for _, f := range files {
		names = append(names, filepath.Base(f))
	}
	return names
}

// readDocuments reads the documents of the folder in the order of their paths.
// What cannot be read is named and passed over.
func (c *trainCommand) readDocuments(ctx context.Context) iter.Seq2[*contractcheck.Document, error] {
	return func(yield func(*contractcheck.Document, error) bool) {
		if c.documents == "" {
			return
		}
		err := filepath.WalkDir(c.documents, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			doc, err := contractcheck.Reader{}.ReadFile(ctx, path)
			if err != nil {
				c.app.complain(fmt.Errorf("passed over: %w", err))
				return ctx.Err()
			}
			if !yield(doc, nil) {
				return fs.SkipAll
			}
			return nil
		})
		if err != nil {
			yield(nil, err)
		}
	}
}
