package contractcheck

import (
	"context"
	"fmt"
	"sync"
	"time"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/ocr"
	"example.org/contractcheck/contractcheck/internal/pdf"
)

// OCR says how pages of PDF files that gave no text are recognised: scans, and
// pages in fonts that do not say what their codes mean. It runs the programs
// pdftoppm and tesseract, which must be on the path. Their versions decide what
// is read, so that only the same programs give the same report. A zero field
// means its default.
type OCR struct {
	// Language holds tesseract's names of languages, joined by "+"; empty is
	// "eng".
	Language string
	// DPI is the resolution of a page's picture in dots an inch, from 72 to 600;
	// 0 is 300.
	DPI int
	// Timeout is the most time that one page may take; 0 is two minutes. A page
	// that takes longer is unreadable.
	Timeout time.Duration
	// Progress, if not nil, is called before a page of the file name is
	// recognised, with how many pages of it are left, this one among them. Where
	// several goroutines read, it is called by each.
	Progress func(name string, page, left int)
}

// Check reports whether the programs and the languages are there and the fields
// make sense. Reading a file that needs OCR gives the same error, which wraps
// exec.ErrNotFound for a program that is missing.
func (o *OCR) Check(ctx context.Context) error {
	_, err := o.engine(ctx)
	return err
}

func (o *OCR) engine(ctx context.Context) (*ocr.Engine, error) {
	return ocr.New(ctx, ocr.Options{Language: o.Language, DPI: o.DPI, Timeout: o.Timeout})
}

// recognizer returns what reads the scans of the file name, or nil without OCR.
// It looks for the programs once a page needs them.
func (o *OCR) recognizer(ctx context.Context, name string) pdf.Recognizer {
	if o == nil {
		return nil
	}
	engine := sync.OnceValues(func() (*ocr.Engine, error) { return o.engine(ctx) })
	return func(ctx context.Context, file []byte, page, left int) (*extract.RecognizedPage, error) {
		e, err := engine()
		if err != nil {
			return nil, err
		}
		if o.Progress != nil {
			o.Progress(name, page, left)
		}
		return e.Recognize(ctx, file, page)
	}
}

// Recognition says how sure OCR was of words, from 0 to 100.
type Recognition struct {
	// Confidence is the mean by the words' characters, rounded down.
	Confidence int `json:"confidence"`
	// Least is that of the least sure word.
	Least int `json:"least"`
}

func recognitionOf(c *extract.Confidence) *Recognition {
	if c == nil {
		return nil
	}
	return &Recognition{Confidence: c.Mean, Least: c.Least}
}

// recognition is how sure OCR was of a stretch of the text: of the least sure of
// its blocks, where there are several, and nil where OCR read none.
func (o *opened) recognition(start, end int) *Recognition {
	var all *Recognition
	for _, b := range o.doc.blocksOf(start, end) {
		r := recognitionOf(b.Recognized)
		switch {
		case all == nil:
			all = r
		case r != nil:
			all.Confidence, all.Least = min(all.Confidence, r.Confidence), min(all.Least, r.Least)
		}
	}
	return all
}

// ocrQuestion is the question that a finding leaves whose words OCR read.
const ocrQuestion = "OCR read these words from a picture: does the page say just that, number by number and with each “not”?"

// reviewRecognized asks for a review of each finding whose evidence OCR read,
// and returns how many these are.
func reviewRecognized(findings []Finding) int {
	recognized := 0
	for i := range findings {
		f := &findings[i]
		if !hasRecognized(f.Evidence) {
			continue
		}
		recognized++
		f.askAlso(ocrQuestion)
	}
	return recognized
}

func hasRecognized(evidence []Evidence) bool {
	for _, e := range evidence {
		if e.OCR != nil || e.Stem != nil && e.Stem.OCR != nil {
			return true
		}
	}
	return false
}

func noteRecognized(findings int) string {
	return fmt.Sprintf("OCR read the evidence of %d of the findings", findings)
}
