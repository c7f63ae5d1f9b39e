package segment

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestIsTitle(t *testing.T) {
	for _, title := range []string{"Reading Without an Account.", "Loans and Your Privacy.", "Deletion of Records."} {
		assert.True(t, IsTitle(title), title)
	}
	for _, other := range []string{"Comply.", "Reading.", "We keep no log.", "Records Are Deleted.", "Records deleted at once."} {
		assert.False(t, IsTitle(other), other)
	}
}
