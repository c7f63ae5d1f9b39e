package language

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func tokens(text string) []Token { return Tokenize(nil, text, 0, testGrammar.Lexicon, nil) }

// split returns the texts of the tokens, with a bar between.
func split(text string) string {
	var parts []string
	for _, tok := range tokens(text) {
		parts = append(parts, text[tok.Start:tok.End])
	}
	return strings.Join(parts, "|")
}

func TestTokenizeSplits(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Vendor shall delete it.", "Vendor|shall|delete|it|."},
		{"third-party sub-processor", "third|party|sub|processor"},
		{"non‐breaking", "non|‐|breaking"},
		{"don't", "do|n't"},
		{"won't sell", "wo|n't|sell"},
		{"can't", "ca|n't"},
		{"won’t", "wo|n’t"},
		{"cannot", "can|not"},
		{"We'll keep what you've sent", "We|'ll|keep|what|you|'ve|sent"},
		{"Library's patrons", "Library's|patrons"},
		{"patrons' data", "patrons|data"},
		{"don’t", "do|n’t"},
		{"we’ll", "we|’ll"},
		{"Library’s patrons", "Library’s|patrons"},
		{"patrons’ data", "patrons|data"},
		{"“Patron Data” means", "“|Patron|Data|”|means"},
		{"$1,000.50 or 3.5 hours", "$|1,000.50|or|3.5|hours"},
		{"by 5, 6.", "by|5|,|6|."},
		{"naïve café", "naïve|café"},
		{"Événement", "Événement"},
		{"seventy-two (72) hours", "seventy|two|(|72|)|hours"},
		{"data—however old—and", "data|—|however|old|—|and"},
		{"**Vendor** shall", "Vendor|shall"},
		{"", ""},
		{" \n\f ", ""},
		{"'quoted'", "quoted"},
		{"O'Reilly's", "O'Reilly's"},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, split(tt.text), "%q", tt.text)
	}
}

// The domain of an e-mail address is one word, "email".
func TestTokenizeMail(t *testing.T) {
	for text, want := range map[string]string{
		"privacy@library.example": "privacy @library.example=email",
		"Write to a@b-c.example.": "Write to a @b-c.example=email .",
		"a@b@c":                   "a @b=email @c=email",
		"@library":                "@ library",
		"a@":                      "a @",
		"two books @ a dollar":    "two books @ a dollar",
	} {
		var got []string
		for _, tok := range Tokenize(nil, text, 0, mailLexicon, nil) {
			word := text[tok.Start:tok.End]
			if s := mailLexicon.Spelling(tok); s == mailWord {
				word += "=" + s
			}
			got = append(got, word)
		}
		assert.Equal(t, want, strings.Join(got, " "), text)
	}
}

// mailLexicon knows the word that domains are read as.
var mailLexicon = func() *Lexicon {
	var b LexiconBuilder
	b.Add(1, AnyUse, plainPhrase(mailWord))
	return b.Build()
}()

func TestTokenizeContractions(t *testing.T) {
	tests := []struct {
		text string
		want []string // spellings
	}{
		{"don't", []string{"do", "not"}},
		{"won't", []string{"will", "not"}},
		{"WON’T", []string{"will", "not"}},
		{"can't", []string{"can", "not"}},
		{"cannot", []string{"can", "not"}},
		{"isn’t", []string{"is", "not"}},
		{"shouldn't", []string{"should", "not"}},
		{"we'll", []string{"we", "will"}},
		{"they're", []string{"they", "are"}},
		{"we’ve", []string{"we", "have"}},
		{"you'd", []string{"you", "would"}},
	}
	for _, tt := range tests {
		got := tokens(tt.text)
		require.Len(t, got, len(tt.want), "%q", tt.text)
		for i, w := range tt.want {
			assert.Equal(t, w, testGrammar.Lexicon.Spelling(got[i]), "token %d of %q", i, tt.text)
		}
		assert.Equal(t, int32(0), got[0].Start)
		assert.Equal(t, int32(len(tt.text)), got[len(got)-1].End, "%q", tt.text)
		assert.Equal(t, got[0].End, got[1].Start, "%q", tt.text)
	}
}

func TestTokenizePossessive(t *testing.T) {
	tests := []struct {
		text string
		want bool
	}{
		{text: "Library's", want: true},
		{text: "Library’s", want: true},
		{text: "Shelfwise's", want: true},
		{text: "Hoopers' books", want: true},
		{text: "Hoopers’ books", want: true},
		{text: "patrons' data", want: true},
		{text: "patrons’ data", want: true},
		{text: "Library"},
		{text: "patrons"},
		{text: "don't"},
		{text: "'patron'"},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, tokens(tt.text)[0].Possessive, "%q", tt.text)
	}
}

func TestTokenizeNumbers(t *testing.T) {
	tests := []struct {
		text string
		want float64
	}{
		{"72", 72}, {"1,000", 1000}, {"1,234,567.5", 1234567.5}, {"3.5", 3.5}, {"0", 0},
		{"seventy", 70}, {"Twelve", 12}, {"hundred", 100},
	}
	for _, tt := range tests {
		got := tokens(tt.text)
		require.Len(t, got, 1, "%q", tt.text)
		assert.True(t, got[0].Is(Number), "%q", tt.text)
		assert.InDelta(t, tt.want, got[0].Value, 1e-9, "%q", tt.text)
	}
	for _, text := range []string{"4.2.1", "12th", "72h", "1.2,3.4"} {
		assert.False(t, tokens(text)[0].Is(Number), "%q is no number", text)
	}
}

func TestTokenizeClasses(t *testing.T) {
	tests := []struct {
		text string
		want Class
	}{
		{"shall", Modal}, {"is", Be}, {"has", Have}, {"does", Do}, {"not", Negator}, {"never", Negator}, {"if", Subordinate},
		{"which", Relative}, {"of", Preposition}, {"the", Determiner}, {"they", Pronoun}, {"and", Conjunction},
		{"promptly", Adverb}, {"irreversibly", Adverb}, {",", Comma}, {"—", Comma}, {";", Stop}, {":", Stop}, {"(", Open}, {"]", Close},
		{`"`, Quote}, {"«", Quote}, {".", Mark}, {"$", Mark}, {"days", Unit}, {"to", To}, {"written", Filler},
	}
	for _, tt := range tests {
		got := tokens(tt.text)
		require.Len(t, got, 1, "%q", tt.text)
		assert.True(t, got[0].Is(tt.want), "%q: class %b, want %b", tt.text, got[0].Class, tt.want)
	}
	for _, w := range []string{"comply", "supply", "apply", "family", "rely"} {
		assert.False(t, tokens(w)[0].Is(Adverb), "%q is no adverb", w)
	}
}

func TestTokenizeCapital(t *testing.T) {
	for text, want := range map[string]bool{"Vendor": true, "vendor": false, "2024": true, "VENDOR": true} {
		assert.Equal(t, want, tokens(text)[0].Capital, "%q", text)
	}
}

// What an unknown word's ending tells is kept; the word itself is not.
func TestTokenizeUnknown(t *testing.T) {
	tests := []struct {
		text string
		form Form
	}{{"zorbled", Past}, {"zorbling", Gerund}, {"zorble", 0}, {"king", 0}, {"red", 0}}
	for _, tt := range tests {
		got := tokens(tt.text)[0]
		assert.Equal(t, tt.form, got.Form, "%q", tt.text)
		assert.Empty(t, testGrammar.Lexicon.Spelling(got), "%q", tt.text)
		assert.Zero(t, got.Lemma, "%q", tt.text)
	}
}

// hostileTexts break readers that trust their input.
var hostileTexts = []string{
	"", " ", "'", "’", "''''", "’’’’", "n't", "'n't", "a'", "a’", "a'b'c'd", "’s", "s’", "\xff\xfe", "a\xff", "a\xe2\x80", "\xe2\x80\x99", "don\xe2\x80t",
	"1,", "1.", ",1", "1,,2", "(((((", ")))))", "[_]", "___", "İstanbul’s", "ＦＵＬＬ", "\x00\x00", "a\x00b", "-", "--", "*", "“”‘’",
	strings.Repeat("a", 500) + "n't", strings.Repeat("é", 300), strings.Repeat("shall not ", 300), strings.Repeat("if ", 300),
	strings.Repeat("which ", 300), strings.Repeat("Vendor's ", 300), strings.Repeat("and ", 300), strings.Repeat(", ", 300),
	strings.Repeat("a’", 60) + "n’t", "a" + strings.Repeat("’a", 30) + "♀a’n’t", "a’a’n’t", "cannotcannot", "Vendor shall", "shall", "not", "without", "No", "that that that", "by by by by",
}

func checkOffsets(t *testing.T, text string, base int) {
	t.Helper()
	last := int32(base)
	for _, tok := range Tokenize(nil, text, base, testGrammar.Lexicon, nil) {
		require.GreaterOrEqual(t, tok.Start, last, "tokens of %q overlap", text)
		require.Greater(t, tok.End, tok.Start, "an empty token in %q", text)
		require.LessOrEqual(t, int(tok.End), base+len(text), "a token ends beyond %q", text)
		if utf8.ValidString(text) {
			require.True(t, utf8.ValidString(text[int(tok.Start)-base:int(tok.End)-base]), "a token of %q tears a letter", text)
		}
		last = tok.End
	}
}

func TestTokenizeOffsets(t *testing.T) {
	for _, text := range hostileTexts {
		checkOffsets(t, text, 0)
		checkOffsets(t, text, 1000)
	}
}

func FuzzTokenize(f *testing.F) {
	for _, text := range hostileTexts {
		f.Add(text)
	}
	f.Add("Vendor won’t sell the Library’s patrons’ data (seventy-two (72) hours).")
	f.Fuzz(func(t *testing.T, text string) { checkOffsets(t, text, 7) })
}

// The analysis asks for no property of its text.
func FuzzAnalyse(f *testing.F) {
	for _, text := range hostileTexts {
		f.Add(text)
	}
	f.Add("Except as required by law, Vendor shall not sell, rent or disclose, and shall delete within [__] days, any patron data that it holds; provided that it may keep copies.")
	f.Add("“Leak” means any loss of patron data, and excludes what we, or an affiliate that we choose not to use, never have and never will keep; write to privacy@library.example no later than a day after.")
	f.Add("In no event shall search logs be kept, nor allow others to keep some of them: measures to make sure that, when the contract ends Vendor shall not fail to attempt to delete it, are taken.")
	f.Fuzz(func(t *testing.T, text string) { readAll(t, text) })
}

// readAll asks a sentence everything that rules ask.
func readAll(t *testing.T, text string) {
	t.Helper()
	a := analyse(text)
	exceptions := ExceptionTerms{Marker: testTerms["marker"], CarveOut: testTerms["carve-out"], Consent: testTerms["consent"]}
	wanted := func(id TermID) bool { return id == testTerms["patron-data"] }
	generic := func(id TermID) bool { return id == testTerms["data"] }
	inside := func(from, to int) {
		require.True(t, 0 <= from && from <= to && to <= len(a.Tokens), "tokens %d to %d of %d in %q", from, to, len(a.Tokens), text)
	}
	a.Speech()
	for i := range a.Tokens {
		a.KindAt(i)
		a.NegatedAt(i)
		a.LaidOnLibrary(i)
		a.DoneByThird(i)
		a.Passable(i, false)
		a.Idle(i)
		for _, to := range []int{i, i + 1, len(a.Tokens)} {
			a.Loosely(i, to)
			a.OfSome(i, to)
		}
	}
	for _, c := range a.Clusters {
		inside(c.From, c.To)
		inside(c.SubjectFrom, c.SubjectTo)
	}
	for _, d := range a.Durations(text) {
		inside(d.From, d.To)
		a.AfterIt(d)
	}
	a.Whole(exceptions)
	for k, h := range a.Hits() {
		inside(h.From, h.To)
		if testGrammar.Terms[h.Term].Section != ActionSection {
			continue
		}
		a.SetAside(h)
		r := a.Reading(k)
		inside(a.Clause(&r))
		for _, e := range a.Exceptions(&r, exceptions) {
			inside(e.From, e.To)
		}
		if o, ok := a.Object(&r, wanted, generic); ok {
			inside(o.Hit.From, o.Hit.To)
		}
		a.Anaphor(&r, generic)
		a.Recipient(&r)
		a.Owner(&r)
		a.Blank(&r, text)
		a.NextAction(&r)
		a.OnlyNear(&r, testTerms["only"])
		a.OnlyWithout(&r, testTerms["consent"])
		a.Ceases(&r)
		a.NotLonger(&r)
		a.ForReason(&r)
		a.BoundInTime(&r)
		a.ButThen(&r)
		a.Conditions(&r)
		a.VendorByName(&r)
		a.NegatedObject(&r, h)
		a.OfAnotherVerb(&r, len(a.Tokens)-1)
	}
}

func TestReadHostile(t *testing.T) {
	for _, text := range hostileTexts {
		readAll(t, text)
	}
}
