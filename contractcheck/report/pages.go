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

// pagesRead says how much of a document was read, and why not all: "41 of 43
// pages; not read: pages 7-8 (image without text)".
func pagesRead(d *contractcheck.DocumentReport) string {
	read := readShare(d)
	gaps := unreadPages(d.Pages)
	if len(gaps) == 0 && d.Coverage < 1 {
		// Rounded down, so that 99.9 % never reads as all.
		return fmt.Sprintf("%s; about %d %% was read", read, int(d.Coverage*100))
	}
	for i, g := range gaps {
		lead := ", "
		if i == 0 {
			lead = "; not read: "
		}
		read += lead + g.String()
	}
	return read
}

// readShare says how much of a document was read: "41 of 43 pages".
func readShare(d *contractcheck.DocumentReport) string {
	unread := countUnread(d.Pages)
	switch {
	case hasPages(d.Pages):
		return fmt.Sprintf("%d of %d pages", len(d.Pages)-unread, len(d.Pages))
	case unread > 0 || d.Coverage < 1:
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
	switch len(u.pages) {
	case 0:
		return u.reason
	case 1:
		return fmt.Sprintf("page %d (%s)", u.pages[0], u.reason)
	}
	return fmt.Sprintf("pages %s (%s)", pageRanges(u.pages), u.reason)
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

// place says where a passage stands: "p. 7, 9.2 Security".
func place(p contractcheck.Passage) string {
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
