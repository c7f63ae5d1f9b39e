package pdf

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"github.com/ledongthuc/pdf"
)

// encoding gives the text of each code of a simple font; "" is unknown.
type encoding [256]string

// The upper halves of the base encodings of ISO 32000-1 Annex D; the blank
// stands for no character.
const (
	winAnsiFrom128  = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ"
	macRomanFrom128 = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø" +
		"¿¡¬√ƒ≈∆«»… ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"
	standardFrom161 = "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—"
)

var winAnsi = sync.OnceValue(func() *encoding {
	e := ascii()
	for i := 160; i < 256; i++ {
		e[i] = string(rune(i))
	}
	e.fill(128, winAnsiFrom128)
	return e
})

var macRoman = sync.OnceValue(func() *encoding {
	e := ascii()
	e.fill(128, macRomanFrom128)
	e[0xCA] = " "
	return e
})

var standard = sync.OnceValue(func() *encoding {
	e := ascii()
	e['\''], e['`'] = "’", "‘"
	e.fill(161, standardFrom161)
	for code, text := range map[int]string{
		0xE1: "Æ", 0xE3: "ª", 0xE8: "Ł", 0xE9: "Ø", 0xEA: "Œ", 0xEB: "º",
		0xF1: "æ", 0xF5: "ı", 0xF8: "ł", 0xF9: "ø", 0xFA: "œ", 0xFB: "ß",
	} {
		e[code] = text
	}
	return e
})

func ascii() *encoding {
	e := &encoding{}
	for i := 32; i < 127; i++ {
		e[i] = string(rune(i))
	}
	return e
}

func (e *encoding) fill(from int, characters string) {
	for _, r := range characters {
		if r != ' ' {
			e[from] = string(r)
		}
		from++
	}
}

// simpleEncoding reads the encoding of a simple font (9.6.6): the base, and
// the differences from it by glyph names.
func simpleEncoding(font pdf.Value, builtIn func() map[int]string) *encoding {
	entry := font.Key("Encoding")
	if e := signEncoding(font.Key("BaseFont").Name()); e != nil && entry.Kind() != pdf.Dict {
		return e
	}
	name := entry.Name()
	if entry.Kind() == pdf.Dict {
		name = entry.Key("BaseEncoding").Name()
	}
	e := *baseEncoding(name, font)
	if name == "" {
		for code, glyph := range builtIn() {
			e.name(code, glyph)
		}
	}
	differences := entry.Key("Differences")
	code := 0
	for i := 0; i < min(differences.Len(), maxDifferences); i++ {
		switch item := differences.Index(i); item.Kind() {
		case pdf.Integer:
			code = int(item.Int64())
		case pdf.Name:
			e.name(code, item.Name())
			code++
		}
	}
	return &e
}

// maxDifferences bounds a Differences array: 256 codes, each with its number.
const maxDifferences = 1024

// name sets the text of a code by the name of its glyph. An unknown name
// leaves a known printable code alone: writers of subsets name glyphs "g12".
func (e *encoding) name(code int, glyph string) {
	if code < 0 || code > 255 {
		return
	}
	if text, ok := glyphText(glyph); ok {
		e[code] = text
	}
}

func baseEncoding(name string, font pdf.Value) *encoding {
	switch name {
	case "WinAnsiEncoding":
		return winAnsi()
	case "MacRomanEncoding":
		return macRoman()
	case "StandardEncoding":
		return standard()
	}
	// Without a base encoding a font's built-in one holds. For TrueType that
	// mostly agrees with Windows' code page, for Type 1 with the standard.
	bare := font.Key("Encoding").Kind() != pdf.Dict
	if bare && (font.Key("Subtype").Name() == "Type1" || font.Key("FontDescriptor").Key("FontFile2").IsNull()) {
		return standard()
	}
	return winAnsi()
}

//go:embed glyphnames.txt
var glyphNameTable string

// glyphNames maps the names of the Latin, Greek and Cyrillic letters, of
// punctuation and signs to characters. Each line of the table has a code point
// and its names.
var glyphNames = sync.OnceValue(func() map[string]string {
	names := map[string]string{}
	for line := range strings.Lines(glyphNameTable) {
		fields := strings.Fields(line)
		code, err := strconv.ParseUint(fields[0], 16, 32)
		if err != nil {
			continue
		}
		for _, name := range fields[1:] {
			names[name] = string(rune(code))
		}
	}
	return names
})

// glyphText returns the text that a glyph name stands for, by the rules of the
// Adobe Glyph List specification: a suffix behind a dot is dropped, parts
// joined by underscores form a ligature, "uni0041" and "u0041" are hexadecimal.
func glyphText(name string) (string, bool) {
	if i := strings.IndexByte(name, '.'); i > 0 {
		name = name[:i]
	}
	if text, ok := glyphNames()[name]; ok {
		return text, true
	}
	if len(name) == 1 {
		return name, true
	}
	if parts := strings.Split(name, "_"); len(parts) > 1 {
		return ligatureText(parts)
	}
	if hex, ok := strings.CutPrefix(name, "uni"); ok && len(hex) >= 4 {
		return hexText(hex[:4])
	}
	if hex, ok := strings.CutPrefix(name, "u"); ok && len(hex) >= 4 && len(hex) <= 6 {
		return hexText(hex)
	}
	return "", false
}

func ligatureText(parts []string) (string, bool) {
	var joined strings.Builder
	for _, part := range parts {
		text, ok := glyphText(part)
		if !ok {
			return "", false
		}
		joined.WriteString(text)
	}
	return joined.String(), true
}

func hexText(hex string) (string, bool) {
	code, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || code == 0 {
		return "", false
	}
	return string(rune(code)), true
}
