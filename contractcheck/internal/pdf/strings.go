package pdf

import (
	"bytes"
)

// literal reads a string behind its opening parenthesis (7.3.4.2).
func (l *lexer) literal() []byte {
	start, depth := l.pos, 1
	for ; l.pos < len(l.data); l.pos++ {
		switch l.data[l.pos] {
		case '\\', '\r':
			return l.escapedLiteral(start, depth)
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.pos++
				return l.data[start : l.pos-1]
			}
		}
	}
	return l.data[start:]
}

// escapedLiteral goes on where literal meets the first byte that does not
// stand for itself.
func (l *lexer) escapedLiteral(start, depth int) []byte {
	out := append([]byte(nil), l.data[start:l.pos]...)
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		switch c {
		case '\\':
			out = l.escape(out)
			continue
		case '\r':
			if l.at(0) == '\n' {
				l.pos++
			}
			c = '\n'
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return out
			}
		}
		out = append(out, c)
	}
	return out
}

// escape reads what follows a backslash.
func (l *lexer) escape(out []byte) []byte {
	c := l.at(0)
	l.pos++
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\n':
		return out
	case '\r':
		if l.at(0) == '\n' {
			l.pos++
		}
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	value := int(c - '0')
	for i := 0; i < 2 && l.at(0) >= '0' && l.at(0) <= '7'; i++ {
		value = value*8 + int(l.at(0)-'0')
		l.pos++
	}
	return append(out, byte(value))
}

// hex reads a string behind its opening angle bracket (7.3.4.3).
func (l *lexer) hex() []byte {
	end := bytes.IndexByte(l.data[l.pos:], '>')
	if end < 0 {
		end = len(l.data) - l.pos
	}
	digits := l.data[l.pos : l.pos+end]
	l.pos = min(l.pos+end+1, len(l.data))
	out := make([]byte, 0, (len(digits)+1)/2)
	high := -1
	for _, c := range digits {
		switch v := hexValue(c); {
		case v < 0:
		case high < 0:
			high = v
		default:
			out = append(out, byte(high<<4|v))
			high = -1
		}
	}
	if high >= 0 {
		out = append(out, byte(high<<4))
	}
	return out
}

func unescapeName(name []byte) []byte {
	if bytes.IndexByte(name, '#') < 0 {
		return name
	}
	out := make([]byte, 0, len(name))
	for i := 0; i < len(name); i++ {
		if name[i] == '#' && i+2 < len(name) && hexValue(name[i+1]) >= 0 && hexValue(name[i+2]) >= 0 {
			out = append(out, byte(hexValue(name[i+1])<<4|hexValue(name[i+2])))
			i += 2
			continue
		}
		out = append(out, name[i])
	}
	return out
}

func hexValue(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}
