package pdf

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"
)

// program is the font program that a file embeds. It is read only where the
// file itself does not say what codes mean. All of its methods allow nil.
type program struct {
	doc      *document
	stream   pdf.Value
	cidToGID pdf.Value // a stream, or null for the identity

	loaded bool
	data   fontData
	font   *trueType // nil for other formats
	glyphs []byte    // what the stream cidToGID holds: two bytes for each CID
}

func (d *document) programOf(descriptor pdf.Value) *program {
	for _, key := range []string{"FontFile", "FontFile2", "FontFile3"} {
		if stream := descriptor.Key(key); stream.Kind() == pdf.Stream {
			return &program{doc: d, stream: stream}
		}
	}
	return nil
}

// mapCIDs takes the map from CIDs to glyphs (ISO 32000-1 9.7.4.2).
func (p *program) mapCIDs(m pdf.Value) {
	if p != nil {
		p.cidToGID = m
	}
}

func (p *program) load() {
	if p.loaded {
		return
	}
	p.loaded = true
	data, _ := p.doc.readStream(p.stream) // an incomplete program may still tell
	p.data = data
	p.font = parseTrueType(p.data)
	if p.cidToGID.Kind() == pdf.Stream {
		p.glyphs, _ = p.doc.readStream(p.cidToGID)
	}
}

// glyphText returns what the glyph of a CID stands for, or "".
func (p *program) glyphText(cid uint32) string {
	if p == nil {
		return ""
	}
	if p.load(); p.font == nil {
		return ""
	}
	if p.cidToGID.Kind() == pdf.Stream {
		cid = uint32(fontData(p.glyphs).uint16(2 * int(cid)))
	}
	return p.font.text(cid)
}

// codeText returns what a simple font's code stands for by the maps of the
// font, or "".
func (p *program) codeText(code uint32) string {
	if p == nil {
		return ""
	}
	if p.load(); p.font == nil {
		return ""
	}
	return p.font.codeText(code)
}

// encoding returns the names of codes in the encoding of the font itself.
func (p *program) encoding() map[int]string {
	if p == nil {
		return nil
	}
	p.load()
	switch {
	case p.font != nil && p.font.cff != nil:
		return compactNames(p.font.cff)
	case p.font != nil:
		return nil
	case p.data.byte(0) == 1 && p.data.byte(1) == 0:
		return compactNames(p.data)
	}
	return type1Names(p.data)
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
