package contractcheck

import (
	"example.org/contractcheck/contractcheck/internal/clausefile"
)

// Profile is what one library asks for: the clauses that it picks, its numbers
// and weights, and the findings that it accepts. It is made by ParseProfile; one
// that holds nothing but a State applies the law of that state alone.
type Profile struct {
	ID    string
	Title string
	Why   string
	// State is the state whose law the profile builds on, in two capital
	// letters such as CA; empty: none. Where the file names none, the caller may.
	State string
	// Today is the day, as YYYY-MM-DD, by which acceptances have expired or
	// not. The caller sets it, because the package reads no clock. While it is
	// empty no acceptance with a last day counts.
	Today string

	file   *clausefile.Profile
	sha256 string
}

// ParseProfile reads a profile file. Name is what errors call it. The error
// joins a *SyntaxError for every problem of the file, ordered by line. Whether
// the requirements and parameters exist is checked by Library.Apply.
func ParseProfile(name string, data []byte) (*Profile, error) {
	file, err := clausefile.ParseProfile(name, data)
	if err != nil {
		return nil, err
	}
	return &Profile{
		ID: file.ID, Title: file.Title, Why: file.Why, State: file.State.Value,
		file: file, sha256: hashOf(data),
	}, nil
}
