package sniff

import "bytes"

// mailHead is how much of a file its mail headers take at most, in bytes.
const mailHead = 256 << 10

// isMail reports whether data is an Internet message (RFC 5322): all lines
// before the first empty one are header fields, and among them one that mail
// programs write. A memo with "To:" and "From:" has none of these.
func isMail(data []byte) bool {
	head := WithoutMailboxLine(data[:min(len(data), mailHead)])
	sure := false
	for first := true; ; first = false {
		line, rest, found := bytes.Cut(head, []byte("\n"))
		line = bytes.TrimRight(line, "\r")
		switch {
		case len(line) == 0:
			return sure
		case line[0] == ' ' || line[0] == '\t':
			if first {
				return false
			}
		default:
			name, isField := fieldName(line)
			if !isField {
				return false
			}
			sure = sure || mailFields[string(bytes.ToLower(name))]
		}
		if !found {
			return false
		}
		head = rest
	}
}

// WithoutMailboxLine returns a message without the line that stands before it in
// a mailbox (RFC 4155), "From a@example.org ...".
func WithoutMailboxLine(message []byte) []byte {
	if bytes.HasPrefix(message, []byte("From ")) {
		_, message, _ = bytes.Cut(message, []byte("\n"))
	}
	return message
}

// mailFields are header fields that programs write and people do not.
var mailFields = map[string]bool{
	"mime-version": true, "message-id": true, "received": true, "return-path": true, "delivered-to": true,
	"dkim-signature": true, "content-type": true, "content-transfer-encoding": true,
}

// fieldName returns the name of a header field: printable characters up to a
// colon (RFC 5322, 2.2).
func fieldName(line []byte) ([]byte, bool) {
	i := bytes.IndexByte(line, ':')
	if i <= 0 {
		return nil, false
	}
	for _, c := range line[:i] {
		if c <= ' ' || c > '~' {
			return nil, false
		}
	}
	return line[:i], true
}
