// Package ocr recognises pages of PDF files by two programs that run apart from
// this one: pdftoppm of poppler paints a page, and tesseract reads its words. All
// passes through pipes; no file is written.
package ocr

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// Options says how pages are recognised. A zero field means its default.
type Options struct {
	Language string        // names of tesseract's, joined by "+"
	DPI      int           // dots an inch of the picture, from minDPI to maxDPI
	Timeout  time.Duration // for one page
}

// Defaults and bounds of the options. Letters of 10 points have 20 dots in
// height at 300 dots an inch, which tesseract was trained on; below 72 nothing
// is read, and above 600 nothing is gained. A dense page takes 3 seconds.
const (
	defaultLanguage = "eng"
	defaultDPI      = 300
	minDPI          = 72
	maxDPI          = 600
	defaultTimeout  = 2 * time.Minute
)

func (o Options) withDefaults() Options {
	if o.Language == "" {
		o.Language = defaultLanguage
	}
	if o.DPI == 0 {
		o.DPI = defaultDPI
	}
	if o.Timeout == 0 {
		o.Timeout = defaultTimeout
	}
	return o
}

// Engine recognises pages. It may be used by several goroutines.
type Engine struct {
	painter, reader string // paths of the programs
	options         Options
}

// New looks for the programs on the path and for the languages. The error says
// what is missing, and in which package Debian has it; it wraps
// exec.ErrNotFound where that is a program, and is that of ctx once that ends.
func New(ctx context.Context, o Options) (*Engine, error) {
	e := &Engine{options: o.withDefaults()}
	if d := e.options.DPI; d < minDPI || d > maxDPI {
		return nil, fmt.Errorf("OCR at %d dots an inch: expected %d to %d", d, minDPI, maxDPI)
	}
	if e.options.Timeout < 0 {
		return nil, fmt.Errorf("OCR with a time limit of %s: expected a positive one", e.options.Timeout)
	}
	var err error
	if e.painter, err = find("pdftoppm", "poppler-utils"); err != nil {
		return nil, err
	}
	if e.reader, err = find("tesseract", "tesseract-ocr"); err != nil {
		return nil, err
	}
	return e, e.checkLanguages(ctx)
}

func find(program, pack string) (string, error) {
	path, err := exec.LookPath(program)
	if err != nil {
		return "", fmt.Errorf("OCR needs the program %s, which is not on the path (Debian and Ubuntu have it in the package %s): %w",
			program, pack, exec.ErrNotFound)
	}
	return path, nil
}

// maxListing bounds the list of languages, in bytes; all that there are make 2 kB.
const maxListing = 1 << 16

func (e *Engine) checkLanguages(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, e.options.Timeout)
	defer cancel()
	listing, err := run(ctx, command{path: e.reader, args: []string{"--list-langs"}, most: maxListing})
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	if err != nil {
		return fmt.Errorf("tesseract does not list its languages: %w", err)
	}
	known := strings.Split(strings.ReplaceAll(string(listing), "\r", ""), "\n")
	for _, language := range strings.Split(e.options.Language, "+") {
		if language == "" || !slices.Contains(known[1:], language) {
			return fmt.Errorf("tesseract has no language %q; contractcheck reads English, which is %q (Debian and Ubuntu have a language in tesseract-ocr-LANGUAGE)",
				language, defaultLanguage)
		}
	}
	return nil
}

// Recognize reads a page, which counts from 1, of a PDF file that opens without
// a password. What keeps this page from being read stands in the page; the error
// is that of ctx.
func (e *Engine) Recognize(ctx context.Context, file []byte, page int) (*extract.RecognizedPage, error) {
	limited, cancel := context.WithTimeout(ctx, e.options.Timeout)
	defer cancel()
	read, err := e.recognize(limited, file, page)
	switch {
	case err == nil:
		return read, nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case limited.Err() != nil:
		err = fmt.Errorf("it took longer than %s", e.options.Timeout)
	}
	return &extract.RecognizedPage{Failed: fmt.Sprintf("image of a page; OCR failed: %v", err)}, nil
}

// maxWords bounds what tesseract says of a page, in bytes: a dense one has 50 kB.
const maxWords = 16 << 20

func (e *Engine) recognize(ctx context.Context, file []byte, page int) (*extract.RecognizedPage, error) {
	picture, err := e.paint(ctx, file, page)
	if err != nil {
		return nil, err
	}
	words, err := run(ctx, command{
		path: e.reader,
		args: []string{
			"-", "-", "--dpi", strconv.Itoa(e.options.DPI), "-l", e.options.Language, "-c", "tessedit_create_tsv=1",
		},
		input: picture, most: maxWords,
	})
	if errors.Is(err, errOutput) {
		return nil, errors.New("tesseract says too much")
	}
	if err != nil {
		return nil, fmt.Errorf("tesseract: %w", err)
	}
	return parse(words, float64(e.options.DPI))
}
