package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"example.org/contractcheck/contractcheck"
	"example.org/contractcheck/contractcheck/report"
)

// standardInput is the argument that stands for standard input.
const standardInput = "-"

// maxPassword bounds a password file, in bytes: PDF passwords have 127 at most
// (ISO 32000-2, 7.6.4.3.3).
const maxPassword = 1 << 10

// inputFlags say how documents are read.
type inputFlags struct {
	passwordFile string
	changes      string
	limits       contractcheck.Limits
	ocr          ocrFlags
}

func (f *inputFlags) add(flags *pflag.FlagSet) {
	flags.StringVar(&f.passwordFile, "password-file", "", "open encrypted PDF files with the password in `FILE` (its first line)")
	flags.StringVar(&f.changes, "changes", string(contractcheck.ChangesAccepted), "read tracked changes of DOCX and ODT files as `VIEW`: accepted, original or both")
	defaults := contractcheck.Limits{}.WithDefaults()
	flags.Int64Var(&f.limits.Bytes, "max-bytes", defaults.Bytes, "refuse files of more than `N` bytes")
	flags.Int64Var(&f.limits.Inflated, "max-inflated", defaults.Inflated, "refuse files whose compressed parts have more than `N` bytes in all")
	flags.IntVar(&f.limits.Pages, "max-pages", defaults.Pages, "read the first `N` pages of a file; list the others as unreadable")
	f.ocr.add(flags)
}

// reader returns the reader of documents, which tells progress of its OCR.
func (f *inputFlags) reader(cmd *cobra.Command, progress *progress) (contractcheck.Reader, error) {
	changes, err := contractcheck.ParseChanges(f.changes)
	if err != nil {
		return contractcheck.Reader{}, usagef(cmd, "--changes: %w", err)
	}
	if f.limits.Bytes < 1 || f.limits.Inflated < 1 || f.limits.Pages < 1 {
		return contractcheck.Reader{}, usagef(cmd, "--max-bytes, --max-inflated, --max-pages: expected numbers from 1 on")
	}
	ocr, err := f.ocr.settings(cmd, progress)
	if err != nil {
		return contractcheck.Reader{}, err
	}
	password, err := f.password()
	return contractcheck.Reader{Limits: f.limits, Password: password, Changes: changes, OCR: ocr}, err
}

// password returns the password for encrypted files, "" without one.
func (f *inputFlags) password() (string, error) {
	if f.passwordFile == "" {
		return "", nil
	}
	file, err := os.Open(f.passwordFile)
	if err != nil {
		return "", fmt.Errorf("--password-file: %w", err)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxPassword))
	if err != nil {
		return "", fmt.Errorf("--password-file: %w", err)
	}
	line, _, _ := strings.Cut(string(data), "\n")
	return strings.TrimSuffix(line, "\r"), nil
}

// read reads a document, or those of a container. A file without any text gives
// its document and an error that wraps contractcheck.ErrNoText.
func (a *app) read(ctx context.Context, r contractcheck.Reader, file string) ([]*contractcheck.Document, error) {
	if file == standardInput {
		return r.ReadAll(ctx, a.stdin, standardInput)
	}
	return r.ReadAllFile(ctx, file)
}

// unread returns an error that says which part of a document was not read, or
// nil if all was.
func unread(doc *contractcheck.Document) error {
	pages := doc.Pages()
	n := 0
	for _, p := range pages {
		if p.Unreadable != "" {
			n++
		}
	}
	switch {
	case n == 0:
		return nil
	case pages[0].Number == 0:
		return fmt.Errorf("%s: not all of it could be read: %s", doc.File, report.PagesUnread(pages))
	}
	return fmt.Errorf("%s: %d of %d pages could not be read: %s", doc.File, n, len(pages), report.PagesUnread(pages))
}
