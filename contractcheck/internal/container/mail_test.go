package container_test

import (
	"flag"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	. "example.org/contractcheck/contractcheck/internal/container/containertest"
)

// mixedMail has alternatives, attachments with names of every spelling, and a
// forwarded mail.
const mixedMail = `From: sales@quillet.example
Subject: =?utf-8?q?The_contract?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="outer"

This is for old programs.
--outer
Content-Type: multipart/alternative; boundary="inner"

--inner
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

The contract, as agreed at the caf=E9.
--inner
Content-Type: text/html

<p>The contract, in colours.</p>
--inner--
--outer
Content-Type: text/plain; name="agreement.txt"
Content-Disposition: attachment; filename="agreement.txt"
Content-Transfer-Encoding: base64

UXVpbGxldCBzaGFsbCBzZXJ2
ZS4=
--outer
Content-Type: text/plain
Content-Disposition: attachment; filename*=utf-8''Vertr%C3%A4ge.txt

one
--outer
Content-Type: text/plain
Content-Disposition: attachment; filename="=?iso-8859-1?Q?Vertr=E4ge?= 2.txt"

two
--outer
Content-Type: application/octet-stream
Content-Transfer-Encoding: base64

!!! no base64
--outer
Content-Type: application/pkcs7-signature; name="smime.p7s"

xx
--outer
Content-Type: message/rfc822

MIME-Version: 1.0
Content-Type: text/html; charset=windows-1252

<p>Earlier.</p>
--outer--
`

func TestMail(t *testing.T) {
	requireWalk(t, []byte(mixedMail),
		"body: The contract, as agreed at the café.", "note: the signature smime.p7s was left out",
		"agreement.txt: Quillet shall serve.", "Verträge.txt: one", "Verträge 2.txt: two",
		"attachment 4! format not readable: its encoding in the message is damaged",
		"attachment 5/body: \uFEFF<p>Earlier.</p>")
}

// relatedMail is a page with a logo, without plain text.
const relatedMail = `MIME-Version: 1.0
Content-Type: multipart/related; boundary=b

--b
Content-Type: text/html; charset=utf-8

<p>See the scan.</p>
--b
Content-Type: image/png; name="logo.png"
Content-ID: <logo>

xx
--b
Content-Type: image/png; name="scan.png"
Content-Disposition: attachment
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--b--
`

func TestMailPictures(t *testing.T) {
	requireWalk(t, []byte(relatedMail), "body: \uFEFF<p>See the scan.</p>",
		"note: the picture logo.png in the text of the message was left out",
		"scan.png! format not readable: a picture (PNG)")
}

func TestMailShapes(t *testing.T) {
	tests := []struct {
		name, mail string
		want       []string
	}{
		{"text alone", "Message-ID: <1>\n\nHello.", []string{"body: Hello."}},
		{"in a mailbox", "From a@example.org Mon\nMessage-ID: <1>\n\nHello.", []string{"body: Hello."}},
		{"an unknown character set", "Message-ID: <1>\nContent-Type: text/plain; charset=moon\n\nHello.", []string{"body: Hello."}},
		{"a type that is none", "Message-ID: <1>\nContent-Type: ;;\n\nHello.", []string{"attachment 1: Hello."}},
		{"a blank body", "Message-ID: <1>\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n \n--b\nContent-Disposition: attachment; filename=a.txt\n\nHello.\n--b--",
			[]string{"a.txt: Hello."}},
		{"no last boundary", "Message-ID: <1>\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHello.\n",
			[]string{"body: Hello.", "rest of the message! format not readable: the message is cut short"}},
		{"encrypted", "Message-ID: <1>\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nxx", []string{"body! file is encrypted"}},
		{"a path for a name", "Message-ID: <1>\nContent-Type: text/plain; name=\"../../etc/a.txt\"\n\nHello.", []string{"etc/a.txt: Hello."}},
		{"nothing", "Message-ID: <1>\n\n", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { requireWalk(t, []byte(tt.mail), tt.want...) })
	}
}

func outlookMessage() Message {
	return Message{
		Text: "The contract is attached.",
		Attachments: []Attachment{
			{Name: "agreement.txt", Data: []byte("Quillet shall serve.")},
			{Name: "logo.png", Data: []byte("\x89PNG\r\n\x1a\n"), Inline: true},
			{Name: "scan.png", Data: []byte("\x89PNG\r\n\x1a\n")},
			{Name: "Earlier", Message: &Message{HTML: "<p>Earlier.</p>"}},
		},
	}
}

func TestOutlookMessage(t *testing.T) {
	requireWalk(t, MSG(outlookMessage()), "body: The contract is attached.",
		"note: the picture logo.png in the text of the message was left out",
		"agreement.txt: Quillet shall serve.", "scan.png! format not readable: a picture (PNG)",
		"Earlier/body: \uFEFF<p>Earlier.</p>")
	requireWalk(t, MSG(Message{RTF: true}), "body! format not readable: the text of the message is there as rich text (RTF) alone")
	requireWalk(t, MSG(Message{Text: "Hello.", RTF: true}), "body: Hello.")
	requireWalk(t, Zip("mail.msg", string(MSG(Message{Text: "Hello."}))), "mail.msg/body: Hello.")
}

// The message that scripts read is the one of these tests.
func TestOutlookFile(t *testing.T) {
	const path = "../../../testdata/mails/attached.msg"
	if *update {
		require.NoError(t, os.WriteFile(path, MSG(outlookMessage()), 0o666))
	}
	data, err := os.ReadFile(path)
	require.NoError(t, err, "run go test -update to write it")
	assert.Equal(t, MSG(outlookMessage()), data)
}

var update = flag.Bool("update", false, "write the message that scripts read")

// Attached messages stand among the files, and are named apart.
func TestOutlookOrder(t *testing.T) {
	attached := func(text string) Attachment { return Attachment{Name: "RE: terms", Message: &Message{Text: text}} }
	requireWalk(t, MSG(Message{Text: "See below.", Attachments: []Attachment{
		attached("one"), {Name: "a.txt", Data: []byte("two")}, attached("three"), {Message: &Message{Text: "four"}},
	}}), "body: See below.", "RE: terms/body: one", "a.txt: two", "RE: terms (2)/body: three", "attachment 4/body: four")
}

func TestOutlookDepth(t *testing.T) {
	m := Message{Text: "bottom"}
	for range 6 {
		inner := m
		m = Message{Attachments: []Attachment{{Name: "forwarded", Message: &inner}}}
	}
	requireWalk(t, MSG(m), "forwarded/forwarded/forwarded/forwarded! file is too large: it lies in more than 3 containers")
}
