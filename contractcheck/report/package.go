package report

import (
	"fmt"
	"strings"

	"example.org/contractcheck/contractcheck"
)

// filesRead says of each file of a package how much of it was read.
func filesRead(d *contractcheck.DocumentReport) []string {
	var files []string
	for _, f := range d.Files {
		files = append(files, fmt.Sprintf("%s (%s): %s", f.File, strings.ToUpper(string(f.Format)), pagesRead(f.Pages, f.Coverage)))
	}
	return files
}

// absentParts says of each part that is not there where the document refers to
// it.
func absentParts(d *contractcheck.DocumentReport) []string {
	var parts []string
	for _, a := range d.Absent {
		words := shorten(collapse(a.Passage.Quote), quoteLength)
		parts = append(parts, fmt.Sprintf("%s is referred to (%s: “%s”) and is not there.", a.Name, place(a.Passage), words))
	}
	return parts
}
