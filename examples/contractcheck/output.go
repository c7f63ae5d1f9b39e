package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"example.org/contractcheck/contractcheck"
	"example.org/contractcheck/contractcheck/report"
)

// reportFormats are the formats that check writes.
var reportFormats = []string{"text", "json", "markdown"}

// outputFlags say how and where a report is written.
type outputFlags struct {
	format string
	file   string // empty: standard output
	full   bool
}

func (f *outputFlags) add(flags *pflag.FlagSet) {
	addFormat(flags, &f.format, reportFormats)
	flags.StringVarP(&f.file, "output", "o", "", "write the report to `FILE`, whole or not at all, instead of standard output")
	flags.BoolVar(&f.full, "full", false, "in the text format, show every passage whole, and the wording to ask for")
}

func addFormat(flags *pflag.FlagSet, format *string, formats []string) {
	flags.StringVar(format, "format", formats[0], "write `FORMAT`: "+strings.Join(formats, ", "))
}

// checkFormat refuses a format that is not among those of the command.
func checkFormat(cmd *cobra.Command, format string, formats []string) error {
	if !slices.Contains(formats, format) {
		return usagef(cmd, "--format: read %q, expected one of %s", format, strings.Join(formats, ", "))
	}
	return nil
}

// check refuses flags that cannot work, before any file is read: a report must
// not replace one of the files that it is made from.
func (f *outputFlags) check(cmd *cobra.Command, inputs []string) error {
	if err := checkFormat(cmd, f.format, reportFormats); err != nil {
		return err
	}
	if f.file == "" {
		return nil
	}
	if _, err := os.Stat(filepath.Dir(f.file)); err != nil {
		return fmt.Errorf("--output: %w", err)
	}
	target, err := os.Stat(f.file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("--output: %w", err)
	case target.IsDir():
		return usagef(cmd, "--output: %s is a directory, expected a file", f.file)
	}
	for _, input := range inputs {
		if info, err := os.Stat(input); err == nil && os.SameFile(info, target) {
			return usagef(cmd, "--output: %s is an input file, and would be lost", f.file)
		}
	}
	return nil
}

// write writes the report where the flags say.
func (f *outputFlags) write(a *app, r *contractcheck.Report) error {
	if f.file == "" {
		return f.render(a.stdout, r, report.TextOptions{Color: wantsColor(a.stdout), Width: widthOf(a.stdout), Full: f.full})
	}
	var buf bytes.Buffer
	if err := f.render(&buf, r, report.TextOptions{Full: f.full}); err != nil {
		return err
	}
	if err := replaceFile(f.file, buf.Bytes()); err != nil {
		return fmt.Errorf("--output: %w", err)
	}
	return nil
}

func (f *outputFlags) render(w io.Writer, r *contractcheck.Report, o report.TextOptions) error {
	switch f.format {
	case "json":
		return report.JSON(w, r)
	case "markdown":
		return report.Markdown(w, r)
	}
	return report.Text(w, r, o)
}

// replaceFile writes a file whole or not at all: a new file beside it takes its
// place. A device or pipe, such as /dev/stdout, is written to instead, for it
// must stay; and so is the file behind a symbolic link.
func replaceFile(path string, data []byte) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		return os.WriteFile(path, data, 0)
	}
	mode := fs.FileMode(0o666)
	if err == nil {
		mode = info.Mode().Perm()
	}
	temporary := fmt.Sprintf("%s.%d.tmp", path, os.Getpid())
	if err := createFile(temporary, data, mode); err != nil {
		return err
	}
	if err := os.Rename(temporary, path); err != nil {
		os.Remove(temporary)
		return err
	}
	return nil
}

// createFile writes a new file, and leaves none behind when that fails.
func createFile(path string, data []byte, mode fs.FileMode) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		os.Remove(path)
	}
	return err
}
