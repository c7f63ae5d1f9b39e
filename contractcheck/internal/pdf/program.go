package pdf

import (
	"bytes"
	"strconv"
	"strings"
	"sync"

	"github.com/ledongthuc/pdf"
)

// program is the font program that a file embeds, as one font uses it. It is
// read only where the file itself does not say what codes mean. All of its
// methods allow nil.
type program struct {
	content func() fontFile
	// glyphs returns the map from CIDs to glyphs, two bytes for each CID; it is
	// nil for the identity.
	glyphs func() fontData
}

// fontFile is what a font program holds.
type fontFile struct {
	data fontData
	font *trueType // nil for other formats
}

// programOf returns the program that a font descriptor names, or nil. Fonts that
// share a program read it once.
func (d *document) programOf(descriptor pdf.Value) *program {
	for _, key := range []string{"FontFile", "FontFile2", "FontFile3"} {
		stream := descriptor.Key(key)
		place, ok := streamOffset(stream)
		if !ok {
			continue
		}
		if d.programs[place] == nil {
			d.programs[place] = sync.OnceValue(func() fontFile {
				data, _ := d.readStream(stream) // an incomplete program may still tell
				return fontFile{data, parseTrueType(data)}
			})
		}
		return &program{content: d.programs[place]}
	}
	return nil
}

// mapCIDs takes the map from CIDs to glyphs (ISO 32000-1 9.7.4.2), a stream or
// a name.
func (p *program) mapCIDs(d *document, m pdf.Value) {
	if p == nil || m.Kind() != pdf.Stream {
		return
	}
	p.glyphs = sync.OnceValue(func() fontData {
		data, _ := d.readStream(m)
		return data
	})
}

// trueType returns the program of a TrueType or OpenType font, or nil.
func (p *program) trueType() *trueType {
	if p == nil {
		return nil
	}
	return p.content().font
}

// glyphText returns what the glyph of a CID stands for, or "".
func (p *program) glyphText(cid uint32) string {
	font := p.trueType()
	if font == nil {
		return ""
	}
	if p.glyphs != nil {
		cid = uint32(p.glyphs().uint16(2 * int(cid)))
	}
	return font.text(cid)
}

// codeText returns what a simple font's code stands for by the maps of the
// font, or "".
func (p *program) codeText(code uint32) string {
	if font := p.trueType(); font != nil {
		return font.codeText(code)
	}
	return ""
}

// encoding returns the names of codes in the encoding of the font itself.
func (p *program) encoding() map[int]string {
	if p == nil {
		return nil
	}
	switch file := p.content(); {
	case file.font != nil && file.font.cff != nil:
		return compactNames(file.font.cff)
	case file.font != nil:
		return nil
	case file.data.byte(0) == 1 && file.data.byte(1) == 0:
		return compactNames(file.data)
	default:
		return type1Names(file.data)
	}
}

// type1Names reads the glyph names that a Type 1 font program lists in its clear
// part, as "dup 65 /A put" (Adobe Type 1 Font Format 2.4).
func type1Names(data []byte) map[int]string {
	clear, _, found := bytes.Cut(data, []byte("eexec"))
	if !found {
		return nil
	}
	names := map[int]string{}
	fields := strings.Fields(string(clear))
	for i := 0; i+3 < len(fields); i++ {
		glyph, isName := strings.CutPrefix(fields[i+2], "/")
		if fields[i] != "dup" || !isName || fields[i+3] != "put" {
			continue
		}
		if number, err := strconv.Atoi(fields[i+1]); err == nil {
			names[number] = glyph
		}
	}
	return names
}
