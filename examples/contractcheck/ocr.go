package main

import (
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"example.org/contractcheck/contractcheck"
)

// ocrFlags say how scans are read.
type ocrFlags struct {
	on       bool
	language string
	dpi      int
	timeout  time.Duration
}

func (f *ocrFlags) add(flags *pflag.FlagSet) {
	flags.BoolVar(&f.on, "ocr", false, "read scans and other pages of PDF files that gave no text, by the programs\npdftoppm and tesseract")
	flags.StringVar(&f.language, "ocr-lang", "eng", "recognise `LANGUAGE`, by tesseract's names: eng, eng+spa")
	flags.IntVar(&f.dpi, "ocr-dpi", 300, "recognise pages at `N` dots an inch, 72 to 600")
	flags.DurationVar(&f.timeout, "ocr-timeout", 2*time.Minute, "give up a page after `TIME`, such as 90s")
}

// settings returns how scans are read, or nil where they are not. It fails where
// a program or a language is missing, before any document is read.
func (f *ocrFlags) settings(cmd *cobra.Command, progress *progress) (*contractcheck.OCR, error) {
	if !f.on {
		for _, name := range []string{"ocr-lang", "ocr-dpi", "ocr-timeout"} {
			if cmd.Flags().Changed(name) {
				return nil, usagef(cmd, "--%s is given without --ocr", name)
			}
		}
		return nil, nil
	}
	switch {
	case f.dpi <= 0:
		return nil, usagef(cmd, "--ocr-dpi: read %d, expected 72 to 600", f.dpi)
	case f.timeout <= 0:
		return nil, usagef(cmd, "--ocr-timeout: read %s, expected a positive time", f.timeout)
	}
	ocr := &contractcheck.OCR{Language: f.language, DPI: f.dpi, Timeout: f.timeout, Progress: progress.page}
	if err := ocr.Check(cmd.Context()); err != nil {
		return nil, usagef(cmd, "--ocr: %w", err)
	}
	return ocr, nil
}
