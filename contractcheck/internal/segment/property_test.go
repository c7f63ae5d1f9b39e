package segment

import (
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

// text builds a text of paragraphs at blank lines and pages at form feeds. A
// paragraph may begin with a mark of its kind: "# " for a heading, "% " for
// marginal text, "| " for a table's row, "@2 " for a list item of a level.
func text(content string) *extract.Text {
	var b extract.Builder
	for number, page := range strings.Split(content, "\f") {
		b.StartPage(number + 1)
		for block := range strings.SplitSeq(page, "\n\n") {
			kind, level, words := marked(strings.TrimLeft(block, " \n"))
			b.Add(kind, level, words)
		}
	}
	return b.Done()
}

func marked(block string) (extract.BlockKind, int, string) {
	mark, rest, _ := strings.Cut(block, " ")
	switch {
	case mark == "%":
		return extract.Marginal, 0, rest
	case mark == "|":
		return extract.TableRow, 0, rest
	case mark != "" && strings.Trim(mark, "#") == "":
		return extract.Heading, len(mark), rest
	case len(mark) == 2 && mark[0] == '@' && isDigit(mark[1]):
		return extract.ListItem, int(mark[1] - '0'), rest
	}
	return extract.Paragraph, 0, block
}

// checkProperties checks what Split promises of every text.
func checkProperties(t *testing.T, in *extract.Text) {
	t.Helper()
	provisions, sections := Split(in)
	end := 0
	for i, p := range provisions {
		require.GreaterOrEqual(t, p.Start, end, "provision %d overlaps", i)
		checkSpan(t, in.Content, p.Span)
		for _, stem := range p.Stems {
			checkSpan(t, in.Content, stem)
			require.LessOrEqual(t, stem.End, p.Start, "provision %d: the stem stands behind it", i)
		}
		for _, gap := range p.Gaps {
			checkSpan(t, in.Content, gap)
			require.True(t, gap.Start > p.Start && gap.End < p.End, "provision %d: gap outside", i)
		}
		require.True(t, p.Section >= 0 && p.Section < len(sections), "provision %d: section %d", i, p.Section)
		end = p.End
	}
	for i, section := range sections {
		require.Less(t, section.Parent, i)
		require.GreaterOrEqual(t, section.Parent, -1)
		require.True(t, section.Start >= 0 && section.Start < len(in.Content))
	}
	checkLabels(t, in, provisions)
}

func checkSpan(t *testing.T, content string, span Span) {
	t.Helper()
	require.True(t, span.Start >= 0 && span.Start < span.End && span.End <= len(content), "span %v", span)
	require.True(t, utf8.RuneStart(content[span.Start]), "span %v begins within a character", span)
	require.True(t, span.End == len(content) || utf8.RuneStart(content[span.End]), "span %v ends within a character", span)
	words := span.in(content)
	require.Equal(t, strings.Trim(words, " \n\f"), words, "span %v is not trimmed", span)
}

// checkLabels checks that the letters outside of the provisions are labels.
func checkLabels(t *testing.T, in *extract.Text, provisions []Provision) {
	t.Helper()
	next := 0
	for _, block := range in.Blocks {
		at := block.Start
		for at < block.End {
			for next < len(provisions) && provisions[next].End <= at {
				next++
			}
			stop := block.End
			if next < len(provisions) {
				stop = min(stop, provisions[next].Start)
			}
			if at < stop {
				checkOnlyLabels(t, in.Content, at, stop, block.End)
			}
			at = max(stop, at)
			if next < len(provisions) && at == provisions[next].Start || next < len(provisions) && at > provisions[next].Start {
				at = provisions[next].End
			}
		}
	}
}

func checkOnlyLabels(t *testing.T, content string, at, stop, end int) {
	t.Helper()
	for at < stop {
		l, ok := parseLabel(content, at, end)
		if !ok {
			l, ok = parseLabel(content, at, len(content)) // a sentence may go on behind the block
		}
		if ok && l.End <= stop {
			at = l.End
			continue
		}
		r, size := utf8.DecodeRuneInString(content[at:])
		require.False(t, unicode.IsLetter(r), "the letters at %d belong to no provision: %.80q", at, content[at:stop])
		at += size
	}
}

func TestSplitKeepsItsPromisesOnContracts(t *testing.T) {
	for _, path := range extracttest.Files(t, "corpus/*/*.txt", "corpus/*/*.md") {
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		checkProperties(t, text(string(data)))
	}
}
