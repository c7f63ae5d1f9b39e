package clausefile

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var badDocuments = []struct {
	name, in string
	want     []string
}{
	{"empty", "", []string{"t.yaml:1:1: terms file: read nothing, expected a mapping"}},
	{"comment", "# words\n", []string{"t.yaml:1:1: terms file: read nothing, expected a mapping"}},
	{"null", "---\n", []string{"t.yaml:2:1: terms file: read nothing, expected a mapping"}},
	{"list", "- words\n", []string{"t.yaml:1:1: terms file: read a list, expected a mapping"}},
	{"text", "words\n", []string{`t.yaml:1:1: terms file: read "words", expected a mapping`}},
	{"too large", strings.Repeat("#", maxSize+1), []string{
		"t.yaml:1:1: terms file: read 1048577 bytes, expected at most 1048576"}},
	{"no UTF-8", "words: {a: [b]}\n# caf\xe9\n", []string{"t.yaml:2:6: read the byte 0xe9, expected text in UTF-8"}},
	{"UTF-16", "\xff\xfew\x00", []string{"t.yaml:1:1: read the byte 0xff, expected text in UTF-8"}},
	{"control character", "words: {a: [é\x01]}\n", []string{"t.yaml:1:14: read the invisible character U+0001, expected text"}},
	{"line separator", "words:\u2028", []string{"t.yaml:1:7: read the invisible character U+2028, expected text"}},
	{"second byte order mark", "\ufeff\ufeffwords:", []string{"t.yaml:1:1: read the invisible character U+FEFF, expected text"}},
	{"carriage return alone", "words:\r\n  a: [b]\r", []string{
		"t.yaml:2:9: read a carriage return alone, expected line feeds as line ends"}},
	{"two mappings in a line", "words: a: [b]\n", []string{"t.yaml:1:9: YAML: mapping values are not allowed in this context"}},
	{"tab as indent", "words:\n\ta: [b]\n", []string{
		"t.yaml:2:1: YAML: found character that cannot start any token (while scanning for the next token that begins at 2:1)"}},
	{"open list", "words: {a: [b\n", []string{
		"t.yaml:2:1: YAML: did not find expected ',' or ']' (while parsing a flow sequence that begins at 1:12)"}},
	{"open list without line end", "words: [", []string{
		"t.yaml:1:9: YAML: did not find expected node content (while parsing a flow node that begins at 1:9)"}},
	{"unknown alias", "words: {a: [*b]}\n", []string{"t.yaml:1:13: YAML: unknown anchor 'b' referenced"}},
	{"anchor and alias", "words: {a: &x [b], c: *x}\n", []string{
		"t.yaml:1:12: read the anchor &x, expected the value alone",
		"t.yaml:1:23: read the alias *x, expected the value written out"}},
	{"alias in itself", "words: &x {a: *x}\n", []string{
		"t.yaml:1:8: read the anchor &x, expected the value alone",
		"t.yaml:1:15: read the alias *x, expected the value written out"}},
	{"merge", "words: {<<: {a: [b]}}\n", []string{`t.yaml:1:9: words: read <<, expected a word as key`}},
	{"tags", "words: {a: !!str b, c: !own [d]}\n", []string{
		"t.yaml:1:12: read the tag \"!!str\", expected the value alone",
		"t.yaml:1:24: read the tag \"!own\", expected the value alone"}},
	{"tag with a line end", "!%0A words\n", []string{
		`t.yaml:1:1: read the tag "!\n", expected the value alone`}},
	{"two documents", "words: {a: [b]}\n---\nparties: {}\n", []string{
		"t.yaml:2:1: terms file: read a second YAML document, expected one a file"}},
	{"problems of both documents", "wrods: {a: [b]}\n---\n[\n", []string{
		`t.yaml:1:1: terms file: unknown key "wrods": did you mean "words"?`,
		"t.yaml:4:1: YAML: did not find expected node content (while parsing a flow node that begins at 4:1)"}},
	{"deep flow", "words: " + strings.Repeat("[", 40), []string{
		"t.yaml:1:24: YAML: read more than 16 levels of nesting, expected fewer (while increasing flow level that begins at 1:24)"}},
	{"deep blocks", "words:\n " + strings.Repeat("- ", 40) + "a\n", []string{
		"t.yaml:2:32: YAML: read more than 16 levels of nesting, expected fewer (while increasing indent level that begins at 1:1)"}},
}

func TestDocumentProblems(t *testing.T) {
	for _, test := range badDocuments {
		t.Run(test.name, func(t *testing.T) {
			_, err := ParseTerms("t.yaml", []byte(test.in))
			requireProblems(t, err, test.want)
		})
	}
}

func TestDocumentForms(t *testing.T) {
	for name, in := range map[string]string{
		"byte order mark":   "\ufeffwords: {a: [b]}\n",
		"line ends of DOS":  "words:\r\n  a: [b]\r\n",
		"document markers":  "---\nwords: {a: [b]}\n...\n",
		"no last line end":  "words: {a: [b]}",
		"folded and quoted": "words:\n  a:\n    - >\n      b\n",
	} {
		t.Run(name, func(t *testing.T) {
			terms, err := ParseTerms("t.yaml", []byte(in))
			require.NoError(t, err)
			require.Len(t, terms.Terms, 1)
			assert.Equal(t, "b", terms.Terms[0].Phrases[0].Value)
		})
	}
}

func TestErrorsAreTyped(t *testing.T) {
	_, err := ParseTerms("t.yaml", []byte("wordz: {a: [b, 1]}"))
	var first *SyntaxError
	require.True(t, errors.As(err, &first))
	assert.Equal(t, Pos{"t.yaml", 1, 1}, first.Pos)
	assert.Len(t, problemsOf(t, err), 2)
}

// problemsOf takes the joined error of a parser apart.
func problemsOf(t testing.TB, err error) []*SyntaxError {
	joined, ok := err.(interface{ Unwrap() []error })
	require.True(t, ok, "not joined: %T", err)
	var all []*SyntaxError
	for _, e := range joined.Unwrap() {
		var problem *SyntaxError
		require.ErrorAs(t, e, &problem)
		all = append(all, problem)
	}
	return all
}
