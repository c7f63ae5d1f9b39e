//go:build unix

package contractcheck_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"example.org/contractcheck/contractcheck"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

// TestCancelledReading cancels the reading of files that take long, and
// expects it to end soon.
func TestCancelledReading(t *testing.T) {
	const soon = time.Second // of the processors' time
	extracttest.Long(t, "the race detector takes eight times as long")
	for name, data := range heavyFiles(t) {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
			defer cancel()
			start := processorTime()
			_, err := contractcheck.Reader{}.Read(ctx, bytes.NewReader(data), "heavy")
			assert.ErrorIs(t, err, context.DeadlineExceeded)
			assert.Less(t, processorTime()-start, soon)
		})
	}
}

// heavyFiles take a second or more to read, each for a reason of its own.
func heavyFiles(t *testing.T) map[string][]byte {
	words := strings.Repeat("The vendor shall keep all records of patrons. ", 200)
	lines := strings.ReplaceAll(words, ". ", ".\n")
	const shown = "BT /F 9 Tf 12 TL 50 780 Td (The vendor shall keep all records.) Tj ET "
	return map[string][]byte{
		"text of one page":         []byte(strings.Repeat(lines+"\n", 4000)),
		"text in one line":         []byte(strings.Repeat(words, 4000)),
		"markdown":                 []byte("# Agreement\n\n- one\n- two\n\n" + strings.Repeat(lines+"\n", 2000)),
		"markdown of marks":        []byte("# Agreement\n\n- one\n- two\n\n" + strings.Repeat("*a _b [c](d) <b>e</b> `f`\n", 500_000)),
		"html":                     []byte("<!DOCTYPE html><title>x</title>" + strings.Repeat("<p>"+words, 3000)),
		"html in one paragraph":    []byte("<!DOCTYPE html><title>x</title><p>" + strings.Repeat(words, 3000)),
		"docx":                     ownDOCX(t, strings.Repeat("<w:p><w:r><w:t>"+words+"</w:t></w:r></w:p>", 4000)),
		"docx in one run":          ownDOCX(t, "<w:p><w:r><w:t>"+strings.Repeat(words, 4000)+"</w:t></w:r></w:p>"),
		"xlsx":                     ownXLSX(t, 200_000),
		"odt":                      ownODT(t, strings.Repeat("<text:p>"+words+"</text:p>", 4000)),
		"odt in one paragraph":     ownODT(t, "<text:p>"+strings.Repeat(words, 4000)+"</text:p>"),
		"pdf of many pages":        heavyPDF(5000, strings.Repeat(shown, 50), "", ""),
		"pdf of drawings":          heavyPDF(20, strings.Repeat("0 0 m 9 9 l S ", 600_000), "", ""),
		"pdf of scattered letters": heavyPDF(1, scattered(190_000), "", ""),
		"pdf of operands":          heavyPDF(1, strings.Repeat("1 ", 50<<20), "", ""),
		"pdf of a long mapping":    heavyPDF(1, shown, strings.Repeat("1 beginbfchar <41> <0042> endbfchar\n", 3<<20), ""),
		"pdf of many objects":      heavyPDF(1, shown, "", strings.Repeat("9 0 obj <</A[1 2 3]>> endobj\n", 2<<20)),
	}
}

func scattered(n int) string {
	var b strings.Builder
	b.WriteString("BT /F 9 Tf ")
	for i := range n {
		fmt.Fprintf(&b, "1 0 0 1 %d %d Tm (a) Tj ", i*7919%600, i*104729%800)
	}
	return b.String() + "ET"
}
