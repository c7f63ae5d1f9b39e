package contractcheck

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestMostAlike(t *testing.T) {
	known := []string{"breach-notify-hours", "breach-content", "no-sale", "no-profiling", "retention-max-days"}
	for name, want := range map[string]string{
		"breach-notify-days":  "breach-notify-hours",
		"no-slae":             "no-sale",
		"retention-days-max":  "retention-max-days",
		"breech-content":      "breach-content",
		"":                    "",
		"x":                   "",
		"audit-right-library": "",
		"no":                  "",
	} {
		assert.Equal(t, want, mostAlike(name, known), name)
	}
}
