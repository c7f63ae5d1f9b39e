package language

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Token is a word or mark. Start and End are byte offsets in the text that was
// given, moved by the base offset.
type Token struct {
	Start, End int32
	Lemma      int32 // 0: unknown to the lexicon
	Exact      int32
	Class      Class
	Form       Form
	Capital    bool // begins with a capital letter or a digit
	Possessive bool // ends in 's or s'
	shape      byte // of the spelling, for words that the lexicon knows
	Value      float64
	word       int32 // number of the spelling in the lexicon; 0 for one that it does not know
	// Hash is that of the word in lower case, for counting words that no
	// vocabulary holds; 0 for a mark.
	Hash uint32
}

// Is reports whether t has one of the classes.
func (t *Token) Is(c Class) bool { return t.Class&c != 0 }

// Tokenize appends the tokens of text to dst. Words are split at hyphens and
// spaces; contractions give two tokens; numbers keep their value. names may be
// nil.
func Tokenize(dst []Token, text string, base int, x *Lexicon, names *Names) []Token {
	w := wordReader{text: text, base: base, lexicon: x, names: names}
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c == ' ' || c == '\n' || c == '\f':
			i++
		case isWordByte(c):
			dst, i = w.read(dst, i)
		case c == '@' && mailDomain(text, i) > 0:
			end := i + mailDomain(text, i)
			dst = w.append(dst, []byte(mailWord), hash([]byte(mailWord)), i, end)
			i = end
		default:
			size, class := markAt(text, i)
			if class != 0 {
				dst = append(dst, Token{Start: int32(base + i), End: int32(base + i + size), Class: class})
			}
			i += size
		}
	}
	return dst
}

// mailWord is the word that the domain of an e-mail address is read as, so that
// "privacy@library.example" speaks of privacy and of e-mail.
const mailWord = "email"

// mailDomain returns the length of the domain of an e-mail address, with the at
// sign at i, and 0 where there is none.
func mailDomain(text string, i int) int {
	if i == 0 || !isWordByte(text[i-1]) {
		return 0
	}
	end := i + 1
	for end < len(text) && (isWordByte(text[end]) || (text[end] == '.' || text[end] == '-') && end+1 < len(text) && isWordByte(text[end+1])) {
		end++
	}
	if end == i+1 {
		return 0
	}
	return end - i
}

func isWordByte(c byte) bool { return wordBytes[c] != 0 }

// wordBytes holds for each letter and digit of ASCII its lower case; 0 for all
// other bytes.
var wordBytes = func() (table [256]byte) {
	for c := byte('0'); c <= '9'; c++ {
		table[c] = c
	}
	for c := byte('a'); c <= 'z'; c++ {
		table[c], table[c-'a'+'A'] = c, c
	}
	return table
}()

// wordEnd returns the end of the word that begins at i. Letters beyond ASCII
// go on with a word; an apostrophe does between letters, a point or comma
// between digits.
func wordEnd(text string, i int) int {
	for i < len(text) {
		c := text[i]
		switch {
		case isWordByte(c):
			i++
		case c == '\'' && i+1 < len(text) && isLetter(text[i+1]):
			i++
		case strings.HasPrefix(text[i:], "’") && i+3 < len(text) && isLetter(text[i+3]):
			i += len("’")
		case (c == '.' || c == ',') && isDigit(text[i-1]) && i+1 < len(text) && isDigit(text[i+1]):
			i++
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(text[i:])
			if !unicode.IsLetter(r) {
				return i
			}
			i += size
		default:
			return i
		}
	}
	return i
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// markAt classifies the mark at i and gives its size in bytes. A hyphen
// between words is no mark.
func markAt(text string, i int) (int, Class) {
	switch text[i] {
	case ',':
		return 1, Comma
	case ';', ':':
		return 1, Stop
	case '(', '[', '{':
		return 1, Open
	case ')', ']', '}':
		return 1, Close
	case '"':
		return 1, Quote
	case '.', '!', '?':
		return 1, Mark | Point
	case '-', '*', '\\', '\'', '`':
		return 1, 0
	}
	if text[i] < utf8.RuneSelf {
		return 1, Mark
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	switch r {
	case '“', '”', '„', '«', '»', '″':
		return size, Quote
	case '’', '‘':
		return size, 0
	case '—', '–':
		return size, Comma
	}
	if unicode.IsLetter(r) {
		return wordEnd(text, i+size) - i, Mark
	}
	return size, Mark
}

// wordReader makes the tokens of the words of a text.
type wordReader struct {
	text    string
	base    int
	lexicon *Lexicon
	names   *Names
	low     [longestWord]byte // the word that is read, in lower case
}

// read appends the token or, for a contraction, the two tokens of the word that
// begins at from, and returns where it ends.
func (w *wordReader) read(dst []Token, from int) ([]Token, int) {
	h, n, i := hashBasis, 0, from
	for i < len(w.text) && n < longestWord {
		c := wordBytes[w.text[i]]
		if c == 0 {
			break
		}
		w.low[n] = c
		h = (h ^ uint32(c)) * hashPrime
		n++
		i++
	}
	if i < len(w.text) && !endsWord[w.text[i]] {
		if end := wordEnd(w.text, i); end != i {
			low := lower(w.low[:0], w.text[from:end])
			return w.append(dst, low, hash(low), from, end), end
		}
	}
	return w.append(dst, w.low[:n], h, from, i), i
}

// endsWord holds the bytes behind which no word goes on.
var endsWord = [256]bool{' ': true, '\n': true, ';': true, ':': true, ')': true, '"': true, '-': true, '/': true}

// append appends what the word low stands for, which fills text[from:to] and
// has the hash h.
func (w *wordReader) append(dst []Token, low []byte, h uint32, from, to int) []Token {
	if known := w.lexicon.table.find(low, h); known != nil {
		return w.appendKnown(dst, known, low, from, to)
	}
	head, tail, cutLow, ok := splitContraction(low)
	if !ok || len(low) == longestWord {
		return w.appendUnknown(dst, low, h, from, to)
	}
	cut := from + lengthOf(w.text[from:to], cutLow)
	dst = w.append(dst, head, hash(head), from, cut)
	if tail != "" {
		second := []byte(tail)
		return w.appendKnown(dst, w.lexicon.table.find(second, hash(second)), second, cut, to)
	}
	last := &dst[len(dst)-1]
	last.End, last.Possessive = int32(w.base+to), true
	return dst
}

// appendKnown appends the token of a word of the lexicon.
func (w *wordReader) appendKnown(dst []Token, known *Token, low []byte, from, to int) []Token {
	dst = append(dst, *known)
	t := &dst[len(dst)-1]
	w.place(t, low, from, to)
	if isDigit(low[0]) {
		guess(t, low) // a number stays one where a phrase uses it
	}
	return dst
}

// appendUnknown appends the token of a word that the lexicon does not hold.
func (w *wordReader) appendUnknown(dst []Token, low []byte, h uint32, from, to int) []Token {
	dst = append(dst, Token{Hash: h})
	t := &dst[len(dst)-1]
	if w.names != nil {
		t.Lemma = w.names.words[string(low)]
	}
	w.place(t, low, from, to)
	guess(t, low)
	return dst
}

// place sets what of a token depends on where the word stands.
func (w *wordReader) place(t *Token, low []byte, from, to int) {
	c := w.text[from]
	t.Start, t.End = int32(w.base+from), int32(w.base+to)
	t.Capital = c >= 'A' && c <= 'Z' || isDigit(c)
	t.Possessive = pluralPossessive(low, w.text, to)
}

// lengthOf returns how many bytes of s the first n of lower's are: a curly
// apostrophe has two more than a straight one.
func lengthOf(s string, n int) int {
	i := 0
	for ; n > 0; n-- {
		if strings.HasPrefix(s[i:], "’") {
			i += len("’")
		} else {
			i++
		}
	}
	return i
}

// longestWord is where lower cuts a word, in bytes: what is longer is no word.
const longestWord = 40

// lower appends s in lower case, with straight apostrophes, up to the longest
// word.
func lower(dst []byte, s string) []byte {
	for i := 0; i < len(s) && len(dst) < longestWord; i++ {
		c := s[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c |= 0x20
		case strings.HasPrefix(s[i:], "’"):
			c, i = '\'', i+2
		}
		dst = append(dst, c)
	}
	return dst
}

// splitContraction splits "don't" into "do" and "not", "we'll" into "we" and
// "will", and takes a possessive ending off, for which tail is empty. cut is
// where the second word begins in low.
func splitContraction(low []byte) (head []byte, tail string, cut int, ok bool) {
	if string(low) == "cannot" {
		return low[:3], "not", 3, true
	}
	at := strings.IndexByte(string(low), '\'')
	if at <= 0 {
		return nil, "", 0, false
	}
	if strings.HasSuffix(string(low), "n't") && len(low) > 3 {
		cut = len(low) - 3
		switch head = low[:cut]; string(head) {
		case "wo":
			head = []byte("will")
		case "ca":
			head = []byte("can")
		}
		return head, "not", cut, true
	}
	if w, found := contractions[string(low[at:])]; found {
		return low[:at], w, at, true
	}
	return low[:at], "", at, string(low[at:]) == "'s"
}

// pluralPossessive reports whether an apostrophe follows the s of a word that
// ends at text[to]: "patrons' data".
func pluralPossessive(low []byte, text string, to int) bool {
	return to < len(text) && len(low) > 2 && low[len(low)-1] == 's' && (text[to] == '\'' || strings.HasPrefix(text[to:], "’"))
}

// guess sets what the spelling of an unknown word tells.
func guess(t *Token, low []byte) {
	switch n := len(low); {
	case isAdverb(string(low)):
		t.Class = Adverb
	case isDigit(low[0]):
		if v, err := strconv.ParseFloat(strings.ReplaceAll(string(low), ",", ""), 64); err == nil {
			t.Class, t.Value = Number, v
		}
	case n > 4 && string(low[n-2:]) == "ed":
		t.Form = Past
	case n > 5 && string(low[n-3:]) == "ing":
		t.Form = Gerund
	}
}
