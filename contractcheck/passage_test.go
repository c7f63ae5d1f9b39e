package contractcheck_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck"
)

func passageTests(t *testing.T, change func(edit func(from, to string))) []contractcheck.PassageTest {
	t.Helper()
	files := smallFiles(t)
	change(func(from, to string) { edit(t, files, "notices.yaml", from, to) })
	library, err := contractcheck.LoadLibrary(files)
	require.NoError(t, err)
	var failed []contractcheck.PassageTest
	for p := range library.Passages() {
		if p.Failed() {
			failed = append(failed, p)
		}
	}
	return failed
}

func TestPassagesHold(t *testing.T) {
	assert.Empty(t, passageTests(t, func(func(from, to string)) {}))
}

func TestPassagesFail(t *testing.T) {
	failed := passageTests(t, func(edit func(from, to string)) {
		edit("satisfied: [The Vendor shall announce every outage.]", "satisfied: [The Vendor shall announce major outages.]")
	})
	require.Len(t, failed, 1)
	p := failed[0]
	assert.Equal(t, contractcheck.Satisfied, p.Want)
	assert.Equal(t, contractcheck.Partial, p.Got)
	assert.Equal(t, "notices.yaml", p.File)
	assert.Equal(t, 24, p.Line)
}

// A gap that has closed fails, so that it does not stay on the list.
func TestPassagesGapClosed(t *testing.T) {
	failed := passageTests(t, func(edit func(from, to string)) {
		edit("text: The Vendor gives a week of warning.", "text: The Vendor shall announce every outage.")
	})
	require.Len(t, failed, 1)
	assert.True(t, failed[0].Todo)
	assert.Equal(t, "no rule speaks of warnings", failed[0].Why)
}

func TestPassagesStop(t *testing.T) {
	n := 0
	for range smallLibrary(t).Passages() {
		if n++; n == 2 {
			break
		}
	}
	assert.Equal(t, 2, n)
}
