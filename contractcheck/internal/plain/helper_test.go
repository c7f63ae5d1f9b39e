package plain

import (
	"testing"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/extract/extracttest"
)

func read(t testing.TB, source string) *extract.Text {
	t.Helper()
	return extracttest.Reader(Read).Text(t, source)
}
