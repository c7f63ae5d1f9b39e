package pdf

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// encryptedFiles returns the files of testdata/encrypted by their names. They
// were sealed by qpdf 11 with the user password "patron" and the owner password
// "owner"; the one that is open has no user password.
func encryptedFiles(t *testing.T) map[string][]byte {
	t.Helper()
	paths, err := filepath.Glob("testdata/encrypted/*.pdf")
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	files := map[string][]byte{}
	for _, path := range paths {
		files[filepath.Base(path)], err = os.ReadFile(path)
		require.NoError(t, err)
	}
	return files
}

func TestReadEncryptedByEachMethod(t *testing.T) {
	for name, data := range encryptedFiles(t) {
		open := name == "aes-256-open.pdf"
		for password, opens := range map[string]bool{"patron": !open, "owner": true, "": open, "wrong": false} {
			t.Run(name+" with "+password, func(t *testing.T) {
				text, err := Read(t.Context(), data, password, extract.Limits{})
				if !opens {
					assert.ErrorIs(t, err, extract.ErrEncrypted)
					return
				}
				require.NoError(t, err)
				assert.Equal(t, "Sealed words stay sealed.", text.Content)
				assert.Empty(t, text.Notes)
			})
		}
	}
}

func TestReadRefusesUnknownEncryption(t *testing.T) {
	for name, dictionary := range map[string]string{
		"another handler":  "<</Filter/Adobe.PubSec/V 4>>",
		"unknown version":  "<</Filter/Standard/V 9/R 9>>",
		"no hashes":        "<</Filter/Standard/V 2/R 3/Length 128>>",
		"unknown filter":   "<</Filter/Standard/V 4/R 4/StmF/X/StrF/X/CF<</X<</CFM/Y>>>>>>",
		"missing object":   "99 0 R",
		"no dictionary":    "[1 2]",
		"hash of revision": "<</Filter/Standard/V 5/R 6/StmF/X/StrF/X/CF<</X<</CFM/AESV3>>>>/O(short)/U(short)>>",
	} {
		t.Run(name, func(t *testing.T) {
			f := newTestFile()
			f.textPage("Sealed.")
			f.trailer = "/Encrypt " + dictionary
			_, err := Read(t.Context(), f.bytes(), "", extract.Limits{})
			assert.ErrorIs(t, err, extract.ErrEncrypted)
		})
	}
}
