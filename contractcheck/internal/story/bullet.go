package story

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bullet returns how a bullet shows. Most come from symbol fonts, where a
// letter or a private character stands for a dot, a box or an arrow.
func Bullet(text string) string {
	mark := strings.TrimSpace(text)
	r, size := utf8.DecodeRuneInString(mark)
	if size == 0 {
		return ""
	}
	if size < len(mark) || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Co, r) || r == '§' || r == '·' {
		return "•"
	}
	return mark
}
