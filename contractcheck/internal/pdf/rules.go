package pdf

// rule is a straight line that a page shows, in the page's coordinates: the
// border of a table's cell, an underline.
type rule struct{ x0, y0, x1, y1 float64 }

// Bounds on what counts as a rule, in points.
const (
	maxRuleWidth  = 3.0 // a thinner rectangle is a line
	minRuleLength = 8.0
	maxRules      = 2000 // more are a drawing
)

func (r rule) horizontal() bool { return r.x1-r.x0 >= r.y1-r.y0 }

// turned returns the rule in coordinates in which text of a direction runs to
// the right.
func (r rule) turned(d direction) rule {
	switch d {
	case upward:
		return rule{r.y0, -r.x1, r.y1, -r.x0}
	case leftward:
		return rule{-r.x1, -r.y1, -r.x0, -r.y0}
	case downward:
		return rule{-r.y1, r.x0, -r.y0, r.x1}
	}
	return r
}

// path is the current path (ISO 32000-1 8.5.2), as far as it is straight.
type path struct {
	x, y, startX, startY float64
	edges                []rule
	outlines             []rule // of rectangles; only a stroke shows them
}

// construct carries out a path operator and reports whether it was one.
func (in *interpreter) construct(operator []byte) bool {
	p := &in.path
	switch string(operator) {
	case "m":
		p.x, p.y = in.point(0)
		p.startX, p.startY = p.x, p.y
	case "l":
		p.lineTo(in.point(0))
	case "h":
		p.lineTo(p.startX, p.startY)
	case "c":
		in.canvas.drawings++
		p.x, p.y = in.point(4)
	case "v", "y":
		in.canvas.drawings++
		p.x, p.y = in.point(2)
	case "re":
		in.rectangle()
	case "n":
		p.clear()
	default:
		return false
	}
	return true
}

// point returns two operands as a point of the page.
func (in *interpreter) point(i int) (x, y float64) {
	at := in.ctm.moved(in.number(i), in.number(i+1))
	return at[4], at[5]
}

func (p *path) lineTo(x, y float64) {
	p.edges = appendRule(p.edges, rule{min(p.x, x), min(p.y, y), max(p.x, x), max(p.y, y)})
	p.x, p.y = x, y
}

func (p *path) clear() { p.edges, p.outlines = p.edges[:0], p.outlines[:0] }

// appendRule adds a line if it can be a rule.
func appendRule(rules []rule, r rule) []rule {
	width, height := r.x1-r.x0, r.y1-r.y0
	if min(width, height) > maxRuleWidth || max(width, height) < minRuleLength || len(rules) > maxRules {
		return rules
	}
	return append(rules, r)
}

// rectangle adds a thin rectangle as one line and another one as its outline.
func (in *interpreter) rectangle() {
	at := in.ctm.moved(in.number(0), in.number(1))
	to := at.moved(in.number(2), in.number(3))
	r := rule{min(at[4], to[4]), min(at[5], to[5]), max(at[4], to[4]), max(at[5], to[5])}
	p := &in.path
	if min(r.x1-r.x0, r.y1-r.y0) <= maxRuleWidth {
		p.edges = appendRule(p.edges, r)
		return
	}
	for _, edge := range []rule{
		{r.x0, r.y0, r.x1, r.y0}, {r.x0, r.y1, r.x1, r.y1}, {r.x0, r.y0, r.x0, r.y1}, {r.x1, r.y0, r.x1, r.y1},
	} {
		p.outlines = appendRule(p.outlines, edge)
	}
}

// paintPath hands the current path's rules to the canvas.
func (in *interpreter) paintPath(stroke bool) {
	c := in.canvas
	c.drawings++
	if len(c.rules) <= maxRules {
		c.rules = append(c.rules, in.path.edges...)
		if stroke {
			c.rules = append(c.rules, in.path.outlines...)
		}
	}
	in.path.clear()
}
