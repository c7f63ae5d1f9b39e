package contractcheck

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Another question, as OCR leaves in each finding of a scan, hides none on what
// is absent.
func TestAbsentBesideAnotherQuestion(t *testing.T) {
	o := &opened{absent: []AbsentPart{{Name: "Exhibit C"}}}
	resting := []Evidence{{Passage: Passage{Quote: "The measures are as Exhibit C says."}}}
	findings := []Finding{{Evidence: resting, NeedsReview: "Does the page say just that?"}, {Evidence: resting}, {NeedsReview: "Which?"}}
	o.reviewAbsent(findings)
	const question = "These words rest on Exhibit C, which is not there: what does it say?"
	assert.Equal(t, "Does the page say just that? "+question, findings[0].NeedsReview)
	assert.Equal(t, question, findings[1].NeedsReview)
	assert.Equal(t, "Which?", findings[2].NeedsReview)
}
