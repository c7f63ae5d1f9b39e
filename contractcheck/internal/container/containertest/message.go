package containertest

import (
	"encoding/binary"
	"fmt"
	"unicode/utf16"
)

// Message is an Outlook message to be made.
type Message struct {
	Text, HTML  string // left out where empty
	RTF         bool   // the text is there as rich text too
	Attachments []Attachment
}

// Attachment is a file attached to a message, or a message.
type Attachment struct {
	Name    string
	Data    []byte
	Inline  bool
	Message *Message
}

// MSG returns an Outlook message (MS-OXMSG).
func MSG(m Message) []byte { return Compound(m.storage("")) }

func (m Message) storage(name string) Storage {
	s := Storage{Name: name, Streams: []Stream{{"__properties_version1.0", make([]byte, 32)}}}
	if m.Text != "" {
		s.Streams = append(s.Streams, text("1000", m.Text))
	}
	if m.HTML != "" {
		s.Streams = append(s.Streams, Stream{"__substg1.0_10130102", []byte(m.HTML)})
	}
	if m.RTF {
		s.Streams = append(s.Streams, Stream{"__substg1.0_10090102", []byte("LZFu")})
	}
	for i, a := range m.Attachments {
		s.Storages = append(s.Storages, a.storage(fmt.Sprintf("__attach_version1.0_#%08X", i)))
	}
	return s
}

func (a Attachment) storage(name string) Storage {
	s := Storage{Name: name, Streams: []Stream{{"__properties_version1.0", make([]byte, 8)}, text("3707", a.Name)}}
	if a.Inline {
		s.Streams = append(s.Streams, text("3712", "picture@example.org"))
	}
	if a.Message != nil {
		s.Storages = append(s.Storages, a.Message.storage("__substg1.0_3701000D"))
	} else {
		s.Streams = append(s.Streams, Stream{"__substg1.0_37010102", a.Data})
	}
	return s
}

// text is the stream of a property of Unicode text.
func text(property, value string) Stream {
	var b []byte
	for _, u := range utf16.Encode([]rune(value)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return Stream{"__substg1.0_" + property + "001F", b}
}
