package rules

import (
	"slices"

	"example.org/contractcheck/contractcheck/internal/language"
)

// Speech tells what kind of speech provision i is.
func (set *Set) Speech(scene *Scene, i int) language.Speech {
	r := set.takeReader(scene, nil)
	defer set.putReader(r)
	s := r.sentence(i)
	s.Parse()
	return s.Speech()
}

// Silent reports whether a provision of that kind cannot speak of the requirement,
// whatever its words: it is a label, or says what a word means, or what the
// library must do, and the requirement is not about that. Where it would speak
// against the requirement, a right of the library says nothing either.
func (q *Requirement) Silent(speech language.Speech, against bool) bool {
	switch speech {
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
