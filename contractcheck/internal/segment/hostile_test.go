package segment

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// hostileSize is the size of one hostile text, in bytes. What takes time in
// the square of it would take minutes.
const hostileSize = 1 << 18

// hostileTime is a hundred times what the slowest of them takes.
const hostileTime = 10 * time.Second

func TestHostileTextsTakeLinearTime(t *testing.T) {
	for _, unit := range []string{
		"\n", " \n", "a\n", "?", ".", ". ", "\"", ")", "(", "a)", "(a) ", "(a)\n", "to (a) ", "shall (a) ", "• ", "-\n", "1. ", "1.\n",
		"1.1.1. ", "A. ", "a. ", "; ", ";\na", ": ", "x: (a) ", "x: • ", "Section 1 ", "ARTICLE I\n", "A\n", "A ", "a", "— ", "…", "§ ",
		"and (b) ", "“", "e.g. ", "Inc. ", "9.2 A. ",
	} {
		content := strings.Repeat(unit, hostileSize/len(unit))
		for _, kind := range []extract.BlockKind{extract.Paragraph, extract.Heading, extract.TableRow} {
			one := &extract.Text{Content: content, Blocks: []extract.Block{{Kind: kind, End: len(content)}}}
			begun := time.Now()
			Split(one)
			assert.Less(t, time.Since(begun), hostileTime, "one block of %q, kind %d", unit, kind)
		}
		begun := time.Now()
		Split(text(strings.Repeat(unit+"\n\n", hostileSize/(len(unit)+2))))
		assert.Less(t, time.Since(begun), hostileTime, "blocks of %q", unit)
	}
}

func TestJoinedBlocksTakeLinearTime(t *testing.T) {
	for _, unit := range []string{"word\n\n", "word\n\n% 7\n\n", "word,\f", "(a) word,\f"} {
		begun := time.Now()
		Split(text("Vendor shall\n\n" + strings.Repeat(unit, hostileSize/8/len(unit))))
		assert.Less(t, time.Since(begun), hostileTime, "%q", unit)
	}
}

func TestDeepListsAreBounded(t *testing.T) {
	provisions, _ := Split(text(strings.Repeat("(a) x: (i) y: (A) z: (1) w: • v: ", 200)))
	deepest := 0
	for _, p := range provisions {
		deepest = max(deepest, len(p.Stems))
	}
	assert.Equal(t, maxDepth, deepest)
}
