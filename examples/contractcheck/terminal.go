package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/term"
)

// terminalOf returns the descriptor of a writer that is a terminal.
func terminalOf(w io.Writer) (int, bool) {
	f, ok := w.(*os.File)
	if !ok {
		return 0, false
	}
	fd := int(f.Fd())
	return fd, term.IsTerminal(fd)
}

// wantsColor reports whether w is a terminal whose user has not asked for plain
// text (https://no-color.org).
func wantsColor(w io.Writer) bool {
	_, ok := terminalOf(w)
	return ok && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// widthOf returns the columns of a terminal, or 0 where w is none.
func widthOf(w io.Writer) int {
	fd, ok := terminalOf(w)
	if !ok {
		return 0
	}
	width, _, err := term.GetSize(fd)
	if err != nil {
		return 0
	}
	return width
}

// progress tells on standard error, if that is a terminal, how many of several
// files are done, and which page OCR reads.
type progress struct {
	mu          sync.Mutex
	out         io.Writer // nil: nothing is shown
	done, total int       // files
}

func (a *app) newProgress(total int) *progress {
	p := &progress{total: total}
	if _, ok := terminalOf(a.stderr); ok {
		p.out = a.stderr
	}
	return p
}

// step counts a file that is done.
func (p *progress) step() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	p.show("")
}

// page names the page that OCR reads now.
func (p *progress) page(file string, page, left int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.show(fmt.Sprintf("OCR of %s: page %d, %d left", filepath.Base(oneLine(file)), page, left))
}

// show writes one line over the one before, cut where the terminal ends.
func (p *progress) show(what string) {
	if p.out == nil {
		return
	}
	if p.total > 1 {
		what = strings.TrimSpace(fmt.Sprintf("%d of %d files  %s", p.done, p.total, what))
	}
	if width := widthOf(p.out); width > 0 && utf8.RuneCountInString(what) >= width {
		what = string([]rune(what)[:width-1])
	}
	fmt.Fprint(p.out, clearLine+what)
}

// clearLine puts the cursor at the start of an empty line.
const clearLine = "\r\x1b[K"

func (p *progress) clear() {
	if p.out != nil {
		fmt.Fprint(p.out, clearLine)
	}
}
