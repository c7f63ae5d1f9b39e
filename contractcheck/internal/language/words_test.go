package language

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// comparesSpelling are the functions that compare a token with the words that
// they are given.
var comparesSpelling = map[string]bool{"spelled": true, "anySpelled": true, "OpensWith": true, "At": true}

// spelledWords returns the words that the sources of a package compare by
// spelling, each with the place of one comparison.
func spelledWords(t *testing.T, dir string) map[string]string {
	t.Helper()
	words, fset := map[string]string{}, token.NewFileSet()
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(fset, path, data, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if f, ok := call.Fun.(*ast.SelectorExpr); ok && comparesSpelling[f.Sel.Name] {
					for _, w := range stringLiterals(call.Args) {
						words[w] = fset.Position(call.Pos()).String()
					}
				}
			}
			return true
		})
		return nil
	}))
	return words
}

func stringLiterals(args []ast.Expr) []string {
	var all []string
	for _, arg := range args {
		if lit, ok := arg.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if w, err := strconv.Unquote(lit.Value); err == nil {
				all = append(all, w)
			}
		}
	}
	return all
}

// A token has a spelling only where the lexicon knows the word, so comparing
// with any other word would never hold, and nobody would see it.
func TestSpelledWordsAreKnown(t *testing.T) {
	bare := (&LexiconBuilder{}).Build()
	for _, dir := range []string{".", "../rules"} {
		words := spelledWords(t, dir)
		require.NotEmpty(t, words, dir)
		for w, at := range words {
			got := Tokenize(nil, w, 0, bare, nil)
			if assert.Len(t, got, 1, "%s compares with %q, which is not one token", at, w) {
				assert.Equal(t, w, bare.Spelling(got[0]), "%s compares with %q, which no lexicon need know: list it among plainWords", at, w)
			}
		}
	}
}

// The words that the grammar looks up by spelling are known as well.
func TestUnitsAreKnown(t *testing.T) {
	bare := (&LexiconBuilder{}).Build()
	for w := range hoursPer {
		assert.NotEmpty(t, unitOf[w], "%q has a length and no unit", w)
	}
	for w := range unitOf {
		assert.NotZero(t, hoursPer[w], "%q", w)
		assert.True(t, Tokenize(nil, w, 0, bare, nil)[0].Is(Unit), "%q", w)
	}
}

// Every word of every class is in every lexicon, spelled as it stands.
func TestFunctionWords(t *testing.T) {
	bare := (&LexiconBuilder{}).Build()
	for class, list := range functionWords {
		for _, w := range strings.Fields(list) {
			assert.True(t, bare.words[w].class&class != 0, "%q", w)
			assert.Equal(t, w, bare.spellings[bare.words[w].number])
		}
	}
	for w, v := range numberWords {
		assert.InDelta(t, v, bare.words[w].value, 1e-9, "%q", w)
	}
	for ending, w := range contractions {
		assert.NotEmpty(t, bare.spellings[bare.words[w].number], "%q hides %q", ending, w)
	}
}
