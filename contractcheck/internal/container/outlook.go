package container

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"

	"example.org/contractcheck/contractcheck/internal/archive"
	"example.org/contractcheck/contractcheck/internal/extract"
)

// Properties of messages and of attachments, by their tags (MS-OXPROPS).
const (
	propBody         = "1000"
	propHTML         = "1013"
	propRTF          = "1009"
	propLongName     = "3707"
	propShortName    = "3704"
	propDisplayName  = "3001"
	propContentID    = "3712"
	propContent      = "3701"
	typeUnicode      = "001F"
	typeString8      = "001E"
	typeBinary       = "0102"
	typeObject       = "000D"
	attachmentPrefix = "__attach_version1.0_"
)

// streamOf is the name of the stream or storage of a property (MS-OXMSG 2.1.3).
func streamOf(property, kind string) string { return "__substg1.0_" + property + kind }

// openMessage walks an Outlook message (MS-OXMSG): its text, then what is
// attached.
func (w *walker) openMessage(s archive.Storage, prefix string, depth int) error {
	m := &message{}
	charset := charsetOf(s)
	if err := m.readOutlookBody(s, charset); err != nil {
		return err
	}
	for _, attachment := range s.Storages() {
		if !strings.HasPrefix(attachment.Name, attachmentPrefix) {
			continue
		}
		if len(m.attachments) > maxItems {
			return errStop{fmt.Errorf("%w: the message holds more than %d attachments", extract.ErrTooLarge, maxItems)}
		}
		name := attachmentName(attachment, charset)
		if inner, ok := innerMessage(attachment); ok {
			m.attach(Item{Name: name, open: func(prefix string, depth int) error { return w.openMessage(inner, prefix, depth) }})
			continue
		}
		m.readAttachment(attachment, name)
	}
	return w.deliver(m, prefix, depth)
}

// innerMessage returns the message that an attachment is, if it is one.
func innerMessage(attachment archive.Storage) (archive.Storage, bool) {
	for _, s := range attachment.Storages() {
		if s.Name == streamOf(propContent, typeObject) && s.Has(archive.MessageProperties) {
			return s, true
		}
	}
	return archive.Storage{}, false
}

// readOutlookBody reads the text of a message, plain or else HTML.
func (m *message) readOutlookBody(s archive.Storage, charset string) error {
	text, err := stringProperty(s, propBody, charset)
	if err != nil {
		return err
	}
	if strings.TrimSpace(text) != "" {
		m.bodies = append(m.bodies, body{text: text})
		return nil
	}
	page, err := htmlProperty(s, charset)
	if err != nil {
		return err
	}
	if strings.TrimSpace(page) != "" {
		m.bodies = append(m.bodies, body{html: true, text: page})
		return nil
	}
	if s.Has(streamOf(propRTF, typeBinary)) {
		m.attach(Item{Name: "body", Err: fmt.Errorf("%w: the text of the message is there as rich text (RTF) alone; save the message in Outlook as text or PDF", extract.ErrFormat)})
	}
	return nil
}

// htmlProperty returns the text of a message in HTML, which is mostly kept as
// bytes.
func htmlProperty(s archive.Storage, charset string) (string, error) {
	data, err := s.Stream(streamOf(propHTML, typeBinary))
	switch {
	case err == nil:
		return decodeString(data, charset), nil
	case errors.Is(err, archive.ErrNoPart):
		return stringProperty(s, propHTML, charset)
	}
	return "", err
}

// readAttachment reads the file that an attachment holds.
func (m *message) readAttachment(attachment archive.Storage, name string) {
	data, err := attachment.Stream(streamOf(propContent, typeBinary))
	switch {
	case errors.Is(err, archive.ErrNoPart):
		m.attach(Item{Name: name, Err: fmt.Errorf("%w: an object of another program, or a link to a file; open the message and save it as a document", extract.ErrFormat)})
	case err != nil:
		m.attach(Item{Name: name, Err: err})
	case isInline(attachment) && isPicture(data):
		m.leaveOut(name)
	default:
		m.attach(Item{Name: name, Data: data})
	}
}

// isInline reports whether the text of the message shows the attachment.
func isInline(attachment archive.Storage) bool {
	return attachment.Has(streamOf(propContentID, typeUnicode)) || attachment.Has(streamOf(propContentID, typeString8))
}

// isPicture reports whether data begins like a PNG, JPEG or GIF file, which
// logos are.
func isPicture(data []byte) bool {
	for _, magic := range []string{"\x89PNG", "\xFF\xD8\xFF", "GIF8"} {
		if strings.HasPrefix(string(data[:min(len(data), 4)]), magic) {
			return true
		}
	}
	return false
}

// attachmentName returns the name of an attachment, or "" where it has none that
// can be read.
func attachmentName(attachment archive.Storage, charset string) string {
	for _, property := range []string{propLongName, propShortName, propDisplayName} {
		name, err := stringProperty(attachment, property, charset)
		if name = strings.TrimRight(name, "\x00"); err == nil && name != "" {
			return name
		}
	}
	return ""
}

// stringProperty returns a property of text, "" where there is none.
func stringProperty(s archive.Storage, property, charset string) (string, error) {
	data, err := s.Stream(streamOf(property, typeUnicode))
	if err == nil {
		return decodeUTF16(data), nil
	}
	if !errors.Is(err, archive.ErrNoPart) {
		return "", err
	}
	if data, err = s.Stream(streamOf(property, typeString8)); errors.Is(err, archive.ErrNoPart) {
		return "", nil
	}
	return decodeString(data, charset), err
}

func decodeUTF16(data []byte) string {
	text, _ := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder().Bytes(data)
	return string(text)
}

// Properties of a fixed length stand in one stream, in entries of 16 bytes
// behind a head of 24 or 32 bytes (MS-OXMSG 2.4), which reads as entries of
// other properties.
const (
	propertyEntry  = 16
	propInternetCP = 0x3FDE0003
	propMessageCP  = 0x3FFD0003
)

// charsetOf returns the character set of a message's text that is not Unicode.
func charsetOf(s archive.Storage) string {
	data, err := s.Stream(archive.MessageProperties)
	if err != nil {
		return ""
	}
	for at := len(data) % propertyEntry; at+propertyEntry <= len(data); at += propertyEntry {
		tag := binary.LittleEndian.Uint32(data[at:])
		if tag != propInternetCP && tag != propMessageCP {
			continue
		}
		if name := codePage(binary.LittleEndian.Uint32(data[at+8:])); name != "" {
			return name
		}
	}
	return ""
}

// codePage returns the name of the character set of a Windows code page.
func codePage(number uint32) string {
	if number == 65001 {
		return "utf-8"
	}
	for _, name := range []string{fmt.Sprintf("windows-%d", number), fmt.Sprintf("iso-8859-%d", int64(number)-28590)} {
		if _, err := htmlindex.Get(name); err == nil {
			return name
		}
	}
	return ""
}
