package report

import (
	"fmt"
	"strconv"
	"strings"

	"example.org/contractcheck/contractcheck"
)

// maxPageRanges bounds a list of pages in a sentence: a file in which every
// second page is an image would fill the screen. The JSON form lists them all.
const maxPageRanges = 12

// pageRanges writes ascending page numbers as "1-3, 7".
func pageRanges(numbers []int) string {
	var ranges []string
	for i := 0; i < len(numbers); {
		if len(ranges) == maxPageRanges {
			return fmt.Sprintf("%s and %d more", strings.Join(ranges, ", "), len(numbers)-i)
		}
		last := i
		for last+1 < len(numbers) && numbers[last+1] == numbers[last]+1 {
			last++
		}
		ranges = append(ranges, pageRange(numbers[i], numbers[last]))
		i = last + 1
	}
	return strings.Join(ranges, ", ")
}

func pageRange(first, last int) string {
	if first == last {
		return strconv.Itoa(first)
	}
	return fmt.Sprintf("%d-%d", first, last)
}

// pagesRead says how much of a document was read, how, and why not all: "41 of
// 43 pages; page 9 by OCR (confidence 96 %); not read: pages 7-8 (image without
// text)".
func pagesRead(pages []contractcheck.PageReport, coverage float64) string {
	read := readShare(pages, coverage)
	if recognized := PagesByOCR(pages); recognized != "" {
		read += "; " + recognized
	}
	gaps := PagesUnread(pages)
	switch {
	case gaps != "":
		read += "; not read: " + gaps
	case coverage < 1:
		// Rounded down, so that 99.9 % never reads as all.
		read += fmt.Sprintf("; about %d %% was read", int(coverage*100))
	}
	return read
}

// PagesByOCR says which pages were read by OCR, and how surely: "pages 1-2 by
// OCR (confidence 91 to 96 %)". It is empty where none were. Pages that could be
// recognised in part only are none of them.
func PagesByOCR(pages []contractcheck.PageReport) string {
	var numbers []int
	lowest, highest := 100, 0
	for _, p := range pages {
		if p.OCR != nil && p.Unreadable == "" {
			numbers = append(numbers, p.Number)
			lowest, highest = min(lowest, p.OCR.Confidence), max(highest, p.OCR.Confidence)
		}
	}
	switch {
	case len(numbers) == 0:
		return ""
	case lowest == highest:
		return fmt.Sprintf("%s by OCR (confidence %d %%)", namePages(numbers), lowest)
	}
	return fmt.Sprintf("%s by OCR (confidence %d to %d %%)", namePages(numbers), lowest, highest)
}

// namePages writes "page 7" or "pages 1-3, 7".
func namePages(numbers []int) string {
	if len(numbers) == 1 {
		return fmt.Sprintf("page %d", numbers[0])
	}
	return "pages " + pageRanges(numbers)
}

// maxReasons bounds how many reasons are named in a sentence.
const maxReasons = 12

// PagesUnread says which pages were not read, or not in full, and why: "pages
// 7-8 (image without text), page 21 (damaged page)". It is empty where all were
// read.
func PagesUnread(pages []contractcheck.PageReport) string {
	var all []string
	for _, u := range unreadPages(pages) {
		all = append(all, u.String())
	}
	if more := len(all) - maxReasons; more > 0 {
		all = append(all[:maxReasons], fmt.Sprintf("and others for %d more reasons", more))
	}
	return strings.Join(all, ", ")
}

// readShare says how much of a document was read: "41 of 43 pages".
func readShare(pages []contractcheck.PageReport, coverage float64) string {
	unread := countUnread(pages)
	switch {
	case hasPages(pages):
		return fmt.Sprintf("%d of %d pages", len(pages)-unread, len(pages))
	case unread > 0 || coverage < 1:
		return "not all of it"
	}
	return "all of it"
}

// unread is the pages that could not be read for one reason.
type unread struct {
	reason string
	pages  []int // none in a format without pages
}

func (u unread) String() string {
	if len(u.pages) == 0 {
		return u.reason
	}
	return fmt.Sprintf("%s (%s)", namePages(u.pages), u.reason)
}

// unreadPages groups the pages that were not read by reason, in the order in
// which the reasons first appear.
func unreadPages(pages []contractcheck.PageReport) []unread {
	var groups []unread
	at := make(map[string]int)
	for _, p := range pages {
		if p.Unreadable == "" {
			continue
		}
		i, seen := at[p.Unreadable]
		if !seen {
			i = len(groups)
			at[p.Unreadable] = i
			groups = append(groups, unread{reason: p.Unreadable})
		}
		if p.Number > 0 {
			groups[i].pages = append(groups[i].pages, p.Number)
		}
	}
	return groups
}

func countUnread(pages []contractcheck.PageReport) int {
	n := 0
	for _, p := range pages {
		if p.Unreadable != "" {
			n++
		}
	}
	return n
}

func hasPages(pages []contractcheck.PageReport) bool {
	return len(pages) > 0 && pages[0].Number > 0
}

// sectionLength is the longest section heading that is shown whole, in runes. A
// paragraph that was set like a heading can be a page long.
const sectionLength = 90

// place says where a passage stands: "p. 7, 9.2 Security", and in a package
// which file that is.
func place(p contractcheck.Passage) string {
	if p.File != "" {
		return p.File + ", " + placeInFile(p)
	}
	return placeInFile(p)
}

func placeInFile(p contractcheck.Passage) string {
	section := shorten(collapse(p.Section), sectionLength)
	if p.Row > 0 {
		section = strings.TrimPrefix(fmt.Sprintf("%s, row %d", section, p.Row), ", ")
	}
	switch {
	case p.Page > 0 && section != "":
		return fmt.Sprintf("p. %d, %s", p.Page, section)
	case p.Page > 0:
		return fmt.Sprintf("p. %d", p.Page)
	case section != "":
		return section
	}
	return "before the first heading"
}

// origin says where a passage stands, and whether OCR read it: "p. 7, 9.2
// Security, recognised by OCR, confidence 87 %".
func origin(p contractcheck.Passage) string {
	if p.OCR == nil {
		return place(p)
	}
	return fmt.Sprintf("%s, recognised by OCR, confidence %d %%", place(p), p.OCR.Confidence)
}
