package language

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// moodOf describes the cluster that governs an action: its mood, then what
// makes it weaker.
func moodOf(r Reading) string {
	if r.Cluster == nil {
		return strings.TrimSpace("no cluster " + r.Mood.String())
	}
	parts := []string{r.Mood.String()}
	for _, flag := range []struct {
		set  bool
		name string
	}{{r.Weak, "weak"}, {r.Capable, "capable"}, {r.Free, "free"}} {
		if flag.set {
			parts = append(parts, flag.name)
		}
	}
	return strings.Join(parts, " ")
}

func TestMood(t *testing.T) {
	tests := []struct{ sentence, want, gap string }{
		// plain modals
		{sentence: "Vendor shall *delete* patron data.", want: "obliged"},
		{sentence: "Vendor will *delete* patron data.", want: "obliged"},
		{sentence: "Vendor must promptly *delete* patron data.", want: "obliged"},
		{sentence: "Vendor shall not *sell* patron data.", want: "forbidden"},
		{sentence: "Vendor will not *sell* patron data.", want: "forbidden"},
		{sentence: "Vendor won't *sell* patron data.", want: "forbidden"},
		{sentence: "Vendor won’t *sell* patron data.", want: "forbidden"},
		{sentence: "Vendor must never *sell* patron data.", want: "forbidden"},
		{sentence: "Vendor cannot *sell* patron data.", want: "forbidden capable"},
		{sentence: "Vendor shall not, under any circumstances, *sell* patron data.", want: "forbidden"},
		{sentence: "Vendor shall at no time *sell* patron data.", want: "forbidden"},
		{sentence: "Vendor may *sell* patron data.", want: "permitted"},
		{sentence: "Vendor may not *sell* patron data.", want: "forbidden"},
		{sentence: "Vendor can *delete* patron data.", want: "permitted capable"},
		{sentence: "Vendor could *delete* patron data.", want: "permitted capable"},
		{sentence: "Vendor is able to *delete* patron data.", want: "permitted"},
		{sentence: "Vendor should *delete* patron data.", want: "obliged weak"},
		{sentence: "Vendor should not *sell* patron data.", want: "forbidden weak"},
		{sentence: "Vendor would *delete* patron data.", want: "supposed"},

		// the answer to a question
		{sentence: "No, Vendor does not *sell* patron data.", want: "forbidden"},
		{sentence: "Yes, we *delete* patron data.", want: "stated"},
		{sentence: "No patron data, records included, shall be *sold*.", want: "forbidden"},

		// a party that is not meant
		{sentence: "The Library, and not Vendor, shall *delete* patron data.", want: "obliged"},

		// a "no" or "nor" that denies nothing more
		{sentence: "Vendor shall retain no records and shall not *sell* patron data.", want: "forbidden"},
		{sentence: "Vendor shall not sell patron data nor *disclose* it.", want: "forbidden"},
		{sentence: "Neither party shall retain records or shall *sell* patron data.", want: "forbidden"},

		// a noun that somebody is kept from
		{sentence: "Vendor shall refrain from any *sale* of patron data.", want: "forbidden"},
		{sentence: "Vendor obtains patron data from any *sale* of software.", want: "no cluster"},

		// a ban that goes on
		{sentence: "Vendor shall not disclose or permit to be *sold* patron data.", want: "forbidden"},
		{sentence: "Vendor shall store records and is permitted to *sell* patron data.", want: "permitted"},

		// a right that nothing touches
		{sentence: "Nothing herein restricts Vendor's right to *sell* patron data.", want: "permitted"},
		{sentence: "This section shall not restrict the right of Vendor to *sell* patron data.", want: "permitted"},
		{sentence: "This section restricts the right of Vendor to *sell* patron data.", want: "no cluster"},

		// a length of time to do it in
		{sentence: "Vendor has 48 hours from discovery to *delete* patron data.", want: "obliged"},
		{sentence: "Vendor has ten (10) days to *delete* patron data.", want: "obliged"},
		{sentence: "Vendor has 10 libraries to *delete* patron data.", want: "no cluster"},

		// stated as practice
		{sentence: "Provider *deletes* patron data.", want: "stated"},
		{sentence: "We *delete* patron data.", want: "stated"},
		{sentence: "We do not *sell* patron data.", want: "forbidden"},
		{sentence: "We don't *sell* patron data.", want: "forbidden"},
		{sentence: "We never *sell* patron data.", want: "forbidden"},
		{sentence: "Provider does not and will not *sell* patron data.", want: "forbidden"},
		{sentence: "Patron data is *deleted* every night.", want: "stated"},
		{sentence: "Patron data is not *sold*.", want: "forbidden"},
		{sentence: "Patron data isn't *sold*.", want: "forbidden"},

		// phrases of duty
		{sentence: "Vendor is required to *delete* patron data.", want: "obliged"},
		{sentence: "Vendor is not required to *delete* patron data.", want: "not obliged"},
		{sentence: "Vendor shall not be required to *delete* patron data.", want: "not obliged"},
		{sentence: "Vendor need not *delete* patron data.", want: "not obliged"},
		{sentence: "Vendor has no obligation to *delete* patron data.", want: "not obliged"},
		{sentence: "Vendor shall have no duty to *delete* patron data.", want: "not obliged"},
		{sentence: "Vendor has to *delete* patron data.", want: "obliged"},
		{sentence: "Vendor is to *delete* patron data.", want: "obliged"},
		{sentence: "Patron data is to be *deleted* by Vendor.", want: "obliged"},
		{sentence: "Patron data is not to be *sold* by Vendor.", want: "forbidden"},

		// phrases of permission and ban
		{sentence: "Vendor may, but need not, *delete* patron data.", want: "permitted free"},
		{sentence: "Vendor may, but is not required to, *delete* patron data.", want: "permitted free"},
		{sentence: "Vendor is entitled to *sell* patron data.", want: "permitted"},
		{sentence: "Vendor is not entitled to *sell* patron data.", want: "forbidden"},
		{sentence: "Vendor has the right to *sell* patron data.", want: "permitted"},
		{sentence: "Vendor has no right to *sell* patron data.", want: "forbidden"},
		{sentence: "Vendor reserves the right to *sell* patron data.", want: "permitted"},
		{sentence: "Vendor is prohibited from *selling* patron data.", want: "forbidden"},
		{sentence: "Vendor is not prohibited from *selling* patron data.", want: "permitted"},
		{sentence: "Vendor refrains from *selling* patron data.", want: "forbidden"},
		{sentence: "Vendor shall refrain from *selling* patron data.", want: "forbidden"},
		{sentence: "Vendor agrees to *delete* patron data.", want: "obliged"},
		{sentence: "Vendor agrees not to *sell* patron data.", want: "forbidden"},
		{sentence: "Vendor agrees that it shall not *sell* patron data.", want: "forbidden"},
		{sentence: "Vendor undertakes never to *sell* patron data.", want: "forbidden"},
		{sentence: "Vendor shall use reasonable efforts to *delete* patron data.", want: "obliged weak"},
		{sentence: "Vendor shall endeavor to *delete* patron data.", want: "obliged weak"},

		// negative subjects and openings
		{sentence: "No patron data shall be *sold*.", want: "forbidden"},
		{sentence: "None of the patron data may be *sold*.", want: "forbidden"},
		{sentence: "Neither party shall *disclose* patron data.", want: "forbidden"},
		{sentence: "Neither Vendor nor its subcontractors may *sell* patron data.", want: "forbidden"},
		{sentence: "In no event shall Vendor *sell* patron data.", want: "forbidden"},
		{sentence: "Under no circumstances will Vendor *sell* patron data.", want: "forbidden"},
		{sentence: "At no time may Vendor *sell* patron data.", want: "forbidden"},
		{sentence: "No party is required to *delete* patron data.", want: "not obliged"},

		// another one makes the actor act
		{sentence: "Nothing in this Agreement permits Vendor to *sell* patron data.", want: "forbidden"},
		{sentence: "Nothing in this Agreement shall prevent Vendor from *selling* patron data.", want: "permitted"},
		{sentence: "This Agreement requires Vendor to *delete* patron data.", want: "obliged"},
		{sentence: "Nothing herein requires Vendor to *delete* patron data.", want: "not obliged"},
		{sentence: "This Agreement permits Vendor to *sell* patron data.", want: "permitted"},
		{sentence: "In no event shall Vendor fail to *delete* patron data.", want: "obliged"},
		{sentence: "Vendor fails to *delete* patron data.", want: "forbidden"},
		{sentence: "Vendor shall not attempt to *sell* patron data.", want: "forbidden"},
		{sentence: "Vendor shall use reasonable efforts not to *sell* patron data.", want: "forbidden weak"},
		{sentence: "In no event shall patron data be *sold*.", want: "forbidden"},
		{sentence: "Vendor never has sold and never will *sell* patron data.", want: "forbidden"},
		{sentence: "Vendor shall not sell, or permit an affiliate to *sell*, patron data.", want: "forbidden"},
		{sentence: "Vendor shall not sell patron data or permit the Library to *sell* it.", want: "forbidden"},
		{sentence: "Vendor shall delete patron data or permit the Library to *delete* it.", want: "permitted"},
		{sentence: "Vendor shall not sell patron data; it may permit the Library to *sell* it.", want: "permitted capable"},
		{sentence: "This Agreement does not permit Vendor to *sell* patron data.", want: "forbidden"},
		{sentence: "The Policy prevents Vendor from *selling* patron data.", want: "forbidden"},
		{sentence: "This Agreement gives Vendor the right to *sell* patron data.", want: "permitted"},
		{sentence: "This Agreement gives Vendor no right to *sell* patron data.", want: "forbidden"},
		{sentence: "Nothing herein gives Vendor the right to *sell* patron data.", want: "forbidden"},

		// negations that turn nothing round
		{sentence: "Vendor shall not only *delete* patron data but return it.", want: "obliged"},
		{sentence: "Not later than ten days after termination, Vendor shall *delete* patron data.", want: "obliged"},
		{sentence: "In no event later than ten days, Vendor shall *delete* patron data.", want: "obliged"},
		{sentence: "For no more than thirty days, Vendor may *keep* patron data.", want: "permitted"},
		{sentence: "Vendor shall, whether or not asked, *delete* patron data.", want: "obliged"},

		// double negation
		{sentence: "Vendor shall not fail to *delete* patron data.", want: "obliged"},
		{sentence: "Vendor shall not be prevented from *selling* patron data.", want: "permitted", gap: "the passive of a verb of hindering is no cluster"},
		{sentence: "Vendor shall never refuse to *delete* patron data.", want: "obliged"},
		{sentence: "Vendor may refrain from *selling* patron data.", want: "permitted"},

		// verbs that make another party act
		{sentence: "Vendor shall not keep patron data, or allow a third party to *disclose* it.", want: "forbidden"},
		{sentence: "Vendor may allow the Library to *disclose* patron data.", want: "permitted capable"},
		{sentence: "Vendor gives the Library no right to *sell* patron data.", want: "forbidden"},

		// coordination
		{sentence: "Vendor shall keep safe and shall not *sell* patron data.", want: "forbidden"},
		{sentence: "Vendor shall not sell, rent or *disclose* patron data.", want: "forbidden"},
		{sentence: "Vendor shall return and not *retain* patron data.", want: "forbidden"},
		{sentence: "Patron data shall be returned and not *retained*.", want: "forbidden"},
		{sentence: "Vendor shall delete patron data and may *keep* documentation.", want: "permitted"},
		{sentence: "Vendor shall not sell patron data but may *disclose* it.", want: "permitted"},
		{sentence: "Vendor shall not sell patron data and shall *delete* it.", want: "obliged"},
	}
	for _, tt := range tests {
		_, r := readMarked(t, tt.sentence)
		checkRead(t, tt.sentence, tt.want, moodOf(r), tt.gap)
	}
}

func TestMoodNames(t *testing.T) {
	for _, name := range moodWordNames[1:] {
		w, ok := MoodWord(name)
		assert.True(t, ok, name)
		assert.Equal(t, name, moodWordNames[w])
	}
	for _, name := range []string{"", "shall", "Oblige"} {
		_, ok := MoodWord(name)
		assert.False(t, ok, "MoodWord(%q)", name)
	}
}

// A noun spelled as a modal governs nothing.
func TestNounModals(t *testing.T) {
	for _, sentence := range []string{
		"The will of the parties decides.",
		"The fee is due in May 2024.",
	} {
		for _, c := range analyse(sentence).Clusters {
			assert.NotContains(t, []string{"will", "May"}, analyse(sentence).words(c.From, c.To), "%q", sentence)
		}
	}
}
