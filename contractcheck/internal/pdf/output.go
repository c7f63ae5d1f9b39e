package pdf

import (
	"example.org/contractcheck/contractcheck/internal/extract"
)

// addPage adds the running heads, the text, and the running feet. What stands
// outside of the text in the middle of the page counts as a foot.
func addPage(b *extract.Builder, p laidOut, typical style) {
	var heads, feet, flow []line
	for _, l := range p.lines {
		switch {
		case !l.marginal:
			flow = append(flow, l)
		case len(flow) == 0:
			heads = append(heads, l)
		default:
			feet = append(feet, l)
		}
	}
	out := output{builder: b}
	out.addMarginal(heads)
	for _, block := range typical.blocks(flow) {
		out.add(block)
	}
	out.addMarginal(feet)
	out.finish(p.recognized)
}

// output adds the blocks of a page, and counts the characters of those that OCR
// was not sure of, which it leaves out.
type output struct {
	builder *extract.Builder
	left    int
}

func (o *output) addMarginal(lines []line) {
	for _, l := range lines {
		o.add(block{extract.Marginal, l.phrase, surenessOf([]line{l})})
	}
}

func (o *output) add(b block) {
	switch {
	case b.recognized.characters == 0:
		o.builder.AddBoxed(b.kind, 0, b.text, b.words)
	case b.recognized.poor:
		o.left += b.recognized.characters
	default:
		confidence := b.recognized.confidence()
		o.builder.AddBlock(extract.Block{Kind: b.kind, Recognized: &confidence}, b.text)
	}
}

// finish says how sure OCR was of the page, and marks it as unreadable where it
// left out more than a stamp or a signature.
func (o *output) finish(page sureness) {
	if page.characters == 0 {
		return
	}
	o.builder.RecognizePage(page.confidence())
	if o.left >= minCharacters || o.left == page.characters {
		o.builder.FailPage(poorly(o.left, page))
	}
}
