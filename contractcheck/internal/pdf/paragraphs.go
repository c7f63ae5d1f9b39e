package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// block is a paragraph, heading, list item or table row, ready to be added.
type block struct {
	kind extract.BlockKind
	phrase
	recognized sureness // zero for a block that OCR did not read
}

// style is what is typical of a document.
type style struct {
	size  float64 // of the running text
	words vocabulary
}

func newStyle(pages [][]line) style {
	characters := map[int]int{}
	for _, lines := range pages {
		for _, l := range lines {
			characters[int(math.Round(l.size*2))] += len(l.text)
		}
	}
	size, most := 0, 0
	for s, n := range characters {
		if n > most || n == most && s < size {
			size, most = s, n
		}
	}
	return style{size: float64(size) / 2, words: newVocabulary(pages)}
}

// blocks turns the lines of a page into blocks, in reading order.
func (s style) blocks(lines []line) []block {
	leading := leadings(lines)
	var out []block
	for len(lines) > 0 {
		if row := lines[0].row; row != nil {
			out = append(out, block{extract.TableRow, row.joined(s.words), lines[0].recognized})
			lines = lines[1:]
			continue
		}
		if n, columns := tableRun(lines); n > 0 {
			rows, counts := tableRows(lines[:n], columns)
			for i, row := range rows {
				out = append(out, block{extract.TableRow, row.joined(s.words), surenessOf(lines[:counts[i]])})
				lines = lines[counts[i]:]
			}
			continue
		}
		n := 1
		for n < len(lines) && !beginsTable(lines[n:]) && !beginsBlock(lines[:n], lines[n], leading) {
			n++
		}
		out = append(out, s.block(lines[:n]))
		lines = lines[n:]
	}
	return out
}

func beginsTable(lines []line) bool {
	if lines[0].row != nil {
		return true
	}
	if len(lines[0].cells) < 2 {
		return false
	}
	n, _ := tableRun(lines)
	return n > 0
}

// leadings returns the distance of the lines in the paragraphs of each region,
// in em: the lower quartile, as distances between paragraphs are larger.
func leadings(lines []line) map[int]float64 {
	gaps := map[int][]float64{}
	for i := 1; i < len(lines); i++ {
		gap := lines[i-1].y - lines[i].y
		if lines[i].region == lines[i-1].region && gap > 0 && lines[i].row == nil {
			gaps[lines[i].region] = append(gaps[lines[i].region], gap/max(1, lines[i].size))
		}
	}
	out := map[int]float64{}
	for _, l := range lines {
		out[l.region] = usualLeading
	}
	for region, g := range gaps {
		slices.Sort(g)
		out[region] = min(max(g[len(g)/4], minLeading), maxLeading)
	}
	return out
}

// Distances in em.
const (
	usualLeading  = 1.2
	minLeading    = 1.0
	maxLeading    = 2.5
	looseLine     = 1.3  // times the leading ends a paragraph
	looseSentence = 2.2  // times the leading ends one in the middle of a sentence
	sizeStep      = 1.12 // ratio of sizes that ends a paragraph
	indent        = 1.0
	slack         = 2.0 // a line this much shorter than it could be was ended

	longLine = 0.75 // of the width; a longer line may end where no word does
)

// beginsBlock reports whether next begins a block of its own behind the lines
// of a block.
func beginsBlock(before []line, next line, leadings map[int]float64) bool {
	first, last := before[0], before[len(before)-1]
	leading := min(leadings[last.region], leadings[next.region]) * next.size
	goesOn := !isTerminated(last.text) && startsLower(next.text) && (sameFont(last, next) || isNearlyFull(last, next))
	switch {
	case strings.HasSuffix(last.text, "-") && goesOn:
		return false
	case last.y-next.y > looseSentence*leading:
		return true
	case next.region != last.region:
		return !goesOn && (isTerminated(last.text) || isListItem(next.text) || !isFull(last, next) || !sameFont(last, next))
	case goesOn:
		return false
	case !sameFont(last, next):
		return true
	case last.y-next.y > looseLine*leading:
		return true
	case isListItem(next.text):
		return isTerminated(last.text) || !isFull(last, next) || math.Abs(next.x0-last.x0) > indent*next.size ||
			isListItem(first.text) && math.Abs(next.x0-first.x0) < indent*next.size
	case isTerminated(last.text):
		return !isFull(last, next) || math.Abs(next.x0-last.x0) > indent*next.size && len(before) > 1
	}
	return !isNearlyFull(last, next)
}

func sameFont(a, b line) bool {
	return !a.weight.differs(b.weight) && a.size < b.size*sizeStep && b.size < a.size*sizeStep
}

// isFull reports whether the next line's first word would not have fitted.
func isFull(l, next line) bool {
	return l.x1+firstWord(next) > l.right
}

// isNearlyFull allows a ragged margin some more.
func isNearlyFull(l, next line) bool {
	return l.x1+firstWord(next)+slack*l.size > l.right || l.x1-l.left > longLine*(l.right-l.left)
}

// firstWord estimates the width of a line's first word with a space before it.
func firstWord(l line) float64 {
	n := strings.IndexByte(l.cells[0].text, ' ')
	if n < 0 {
		n = len(l.cells[0].text)
	}
	return float64(n+1) / float64(len(l.cells[0].text)+1) * (l.cells[0].x1 - l.cells[0].x0)
}

// isTerminated reports whether a sentence or an item of an enumeration ends
// with the text.
func isTerminated(text string) bool {
	text = strings.TrimRight(text, ` )]"'”’»*†`)
	for _, word := range []string{"; and", "; or", ", and", ", or", "; and/or"} {
		if strings.HasSuffix(text, word) {
			return true
		}
	}
	return text != "" && strings.ContainsRune(".;:!?", rune(text[len(text)-1]))
}

func startsLower(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(first)
}

// block makes a block of its lines.
func (s style) block(lines []line) block {
	phrases := make([]phrase, len(lines))
	for i, l := range lines {
		phrases[i] = l.phrase
	}
	b := block{phrase: s.words.joinAll(phrases), recognized: surenessOf(lines)}
	switch {
	case s.isHeading(lines, b.text):
		b.kind = extract.Heading
	case isListItem(b.text):
		b.kind = extract.ListItem
	}
	return b
}

func isLetter(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(r)
}
