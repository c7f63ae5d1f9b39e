package rules

import (
	"slices"

	"example.org/contractcheck/contractcheck/internal/language"
)

// Silent reports whether provision i cannot speak of the requirement, whatever
// its words: it is a label, or says what a word means, or what the library must
// do, and the requirement is not about that. Where it would speak against the
// requirement, a right of the library says nothing either.
func (set *Set) Silent(scene *Scene, i, requirement int, against bool) bool {
	r := set.takeReader(scene, nil)
	defer set.putReader(r)
	s := r.sentence(i)
	s.Parse()
	q := set.Requirements[requirement]
	switch s.Speech() {
	case language.Fragment:
		return true
	case language.Defining:
		return !q.ofWords
	case language.LibraryDuty:
		return !q.ofLibrary()
	case language.LibraryRight:
		return against
	}
	return false
}

// ofLibrary reports whether the requirement is about what the library must not
// be made to do, and not about a duty of the vendor.
func (q *Requirement) ofLibrary() bool {
	burden := false
	for _, f := range q.frames {
		if f.want == always && slices.Contains(f.who, language.Vendor) {
			return false
		}
		burden = burden || f.want == mustNot && slices.Contains(f.who, language.Library)
	}
	return burden
}
