package pdf

import (
	_ "embed"
	"strings"
	"sync"
)

// compactFont is a font in the Compact Font Format (Adobe Technical Note 5176),
// as far as it names the glyphs of codes.
type compactFont struct {
	data    fontData
	strings []fontData
	glyphs  int
	names   []string // of the glyphs
}

//go:embed cffstrings.txt
var cffStringList string

var cffStrings = sync.OnceValue(func() []string { return strings.Fields(cffStringList) })

// The operators of a Top DICT; those of two bytes are 12 and the second byte
// (appendix H).
const (
	cffCharset     = 15
	cffEncoding    = 16
	cffCharStrings = 17
	cffROS         = 12<<8 | 30
)

// compactNames returns the names of codes in the font's own encoding, or nil for
// a predefined encoding, which a reader has anyway.
func compactNames(data fontData) map[int]string {
	at := data.byte(2)
	_, at = data.index(at) // the names of the fonts
	tops, at := data.index(at)
	own, _ := data.index(at)
	if len(tops) == 0 {
		return nil
	}
	top := tops[0].dictionary()
	if _, composite := top[cffROS]; composite || top[cffEncoding] <= lastEncoding {
		return nil
	}
	charStrings, _ := data.index(top[cffCharStrings])
	f := &compactFont{data: data, strings: own, glyphs: min(len(charStrings), maxFontGlyphs)}
	f.readCharset(top[cffCharset])
	return f.encoding(top[cffEncoding])
}

// index reads an INDEX (section 5) and returns where it ends.
func (d fontData) index(at int) ([]fontData, int) {
	count := d.uint16(at)
	if count == 0 {
		return nil, at + 2
	}
	width := d.byte(at + 2)
	if width < 1 || width > 4 || at+3+(count+1)*width > len(d) {
		return nil, len(d)
	}
	offset := func(i int) int {
		v := 0
		for k := range width {
			v = v<<8 | d.byte(at+3+i*width+k)
		}
		return v
	}
	base := at + 2 + (count+1)*width
	items := make([]fontData, count)
	for i := range items {
		items[i] = d.from(base+offset(i), offset(i+1)-offset(i))
	}
	return items, base + offset(count)
}

// dictionary reads a DICT (section 4): of each operator the last operand.
func (d fontData) dictionary() map[int]int {
	out, operand := map[int]int{}, 0
	for i := 0; i < len(d); i++ {
		switch b := d.byte(i); {
		case b == 12:
			out[12<<8|d.byte(i+1)] = operand
			i++
		case b < 22:
			out[b] = operand
		case b == 28:
			operand = int(int16(d.uint16(i + 1)))
			i += 2
		case b == 29:
			operand = int(int32(d.uint32(i + 1)))
			i += 4
		case b == 30:
			for i++; i < len(d) && d[i]&0xF != 0xF && d[i]>>4 != 0xF; i++ {
			}
		case b >= 32 && b <= 246:
			operand = b - 139
		case b >= 247 && b <= 250:
			operand = (b-247)*256 + d.byte(i+1) + 108
			i++
		case b >= 251 && b <= 254:
			operand = -(b-251)*256 - d.byte(i+1) - 108
			i++
		}
	}
	return out
}

// The last charset and the last encoding that are predefined, so that a font
// need not list them; its own ones stand at larger offsets.
const (
	lastCharset  = 2
	lastEncoding = 1
)

// readCharset names the glyphs (section 13).
func (f *compactFont) readCharset(at int) {
	f.names = append(f.names, ".notdef")
	if at <= lastCharset { // ISOAdobe has the strings in their order
		for i := 1; i < f.glyphs; i++ {
			f.names = append(f.names, f.string(i))
		}
		return
	}
	format := f.data.byte(at)
	at++
	for len(f.names) < f.glyphs && at < len(f.data) {
		first, left := f.data.uint16(at), 0
		at += 2
		switch format {
		case 1:
			left = f.data.byte(at)
			at++
		case 2:
			left = f.data.uint16(at)
			at += 2
		}
		for i := 0; i <= left && len(f.names) < f.glyphs; i++ {
			f.names = append(f.names, f.string(first+i))
		}
	}
}

func (f *compactFont) string(id int) string {
	standard := cffStrings()
	if id < len(standard) {
		return standard[id]
	}
	if id -= len(standard); id < len(f.strings) {
		return string(f.strings[id])
	}
	return ""
}

// encoding names the codes (section 12).
func (f *compactFont) encoding(at int) map[int]string {
	names := map[int]string{}
	name := func(code, glyph int) {
		if glyph < len(f.names) {
			names[code] = f.names[glyph]
		}
	}
	format, count := f.data.byte(at), f.data.byte(at+1)
	at += 2
	glyph := 1
	for range count {
		first, left := f.data.byte(at), 0
		at++
		if format&0x7F == 1 {
			left = f.data.byte(at)
			at++
		}
		for i := 0; i <= left; i++ {
			name(first+i, glyph)
			glyph++
		}
	}
	if format&0x80 != 0 { // codes beside those of the charset
		for i := range f.data.byte(at) {
			names[f.data.byte(at+1+3*i)] = f.string(f.data.uint16(at + 2 + 3*i))
		}
	}
	return names
}
