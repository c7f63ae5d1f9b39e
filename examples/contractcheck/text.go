package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"example.org/contractcheck/contractcheck/report"
)

func (a *app) newText() *cobra.Command {
	var input inputFlags
	cmd := &cobra.Command{
		Use:   "text [flags] FILE",
		Short: "Print a document's text, as check reads it",
		Long: `text prints the text that check reads in a document, with a form feed between
pages. The offsets in a report count bytes of it. Which pages were not read, and
why, and which OCR read is told on standard error; - is standard input.`,
		Example: `  contractcheck text ils-agreement.pdf | less
  contractcheck text --changes both draft.docx
  contractcheck text --ocr scan.pdf
  contractcheck text --password-file pw.txt locked.pdf`,
		Args: arguments(1, 1, "file"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.text(cmd, args[0], &input) },
	}
	input.add(cmd.Flags())
	return cmd
}

// text prints a document. It fails only when there was nothing to print.
func (a *app) text(cmd *cobra.Command, file string, input *inputFlags) error {
	progress := a.newProgress(1)
	reader, err := input.reader(cmd, progress)
	if err != nil {
		return err
	}
	doc, err := a.read(cmd.Context(), reader, file)
	progress.clear()
	if err != nil {
		return err
	}
	if err := unread(doc); err != nil {
		a.complain(err)
	}
	if recognized := report.PagesByOCR(doc.Pages()); recognized != "" {
		a.complain(fmt.Errorf("%s: %s", doc.File, recognized))
	}
	content := doc.Content()
	if strings.TrimSpace(content) == "" {
		return errReported
	}
	if !strings.HasSuffix(content, "\n") {
		content += "\n"
	}
	_, err = io.WriteString(a.stdout, content)
	return err
}
