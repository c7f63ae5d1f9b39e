package pdf

import (
	"regexp"
)

// listMarker is a bullet, a number or a letter that an item begins with: "•",
// "1.", "1.2", "(a)", "iv)", "A.".
var listMarker = regexp.MustCompile(
	`^(?:[•◦▪▫●○■□➢➤✓❖·‣⁃*–—-]|\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|\(\d{1,3}\)|\d{1,3}(?:\.\d{1,3}){1,4}[.)]?)(?:\s|$)`)

func isListItem(text string) bool { return listMarker.MatchString(text) }

// isMarker reports whether text is a list item's marker and no more.
func isMarker(text string) bool { return listMarker.FindString(text) == text }
