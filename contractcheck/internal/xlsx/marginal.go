package xlsx

import (
	"regexp"
	"strings"
)

// marginalCode matches a code in the text of a header or footer (18.3.1.39): the
// name and size of a font, a colour, or a letter.
var marginalCode = regexp.MustCompile(`&(?:"[^"]*"|K[0-9A-Fa-f]{6}|\d+|[A-Za-z&])`)

// marginalText returns the words of a header or footer. Its left, centre and
// right parts are cells. What Excel fills in, such as the page number, is left
// out.
func marginalText(source string) string {
	text := marginalCode.ReplaceAllStringFunc(source, func(code string) string {
		switch code {
		case "&&":
			return "&"
		case "&L", "&C", "&R":
			return "\n"
		}
		return ""
	})
	return strings.TrimSpace(text)
}
