package pdf

import (
	_ "embed"
	"strings"
	"sync"
)

// trueType is what an embedded TrueType or OpenType font says of the meaning of
// its glyphs (ISO/IEC 14496-22). Its tables are read when they are first asked
// for: most files say themselves what their glyphs mean.
type trueType struct {
	maps  func() characterMaps
	names func() []string // of the glyphs
	cff   fontData        // the table of an OpenType font with such outlines
}

// characterMaps are the subtables of a font's table "cmap".
type characterMaps struct {
	// texts maps glyphs to text, by the font's own map of Unicode.
	texts map[uint32]string
	// symbols and mac map codes to glyphs, by the maps of platforms 3 and 1.
	symbols, mac map[uint32]uint32
}

// maxTables bounds the tables and the character maps of a font.
const maxTables = 64

// parseTrueType returns nil for what is no such font.
func parseTrueType(data fontData) *trueType {
	switch data.uint32(0) {
	case 0x00010000, 0x74727565, 0x4F54544F: // 1.0, "true", "OTTO"
	default:
		return nil
	}
	tables := map[string]fontData{}
	for i := range min(data.uint16(4), maxTables) {
		at := 12 + 16*i
		tables[string(data.from(at, 4))] = data.from(data.uint32(at+8), data.uint32(at+12))
	}
	return &trueType{
		maps:  sync.OnceValue(func() characterMaps { return readMaps(tables["cmap"]) }),
		names: sync.OnceValue(func() []string { return glyphNamesOf(tables["post"]) }),
		cff:   tables["CFF "],
	}
}

// readMaps reads the subtables of the table "cmap". Several of them may be the
// same bytes, which are read once.
func readMaps(table fontData) characterMaps {
	out := characterMaps{texts: map[uint32]string{}}
	known, inTexts := map[int]map[uint32]uint32{}, map[int]bool{} // by their offsets
	left := maxMapped
	for i := range min(table.uint16(2), maxTables) {
		at := 4 + 8*i
		platform, encoding := table.uint16(at), table.uint16(at+2)
		offset := table.uint32(at + 4)
		m, ok := known[offset]
		if !ok {
			m = readCharacterMap(table.from(offset, len(table)), &left)
			known[offset] = m
		}
		switch {
		case platform == 3 && encoding == 0:
			out.symbols = m
		case platform == 1:
			out.mac = m
		case inTexts[offset]:
		case platform == 0, platform == 3 && (encoding == 1 || encoding == 10):
			out.addTexts(m)
			inTexts[offset] = true
		}
	}
	return out
}

// addTexts turns a map of Unicode around. Of several characters with one glyph
// the first one counts, and none that is private.
func (c *characterMaps) addTexts(m map[uint32]uint32) {
	first := map[uint32]uint32{}
	for character, glyph := range m {
		private := character >= 0xE000 && character < 0xF900 || character < ' '
		if known, ok := first[glyph]; !private && (!ok || character < known) {
			first[glyph] = character
		}
	}
	for glyph, character := range first {
		c.texts[glyph] = string(rune(character))
	}
}

// maxMapped bounds the characters that the maps of a font may list. Ranges of a
// sound font share none; in a hostile one, each could list all of them again.
const maxMapped = 4 * maxFontGlyphs

// readCharacterMap reads a subtable of format 0, 4, 6 or 12 as a map from
// characters to glyphs. It takes the characters that it lists from what is left
// for the font, and stops where nothing is.
func readCharacterMap(t fontData, left *int) map[uint32]uint32 {
	m := map[uint32]uint32{}
	add := func(character, glyph int) bool {
		if *left <= 0 {
			return false
		}
		*left--
		if glyph > 0 && len(m) < maxFontGlyphs {
			m[uint32(character)] = uint32(glyph)
		}
		return true
	}
	switch t.uint16(0) {
	case 0:
		for code := range 256 {
			add(code, t.byte(6+code))
		}
	case 4:
		readSegments(t, add)
	case 6:
		for i := range t.uint16(8) {
			add(t.uint16(6)+i, t.uint16(10+2*i))
		}
	case 12:
		readGroups(t, add)
	}
	return m
}

// readGroups reads format 12: ranges of characters, each with its first glyph.
// It stops where add reports false.
func readGroups(t fontData, add func(character, glyph int) bool) {
	for i := range min(t.uint32(12), maxFontGlyphs) {
		at := 16 + 12*i
		if at > len(t) {
			return
		}
		first, last := t.uint32(at), min(t.uint32(at+4), 0x10FFFF)
		for c := first; c <= last && c-first < maxFontGlyphs; c++ {
			if !add(c, t.uint32(at+8)+c-first) {
				return
			}
		}
	}
}

// readSegments reads format 4: ranges of characters, each with what is added to
// get the glyph, or with an array of glyphs. It stops where add reports false.
func readSegments(t fontData, add func(character, glyph int) bool) {
	size := t.uint16(6) // two bytes for each segment
	for i := 0; i < size && 14+i < len(t); i += 2 {
		last, first := t.uint16(14+i), t.uint16(16+size+i)
		delta, offset := t.uint16(16+2*size+i), t.uint16(16+3*size+i)
		for c := first; c <= last && c < 0xFFFF; c++ {
			glyph := c
			if offset != 0 {
				glyph = t.uint16(16 + 3*size + i + offset + 2*(c-first))
			}
			if glyph != 0 {
				glyph = (glyph + delta) & 0xFFFF
			}
			if !add(c, glyph) {
				return
			}
		}
	}
}

//go:embed macglyphs.txt
var macGlyphList string

// macGlyphs are the names of the first glyphs that the table "post" counts on.
var macGlyphs = sync.OnceValue(func() []string { return strings.Fields(macGlyphList) })

// glyphNamesOf reads the names of the table "post" in version 1 or 2.
func glyphNamesOf(t fontData) []string {
	switch t.uint32(0) {
	case 0x00010000:
		return macGlyphs()
	case 0x00020000:
	default:
		return nil
	}
	count := t.uint16(32)
	var own []string
	for at := 34 + 2*count; at < len(t) && len(own) < maxFontGlyphs; at += 1 + t.byte(at) {
		own = append(own, string(t.from(at+1, t.byte(at))))
	}
	names := make([]string, 0, count)
	for i := range count {
		switch n := t.uint16(34 + 2*i); {
		case n < len(macGlyphs()):
			names = append(names, macGlyphs()[n])
		case n-len(macGlyphs()) < len(own):
			names = append(names, own[n-len(macGlyphs())])
		default:
			names = append(names, "")
		}
	}
	return names
}

// text returns what a glyph stands for, or "".
func (f *trueType) text(glyph uint32) string {
	if text := f.maps().texts[glyph]; text != "" {
		return text
	}
	if names := f.names(); int(glyph) < len(names) {
		if text, ok := glyphText(names[glyph]); ok {
			return text
		}
	}
	return ""
}

// symbolBase is where maps for symbols have their codes.
const symbolBase = 0xF000

// codeText returns what a simple font's code stands for by the font's own maps
// (ISO 32000-1 9.6.6.4), or "".
func (f *trueType) codeText(code uint32) string {
	maps := f.maps()
	for _, glyph := range []uint32{maps.symbols[symbolBase+code], maps.symbols[code], maps.mac[code]} {
		if glyph != 0 {
			return f.text(glyph)
		}
	}
	return ""
}
