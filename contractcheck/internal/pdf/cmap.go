package pdf

import (
	"cmp"
	"slices"
	"unicode/utf16"
	"unicode/utf8"
)

// cmap maps character codes to Unicode (a ToUnicode CMap, ISO 32000-1 9.10.3)
// or to CIDs (an Encoding CMap, 9.7.5). Ranges are kept as ranges, so that a
// few bytes of input cannot claim much memory.
type cmap struct {
	// oneByte and twoByte report whether codes of that length exist.
	oneByte, twoByte bool
	codespaces       []codespace
	unicode          []unicodeRange
	cids             []cidRange
}

type codespace struct {
	length    int
	low, high uint32
}

type unicodeRange struct {
	length    int
	low, high uint32
	text      string // of low; the last character counts up to high
}

type cidRange struct {
	length    int
	low, high uint32
	cid       uint32
}

// maxPendingOperands bounds the operands kept between two operators: CMaps
// allow 100 entries of three operands (Adobe Technical Note 5014), and some
// writers pass that by far.
const maxPendingOperands = 200_000

// maxMappings bounds the ranges of a CMap: one for each code of two bytes, and
// more for those of writers that repeat themselves. A code behind them has no
// mapping, which the page tells.
const maxMappings = 1 << 18

func parseCMap(data []byte) *cmap {
	m := &cmap{}
	lex := lexer{data: data}
	var operands []object
	for {
		o := lex.next()
		switch {
		case o.kind == endOfInput:
			m.sort()
			return m
		case o.kind != operatorKind:
			if len(operands) < maxPendingOperands {
				operands = append(operands, o)
			}
		default:
			m.define(string(o.bytes), operands)
			operands = operands[:0]
			if len(m.codespaces)+len(m.unicode)+len(m.cids) > maxMappings {
				lex.pos = len(data)
			}
		}
	}
}

func (m *cmap) define(operator string, operands []object) {
	switch operator {
	case "endcodespacerange":
		for pair := range slices.Chunk(operands, 2) {
			m.addCodespace(pair)
		}
	case "endbfchar":
		for pair := range slices.Chunk(operands, 2) {
			if len(pair) == 2 {
				m.addText(pair[0], pair[0], pair[1])
			}
		}
	case "endbfrange":
		for triple := range slices.Chunk(operands, 3) {
			if len(triple) == 3 {
				m.addTextRange(triple[0], triple[1], triple[2])
			}
		}
	case "endcidchar":
		for pair := range slices.Chunk(operands, 2) {
			if len(pair) == 2 {
				m.addCIDs(pair[0], pair[0], pair[1])
			}
		}
	case "endcidrange":
		for triple := range slices.Chunk(operands, 3) {
			if len(triple) == 3 {
				m.addCIDs(triple[0], triple[1], triple[2])
			}
		}
	}
}

func (m *cmap) addCodespace(pair []object) {
	if len(pair) != 2 || pair[0].kind != stringKind || pair[1].kind != stringKind {
		return
	}
	length := len(pair[0].bytes)
	m.oneByte = m.oneByte || length == 1
	m.twoByte = m.twoByte || length == 2
	if length >= 1 && length <= 4 && length == len(pair[1].bytes) {
		m.codespaces = append(m.codespaces, codespace{length, bigEndian(pair[0].bytes), bigEndian(pair[1].bytes)})
	}
}

func (m *cmap) addText(low, high, text object) {
	if low.kind != stringKind || high.kind != stringKind || text.kind != stringKind || len(low.bytes) > 4 {
		return
	}
	m.unicode = append(m.unicode, unicodeRange{
		len(low.bytes), bigEndian(low.bytes), bigEndian(high.bytes), decodeUTF16(text.bytes),
	})
}

func (m *cmap) addTextRange(low, high, text object) {
	if text.kind != arrayKind {
		m.addText(low, high, text)
		return
	}
	if low.kind != stringKind || len(low.bytes) > 4 {
		return
	}
	first := bigEndian(low.bytes)
	for i, item := range text.items {
		code := first + uint32(i)
		if item.kind == stringKind {
			m.unicode = append(m.unicode, unicodeRange{len(low.bytes), code, code, decodeUTF16(item.bytes)})
		}
	}
}

func (m *cmap) addCIDs(low, high, cid object) {
	if low.kind != stringKind || high.kind != stringKind || len(low.bytes) > 4 || cid.kind != numberKind {
		return
	}
	m.cids = append(m.cids, cidRange{len(low.bytes), bigEndian(low.bytes), bigEndian(high.bytes), uint32(cid.number)})
}

func (m *cmap) sort() {
	slices.SortStableFunc(m.unicode, func(a, b unicodeRange) int {
		return cmp.Or(cmp.Compare(a.length, b.length), cmp.Compare(a.low, b.low))
	})
	slices.SortStableFunc(m.cids, func(a, b cidRange) int {
		return cmp.Or(cmp.Compare(a.length, b.length), cmp.Compare(a.low, b.low))
	})
}

// text returns the Unicode text of a code of the given length in bytes.
func (m *cmap) text(length int, code uint32) (string, bool) {
	i, exact := slices.BinarySearchFunc(m.unicode, code, func(r unicodeRange, code uint32) int {
		return cmp.Or(cmp.Compare(r.length, length), cmp.Compare(r.low, code))
	})
	if !exact {
		i--
	}
	if i < 0 || m.unicode[i].length != length || code > m.unicode[i].high {
		return "", false
	}
	return m.unicode[i].at(code), true
}

// at returns the text of a code in the range: the text of its first code with
// the last character moved on.
func (r unicodeRange) at(code uint32) string {
	if code == r.low || r.text == "" {
		return r.text
	}
	last, size := utf8.DecodeLastRuneInString(r.text)
	moved := uint64(last) + uint64(code-r.low)
	if moved > utf8.MaxRune {
		return ""
	}
	return r.text[:len(r.text)-size] + string(rune(moved))
}

// cid returns the CID of a code of the given length in bytes, or 0.
func (m *cmap) cid(length int, code uint32) uint32 {
	i, exact := slices.BinarySearchFunc(m.cids, code, func(r cidRange, code uint32) int {
		return cmp.Or(cmp.Compare(r.length, length), cmp.Compare(r.low, code))
	})
	if !exact {
		i--
	}
	if i < 0 || m.cids[i].length != length || code > m.cids[i].high {
		return 0
	}
	return m.cids[i].cid + code - m.cids[i].low
}

// codeLength returns how many bytes the first code of a string takes by the
// codespace ranges, or 0 if none fits.
func (m *cmap) codeLength(s []byte) int {
	for length := 1; length <= min(4, len(s)); length++ {
		code := bigEndian(s[:length])
		for _, space := range m.codespaces {
			if space.length == length && space.contains(code) {
				return length
			}
		}
	}
	return 0
}

// contains compares byte by byte, as 9.7.6.2 has it.
func (c codespace) contains(code uint32) bool {
	for shift := 0; shift < c.length*8; shift += 8 {
		b := byte(code >> shift)
		if b < byte(c.low>>shift) || b > byte(c.high>>shift) {
			return false
		}
	}
	return true
}

func bigEndian(s []byte) uint32 {
	var v uint32
	for _, c := range s {
		v = v<<8 | uint32(c)
	}
	return v
}

// decodeUTF16 reads the target of a mapping. A single byte, which some writers
// give, is a character too.
func decodeUTF16(s []byte) string {
	if len(s) == 1 {
		return string(rune(s[0]))
	}
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}
