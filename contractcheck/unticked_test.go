package contractcheck

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestUnticked(t *testing.T) {
	for text, want := range map[string]bool{
		"[ ] Profiling of patrons": true, "[] Profiling": true, " [    ]  Insurance": true, "[__] Insurance": true,
		"[x] Profiling of patrons": false, "[Number] days": false, "Profiling [ ]": false,
	} {
		assert.Equal(t, want, untickedRE.MatchString(text), text)
	}
}
