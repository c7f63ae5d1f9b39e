// Package docx reads the text of WordprocessingML documents (ECMA-376 Part 1,
// clause 17, transitional and strict) as Word shows it: with automatic
// numbers, with the results of fields, and with tracked changes accepted,
// undone, or both.
//
// What Word shows elsewhere than in the text is left out and named in the
// notes: comments, pictures, charts, embedded documents, and text that is
// hidden or struck through.
package docx

import (
	"context"
	"fmt"

	"example.org/contractcheck/contractcheck/internal/archive"
	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/opc"
	"example.org/contractcheck/contractcheck/internal/story"
)

// Read returns the text of a DOCX file, with its tracked changes read as changes
// says.
//
// A document that is damaged half way gives the text before the damage and
// behind it a page that is marked as unreadable. The error wraps
// extract.ErrFormat, ErrEncrypted, ErrTooLarge or ErrNoText, or is ctx's.
func Read(ctx context.Context, data []byte, changes extract.Changes, limits extract.Limits) (*extract.Text, error) {
	limits = limits.WithDefaults()
	links := &extract.Links{}
	r, err := readView(ctx, data, changes == extract.Original, links, limits)
	if err != nil {
		return nil, err
	}
	r.view = changes
	if changes == extract.Both && r.revisions.Seen > 0 {
		before, err := readView(ctx, data, true, links, limits)
		if err != nil {
			return nil, err
		}
		r.join(before)
	}
	return r.document().Text(limits.Pages)
}

// readView reads the blocks of a file, as they were before its changes or as
// they are with them.
func readView(ctx context.Context, data []byte, before bool, links *extract.Links, limits extract.Limits) (*reader, error) {
	pkg, err := opc.Open(data, "DOCX", limits)
	if err != nil {
		return nil, err
	}
	r := &reader{ctx: ctx, parts: pkg, links: links, revisions: story.Revisions{Before: before}}
	return r, r.readAll()
}

// A reader holds what one document's parts share.
type reader struct {
	ctx        context.Context
	parts      *archive.Package
	paragraphs story.Paragraphs // so far
	styles     styleSheet
	numbering  numbering
	counters   *counters
	notes      map[noteRef][]story.Block // footnotes and endnotes not yet referred to
	fields     fieldStack
	relations  opc.Relations // of the part that is read
	links      *extract.Links
	pages      pageCounter
	marginals  []string // relationship ids of headers and footers, in order
	tally      story.Tally
	revisions  story.Revisions
	view       extract.Changes // how the notes say that the changes are read

	head, body, foot []story.Block
	// unread says which parts of the text could not be read.
	unread []string
	// remarks are notes for the user that are not counted in the tally.
	remarks []string
}

// readAll reads the parts in the order in which they need each other.
func (r *reader) readAll() error {
	main, err := r.mainPart()
	if err != nil {
		return err
	}
	relations, err := opc.Read(r.ctx, r.parts, main)
	if err != nil {
		return err
	}
	if err := r.readDefinitions(relations); err != nil {
		return err
	}
	if err := r.readNotes(relations); err != nil {
		return err
	}
	if r.body, err = r.readStory(main, "body"); err != nil {
		if extract.IsFatal(err) {
			return err
		}
		if len(r.body) == 0 {
			return fmt.Errorf("%w: the document part of the DOCX file is damaged; get the file once more from its sender", extract.ErrFormat)
		}
		r.unread = append(r.unread, story.BrokenOff(err))
	}
	return r.readMarginals(relations)
}

// join puts the text as it was before the tracked changes beside the text with
// them.
func (r *reader) join(before *reader) {
	r.head = story.AppendMarginals(r.head, before.head)
	r.foot = story.AppendMarginals(r.foot, before.foot)
	r.body = story.Join(before.body, r.body)
	r.pages.current = max(r.pages.current, before.pages.current)
	r.pages.seen = r.pages.seen || before.pages.seen
}

func (r *reader) document() *story.Document {
	return &story.Document{
		Head: r.head, Body: r.body, Foot: r.foot, LastPage: r.pages.current, Numbered: r.pages.seen, Links: r.links,
		Tally: r.tally, Changes: r.revisions.AuthorTotals(), View: r.view, Unread: r.unread, Remarks: r.remarks,
	}
}
