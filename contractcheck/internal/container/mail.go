package container

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/sniff"
)

// maxParts bounds how deep the parts of one message lie in each other. Mail
// programs make four levels at most.
const maxParts = 20

// message is what a message holds: its text, and what is attached.
type message struct {
	bodies      []body
	attachments []Item // with their own names
	notes       []string
	parts       int  // that were read, of all depths
	cut         bool // ends before its last part does
}

// body is a text of a message, in UTF-8 where its character set is known.
type body struct {
	html bool
	text string
}

// header is that of a message or of one of its parts.
type header struct {
	textproto.MIMEHeader
	mediaType string
	params    map[string]string
}

// openMail walks an Internet message (RFC 5322, MIME: RFC 2045 to 2047): its
// text, then what is attached.
func (w *walker) openMail(data []byte, prefix string, depth int) error {
	in := bufio.NewReader(bytes.NewReader(sniff.WithoutMailboxLine(data)))
	fields, err := textproto.NewReader(in).ReadMIMEHeader()
	if err != nil && (len(fields) == 0 || !errors.Is(err, io.EOF)) {
		return fmt.Errorf("%w: the head of the message is damaged", extract.ErrFormat)
	}
	m := &message{}
	if err := m.read(newHeader(fields), in, 0); err != nil {
		return err
	}
	return w.deliver(m, prefix, depth)
}

// deliver hands on the text of a message and its attachments.
func (w *walker) deliver(m *message, prefix string, depth int) error {
	items := m.texts()
	if len(items) > 0 {
		items[0].Notes = m.notes
	}
	for _, item := range append(items, m.attachments...) {
		item.Name = prefix + item.Name
		if err := w.file(item, depth); err != nil {
			return err
		}
	}
	return nil
}

// texts returns the text of a message: that in plain words where there is some,
// and else the HTML.
func (m *message) texts() []Item {
	var items []Item
	var plain strings.Builder
	for _, b := range m.bodies {
		switch {
		case strings.TrimSpace(b.text) == "":
		case b.html:
			items = append(items, Item{Name: "body", Data: b.page(), Format: sniff.HTML})
		default:
			plain.WriteString(b.text + "\n\n")
		}
	}
	if plain.Len() > 0 {
		items = append([]Item{{Name: "body", Data: []byte(plain.String()), Format: sniff.Text}}, items...)
	}
	return items
}

// page returns the text of a page. The mark says that it is UTF-8, whatever the
// page itself does.
func (b body) page() []byte {
	if !utf8.ValidString(b.text) {
		return []byte(b.text)
	}
	return []byte("\uFEFF" + b.text)
}

func newHeader(fields textproto.MIMEHeader) header {
	h := header{MIMEHeader: fields}
	h.mediaType, h.params, _ = mime.ParseMediaType(fields.Get("Content-Type"))
	switch {
	case h.mediaType != "":
	case fields.Get("Content-Type") == "":
		h.mediaType = "text/plain"
	default:
		h.mediaType = "application/octet-stream"
	}
	return h
}

// read reads a message or a part of one.
func (m *message) read(h header, in io.Reader, depth int) error {
	switch {
	case depth > maxParts:
		return fmt.Errorf("%w: the parts of the message lie more than %d deep in each other", extract.ErrTooLarge, maxParts)
	case h.mediaType == "multipart/encrypted" || h.mediaType == "application/pkcs7-mime" && h.params["smime-type"] != "signed-data":
		m.attach(Item{Name: "body", Err: fmt.Errorf("%w: the message is encrypted; save its text and attachments in your mail program", extract.ErrEncrypted)})
		return nil
	case strings.HasPrefix(h.mediaType, "multipart/") && h.params["boundary"] != "":
		return m.readParts(h, in, depth)
	}
	data, err := io.ReadAll(h.decoded(in))
	m.leaf(h, data, err)
	return nil
}

// readParts reads the parts of a multipart. Of alternatives, the plain text is
// the text.
func (m *message) readParts(h header, in io.Reader, depth int) error {
	parts := multipart.NewReader(in, h.params["boundary"])
	before := len(m.bodies)
	for {
		part, err := parts.NextRawPart()
		if err == io.EOF {
			break
		}
		if err != nil {
			m.cutShort()
			break
		}
		if m.parts++; m.parts > maxItems {
			return errStop{fmt.Errorf("%w: the message holds more than %d parts", extract.ErrTooLarge, maxItems)}
		}
		if err := m.read(newHeader(part.Header), part, depth+1); err != nil {
			return err
		}
	}
	if h.mediaType == "multipart/alternative" {
		m.bodies = append(m.bodies[:before], preferred(m.bodies[before:])...)
	}
	return nil
}

// preferred returns the plain texts of alternatives, or all of them where none
// is plain.
func preferred(bodies []body) []body {
	var plain []body
	for _, b := range bodies {
		if !b.html && strings.TrimSpace(b.text) != "" {
			plain = append(plain, b)
		}
	}
	if len(plain) == 0 {
		return bodies
	}
	return plain
}

// leaf takes a part that holds no others.
func (m *message) leaf(h header, data []byte, err error) {
	name := h.fileName()
	disposition, _, _ := mime.ParseMediaType(h.Get("Content-Disposition"))
	isText := name == "" && disposition != "attachment" && (h.mediaType == "text/plain" || h.mediaType == "text/html")
	if isText && errors.Is(err, io.ErrUnexpectedEOF) {
		m.cutShort()
		err = nil
	}
	switch {
	case err != nil:
		m.attach(Item{Name: name, Err: fmt.Errorf("%w: its encoding in the message is damaged", extract.ErrFormat)})
	case strings.HasSuffix(h.mediaType, "-signature"):
		m.notes = append(m.notes, "the signature "+cleanName(name)+" was left out")
	case strings.HasPrefix(h.mediaType, "image/") && (disposition == "inline" || h.Get("Content-Id") != ""):
		m.leaveOut(name)
	case h.mediaType == "message/rfc822":
		m.attach(Item{Name: name, Data: data, Format: sniff.Mail})
	case isText:
		m.bodies = append(m.bodies, body{h.mediaType == "text/html", decodeString(data, h.params["charset"])})
	default:
		m.attach(Item{Name: name, Data: data})
	}
}

// leaveOut notes a picture that stands in the text of the message, as a logo
// does.
func (m *message) leaveOut(name string) {
	m.notes = append(m.notes, "the picture "+cleanName(name)+" in the text of the message was left out")
}

// cutShort lists the rest of a message that ends before its last part does.
func (m *message) cutShort() {
	if m.cut {
		return
	}
	m.cut = true
	m.attach(Item{Name: "rest of the message", Err: fmt.Errorf("%w: the message is cut short or damaged", extract.ErrFormat)})
}

func (m *message) attach(item Item) {
	if item.Name == "" {
		item.Name = fmt.Sprintf("attachment %d", len(m.attachments)+1)
	}
	item.Name = cleanName(item.Name)
	m.attachments = append(m.attachments, item)
}

// fileName returns the name that a part gives its file: RFC 2231 or, against the
// rules but common, RFC 2047.
func (h header) fileName() string {
	_, params, _ := mime.ParseMediaType(h.Get("Content-Disposition"))
	name := params["filename"]
	if name == "" {
		name = h.params["name"]
	}
	decoder := mime.WordDecoder{CharsetReader: func(charset string, in io.Reader) (io.Reader, error) {
		encoding, err := htmlindex.Get(charset)
		if err != nil {
			return nil, err
		}
		return encoding.NewDecoder().Reader(in), nil
	}}
	if decoded, err := decoder.DecodeHeader(name); err == nil {
		return decoded
	}
	return name
}

// decoded undoes the transfer encoding (RFC 2045, 6).
func (h header) decoded(in io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(h.Get("Content-Transfer-Encoding"))) {
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, in)
	case "quoted-printable":
		return quotedprintable.NewReader(in)
	}
	return in
}

// decodeString decodes text to UTF-8. Where the character set is none that is
// known, the text stays as it is, and its reader guesses.
func decodeString(data []byte, charset string) string {
	encoding, err := htmlindex.Get(charset)
	if err != nil {
		return string(data)
	}
	decoded, err := encoding.NewDecoder().Bytes(data)
	if err != nil {
		return string(data)
	}
	return string(decoded)
}
