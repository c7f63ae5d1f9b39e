package xlsx

import (
	"encoding/xml"
	"errors"
	"strings"

	"example.org/contractcheck/contractcheck/internal/archive"
	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/opc"
	"example.org/contractcheck/contractcheck/internal/xmlstream"
)

// threadNotice begins the comment that Excel leaves for old versions in the
// place of a thread of comments, which it repeats.
const threadNotice = "[Threaded comment]"

// readComments adds the comments on the cells of a sheet, old ones (18.7) and
// threads, as text outside of the sheet.
func (r *reader) readComments(relations opc.Relations) error {
	threads := relations.Target("threadedComment")
	if err := r.readCommentPart(threads, false); err != nil {
		return err
	}
	return r.readCommentPart(relations.Target("comments"), threads != "")
}

func (r *reader) readCommentPart(part string, threaded bool) error {
	if part == "" {
		return nil
	}
	var visit func(x *xmlstream.Reader, el xml.StartElement) error
	visit = func(x *xmlstream.Reader, el xml.StartElement) error {
		switch el.Name.Local {
		case "commentList":
			return x.Children(func(el xml.StartElement) error { return visit(x, el) })
		case "comment", "threadedComment":
			text, err := commentText(x)
			if !threaded || !strings.HasPrefix(text, threadNotice) {
				r.addComment(xmlstream.Attr(el, "ref"), text)
			}
			return err
		}
		return x.Skip()
	}
	err := r.parts.EachElement(r.ctx, part, visit)
	if errors.Is(err, archive.ErrNoPart) {
		return nil
	}
	return r.tolerate(err, "comments on cells are damaged; not all of them could be read")
}

func (r *reader) addComment(cell, text string) {
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	r.comments++
	r.builder.Add(extract.Marginal, 0, "[comment on "+cell+"] "+lines(text))
}

// commentText returns the text in the open element. What stands in it right
// away is that of a thread; old comments have it in runs.
func commentText(x *xmlstream.Reader) (string, error) {
	var out strings.Builder
	var visit func(el xml.StartElement) error
	visit = func(el xml.StartElement) error {
		switch el.Name.Local {
		case "t":
			return x.Text(func(s string) { out.WriteString(s) })
		case "text":
			return x.Mixed(func(s string) { out.WriteString(s) }, visit)
		case "rPh":
			return x.Skip()
		}
		return x.Children(visit)
	}
	err := x.Children(visit)
	return out.String(), err
}
