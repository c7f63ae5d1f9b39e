package pdf

// Bounds on one page. The busiest of 401 measured files has 160,000 operators
// and 9,400 glyphs on a page.
const (
	maxOperators  = 2_000_000
	maxGlyphs     = 200_000
	maxFormDepth  = 12
	maxStateStack = 512
	maxOperands   = 64
	checkEvery    = 4096 // objects between two looks at the context
)

// glyph is a shown character with its place in the page's coordinates, turned
// so that its text runs to the right: x grows along the line, y upwards.
type glyph struct {
	text        string
	x, y        float64 // the origin, on the baseline
	width, size float64
	bold        bool
	direction   direction // that the text has on the page
	slant       angle
}

// canvas collects what the content streams of one page show.
type canvas struct {
	glyphs   [4][]glyph // by direction
	slanted  map[angle][]glyph
	placed   int // glyphs in all
	visible  box
	bounded  bool // visible holds
	rules    []rule
	images   int
	drawings int  // curves, and paths painted
	unmapped int  // shown codes without a Unicode mapping
	shown    int  // shown codes in all
	failed   bool // a stream broke off
	overrun  bool // a bound was hit

	objects, operators int // read so far
}

// state is the graphics state as far as it bears on text (ISO 32000-1 8.4, 9.3).
type state struct {
	ctm       matrix
	font      *font
	size      float64
	charSpace float64 // Tc
	wordSpace float64 // Tw
	stretch   float64 // Tz/100
	leading   float64 // TL
	rise      float64 // Ts
}

// interpreter runs one content stream.
type interpreter struct {
	doc       *document
	canvas    *canvas
	resources *resourceSet
	depth     int

	state
	stack    []state
	path     path
	text     matrix // Tm
	line     matrix // Tlm
	operands []object
}

func (d *document) interpret(c *canvas, content []byte, resources *resourceSet, ctm matrix) {
	in := &interpreter{doc: d, canvas: c, resources: resources}
	in.state = state{ctm: ctm, stretch: 1}
	in.run(content)
}

func (in *interpreter) run(content []byte) {
	in.text, in.line = identity, identity
	lex := &lexer{data: content}
	for {
		o := lex.next()
		if in.canvas.objects++; in.canvas.objects%checkEvery == 0 && in.doc.ctx.Err() != nil {
			return // and so does whoever asked for the page
		}
		switch o.kind {
		case endOfInput:
			in.canvas.overrun = in.canvas.overrun || lex.tooDeep
			return
		case operatorKind:
			if in.canvas.operators++; in.canvas.operators > maxOperators || in.canvas.placed > maxGlyphs {
				in.canvas.overrun = true
				return
			}
			in.operate(o.bytes, lex)
			in.operands = in.operands[:0]
		default:
			if len(in.operands) < maxOperands {
				in.operands = append(in.operands, o)
			}
		}
	}
}

// number returns the i-th operand, or 0.
func (in *interpreter) number(i int) float64 {
	if i < len(in.operands) {
		return in.operands[i].number
	}
	return 0
}

// last returns the last operand.
func (in *interpreter) last() object {
	if n := len(in.operands); n > 0 {
		return in.operands[n-1]
	}
	return object{}
}

func (in *interpreter) name() string {
	if len(in.operands) > 0 && in.operands[0].kind == nameKind {
		return string(in.operands[0].bytes)
	}
	return ""
}

func (in *interpreter) matrixOperand() matrix {
	return matrix{in.number(0), in.number(1), in.number(2), in.number(3), in.number(4), in.number(5)}
}

func (in *interpreter) operate(operator []byte, lex *lexer) {
	switch string(operator) {
	case "q":
		if len(in.stack) >= maxStateStack {
			in.canvas.overrun = true
			return
		}
		in.stack = append(in.stack, in.state)
	case "Q":
		if n := len(in.stack); n > 0 {
			in.state, in.stack = in.stack[n-1], in.stack[:n-1]
		}
	case "cm":
		in.ctm = in.matrixOperand().times(in.ctm)
	case "gs":
		in.setState(in.doc.graphicsState(in.resources, in.name()))
	case "Do":
		in.paint()
	case "BI":
		in.canvas.images++
		lex.skipInlineImage()
	case "f", "F", "f*", "sh":
		in.paintPath(false)
	case "B", "B*", "b", "b*", "S", "s":
		in.paintPath(true)
	default:
		if !in.construct(operator) {
			in.operateText(operator)
		}
	}
}

// operateText carries out the operators of ISO 32000-1 9.3 and 9.4.
func (in *interpreter) operateText(operator []byte) {
	switch string(operator) {
	case "BT":
		in.text, in.line = identity, identity
	case "Tf":
		in.font, in.size = in.doc.font(in.resources, in.name()), in.last().number
	case "Tc":
		in.charSpace = in.number(0)
	case "Tw":
		in.wordSpace = in.number(0)
	case "Tz":
		in.stretch = in.number(0) / 100
	case "TL":
		in.leading = in.number(0)
	case "Ts":
		in.rise = in.number(0)
	case "Td":
		in.newLine(in.number(0), in.number(1))
	case "TD":
		in.leading = -in.number(1)
		in.newLine(in.number(0), in.number(1))
	case "Tm":
		in.text = in.matrixOperand()
		in.line = in.text
	case "T*":
		in.newLine(0, -in.leading)
	case "Tj":
		in.show(in.last().bytes)
	case "'":
		in.newLine(0, -in.leading)
		in.show(in.last().bytes)
	case "\"":
		in.wordSpace, in.charSpace = in.number(0), in.number(1)
		in.newLine(0, -in.leading)
		in.show(in.last().bytes)
	case "TJ":
		in.showAdjusted(in.last().items)
	}
}

func (in *interpreter) newLine(x, y float64) {
	in.line = in.line.moved(x, y)
	in.text = in.line
}

// paint draws a form or an image (8.8, 8.10).
func (in *interpreter) paint() {
	x := in.doc.form(in.resources, in.name())
	switch {
	case x == nil:
		return
	case x.isImage:
		in.canvas.images++
		return
	case in.depth >= min(maxFormDepth, in.doc.maxDepth):
		in.canvas.overrun = true
		return
	}
	in.canvas.failed = in.canvas.failed || x.failed
	in.paintForm(x)
}

func (in *interpreter) paintForm(x *form) {
	inner := &interpreter{doc: in.doc, canvas: in.canvas, resources: x.resources, depth: in.depth + 1}
	if inner.resources == nil {
		inner.resources = in.resources
	}
	inner.state = in.state
	inner.ctm = x.matrix.times(in.ctm)
	inner.run(x.content)
}
