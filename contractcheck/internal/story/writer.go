package story

import (
	"fmt"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// Writer puts blocks on pages.
type Writer struct {
	Builder extract.Builder
	// Numbered says that the document's pages are known.
	Numbered bool
	Max      int // pages that are read
	pages    int // begun so far
}

// Blocks adds blocks, each on its page.
func (w *Writer) Blocks(blocks []Block) {
	for _, b := range blocks {
		w.TurnTo(b.Page)
		if w.pages <= w.Max {
			w.Builder.AddBlock(extract.Block{Kind: b.Kind, Level: b.Level, Changed: b.Changed}, b.Shown())
		}
	}
}

// TurnTo begins pages up to and with the one of an index from 0. Those beyond
// the limit become one unreadable page.
func (w *Writer) TurnTo(page int) {
	for w.pages <= min(page, w.Max) {
		w.start()
		if w.pages > w.Max {
			w.Builder.FailPage(fmt.Sprintf("only the first %d pages are read", w.Max))
		}
	}
}

func (w *Writer) start() {
	w.pages++
	number := 0
	if w.Numbered {
		number = w.pages
	}
	w.Builder.StartPage(number)
}

// Fail adds a page that stands for text that could not be read.
func (w *Writer) Fail(reason string) {
	w.start()
	w.Builder.FailPage(reason)
}
