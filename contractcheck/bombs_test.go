//go:build unix

package contractcheck_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

// TestBombs reads files whose few bytes would take very many in memory.
func TestBombs(t *testing.T) {
	extracttest.Long(t, "the race detector takes memory of its own")
	for name, data := range bombs(t) {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "bomb")
			require.NoError(t, os.WriteFile(file, data, 0o600))
			todo := make(chan reading, 1)
			todo <- reading{File: file}
			close(todo)
			var r results
			r.collect(t, todo)
			t.Logf("%d bytes: %.1f s, %d MiB", len(data), r.slowest.Took.Seconds(), r.memory>>20)
			assert.Less(t, r.slowest.Took, mostReading)
			assert.Less(t, r.memory, int64(mostMemory))
		})
	}
}

func bombs(t *testing.T) map[string][]byte {
	const shown = "BT /F 9 Tf (a) Tj ET "
	items := strings.Repeat("1 ", 10<<20)
	referring := func(pdf []byte) []byte {
		return []byte(strings.Replace(string(pdf), "/Contents", "/Annots 6 0 R/Contents", 1))
	}
	return map[string][]byte{
		"operand of very many items":  heavyPDF(1, "["+items+"] TJ", "", ""),
		"object of very many items":   referring(heavyPDF(1, shown, "", "6 0 obj ["+items+"] endobj\n")),
		"mapping of very many codes":  heavyPDF(1, shown, strings.Repeat(strings.Repeat("<41><42>", 50_000)+" endbfchar ", 50), ""),
		"mapping to very many texts":  heavyPDF(1, shown, "<00><ff>["+strings.Repeat("<41>", 5<<20)+"] endbfrange ", ""),
		"very many small paragraphs":  ownDOCX(t, strings.Repeat("<w:p><w:r><w:t>a</w:t></w:r></w:p>", 1<<20)),
		"very many small cells":       ownDOCX(t, "<w:tbl><w:tr>"+strings.Repeat("<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>", 1<<20)+"</w:tr></w:tbl>"),
		"very many small elements":    []byte("<!DOCTYPE html>" + strings.Repeat("<p>a", 4<<20)),
		"very many short lines":       []byte(strings.Repeat("a\n\n", 10<<20)),
		"very many lines of Markdown": []byte("# x\n\n- a\n- b\n\n" + strings.Repeat("a\n\n", 10<<20)),
		"very many short pages":       []byte(strings.Repeat("a\f", 10<<20)),
	}
}
