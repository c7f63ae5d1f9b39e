package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"fmt"

	"golang.org/x/text/encoding/charmap"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// encryption opens the standard security handler (ISO 32000-2 7.6) of all
// revisions, with the user's or the owner's password. A file that everyone may
// read has an empty user password.
type encryption struct {
	revision        int
	length          int // of the key in bytes
	owner, user     []byte
	ownerKey        []byte // OE and UE, of revisions 5 and 6
	userKey         []byte
	permissions     uint32
	id              []byte
	encryptMetadata bool
}

var errMethod = fmt.Errorf("%w by a method that cannot be read", extract.ErrEncrypted)

// unlock returns how to decipher a file's objects, or nil for a file that is
// not encrypted.
func unlock(data []byte, refs *references, password string) (*decipher, error) {
	if refs.trailer["Encrypt"] == nil {
		return nil, nil
	}
	dictionary := refs.direct(data, refs.trailer["Encrypt"])
	if string(dictionary.get("Filter").bytes) != "Standard" {
		return nil, errMethod
	}
	d, ok := newDecipher(dictionary)
	if !ok {
		return nil, errMethod
	}
	e, ok := newEncryption(dictionary, d.keyLength)
	if !ok {
		return nil, errMethod
	}
	if ids := refs.direct(data, refs.trailer["ID"]).items; len(ids) > 0 {
		e.id = ids[0].bytes
	}
	d.key, ok = e.key(password)
	switch {
	case ok:
		return d, nil
	case password == "":
		return nil, fmt.Errorf("%w: it needs a password", extract.ErrEncrypted)
	}
	return nil, fmt.Errorf("%w: the password is wrong", extract.ErrEncrypted)
}

// direct reads an object from its bytes, and follows one reference.
func (r *references) direct(data, value []byte) object {
	lex := lexer{data: value}
	o := lex.next()
	if o.kind != numberKind {
		return o
	}
	at, ok := r.objects[uint32(o.number)]
	if !ok || !at.isPlain() || at.offset < 0 || at.offset >= len(data) {
		return object{}
	}
	lex = lexer{data: data, pos: at.offset}
	lex.skipHeader()
	return lex.next()
}

// Lengths of the entries of the dictionary (table 21).
const (
	hashLength       = 32 // of O and U up to revision 4
	saltedHashLength = 48 // with the validation salt and the key salt
	saltLength       = 8
	fileKeyLength    = 32 // of OE and UE
)

func newEncryption(dictionary object, length int) (*encryption, bool) {
	e := &encryption{
		revision: int(dictionary.get("R").number), length: length,
		owner: dictionary.get("O").bytes, user: dictionary.get("U").bytes,
		ownerKey: dictionary.get("OE").bytes, userKey: dictionary.get("UE").bytes,
		permissions:     uint32(int64(dictionary.get("P").number)),
		encryptMetadata: !dictionary.get("EncryptMetadata").is("false"),
	}
	needed := hashLength
	if e.revision >= 5 {
		needed = saltedHashLength
	}
	ok := e.revision >= 2 && e.revision <= 6 && len(e.owner) >= needed && len(e.user) >= needed
	if !ok || e.revision >= 5 && (len(e.ownerKey) < fileKeyLength || len(e.userKey) < fileKeyLength) {
		return nil, false
	}
	e.owner, e.user = e.owner[:needed], e.user[:needed]
	return e, true
}

// key returns the file's key, and whether the password is the user's or the
// owner's.
func (e *encryption) key(password string) ([]byte, bool) {
	if e.revision >= 5 {
		return e.longKey(password)
	}
	pad := padded(password)
	if key, ok := e.userKeyOf(pad); ok {
		return key, true
	}
	return e.userKeyOf(e.userPassword(pad))
}

// passwordPadding fills passwords up to 32 bytes (7.6.4.3.2).
var passwordPadding = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08" +
	"\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

func padded(password string) []byte {
	latin, err := charmap.ISO8859_1.NewEncoder().Bytes([]byte(password))
	if err != nil {
		latin = []byte(password)
	}
	return append(bytes.Clone(latin), passwordPadding...)[:hashLength]
}

// The rounds of the older revisions' algorithms.
const (
	hashRounds   = 50
	cipherRounds = 20
)

// userKeyOf computes the file's key from a padded user password and compares
// its hash with U (algorithms 2 to 6).
func (e *encryption) userKeyOf(pad []byte) ([]byte, bool) {
	h := md5.New()
	h.Write(pad)
	h.Write(e.owner)
	h.Write(binary.LittleEndian.AppendUint32(nil, e.permissions))
	h.Write(e.id)
	if e.revision >= 4 && !e.encryptMetadata {
		h.Write([]byte{0xff, 0xff, 0xff, 0xff})
	}
	key := e.rehash(h.Sum(nil))
	if e.revision == 2 {
		return key, bytes.Equal(rc4Bytes(key, passwordPadding), e.user)
	}
	sum := md5.Sum(append(bytes.Clone(passwordPadding), e.id...))
	check := sum[:]
	for i := range cipherRounds {
		check = rc4Bytes(xored(key, byte(i)), check)
	}
	return key, bytes.Equal(check, e.user[:len(check)])
}

// rehash shortens a hash to the key's length, from revision 3 on after many
// rounds.
func (e *encryption) rehash(hash []byte) []byte {
	if e.revision >= 3 {
		for range hashRounds {
			sum := md5.Sum(hash[:e.length])
			hash = sum[:]
		}
	}
	return hash[:e.length]
}

// userPassword deciphers O with the owner's password (algorithm 7).
func (e *encryption) userPassword(ownerPad []byte) []byte {
	sum := md5.Sum(ownerPad)
	key := e.rehash(sum[:])
	if e.revision == 2 {
		return rc4Bytes(key, e.owner)
	}
	password := e.owner
	for i := range cipherRounds {
		password = rc4Bytes(xored(key, byte(cipherRounds-1-i)), password)
	}
	return password
}

func xored(key []byte, with byte) []byte {
	out := bytes.Clone(key)
	for i := range out {
		out[i] ^= with
	}
	return out
}

func rc4Bytes(key, data []byte) []byte {
	out := bytes.Clone(data)
	if c, err := rc4.NewCipher(key); err == nil {
		c.XORKeyStream(out, out)
	}
	return out
}

// maxPasswordBytes is where revisions 5 and 6 cut a password off.
const maxPasswordBytes = 127

// longKey is the key of revisions 5 and 6 (algorithm 2.A).
func (e *encryption) longKey(password string) ([]byte, bool) {
	pw := []byte(password)[:min(len(password), maxPasswordBytes)]
	for _, try := range []struct{ hash, sealed, user []byte }{
		{e.user, e.userKey, nil}, {e.owner, e.ownerKey, e.user},
	} {
		hash, salts := try.hash[:hashLength], try.hash[hashLength:]
		if bytes.Equal(e.saltedHash(pw, salts[:saltLength], try.user), hash) {
			key := e.saltedHash(pw, salts[saltLength:], try.user)
			return decryptBlocks(key, make([]byte, aes.BlockSize), try.sealed[:fileKeyLength]), true
		}
	}
	return nil, false
}

// saltedHash is a single SHA-256 in revision 5 and algorithm 2.B in revision 6.
func (e *encryption) saltedHash(password, salt, user []byte) []byte {
	sum := sha256.Sum256(bytes.Join([][]byte{password, salt, user}, nil))
	if e.revision == 5 {
		return sum[:]
	}
	hash := sum[:]
	for round, last := 0, byte(0); round < 64 || int(last) > round-32; round++ {
		block, err := aes.NewCipher(hash[:16])
		if err != nil {
			return nil
		}
		k := bytes.Repeat(bytes.Join([][]byte{password, hash, user}, nil), 64)
		cipher.NewCBCEncrypter(block, hash[16:32]).CryptBlocks(k, k)
		remainder := 0
		for _, b := range k[:16] {
			remainder += int(b)
		}
		hash, last = shaOf(remainder%3, k), k[len(k)-1]
	}
	return hash[:hashLength]
}

func shaOf(kind int, data []byte) []byte {
	switch kind {
	case 0:
		sum := sha256.Sum256(data)
		return sum[:]
	case 1:
		sum := sha512.Sum384(data)
		return sum[:]
	}
	sum := sha512.Sum512(data)
	return sum[:]
}
