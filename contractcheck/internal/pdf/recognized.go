package pdf

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// A Recognizer reads a page, which counts from 1, from its picture. The file
// opens without a password; left is how many pages are still to be recognised,
// this one among them. An error ends the reading of the file.
type Recognizer func(ctx context.Context, file []byte, page, left int) (*extract.RecognizedPage, error)

// isPicture reports whether a page that is unreadable for a reason can be read
// from its picture: all of its text shows, and none is damaged.
func isPicture(reason string) bool {
	return reason == reasonImage || reason == reasonDrawing || reason == reasonUnmapped
}

// recognize reads the pages of a file that gave no text from their pictures.
func (d *document) recognize(ctx context.Context, given []byte, pages []laidOut, by Recognizer) error {
	var numbers []int
	for i, p := range pages {
		if isPicture(p.unreadable) {
			numbers = append(numbers, i+1)
		}
	}
	if len(numbers) == 0 {
		return nil
	}
	file, recognized := d.unlocked(given), 0
	for i, number := range numbers {
		if err := ctx.Err(); err != nil {
			return err
		}
		read, err := by(ctx, file, number, len(numbers)-i)
		if err != nil {
			return err
		}
		pages[number-1] = recognizedPage(read)
		if len(pages[number-1].lines) > 0 {
			recognized++
		}
	}
	if recognized > 0 {
		markRunning(linesOfAll(pages))
		d.note(noteRecognized(recognized, len(pages)))
	}
	return nil
}

// recognizedPage lays out what OCR read. It takes the place of all that the file
// itself says on the page, which the picture shows too.
func recognizedPage(read *extract.RecognizedPage) laidOut {
	if read.Failed != "" {
		return laidOut{unreadable: read.Failed}
	}
	lines := recognizedLines(read)
	if len(lines) == 0 {
		return laidOut{unreadable: reasonNoWords}
	}
	return laidOut{lines: lines, recognized: surenessOf(lines)}
}

// recognizedLines turns the lines that OCR read into those of the layout. The
// order and the regions are OCR's, which straightens a page that was scanned
// askew.
func recognizedLines(read *extract.RecognizedPage) []line {
	var out []line
	for _, l := range read.Lines {
		words := slices.DeleteFunc(slices.Clone(l.Words), func(w extract.RecognizedWord) bool {
			return strings.TrimSpace(w.Text) == ""
		})
		if len(words) > 0 {
			out = append(out, recognizedLine(words, l.Region, read.Height))
		}
	}
	evenSizes(out)
	setMargins(out)
	return out
}

func recognizedLine(words []extract.RecognizedWord, region int, height float64) line {
	size := inkSize(words)
	y := height - baselineOf(words)
	var read sureness
	for _, w := range words {
		read.add(w)
	}
	var cells []segment
	for len(words) > 0 {
		n := 1
		for n < len(words) && words[n].Left-words[n-1].Right <= wideGap*size {
			n++
		}
		cells = append(cells, recognizedCell(words[:n], y, size))
		words = words[n:]
	}
	l := newLine(cells)
	l.region, l.recognized = region, read
	return l
}

// recognizedCell joins words without their places: OCR tells these on the picture
// of the page, turned and cut to what is shown.
func recognizedCell(words []extract.RecognizedWord, y, size float64) segment {
	cell := segment{x0: words[0].Left, x1: words[0].Right, y: y, size: size}
	phrases := make([]phrase, len(words))
	for i, w := range words {
		cell.x1 = max(cell.x1, w.Right)
		phrases[i] = phrase{w.Text, []extract.Word{{Length: extract.Length(w.Text)}}}
	}
	cell.phrase = joinPhrases(phrases, " ")
	return cell
}

// baselineOf returns the median of the words' lower ends, from the top of the
// page: most words have no letter that reaches below the line.
func baselineOf(words []extract.RecognizedWord) float64 {
	ends := make([]float64, len(words))
	for i, w := range words {
		ends[i] = w.Bottom
	}
	return median(ends)
}

// The heights of ink in em, about the same in all fonts for running text.
const (
	smallInk = 0.5  // "nor"
	tallInk  = 0.7  // "hold", "NOR"
	deepInk  = 0.7  // "pay"
	fullInk  = 0.92 // "help"
)

// inkSize estimates the size of a line's font, in points: OCR tells the height
// of the ink, which depends on the letters.
func inkSize(words []extract.RecognizedWord) float64 {
	sizes := make([]float64, len(words))
	for i, w := range words {
		sizes[i] = (w.Bottom - w.Top) / inkOf(w.Text)
	}
	return max(1, median(sizes))
}

func inkOf(text string) float64 {
	deep := strings.ContainsAny(text, "gjpqy()[]{},;Q/|")
	tall := strings.ContainsFunc(text, func(r rune) bool { return !strings.ContainsRune("acegmnopqrsuvwxyz.,:;-–—", r) })
	switch {
	case deep && tall:
		return fullInk
	case deep:
		return deepInk
	case tall:
		return tallInk
	}
	return smallInk
}

// sizeNoise is the ratio up to which the sizes of lines count as one: the boxes
// of ink tell no more.
const sizeNoise = 1.25

// evenSizes sets the sizes that are near the page's median to it.
func evenSizes(lines []line) {
	if len(lines) == 0 {
		return
	}
	sizes := make([]float64, len(lines))
	for i, l := range lines {
		sizes[i] = l.size
	}
	usual := median(sizes)
	for i := range lines {
		if l := &lines[i]; l.size < usual*sizeNoise && usual < l.size*sizeNoise {
			l.size = usual
		}
	}
}

// median returns the middle one of values, of which there is one at least. It
// sorts them.
func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}

// setMargins sets the margins of each region.
func setMargins(lines []line) {
	regions := map[int]columnRange{}
	for _, l := range lines {
		r, ok := regions[l.region]
		if !ok {
			r = columnRange{l.x0, l.x1}
		}
		regions[l.region] = columnRange{min(r.x0, l.x0), max(r.x1, l.x1)}
	}
	for i := range lines {
		r := regions[lines[i].region]
		lines[i].left, lines[i].right = r.x0, r.x1
	}
}

func noteRecognized(recognized, of int) string {
	return fmt.Sprintf("%d of %d pages were recognised by OCR: compare the words that matter with their pictures", recognized, of)
}

// reasonNoWords is the reason of a picture without words, which may be a page
// that was scanned upside down.
const reasonNoWords = "image of a page in which OCR recognised no words"

// poorly returns the reason of a page of whose characters OCR was not sure
// enough.
func poorly(left int, of sureness) string {
	if left >= of.characters {
		return fmt.Sprintf("recognised by OCR with confidence %d %%, too low to rely on", of.mean())
	}
	return fmt.Sprintf("recognised by OCR in part: confidence below %d %% in %d of %d characters", minConfidence, left, of.characters)
}
