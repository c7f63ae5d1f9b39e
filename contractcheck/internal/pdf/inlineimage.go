package pdf

import (
	"bytes"
)

// skipInlineImage moves behind an inline image's EI (8.9.7). The image's bytes
// may hold "EI" too; white space on both sides and text behind tell it.
func (l *lexer) skipInlineImage() {
	data := bytes.Index(l.data[l.pos:], []byte("ID"))
	if data < 0 {
		l.pos = len(l.data)
		return
	}
	l.pos += data + len("ID")
	for {
		end := bytes.Index(l.data[l.pos:], []byte("EI"))
		if end < 0 {
			l.pos = len(l.data)
			return
		}
		before := l.data[l.pos+end-1]
		l.pos += end + len("EI")
		if isSpace(before) && (l.pos == len(l.data) || isSpace(l.at(0))) && l.plainAhead() {
			return
		}
	}
}

// plainAhead reports whether the next bytes look like operators.
func (l *lexer) plainAhead() bool {
	for _, c := range l.data[l.pos:min(len(l.data), l.pos+16)] {
		if c >= 0x7f || c < ' ' && !isSpace(c) {
			return false
		}
	}
	return true
}
