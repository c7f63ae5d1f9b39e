package language

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSpeech(t *testing.T) {
	tests := []struct {
		sentence string
		want     Speech
	}{
		{"Vendor shall delete patron data.", Ordinary},
		{"We share it.", Ordinary},
		{"Delete patron data.", Ordinary},
		{"Full name, card number, grade", Fragment},
		{"Counting Tools Ltd.", Fragment},
		{"“Leak” means any loss of patron data.", Defining},
		{"Library Day means a day on which the Library is open.", Defining},
		{"In this long section of the present contract between the parties: “Leak” means any loss of patron data.", Defining},
		{"This means that patron data may be sold.", Ordinary},
		{"By such means Vendor shall delete patron data.", Ordinary},
		{"Library shall notify Vendor of a data breach.", LibraryDuty},
		{"Library shall not disclose the licensed material.", LibraryDuty},
		{"Library shall notify third parties that use patron data.", LibraryDuty},
		{"Library shall ensure that users keep it and shall notify Vendor.", LibraryDuty},
		{"Library shall notify Vendor, and patron data shall be deleted.", Ordinary},
		{"Library is solely responsible for deleting patron data.", LibraryDuty},
		{"Library may audit Vendor.", LibraryRight},
		{"Library may audit Vendor, and Vendor shall delete patron data.", Ordinary},
		{"Confidential information does not include search logs.", Defining},
		{"Library shall notify Vendor and Vendor shall delete patron data.", Ordinary},
		{"Library agrees that it shall consent to the sale of patron data.", Ordinary},
		{"Library shall allow the sale of patron data.", Ordinary},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, analyse(tt.sentence).Speech(), tt.sentence)
	}
}
