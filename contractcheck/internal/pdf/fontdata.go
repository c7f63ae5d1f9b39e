package pdf

// fontData is a font program. Reading behind its end gives zeros, so that its
// tables may claim what they will.
type fontData []byte

func (d fontData) byte(at int) int {
	if at < 0 || at >= len(d) {
		return 0
	}
	return int(d[at])
}

func (d fontData) uint16(at int) int { return d.byte(at)<<8 | d.byte(at+1) }

func (d fontData) uint32(at int) int { return d.uint16(at)<<16 | d.uint16(at+2) }

// from returns the data from a place on, cut at a length.
func (d fontData) from(at, length int) fontData {
	if at < 0 || at >= len(d) || length <= 0 {
		return nil
	}
	return d[at : at+min(length, len(d)-at)]
}

// maxFontGlyphs is the largest number of glyphs that a font can have.
const maxFontGlyphs = 1 << 16
