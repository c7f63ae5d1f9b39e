package pdf

// The codes of LZW as in ISO 32000-1 7.4.4.2.
const (
	clearCode     = 256
	endCode       = 257
	firstFreeCode = 258
	maxCodes      = 4096
)

// unpackLZW decodes LZW data. Early says that codes grow longer one code
// before they must. It stops at the first code that makes no sense, and once
// the output passes a number of bytes.
func unpackLZW(data []byte, early bool, most int) []byte {
	t := lzwTable{}
	var out []byte
	width, bits, count, previous := 9, uint32(0), 0, -1
	for _, b := range data {
		bits, count = bits<<8|uint32(b), count+8
		if count < width {
			continue
		}
		count -= width
		code := int(bits>>count) & (1<<width - 1)
		switch {
		case code == endCode || len(out) > most:
			return out
		case code == clearCode:
			t.size, width, previous = 0, 9, -1
			continue
		}
		start := len(out)
		switch {
		case code < clearCode:
			out = append(out, byte(code))
		case code-firstFreeCode < t.size:
			e := t.entries[code-firstFreeCode]
			out = append(out, out[e.start:e.end]...)
		case code-firstFreeCode == t.size && previous >= 0:
			out = append(out, out[previous:start]...)
			out = append(out, out[start])
		default:
			return out
		}
		// An entry is the code before with the first byte of this one, which
		// follow each other in the output.
		if previous >= 0 && t.size < len(t.entries) {
			t.entries[t.size] = lzwEntry{previous, start + 1}
			t.size++
		}
		previous = start
		width = codeWidth(t.size+firstFreeCode, early)
	}
	return out
}

// lzwTable keeps its entries as places in the output.
type lzwTable struct {
	entries [maxCodes - firstFreeCode]lzwEntry
	size    int
}

type lzwEntry struct{ start, end int }

func codeWidth(next int, early bool) int {
	if early {
		next++
	}
	switch {
	case next < 512:
		return 9
	case next < 1024:
		return 10
	case next < 2048:
		return 11
	}
	return 12
}
