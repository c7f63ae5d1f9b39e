package contractcheck

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/sniff"
)

// A reader that breaks does not end the program, and what it said stays unsaid:
// it may quote the document.
func TestGuardedReader(t *testing.T) {
	text, err := guarded(sniff.PDF, func() (*extract.Text, error) { panic("the secret price is 7") })
	assert.Nil(t, text)
	assert.ErrorIs(t, err, ErrFormat)
	assert.NotContains(t, err.Error(), "secret")
}
