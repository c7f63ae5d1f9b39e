package plain

import "regexp"

// pageNumber matches the running page number of a printed page: "12", "- 12 -",
// "Page 3", "Page 3 of 10", "3/10", "[4]". Four digits may be a year.
var pageNumber = regexp.MustCompile(`^\s*(?i:[-–—\[(]?\s*(page\s+)?\d{1,3}(\s*(of|/)\s*\d{1,3})?\s*[-–—\])]?)\s*$`)

// isPageNumber reports whether a line that stands alone is a page number.
func isPageNumber(line string) bool {
	const longest = 200 // bytes, centred by spaces
	return len(line) <= longest && pageNumber.MatchString(line)
}
