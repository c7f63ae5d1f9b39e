// Package odt reads the text of OpenDocument texts (OpenDocument 1.3, Part 3),
// packed and flat, as LibreOffice shows it: with the numbers of lists and
// headings, with what fields showed last, and with tracked changes accepted,
// undone, or both.
//
// What shows elsewhere than in the text is left out and named in the notes:
// comments, pictures, charts, and text that is hidden or struck through.
package odt

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"

	"example.org/contractcheck/contractcheck/internal/archive"
	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/story"
	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// Read returns the text of an ODT, OTT or FODT file, with its tracked changes
// read as changes says.
//
// A document that is damaged half way gives the text before the damage and
// behind it a page that is marked as unreadable. The error wraps
// extract.ErrFormat, ErrEncrypted, ErrTooLarge or ErrNoText, or is ctx's.
func Read(ctx context.Context, data []byte, changes extract.Changes, limits extract.Limits) (*extract.Text, error) {
	limits = limits.WithDefaults()
	switch {
	case int64(len(data)) > limits.Bytes:
		return nil, fmt.Errorf("%w: more than %d bytes", extract.ErrTooLarge, limits.Bytes)
	case len(data) == 0:
		return nil, fmt.Errorf("%w: the file is empty", extract.ErrNoText)
	}
	links := &extract.Links{}
	r, err := readView(ctx, data, changes == extract.Original, links, limits)
	if err != nil {
		return nil, err
	}
	if changes == extract.Both && r.revisions.Seen > 0 {
		before, err := readView(ctx, data, true, links, limits)
		if err != nil {
			return nil, err
		}
		r.marginals = story.AppendMarginals(r.marginals, before.marginals)
		r.body = story.Join(before.body, r.body)
		r.page = max(r.page, before.page)
	}
	r.view = changes
	return r.document().Text(limits.Pages)
}

// readView reads the blocks of a file, as they were before its changes or as
// they are with them.
func readView(ctx context.Context, data []byte, before bool, links *extract.Links, limits extract.Limits) (*reader, error) {
	r := &reader{ctx: ctx, links: links, styles: styleSheet{}, lists: newLists(), changes: map[string]*change{}}
	r.revisions.Before = before
	if !archive.IsZip(data) {
		return r, r.readFlat(data, limits)
	}
	pkg, err := archive.Open(data, limits)
	if err != nil {
		return nil, err
	}
	return r, r.readPackage(pkg)
}

// A reader holds what the parts of one document share.
type reader struct {
	ctx    context.Context
	styles styleSheet
	lists  *lists
	links  *extract.Links

	revisions story.Revisions
	view      extract.Changes    // how the notes say that the changes are read
	changes   map[string]*change // by their ids
	skipping  int                // insertions open that the text that is read lacks

	marginals, body []story.Block
	paragraphs      story.Paragraphs // so far
	page            int              // from 0
	numbered        bool             // the document says where its pages end
	tally           story.Tally
	remarks, unread []string
}

// The parts of a packed document.
const (
	contentPart  = "content.xml"
	stylesPart   = "styles.xml"
	manifestPart = "META-INF/manifest.xml"
)

func (r *reader) readPackage(pkg *archive.Package) error {
	if err := checkEncryption(r.ctx, pkg); err != nil {
		return err
	}
	if !pkg.Has(contentPart) {
		return fmt.Errorf("%w: the zip file holds no OpenDocument text", extract.ErrFormat)
	}
	if err := r.readPart(pkg, stylesPart); err != nil && !errors.Is(err, archive.ErrNoPart) {
		if extract.IsFatal(err) {
			return err
		}
		r.remarks = append(r.remarks, "the style definitions are damaged; headings, numbers, headers or footers may be missing")
	}
	return r.settle(r.readPart(pkg, contentPart))
}

func (r *reader) readPart(pkg *archive.Package, name string) error {
	return pkg.EachElement(r.ctx, name, r.readSection)
}

// readFlat reads a document in one XML file. Limits.Inflated bounds it, because it
// is what packed files inflate to.
func (r *reader) readFlat(data []byte, limits extract.Limits) error {
	x := xmlstream.New(r.ctx, extract.NewInflation(limits.Inflated).Reader(bytes.NewReader(data)), limits.Depth)
	return r.settle(x.Root(func(xml.StartElement) error {
		return x.Children(func(el xml.StartElement) error { return r.readSection(x, el) })
	}))
}

// settle decides what an error in the content means: the end of the reading, or
// a page that is marked as unreadable behind what was read.
func (r *reader) settle(err error) error {
	switch {
	case err == nil || extract.IsFatal(err):
		return err
	case len(r.body) == 0:
		return fmt.Errorf("%w: the content of the OpenDocument text is damaged; get the file once more from its sender", extract.ErrFormat)
	}
	r.unread = append(r.unread, story.BrokenOff(err))
	return nil
}

// readSection reads a child of the root (3.1).
func (r *reader) readSection(x *xmlstream.Reader, el xml.StartElement) error {
	switch nameOf(el) {
	case "office:styles", "office:automatic-styles":
		return x.Children(func(el xml.StartElement) error { return r.readDefinition(x, el) })
	case "office:master-styles":
		return x.Children(func(el xml.StartElement) error { return r.readMasterPage(x) })
	case "office:body":
		return x.Children(func(el xml.StartElement) error { return r.readBody(x, el) })
	}
	return x.Skip()
}

func (r *reader) readDefinition(x *xmlstream.Reader, el xml.StartElement) error {
	switch nameOf(el) {
	case "style:style":
		return r.styles.read(x, el)
	case "text:list-style":
		return r.lists.readStyle(x, attr(el, "name"))
	case "text:outline-style":
		return r.lists.readStyle(x, outlineStyle)
	}
	return x.Skip()
}

func (r *reader) readBody(x *xmlstream.Reader, el xml.StartElement) error {
	if nameOf(el) != "office:text" {
		return fmt.Errorf("%w: the OpenDocument file holds no text", extract.ErrFormat)
	}
	r.numbered = attr(el, "use-soft-page-breaks") == "true"
	c := &container{}
	err := r.readBlocks(x, c, listPlace{})
	r.body = r.done(c)
	return err
}

// readMasterPage reads the headers and footers of a kind of page (16.9).
func (r *reader) readMasterPage(x *xmlstream.Reader) error {
	return x.Children(func(el xml.StartElement) error {
		switch nameOf(el) {
		case "style:header", "style:header-left", "style:header-first", "style:footer", "style:footer-left", "style:footer-first":
			c := &container{}
			err := r.readBlocks(x, c, listPlace{})
			r.marginals = story.AppendMarginals(r.marginals, r.done(c))
			return err
		}
		return x.Skip()
	})
}

// checkEncryption returns an error that wraps extract.ErrEncrypted if the
// manifest says that the content is encrypted (Part 2, 4.4).
func checkEncryption(ctx context.Context, pkg *archive.Package) error {
	encrypted := false
	err := pkg.EachElement(ctx, manifestPart, func(x *xmlstream.Reader, el xml.StartElement) error {
		if nameOf(el) == "manifest:encrypted-key" {
			encrypted = true
		}
		return x.Children(func(el xml.StartElement) error {
			encrypted = encrypted || nameOf(el) == "manifest:encryption-data"
			return x.Skip()
		})
	})
	if encrypted {
		return fmt.Errorf("%w: it is protected by a password; open it in LibreOffice, remove the password and save it again", extract.ErrEncrypted)
	}
	if err != nil && extract.IsFatal(err) {
		return err
	}
	return nil // a document is read by its content, whatever its manifest says
}

func (r *reader) document() *story.Document {
	if r.lists.cutsText() {
		r.remarks = append(r.remarks, story.CutNumbersRemark())
	}
	return &story.Document{
		Head: r.marginals, Body: r.body, LastPage: r.page, Numbered: r.numbered, Links: r.links,
		Tally: r.tally, Changes: r.revisions.AuthorTotals(), View: r.view, Unread: r.unread, Remarks: r.remarks,
	}
}
