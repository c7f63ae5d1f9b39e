// Package extracttest holds what the tests of the readers share.
package extracttest

import (
	"context"
	"errors"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// Reader reads one format.
type Reader func(ctx context.Context, data []byte, limits extract.Limits) (*extract.Text, error)

// Show writes the blocks one a line, with a letter for their kind and their
// level if they have one.
func Show(text *extract.Text) []string {
	var out []string
	for _, b := range text.Blocks {
		line := string("PHLTM"[b.Kind])
		if b.Level > 0 {
			line += strconv.Itoa(b.Level)
		}
		out = append(out, line+" "+strings.ReplaceAll(text.Content[b.Start:b.End], "\n", "/"))
	}
	return out
}

// Links writes the links of a text one a line, their words and their targets.
func Links(text *extract.Text) []string {
	var out []string
	for _, l := range text.Links {
		out = append(out, text.Content[l.Start:l.End]+" > "+l.Target)
	}
	return out
}

// Text reads a source that must be readable.
func (read Reader) Text(t testing.TB, source string) *extract.Text {
	t.Helper()
	text, err := read(context.Background(), []byte(source), extract.Limits{})
	require.NoError(t, err)
	return text
}

// AssertSound checks what holds for every text; see Fault.
func AssertSound(t testing.TB, text *extract.Text) {
	t.Helper()
	require.Empty(t, Fault(text))
}

// AssertCorpus reads real files of the patterns, below ../shared/data, and
// skips the test where there are none.
func (read Reader) AssertCorpus(t *testing.T, patterns ...string) {
	t.Helper()
	for _, name := range Files(t, patterns...) {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		start := time.Now()
		text, err := read(context.Background(), data, extract.Limits{})
		if errors.Is(err, extract.ErrNoText) {
			continue // one is a picture alone
		}
		require.NoError(t, err, name)
		assert.Less(t, time.Since(start), 10*time.Second, name)
		AssertSound(t, text)
	}
}
