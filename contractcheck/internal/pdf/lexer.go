package pdf

// kind says what an object of a content stream or CMap is.
type kind uint8

const (
	endOfInput kind = iota
	numberKind
	stringKind
	nameKind
	operatorKind // any bare word: operators, true, false, null, obj
	arrayKind
	dictionaryKind
	referenceKind // "5 0 R" inside of an array or a dictionary
	closeArray
	closeDictionary
)

// object is one operand or operator. Bytes of names and strings may alias the
// input.
type object struct {
	kind   kind
	number float64 // a number, or the object number of a reference
	bytes  []byte  // a string's bytes, a name without its slash, an operator
	items  []object
	// start and end delimit the object's own bytes in the input.
	start, end int32
}

func (o object) is(operator string) bool {
	return o.kind == operatorKind && string(o.bytes) == operator
}

// get returns a dictionary's value for a key, or an object of kind endOfInput.
// Of keys that are repeated the last one counts.
func (o object) get(key string) object {
	var found object
	if o.kind != dictionaryKind {
		return found
	}
	for i := 0; i+1 < len(o.items); i += 2 {
		if o.items[i].kind == nameKind && string(o.items[i].bytes) == key {
			found = o.items[i+1]
		}
	}
	return found
}

// maxNesting bounds arrays and dictionaries inside of each other; real files
// stay under 10.
const maxNesting = 50

// lexer splits the syntax of ISO 32000-1 7.2 and 7.3 into objects. It never
// fails: what makes no sense is skipped, as viewers do.
type lexer struct {
	data []byte
	pos  int
	// tooDeep says that an array or a dictionary was passed over, because it is
	// nested deeper than maxNesting.
	tooDeep bool
}

// next returns the next object, or one of kind endOfInput.
func (l *lexer) next() object { return l.nested(0) }

func (l *lexer) nested(depth int) object {
	l.skipSpace()
	start := l.pos
	o := l.scan(depth)
	o.start, o.end = int32(start), int32(l.pos)
	return o
}

func (l *lexer) scan(depth int) object {
	if l.pos >= len(l.data) {
		return object{}
	}
	switch c := l.data[l.pos]; c {
	case '(':
		l.pos++
		return object{kind: stringKind, bytes: l.literal()}
	case '<':
		if l.at(1) == '<' {
			l.pos += 2
			return object{kind: dictionaryKind, items: l.collect(closeDictionary, depth)}
		}
		l.pos++
		return object{kind: stringKind, bytes: l.hex()}
	case '>':
		l.pos++
		if l.at(0) == '>' {
			l.pos++
		}
		return object{kind: closeDictionary}
	case '[':
		l.pos++
		return object{kind: arrayKind, items: l.collect(closeArray, depth)}
	case ']':
		l.pos++
		return object{kind: closeArray}
	case '/':
		l.pos++
		return object{kind: nameKind, bytes: unescapeName(l.word())}
	case '{', '}', ')':
		l.pos++
		return object{kind: operatorKind, bytes: l.data[l.pos-1 : l.pos]}
	default:
		return wordObject(l.word())
	}
}

// at returns the byte at an offset from the position, or 0 behind the end.
func (l *lexer) at(offset int) byte {
	if l.pos+offset < len(l.data) {
		return l.data[l.pos+offset]
	}
	return 0
}

func (l *lexer) skipSpace() {
	for l.pos < len(l.data) {
		switch c := l.data[l.pos]; {
		case isSpace(c):
			l.pos++
		case c == '%':
			for l.pos < len(l.data) && l.data[l.pos] != '\n' && l.data[l.pos] != '\r' {
				l.pos++
			}
		default:
			return
		}
	}
}

func (l *lexer) word() []byte {
	start := l.pos
	for l.pos < len(l.data) && !isSpace(l.data[l.pos]) && !isDelimiter(l.data[l.pos]) {
		l.pos++
	}
	return l.data[start:l.pos]
}

// collect reads the items up to a closing bracket and folds references.
func (l *lexer) collect(closing kind, depth int) []object {
	items := make([]object, 0, 8)
	for depth < maxNesting {
		o := l.nested(depth + 1)
		if o.kind == endOfInput || o.kind == closing {
			break
		}
		if n := len(items); o.is("R") && n >= 2 && items[n-1].kind == numberKind && items[n-2].kind == numberKind {
			ref := object{kind: referenceKind, number: items[n-2].number, start: items[n-2].start, end: o.end}
			items = append(items[:n-2], ref)
			continue
		}
		items = append(items, o)
	}
	l.tooDeep = l.tooDeep || depth >= maxNesting
	return items
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}
