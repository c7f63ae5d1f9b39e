package understand

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.org/contractcheck/contractcheck/internal/clausefile"
	"example.org/contractcheck/contractcheck/internal/language"
	"example.org/contractcheck/contractcheck/internal/rules"
)

// shippedSet compiles the module's vocabulary, without any clause: what a
// definition defines is told by the words that the library knows.
func shippedSet(t testing.TB) *rules.Set {
	t.Helper()
	path := filepath.Join("..", "..", "..", "clauses", "terms.yaml")
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	terms, err := clausefile.ParseTerms("terms.yaml", data)
	require.NoError(t, err)
	set, err := rules.Compile(terms, nil)
	require.NoError(t, err)
	return set
}

// look finds the terms in a text by the names of a document.
func look(set *rules.Set, terms *Terms, text string) *language.Sentence {
	s := &language.Sentence{}
	set.Grammar.Look(s, language.Tokenize(nil, text, 0, set.Grammar.Lexicon, terms.Names), terms.Names)
	return s
}

// whole returns the name of the object term that covers all of the text.
func whole(set *rules.Set, terms *Terms, text string) string {
	s := look(set, terms, text)
	for _, h := range s.Hits() {
		t := set.Grammar.Terms[h.Term]
		if t.Section == language.ObjectSection && h.From == 0 && h.To == len(s.Tokens) {
			return t.Name
		}
	}
	return ""
}

func TestAliases(t *testing.T) {
	set := shippedSet(t)
	const (
		vendor, library, nobody = language.Vendor, language.Library, language.NoParty
	)
	tests := []struct {
		name, text, alias string
		want              language.Party
		gap               string
	}{
		{name: "a company", alias: "Quillet", want: vendor,
			text: `This Agreement is made between Quillet Works, Inc. ("Quillet") and the Merrow Valley Library. Quillet shall serve.`},
		{name: "curly quotes", alias: "Quillet", want: vendor,
			text: "This Agreement is made between Quillet Works, Inc. (“Quillet”) and the Merrow Valley Library. Quillet shall serve."},
		{name: "hereinafter", alias: "Quillet", want: vendor,
			text: `Quillet Works GmbH (hereinafter referred to as "Quillet") signs. Quillet agrees to serve.`},
		{name: "a library", alias: "Merrow", want: library,
			text: `Quillet Works, Inc. and the Merrow Valley Public Library ("Merrow") agree. Merrow may audit.`},
		{name: "a district", alias: "MVD", want: library,
			text: `The Merrow Valley School District (the "MVD") signs. MVD shall pay.`},
		{name: "a company named for libraries", alias: "Shelfmark", want: vendor,
			text: `Shelfmark Library Systems, LLC ("Shelfmark") signs. Shelfmark shall serve.`},
		{name: "a company whose suffix has no space", alias: "Shelfmark", want: vendor,
			text: `Shelfmark Library Systems,LLC ("Shelfmark") signs. Shelfmark shall serve.`,
			gap:  "a suffix is looked for behind a space only"},
		{name: "the last of two", alias: "Quillet", want: vendor,
			text: `This binds the Merrow Valley Library ("Merrow") and Quillet Works, Inc. ("Quillet"). Quillet shall serve. Merrow may audit.`},
		{name: "a possessive acts", alias: "Quillet", want: vendor,
			text: "Quillet Works, Inc. (“Quillet”) signs. Quillet’s staff serve."},
		{name: "a known word keeps its party", alias: "Supplier", want: vendor,
			text: `Quillet Works, Inc. (the "Supplier") signs. Supplier shall serve.`},
		{name: "a word for the other side", alias: "Buyer", want: library,
			text: `The Merrow Valley Library (the "Buyer") signs. Buyer shall pay.`},

		{name: "nobody who acts", alias: "Quillet", want: nobody,
			text: `Quillet Works, Inc. ("Quillet") signs.`},
		{name: "nobody known", alias: "Ferret", want: nobody,
			text: `The animal on the logo ("Ferret") is grey. Ferret shall stay.`},
		{name: "a name without brackets", alias: "Quillet", want: nobody,
			text: `Quillet Works, Inc. is called "Quillet" here. Quillet shall serve.`},
		{name: "words in the brackets", alias: "Quillet", want: nobody,
			text: `Quillet Works, Inc. (see our page on "Quillet") signs. Quillet shall serve.`},
		{name: "far behind the preamble", alias: "Quillet", want: nobody,
			text: strings.Repeat("The parties talk. ", 400) + `Quillet Works, Inc. ("Quillet") signs. Quillet shall serve.`},
		{name: "a thing that acts", alias: "Main Agreement", want: nobody,
			text: `The agreement of the library with Quillet Works, Inc. (the "Main Agreement") is old. Main Agreement shall prevail.`},
		{name: "a service", alias: "Quillet Service", want: nobody,
			text: `The work of Quillet Works, Inc. ("Quillet Service") is good. Quillet Service may stop.`},
	}
	for _, tt := range tests {
		terms := Read(tt.text, set, language.NoParty)
		got := set.PartyIn(look(set, terms, tt.alias))
		if tt.gap != "" {
			assert.NotEqual(t, tt.want, got, "%s: %q is no longer misread: take the gap %q away", tt.name, tt.text, tt.gap)
			continue
		}
		assert.Equal(t, tt.want, got, "%s: %q", tt.name, tt.text)
	}
}

// The names are listed for the report, in the order of the text.
func TestListedNames(t *testing.T) {
	set := shippedSet(t)
	terms := Read(`This binds the Merrow Valley Library ("Merrow") and Quillet Works, Inc. ("Quillet", the "Provider"). Quillet shall serve. Merrow may audit. Provider may leave.`, set, language.NoParty)
	assert.Equal(t, []string{"Merrow"}, terms.Library)
	assert.Contains(t, terms.Vendor, "Quillet")
	assert.Empty(t, Read("Nobody signs.", set, language.NoParty).Vendor)
}

func TestDefinedTerms(t *testing.T) {
	set := shippedSet(t)
	tests := []struct{ text, name, want, gap string }{
		// data on patrons
		{text: `"Reader File" means patron data that Vendor keeps.`, name: "Reader File", want: "patron-data"},
		{text: "“Reader File” means all information about a patron.", name: "Reader File", want: "patron-data"},
		{text: `"Covered Materials" shall mean any personal information of users.`, name: "Covered Materials", want: "patron-data"},
		{text: `"Reader File" refers to data that identifies a user.`, name: "Reader File", want: "patron-data"},
		{text: `All patron records (the "Reader File") stay here.`, name: "Reader File", want: "patron-data"},
		{text: `"Reader File": includes the search logs of patrons.`, name: "Reader File", want: "patron-data"},
		{text: `"Reader File" means data.`, name: "Reader File"},
		{text: `"Reader File" is kept safe.`, name: "Reader File"},
		{text: `"Reader File" stays here.`, name: "Reader File"},

		// a breach
		{text: `"Mishap" means unauthorized access to patron data.`, name: "Mishap", want: "data-breach"},
		{text: `"Mishap" means any security incident.`, name: "Mishap", want: "data-breach"},
		{text: `"Mishap" means a late payment.`, name: "Mishap"},
		{text: `"Reader File" means patron data, also after a data breach.`, name: "Reader File", want: "patron-data"},

		// what is the vendor's
		{text: `"Stacks" means the licensed materials.`, name: "Stacks", want: "licensed-content"},
		{text: `"Stacks" means the documentation that describes patron data.`, name: "Stacks", want: "licensed-content"},

		// no definition
		{text: `"Stipend" means what is due.`, name: "Stipend"},
		{text: `"lower case words" means patron data.`, name: "lower case words"},
		{text: `"A Name Of More Than Six Words" means patron data.`, name: "A Name Of More Than Six Words"},
		{text: `"Reader File means patron data.`, name: "Reader File"},
	}
	for _, tt := range tests {
		got := whole(set, Read(tt.text, set, language.NoParty), tt.name)
		if tt.gap != "" {
			assert.NotEqual(t, tt.want, got, "%q is no longer misread: take the gap %q away", tt.text, tt.gap)
			continue
		}
		assert.Equal(t, tt.want, got, "%q", tt.text)
	}
}

// The first definition of a name counts.
func TestDefinedTwice(t *testing.T) {
	set := shippedSet(t)
	terms := Read(`"Reader File" means patron data. "Reader File" means the licensed materials.`, set, language.NoParty)
	assert.Equal(t, "patron-data", whole(set, terms, "Reader File"))
}

func TestDefinedPeriods(t *testing.T) {
	set := shippedSet(t)
	tests := []struct {
		text string
		want []float64
	}{
		{`"Alarm Period" means forty-eight (48) hours.`, []float64{48}},
		{`"Alarm Period" is 5 business days after discovery.`, []float64{168}},
		{`"Alarm Period" means a period of thirty days.`, []float64{720}},
		{`"Alarm Period" means [__] hours.`, nil},
		{`"Alarm Period" means a short time.`, nil},
		{`"Alarm Period" means the time that the parties agree on in writing from time to time, and fees are due within 30 days.`, nil},
		{`"One" means 1 day. "Two" means 2 days.`, []float64{24, 48}},
	}
	for _, tt := range tests {
		terms := Read(tt.text, set, language.NoParty)
		require.Len(t, terms.Periods, len(tt.want), "%q", tt.text)
		for n, hours := range tt.want {
			id, ok := set.PeriodTerm(n)
			require.True(t, ok)
			assert.InDelta(t, hours, terms.Periods[id], 1e-6, "%q", tt.text)
		}
	}
	terms := Read(`"Alarm Period" means 48 hours.`, set, language.NoParty)
	id, _ := set.PeriodTerm(0)
	assert.True(t, look(set, terms, "within the Alarm Period").Has(id, 0, 4))
	assert.False(t, look(set, terms, "within the period").Has(id, 0, 3))
}

// A document may define more periods than there are terms for.
func TestManyPeriods(t *testing.T) {
	set := shippedSet(t)
	var b strings.Builder
	for i := range 200 {
		b.WriteString(`"Period ` + strings.Repeat("X", i+1)[:min(i+1, 40)] + `" means 3 days. `)
	}
	terms := Read(b.String(), set, language.NoParty)
	n := 0
	for {
		if _, ok := set.PeriodTerm(n); !ok {
			break
		}
		n++
	}
	assert.LessOrEqual(t, len(terms.Periods), n)
}

// "We" is whoever speaks.
func TestSpeaker(t *testing.T) {
	set := shippedSet(t)
	for _, party := range []language.Party{language.Vendor, language.Library} {
		terms := Read("We shall keep it.", set, party)
		for _, pronoun := range []string{"we", "us", "our", "ours", "We", "Our"} {
			assert.Equal(t, party, set.PartyIn(look(set, terms, pronoun)), "%q of %v", pronoun, party)
		}
	}
	terms := Read("We shall keep it.", set, language.NoParty)
	assert.Equal(t, language.Vendor, set.PartyIn(look(set, terms, "we")), "as the vocabulary has it")
	assert.Equal(t, language.Patron, set.PartyIn(look(set, terms, "you")))
}

func TestQuotedNames(t *testing.T) {
	tests := []struct{ text, want string }{
		{`the "Quillet" and the “Merrow Valley”`, "Quillet|Merrow Valley"},
		{"«Quillet» and „Merrow“", "Quillet|Merrow"},
		{`"we" and "us", not "them"`, "we|us"},
		{`"quillet" is no name`, ""},
		{`"" and " "`, ""},
		{`"` + strings.Repeat("A", 70) + `"`, ""},
		{`"Quillet`, ""},
		{"\"Two\nLines\" and \"Three\n\nLines\"", "Two\nLines"},
		{`"401 File"`, "401 File"},
	}
	for _, tt := range tests {
		var got []string
		for _, q := range quotedNames(tt.text) {
			got = append(got, tt.text[q.from:q.to])
		}
		assert.Equal(t, tt.want, strings.Join(got, "|"), "%q", tt.text)
	}
}

// hostileTexts break readers that trust their input.
var hostileTexts = []string{
	"", `"`, `""`, "“", "”", "“”", `("`, `("")`, `("A")`, `(("A"))`, `"A" means`, `"A" means "A" means "A" means 1`, `"A" is `,
	strings.Repeat(`"`, 500), strings.Repeat("“", 300), strings.Repeat(`("A")`, 300), strings.Repeat(`"A" means 1 day. `, 300),
	"\xff\"A\xff\" means patron data", "\"A\xe2\x80\" means 1 day", "“A\xe2", "İ (\"İ\") shall İ shall", strings.Repeat("“A” means ", 200),
	"(\"A\"" + strings.Repeat(" shall", 100), `x ("İİİİİİİİİİİİİİİİİİİİİİİİİİİ") shall`,
}

// checkRead holds whatever the text.
func checkRead(t *testing.T, set *rules.Set, text string) {
	t.Helper()
	terms := Read(text, set, language.Vendor)
	for _, name := range append(terms.Vendor, terms.Library...) {
		require.Contains(t, text, name)
	}
	for id, hours := range terms.Periods {
		require.Positive(t, id)
		require.False(t, hours < 0)
	}
	look(set, terms, text[:min(len(text), 500)])
}

func TestHostile(t *testing.T) {
	set := shippedSet(t)
	for _, text := range hostileTexts {
		checkRead(t, set, text)
	}
}

func FuzzRead(f *testing.F) {
	for _, text := range hostileTexts {
		f.Add(text)
	}
	f.Add(`This binds Quillet Works, Inc. ("Quillet"). Quillet shall serve. "Reader File" means patron data. "Alarm" means two days.`)
	set := shippedSet(f)
	f.Fuzz(func(t *testing.T, text string) { checkRead(t, set, text) })
}

// The same text gives the same terms.
func TestReadDeterministic(t *testing.T) {
	set := shippedSet(t)
	text := strings.Join(hostileTexts, "\n") + ` Quillet Works, Inc. ("Quillet") signs. Quillet shall serve. “Reader File” means patron data.`
	want := Read(text, set, language.NoParty)
	for range 20 {
		assert.Equal(t, want, Read(text, set, language.NoParty))
	}
}
