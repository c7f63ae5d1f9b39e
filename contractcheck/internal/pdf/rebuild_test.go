package pdf

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"example.org/contractcheck/contractcheck/internal/extract"
)

// Numbers that all name one place cost as much as copies of what stands there.
func TestAddObjectsBounded(t *testing.T) {
	const objects, size = 50, 1000
	body := "(" + strings.Repeat("x", size-2) + ")"
	add := func(allowance int64) (*rebuilt, error) {
		refs := newReferences()
		var pairs strings.Builder
		for number := uint32(1); number <= objects; number++ {
			refs.objects[number] = location{container: objects + 1}
			fmt.Fprintf(&pairs, "%d 0 ", number)
		}
		b := newRebuilt(nil, refs)
		return b, b.addObjects(objects+1, []byte(pairs.String()+body), pairs.Len(), extract.NewInflation(allowance))
	}
	b, err := add(objects * size)
	assert.NoError(t, err)
	assert.Len(t, b.offsets, objects)
	b, err = add(10*size + 1)
	assert.ErrorIs(t, err, extract.ErrTooLarge)
	assert.Len(t, b.offsets, 11)
}
