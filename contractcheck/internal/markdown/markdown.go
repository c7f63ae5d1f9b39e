// Package markdown reads the text of Markdown files (CommonMark with the
// tables of GitHub): what a reader sees, without the marks.
//
// It reads line by line rather than with a full parser, because a contract
// must not lose a line to a rule of the syntax: numbers stay as they are
// written, indented text is text, and "(a)" begins an item.
package markdown

import (
	"context"
	"fmt"
	"strings"

	"example.org/contractcheck/contractcheck/internal/charset"
	"example.org/contractcheck/contractcheck/internal/extract"
)

// checkEvery is how many lines are read between two looks at the context.
const checkEvery = 1024

// Read returns the text of a Markdown file. The error wraps extract.ErrFormat
// for binary data, extract.ErrTooLarge or extract.ErrNoText, or is ctx's.
func Read(ctx context.Context, data []byte, limits extract.Limits) (*extract.Text, error) {
	limits = limits.WithDefaults()
	if int64(len(data)) > limits.Bytes {
		return nil, fmt.Errorf("%w: more than %d bytes", extract.ErrTooLarge, limits.Bytes)
	}
	source, note, err := charset.Decode(data)
	if err != nil {
		return nil, err
	}
	r := &reader{}
	r.builder.Links(&r.links)
	r.builder.StartPage(0)
	if note != "" {
		r.builder.Note(note)
	}
	source = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(source)
	source = r.dropFrontMatter(extract.WithoutMarks(source))
	source = r.replaceHTML(source)
	if err := r.readLines(ctx, r.takeDefinitions(source)); err != nil {
		return nil, err
	}
	if r.struck > 0 {
		r.builder.Note("struck-through text left out")
	}
	text := r.builder.Done()
	if len(text.Blocks) == 0 {
		return nil, fmt.Errorf("%w: the file is blank", extract.ErrNoText)
	}
	return text, nil
}

// dropFrontMatter cuts off the metadata that some tools put before the text.
func (r *reader) dropFrontMatter(source string) string {
	for _, fence := range []string{"---", "+++"} {
		body, ok := strings.CutPrefix(source, fence+"\n")
		if !ok {
			continue
		}
		matter, rest, closed := strings.Cut("\n"+body, "\n"+fence+"\n")
		if closed && isMetadata(matter) {
			r.builder.Note("front matter left out")
			return rest
		}
	}
	return source
}

// isMetadata tells front matter from text between two rules: no blank lines
// and "key: value" or "key = value" first.
func isMetadata(matter string) bool {
	matter = strings.TrimPrefix(matter, "\n")
	first, _, _ := strings.Cut(matter, "\n")
	key, _, ok := strings.Cut(first, ":")
	if !ok {
		key, _, ok = strings.Cut(first, "=")
	}
	return ok && key != "" && !strings.ContainsAny(strings.TrimSpace(key), " *[(") && !strings.Contains(matter, "\n\n")
}
