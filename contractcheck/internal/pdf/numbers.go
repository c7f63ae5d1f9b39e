package pdf

import (
	"bytes"
	"strconv"
)

// wordObject tells numbers from operators. Malformed numbers read as viewers
// read them: "--5" as 0, "12-5" as 12.
func wordObject(word []byte) object {
	c := word[0]
	if c != '+' && c != '-' && c != '.' && (c < '0' || c > '9') {
		return object{kind: operatorKind, bytes: word}
	}
	if n, ok := parsePlain(word); ok {
		return object{kind: numberKind, number: n}
	}
	if i := bytes.LastIndexByte(word, '-'); i > 0 {
		word = word[:i]
	}
	n, err := strconv.ParseFloat(string(bytes.TrimLeft(word, "+")), 64)
	if err != nil || n != n || n > maxNumber || n < -maxNumber {
		n = 0
	}
	return object{kind: numberKind, number: n}
}

// maxNumber keeps coordinates finite through any product of matrices.
const maxNumber = 1e12

// parsePlain reads the numbers that occur in practice, without allocating.
func parsePlain(word []byte) (float64, bool) {
	i, negative := 0, false
	if word[0] == '-' || word[0] == '+' {
		i, negative = 1, word[0] == '-'
	}
	if len(word) == i || len(word) > 15+i {
		return 0, false
	}
	mantissa, scale, point := 0.0, 1.0, false
	for ; i < len(word); i++ {
		switch c := word[i]; {
		case c >= '0' && c <= '9':
			mantissa = mantissa*10 + float64(c-'0')
			if point {
				scale *= 10
			}
		case c == '.' && !point:
			point = true
		default:
			return 0, false
		}
	}
	if negative {
		mantissa = -mantissa
	}
	return mantissa / scale, mantissa <= maxNumber*scale && mantissa >= -maxNumber*scale
}
