package contractcheck_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"example.org/contractcheck/contractcheck"
)

// A title that runs into its paragraph promises nothing.
func TestRunInTitle(t *testing.T) {
	library := shippedLibrary(t).Nearest(0)
	const behind = " You may browse certain pages without creating an account.\n\nWe keep our site online at all hours.\n"
	r := checkText(t, library, "Privacy Policy\n\nReading Without an Account."+behind)
	assert.Equal(t, contractcheck.Partial, findingOf(t, r.Documents[0], "anonymous-search-no-account").Verdict)
	r = checkText(t, library, "Privacy Policy\n\nYou can read and search everything without an account."+behind)
	assert.Equal(t, contractcheck.Satisfied, findingOf(t, r.Documents[0], "anonymous-search-no-account").Verdict)
}
