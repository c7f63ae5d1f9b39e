package main

import (
	"fmt"
	"io"
	"os"
	"sync"

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

// progress counts files on standard error, if that is a terminal.
type progress struct {
	mu          sync.Mutex
	out         io.Writer // nil: nothing is shown
	done, total int
}

func (a *app) newProgress(total int) *progress {
	p := &progress{total: total}
	if _, ok := terminalOf(a.stderr); ok && total > 1 {
		p.out = a.stderr
	}
	return p
}

func (p *progress) step() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	if p.out != nil {
		fmt.Fprintf(p.out, "\r\x1b[K%d of %d files", p.done, p.total)
	}
}

func (p *progress) clear() {
	if p.out != nil {
		fmt.Fprint(p.out, "\r\x1b[K")
	}
}
