package rules

import "example.org/contractcheck/contractcheck/internal/language"

// localOnly says that a policy promises it to some of its readers.
const localOnly = "for the people of some places only"

// local reports whether a policy says what provision i says to the people of one
// place: by its words, or by a title above it. A contract has one library, and
// its titles name laws and not readers.
func (r *reader) local(i int, s *language.Sentence) bool {
	if !r.scene.Personal {
		return false
	}
	return s.Has(r.set.known.locals, 0, len(s.Tokens)) || r.headingHas([]language.TermID{r.set.known.region}, i)
}
