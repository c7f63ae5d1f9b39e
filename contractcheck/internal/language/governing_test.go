package language

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// placeOf returns the sentence and the token of the word between asterisks.
func placeOf(t *testing.T, marked string) (analysed, int) {
	t.Helper()
	at := strings.IndexByte(marked, '*')
	a := analyse(strings.ReplaceAll(marked, "*", ""))
	for i := range a.Tokens {
		if int(a.Tokens[i].Start) == at {
			return a, i
		}
	}
	t.Fatalf("no word begins at the mark in %q", marked)
	return a, 0
}

// What leaves somebody free to do it does not promise it, unless it is a right
// of the library or of patrons.
func TestLoosely(t *testing.T) {
	for sentence, want := range map[string]bool{
		"Vendor shall *encrypt* patron data.":                    false,
		"Vendor should *encrypt* patron data.":                   true,
		"Vendor should not *encrypt* patron data.":               false,
		"Vendor may *encrypt* patron data.":                      true,
		"The service can *encrypt* patron data.":                 true,
		"The Library may *encrypt* patron data.":                 false,
		"Patron data may be *encrypted*.":                        false,
		"The service may allow the Library to *encrypt* it.":     true,
		"The service shall allow the Library to *encrypt* it.":   false,
		"A guest who wants it may *encrypt* patron data.":        true,
		"Vendor may delete it. Vendor shall *encrypt* the rest.": false,
	} {
		a, i := placeOf(t, sentence)
		assert.Equal(t, want, a.Loosely(i, i+1) != nil, sentence)
	}
}

func TestLaidOnLibrary(t *testing.T) {
	for sentence, want := range map[string]bool{
		"The Library shall *encrypt* patron data.":     true,
		"The Library shall *not* encrypt patron data.": true,
		"The Library may *encrypt* patron data.":       false,
		"Vendor shall *encrypt* patron data.":          false,
	} {
		a, i := placeOf(t, sentence)
		assert.Equal(t, want, a.LaidOnLibrary(i), sentence)
	}
}

func TestDoneByThird(t *testing.T) {
	for sentence, want := range map[string]bool{
		"A subcontractor may *use* patron data.":                     true,
		"Affiliates shall not *use* patron data.":                    true,
		"A subcontractor will *never* use patron data.":              true,
		"Vendor will *never* use patron data of a subcontractor.":    false,
		"Vendor may *use* patron data of a subcontractor.":           false,
		"A *subcontractor* may use patron data.":                     false,
		"A subcontractor may ask, and Vendor may *use* patron data.": false,
	} {
		a, i := placeOf(t, sentence)
		assert.Equal(t, want, a.DoneByThird(i), sentence)
	}
}

func TestCeases(t *testing.T) {
	for sentence, want := range map[string]bool{
		"Vendor will no longer *use* patron data.":                                 true,
		"Vendor will no longer knowingly *use* patron data.":                       true,
		"Vendor will not *use* patron data.":                                       false,
		"Vendor will, for no longer than a day, *use* patron data.":                false,
		"Vendor will *use* patron data no longer.":                                 false,
		"Logs are no longer kept, and Vendor will never knowingly *use* any data.": false,
	} {
		a, r := readMarked(t, sentence)
		assert.Equal(t, want, a.Ceases(&r), sentence)
	}
}

func TestOfSomeThings(t *testing.T) {
	for text, want := range map[string]bool{
		"encrypts most records": true, "some of them": true, "several": true,
		"encrypts all records": false, "how many records": false, "as many as wanted": false, "at most a day": false,
	} {
		a := analyse(text)
		assert.Equal(t, want, a.OfSome(0, len(a.Tokens)), text)
	}
}
