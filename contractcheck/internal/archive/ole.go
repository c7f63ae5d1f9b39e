package archive

import (
	"bytes"
	"fmt"
	"unicode/utf16"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// oleMagic begins every compound file (MS-CFB 2.2).
var oleMagic = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}

// IsOLE reports whether data begins like an OLE compound file. The first
// half of the signature is enough to know a damaged one.
func IsOLE(data []byte) bool { return bytes.HasPrefix(data, oleMagic[:4]) }

// MessageProperties is the stream of an Outlook message's properties
// (MS-OXMSG 2.4).
const MessageProperties = "__properties_version1.0"

// IsMessage reports whether data is an Outlook message (MSG).
func IsMessage(data []byte) bool {
	c, err := OpenCompound(data, extract.NewInflation(0))
	return err == nil && c.Root().Has(MessageProperties)
}

// oleStreams are directory names (UTF-16 in the file) and what they mean.
var oleStreams = []struct {
	name string
	err  error
	what string
}{
	{"EncryptedPackage", extract.ErrEncrypted, "it is protected by a password; open it in Word or Excel, remove the password and save it again"},
	{"WordDocument", extract.ErrFormat, "a Word document of the old kind (DOC): open it in Word or LibreOffice and save it as DOCX or PDF"},
	{"Workbook", extract.ErrFormat, "a spreadsheet of the old kind (XLS): open it in Excel or LibreOffice and save it as XLSX"},
	{"PowerPoint Document", extract.ErrFormat, "a presentation of the old kind (PPT): save it as PDF"},
}

// OLEError says what kind of document an OLE compound file holds and what to
// do about it. It wraps extract.ErrEncrypted or extract.ErrFormat.
func OLEError(data []byte) error {
	for _, stream := range oleStreams {
		if bytes.Contains(data, utf16Bytes(stream.name)) {
			return fmt.Errorf("%w: %s", stream.err, stream.what)
		}
	}
	return fmt.Errorf("%w: an OLE compound file without a document that can be read: save it as DOCX or PDF", extract.ErrFormat)
}

func utf16Bytes(s string) []byte {
	var out []byte
	for _, unit := range utf16.Encode([]rune(s)) {
		out = append(out, byte(unit), byte(unit>>8))
	}
	return out
}
