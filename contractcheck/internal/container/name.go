package container

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// longestFileName bounds a name that is shown, in bytes.
const longestFileName = 200

// cleanName makes the name of a file in a container fit to be shown: with
// slashes, without control characters and steps up, and not too long. Bytes that
// are no UTF-8 are read as code page 437, that of old zip programs (APPNOTE
// appendix D).
func cleanName(name string) string {
	if !utf8.ValidString(name) {
		name, _ = charmap.CodePage437.NewDecoder().String(name)
	}
	name = strings.Map(func(r rune) rune {
		if r == '\\' {
			return '/'
		}
		if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) {
			return unicode.ReplacementChar
		}
		return r
	}, name)
	name = strings.TrimPrefix(path.Clean("/"+name), "/")
	if over := len(name) - longestFileName; over > 0 {
		name = "…" + strings.ToValidUTF8(name[over:], "")
	}
	if name == "" {
		return "unnamed"
	}
	return name
}

// isLitter reports whether a file of a zip was left by an operating system, and
// is nobody's document.
func isLitter(name string) bool {
	switch strings.ToLower(path.Base(name)) {
	case ".ds_store", "thumbs.db", "desktop.ini":
		return true
	}
	return strings.HasPrefix(name, "__MACOSX/")
}
