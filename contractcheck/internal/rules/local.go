package rules

import "example.org/contractcheck/contractcheck/internal/language"

// Reasons of promises that are whole for what they speak of.
const (
	localOnly        = "for the people of some places only"
	definesOnly      = "says what a word means, and promises nothing"
	oneKindOnly      = "names one kind of data only"
	oneCaseOnly      = "forbids it in one case only"
	thirdPartiesOnly = "binds third parties only"
)

// aside holds the reasons that take nothing from a whole promise elsewhere.
var aside = map[string]bool{localOnly: true, definesOnly: true, oneKindOnly: true, oneCaseOnly: true, thirdPartiesOnly: true}

// local reports whether a policy says what provision i says to the people of one
// place: by its words, or by a title above it. A contract has one library, and
// its titles name laws and not readers.
func (r *reader) local(i int, s *language.Sentence) bool {
	if !r.scene.Personal {
		return false
	}
	return s.Has(r.set.known.locals, 0, len(s.Tokens)) || r.headingHas([]language.TermID{r.set.known.region}, i)
}

// reserve looks at what satisfies for what the whole sentence is: a promise to
// some, or a definition, which is none where the requirement asks for no meaning.
func (r *reader) reserve(requirement, i int, s *language.Sentence, reason string) (Verdict, string) {
	switch {
	case r.local(i, s):
		return Partial, localOnly
	case r.definesOther(requirement, s):
		return Partial, definesOnly
	}
	return Satisfied, reason
}

// definesOther reports whether the sentence is a definition, and the requirement
// asks for no meaning of words. "Transfer means any transfer abroad" allows none.
func (r *reader) definesOther(requirement int, s *language.Sentence) bool {
	return !r.set.Requirements[requirement].ofWords && s.Speech() == language.Defining
}
