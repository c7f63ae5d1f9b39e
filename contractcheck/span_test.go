package contractcheck_test

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"
	"testing/fstest"

	"example.org/contractcheck/contractcheck"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const spanText = "# Policy\n\nWe keep *no* log.\n\nWe [sell](https://example.org) nothing.\n"

// spanRow is a label whose passage is the words from first to last.
func spanRow(first, last string) contractcheck.Label {
	sum := sha256.Sum256([]byte(spanText))
	return contractcheck.Label{
		ID: first, Requirement: "no-sale", Verdict: contractcheck.Satisfied,
		Span: &contractcheck.Span{
			File: "policies/a.md", SHA256: hex.EncodeToString(sum[:]),
			Start: strings.Index(spanText, first), End: strings.Index(spanText, last) + len(last),
		},
	}
}

func TestReadSpans(t *testing.T) {
	texts := fstest.MapFS{"policies/a.md": {Data: []byte(spanText)}}
	rows := []contractcheck.Label{spanRow("We keep", "log."), spanRow("We [sell]", "nothing."), {ID: "own", Text: "as it is"}}
	require.NoError(t, contractcheck.ReadSpans(rows, texts))
	assert.Equal(t, "We keep no log.", strings.TrimSpace(rows[0].Text))
	assert.Equal(t, "We sell nothing.", strings.TrimSpace(rows[1].Text))
	assert.Equal(t, "as it is", rows[2].Text)
}

// Each row whose passage cannot be read is named, and none is quoted.
func TestReadSpansNamesFaults(t *testing.T) {
	changed, outside, reversed, missing := spanRow("We keep", "log."), spanRow("# P", "nothing."), spanRow("We keep", "log."), spanRow("We keep", "log.")
	changed.ID, changed.Span.SHA256 = "changed", strings.Repeat("0", 64)
	outside.ID, outside.Span.End = "outside", len(spanText)+1
	reversed.ID, reversed.Span.Start = "reversed", reversed.Span.End
	missing.ID, missing.Span.File = "missing", "policies/b.md"
	again := missing
	again.ID = "again"
	err := contractcheck.ReadSpans([]contractcheck.Label{changed, outside, reversed, missing, again}, fstest.MapFS{"policies/a.md": {Data: []byte(spanText)}})
	assert.ErrorContains(t, err, "changed: policies/a.md has changed since it was labelled")
	assert.ErrorContains(t, err, "outside: policies/a.md has no bytes from 0 up to")
	assert.ErrorContains(t, err, "reversed: policies/a.md has no bytes from")
	assert.ErrorContains(t, err, "missing: policies/b.md: file does not exist")
	assert.NotContains(t, err.Error(), "again:")
	assert.NotContains(t, err.Error(), "We keep")
}
