// Package plain reads text files. They have no markup: pages are what form
// feeds separate, and blocks what blank lines separate, list items, numbered
// sections and headings apart.
package plain

import (
	"context"
	"fmt"
	"strings"

	"example.org/contractcheck/contractcheck/internal/charset"
	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/linemark"
)

// Read returns the text of a text file. The error wraps extract.ErrFormat for
// binary data, extract.ErrTooLarge or extract.ErrNoText, or is ctx's.
func Read(ctx context.Context, data []byte, limits extract.Limits) (*extract.Text, error) {
	limits = limits.WithDefaults()
	if int64(len(data)) > limits.Bytes {
		return nil, fmt.Errorf("%w: more than %d bytes", extract.ErrTooLarge, limits.Bytes)
	}
	content, note, err := charset.Decode(data)
	if err != nil {
		return nil, err
	}
	b := &extract.Builder{}
	if err := readPages(ctx, b, content, limits.Pages); err != nil {
		return nil, err
	}
	if note != "" {
		b.Note(note)
	}
	text := b.Done()
	if len(text.Blocks) == 0 {
		return nil, fmt.Errorf("%w: the file is blank", extract.ErrNoText)
	}
	return text, nil
}

// readPages reads page by page. A form feed at the end begins no page.
func readPages(ctx context.Context, b *extract.Builder, content string, most int) error {
	content = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimRight(content, "\f\r\n\t "))
	first := 1
	if !strings.Contains(content, "\f") {
		first = 0
	}
	for number, more := first, true; more; number++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		b.StartPage(number)
		if number > most {
			b.FailPage(fmt.Sprintf("only the first %d pages are read", most))
			return nil
		}
		var page string
		page, content, more = strings.Cut(content, "\f")
		if err := readPage(ctx, b, page); err != nil {
			return err
		}
	}
	return nil
}

// checkEvery is how many lines are read between two looks at the context.
const checkEvery = 1024

// readPage adds what stands between blank lines. Single lines in it may be
// running page numbers.
func readPage(ctx context.Context, b *extract.Builder, page string) error {
	var group []string
	for n, more := 1, true; more; n++ {
		if n%checkEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		var line string
		line, page, more = strings.Cut(page, "\n")
		if strings.TrimSpace(extract.Clean(line)) != "" {
			group = append(group, line)
			continue
		}
		addGroup(b, group)
		group = group[:0]
	}
	addGroup(b, group)
	return nil
}

func addGroup(b *extract.Builder, group []string) {
	if len(group) == 1 && isPageNumber(group[0]) {
		b.Add(extract.Marginal, 0, group[0])
		return
	}
	for len(group) > 0 {
		n := blockLength(group)
		addBlock(b, group[:n])
		group = group[n:]
	}
}

// blockLength returns how many lines of a group, at least one, are its first
// block.
func blockLength(group []string) int {
	if len(group) > 1 && standsAlone(group[0], group[1]) {
		return 1
	}
	for n := 1; n < len(group); n++ {
		if linemark.Begins(group[:n], group[n]) {
			return n
		}
	}
	return len(group)
}

// standsAlone reports whether a heading has its text in the line right after
// it, rather than being the first of several lines of a title or an address.
func standsAlone(line, next string) bool {
	return linemark.IsHeading(line) && !linemark.IsHeading(next) && !startsLower(next) && len(line) < len(next)
}

func startsLower(line string) bool {
	line = strings.TrimSpace(line)
	return line != "" && line[0] >= 'a' && line[0] <= 'z'
}

func addBlock(b *extract.Builder, lines []string) {
	trimmed := make([]string, len(lines))
	for i, line := range lines {
		trimmed[i] = strings.TrimSpace(line)
	}
	kind, level := classify(trimmed)
	b.Add(kind, level, linemark.WithoutBlankLines(strings.Join(trimmed, "\n")))
}

func classify(lines []string) (extract.BlockKind, int) {
	mark, marked := linemark.At(lines[0])
	if len(lines) == 1 && linemark.IsHeading(lines[0]) {
		return extract.Heading, mark.Depth
	}
	if marked && mark.Style != linemark.Titled {
		return extract.ListItem, mark.Depth
	}
	return extract.Paragraph, 0
}
