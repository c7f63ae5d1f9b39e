package extract

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Builder puts a Text together page by page and block by block.
type Builder struct {
	content strings.Builder
	text    Text
	open    bool // a page is open
	links   *Links
}

// StartPage opens the next page. Number is 0 for a format without pages.
func (b *Builder) StartPage(number int) {
	b.endPage()
	if len(b.text.Pages) > 0 {
		b.content.WriteByte('\f')
	}
	b.text.Pages = append(b.text.Pages, Page{Number: number, Start: b.content.Len()})
	b.open = true
}

// FailPage says why the open page has no text.
func (b *Builder) FailPage(reason string) {
	if b.open {
		b.text.Pages[len(b.text.Pages)-1].Unreadable = reason
	}
}

// RecognizePage says how sure OCR was of all words on the open page.
func (b *Builder) RecognizePage(confidence Confidence) {
	if b.open {
		b.text.Pages[len(b.text.Pages)-1].Recognized = &confidence
	}
}

// maxBlocks bounds the blocks of a text, because a block of one letter takes 20
// times its bytes in memory.
const maxBlocks = 500_000

// Add appends a block to the open page, cleaned by Clean and without empty lines,
// which end blocks. Text without a visible character adds nothing. A page with
// more than fits into a text is marked as not read.
func (b *Builder) Add(kind BlockKind, level int, text string) {
	b.add(Block{Kind: kind, Level: level}, tidy(text))
}

// AddBlock is Add for a block of which more is known than its kind and level.
// Its text may hold links that Links has marked.
func (b *Builder) AddBlock(block Block, text string) {
	text, links := b.links.resolve(tidy(text))
	if !b.add(block, text) {
		return
	}
	start := b.content.Len() - len(text)
	for _, l := range links {
		if !says(text[l.Start:l.End], l.Target) {
			b.text.Links = append(b.text.Links, Link{start + l.Start, start + l.End, l.Target})
		}
	}
}

// tidy cleans the text of a block.
func tidy(text string) string {
	text = strings.Trim(Clean(text), " \t\n")
	for strings.Contains(text, "\n\n") {
		text = strings.ReplaceAll(text, "\n\n", "\n")
	}
	return text
}

// add appends a block of a tidy text, and reports whether there was any and room
// for it.
func (b *Builder) add(block Block, text string) bool {
	if text == "" {
		return false
	}
	if !b.open {
		b.StartPage(0)
	}
	if b.Full() {
		b.FailPage(fmt.Sprintf("only the first %d paragraphs are read", maxBlocks))
		return false
	}
	if b.content.Len() > b.text.Pages[len(b.text.Pages)-1].Start {
		b.content.WriteString("\n\n")
	}
	block.Start = b.content.Len()
	b.content.WriteString(text)
	block.End = b.content.Len()
	b.text.Blocks = append(b.text.Blocks, block)
	return true
}

// Full reports whether no more blocks will be added.
func (b *Builder) Full() bool { return len(b.text.Blocks) >= maxBlocks }

// Links says which targets the links stand for that the texts of blocks hold.
func (b *Builder) Links(links *Links) { b.links = links }

// Changes records the tracked changes that are pending.
func (b *Builder) Changes(changes []AuthorChanges) { b.text.Changes = changes }

// Note records what was repaired, skipped or cut short.
func (b *Builder) Note(note string) { b.text.Notes = append(b.text.Notes, note) }

// Done returns the text. The builder must not be used afterwards.
func (b *Builder) Done() *Text {
	b.endPage()
	b.text.Content = b.content.String()
	return &b.text
}

func (b *Builder) endPage() {
	if b.open {
		b.text.Pages[len(b.text.Pages)-1].End = b.content.Len()
		b.open = false
	}
}

var ligatures = map[rune]string{
	'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "ft", 'ﬆ': "st",
}

// Clean makes text uniform, so that the same words are the same bytes from
// every format: all spaces become ' ' and all line ends '\n'; soft hyphens,
// zero-width characters, bidirectional controls and other control characters
// go; ligatures and the hyphens U+2010 and U+2011 become plain letters and
// '-'; invalid UTF-8 becomes U+FFFD. Form feeds become line ends, because
// only pages may hold them.
func Clean(s string) string {
	if isClean(s) {
		return s
	}
	var out strings.Builder
	out.Grow(len(s))
	for i, r := range s {
		switch {
		case r == '\r':
			if i+1 >= len(s) || s[i+1] != '\n' {
				out.WriteByte('\n')
			}
		case r == '\n' || r == '\f' || r == '\v' || r == '\u2028' || r == '\u2029' || r == '\u0085':
			out.WriteByte('\n')
		case r == '\t' || unicode.IsSpace(r):
			out.WriteByte(' ')
		case r == '\u2010' || r == '\u2011':
			out.WriteByte('-')
		case r == '\u00ad' || unicode.In(r, unicode.Cc, unicode.Cf):
		case ligatures[r] != "":
			out.WriteString(ligatures[r])
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// isClean reports whether Clean would change nothing.
func isClean(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return isCleanUnicode(s[i:])
		}
		if c < ' ' && c != '\n' || c == 0x7f {
			return false
		}
	}
	return true
}

func isCleanUnicode(s string) bool {
	for i, r := range s {
		switch {
		case r >= ' ' && r < 0x7f || r == '\n':
		case r < 0xA0, r == '\u2010', r == '\u2011', ligatures[r] != "", unicode.IsSpace(r), unicode.In(r, unicode.Cc, unicode.Cf):
			return false
		case r == utf8.RuneError:
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return false
			}
		}
	}
	return true
}
