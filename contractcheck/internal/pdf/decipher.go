package pdf

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
)

// method is how streams or strings are enciphered (ISO 32000-2 table 25).
type method uint8

const (
	noMethod  method = iota
	rc4Method        // V2, and versions 1 and 2
	aes128Method
	aes256Method
)

// decipher turns the streams and strings of a file into plain ones.
type decipher struct {
	key              []byte
	keyLength        int // bytes
	streams, strings method
}

// Bounds on a key of RC4 in bytes.
const (
	minKeyLength = 5
	maxKeyLength = 16
)

// newDecipher reads the methods and the key's length. It reports false for a
// version that is not known.
func newDecipher(dictionary object) (*decipher, bool) {
	version := int(dictionary.get("V").number)
	bits := int(dictionary.get("Length").number)
	d := &decipher{streams: rc4Method, strings: rc4Method, keyLength: bits / 8}
	switch version {
	case 1:
		d.keyLength = minKeyLength
	case 2, 3:
	case 4, 5:
		d.keyLength = maxKeyLength
		var knownStreams, knownStrings bool
		d.streams, knownStreams = filterMethod(dictionary, "StmF")
		d.strings, knownStrings = filterMethod(dictionary, "StrF")
		if !knownStreams || !knownStrings {
			return nil, false
		}
	default:
		return nil, false
	}
	if int(dictionary.get("R").number) == 2 {
		d.keyLength = minKeyLength
	}
	d.keyLength = min(max(d.keyLength, minKeyLength), maxKeyLength)
	return d, true
}

// filterMethod looks up a crypt filter (7.6.5).
func filterMethod(dictionary object, use string) (method, bool) {
	name := string(dictionary.get(use).bytes)
	if name == "" || name == "Identity" {
		return noMethod, true
	}
	switch string(dictionary.get("CF").get(name).get("CFM").bytes) {
	case "", "None":
		return noMethod, true
	case "V2":
		return rc4Method, true
	case "AESV2":
		return aes128Method, true
	case "AESV3":
		return aes256Method, true
	}
	return noMethod, false
}

// stream and string return the plain bytes of an object's stream or string.
func (d *decipher) stream(number uint32, generation int, data []byte) []byte {
	return d.decrypt(d.streams, number, generation, data)
}

func (d *decipher) string(number uint32, generation int, data []byte) []byte {
	return d.decrypt(d.strings, number, generation, data)
}

func (d *decipher) decrypt(m method, number uint32, generation int, data []byte) []byte {
	switch m {
	case rc4Method:
		return rc4Bytes(d.objectKey(number, generation, ""), data)
	case aes128Method:
		return decryptAES(d.objectKey(number, generation, "sAlT"), data)
	case aes256Method:
		return decryptAES(d.key, data)
	}
	return data
}

// objectKey is the key of one object (algorithm 1).
func (d *decipher) objectKey(number uint32, generation int, salt string) []byte {
	seed := append([]byte(nil), d.key...)
	seed = append(seed, byte(number), byte(number>>8), byte(number>>16), byte(generation), byte(generation>>8))
	sum := md5.Sum(append(seed, salt...))
	return sum[:min(len(d.key)+5, len(sum))]
}

// decryptAES deciphers data behind its initialization vector and takes the
// padding off. What is no whole number of blocks is cut off.
func decryptAES(key, data []byte) []byte {
	whole := len(data) / aes.BlockSize * aes.BlockSize
	if whole < 2*aes.BlockSize {
		return nil
	}
	out := decryptBlocks(key, data[:aes.BlockSize], data[aes.BlockSize:whole])
	if n := len(out); n > 0 && int(out[n-1]) <= aes.BlockSize {
		out = out[:n-int(out[n-1])]
	}
	return out
}

func decryptBlocks(key, vector, data []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil
	}
	out := make([]byte, len(data))
	cipher.NewCBCDecrypter(block, vector).CryptBlocks(out, data)
	return out
}
