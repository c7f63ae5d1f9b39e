// Package container opens files that hold others: zip archives, Internet
// messages (EML) and Outlook messages (MSG), one in another to a small depth.
package container

import (
	"context"
	"errors"
	"fmt"

	"example.org/contractcheck/contractcheck/internal/archive"
	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/sniff"
)

// Item is a file in a container.
type Item struct {
	Name string // its path from the outermost container, fit to be shown
	Data []byte
	// Format is set where it is known without looking at the data, as of the
	// text of a message.
	Format sniff.Format
	Notes  []string // what was left out beside it
	Err    error    // why Data could not be had; it wraps one of package extract's errors

	// open walks a container, whose files are named behind a prefix; nil for
	// what is none.
	open func(prefix string, depth int) error
}

// Bounds on what one container may hold, all depths together. The largest
// packages of contracts seen have some 40 files, and a mail in a zip is as deep
// as they go.
const (
	maxItems = 1000
	maxDepth = 4
)

// Walk hands each file that a container of a format holds to yield, in the order
// in which it stands there, those of inner containers in their place. A file
// that cannot be had comes with its error; those that operating systems leave
// behind do not come. Limits.Bytes bounds each file, Limits.Inflated all of them
// together. The error is that of opening the outermost container, of yield or of
// ctx, or wraps extract.ErrTooLarge for more than 1,000 files.
func Walk(ctx context.Context, data []byte, format sniff.Format, limits extract.Limits, yield func(Item) error) error {
	w := &walker{ctx: ctx, limits: limits, names: map[string]int{}, yield: yield}
	return w.open(data, format, "", 1)
}

type walker struct {
	ctx    context.Context
	limits extract.Limits
	items  int
	names  map[string]int // how often each name came
	yield  func(Item) error
}

// open walks a container whose files are named behind a prefix.
func (w *walker) open(data []byte, format sniff.Format, prefix string, depth int) error {
	switch format {
	case sniff.ZIP:
		return w.openZip(data, prefix, depth)
	case sniff.Mail:
		return w.openMail(data, prefix, depth)
	}
	compound, err := archive.OpenCompound(data, w.limits.Allowance())
	if err != nil {
		return err
	}
	return w.openMessage(compound.Root(), prefix, depth)
}

// errStop wraps what ends the whole walk.
type errStop struct{ error }

func (e errStop) Unwrap() error { return e.error }

// file hands on a file, or walks it where it is a container itself.
func (w *walker) file(item Item, depth int) error {
	if err := w.ctx.Err(); err != nil {
		return errStop{err}
	}
	if w.items++; w.items > maxItems {
		return errStop{fmt.Errorf("%w: it holds more than %d files", extract.ErrTooLarge, maxItems)}
	}
	item.Name = w.unique(item.Name)
	if item.Err == nil && item.open == nil {
		w.detect(&item)
	}
	if item.open == nil {
		return w.hand(item)
	}
	return w.inner(item, depth)
}

// detect tells the format of a file, and how to open it where it is a container.
func (w *walker) detect(item *Item) {
	if item.Format == "" {
		item.Format, item.Err = sniff.Detect(item.Data)
	}
	if item.Err == nil && item.Format.IsContainer() {
		data, format := item.Data, item.Format
		item.open = func(prefix string, depth int) error { return w.open(data, format, prefix, depth) }
	}
}

// inner walks a container in another. That it cannot be opened is the error of
// that file alone.
func (w *walker) inner(item Item, depth int) error {
	if depth >= maxDepth {
		item.Err = fmt.Errorf("%w: it lies in more than %d containers; unpack it and check the files in it", extract.ErrTooLarge, maxDepth-1)
		return w.hand(item)
	}
	err := item.open(item.Name+"/", depth+1)
	if err == nil || errors.As(err, new(errStop)) {
		return err
	}
	item.Err = err
	return w.hand(item)
}

func (w *walker) hand(item Item) error {
	if item.Err != nil {
		item.Data = nil
	}
	if err := w.yield(item); err != nil {
		return errStop{err}
	}
	return nil
}

// unique numbers a name that came before.
func (w *walker) unique(name string) string {
	w.names[name]++
	if n := w.names[name]; n > 1 {
		return fmt.Sprintf("%s (%d)", name, n)
	}
	return name
}
