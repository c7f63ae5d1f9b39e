package report

import (
	"fmt"
	"strings"

	"example.org/contractcheck/contractcheck"
)

// Disclaimer ends every report that people read.
const Disclaimer = "This report points at words and reads their grammar. It is no legal advice: " +
	"have counsel read the contract before you sign it."

// gradeWord is the grade as a head shows it.
func gradeWord(g contractcheck.Grade) string {
	if g == "" {
		return "NONE"
	}
	return strings.ToUpper(string(g))
}

// gradeMeaning says in a director's words what a grade asks for.
func gradeMeaning(g contractcheck.Grade) string {
	switch g {
	case contractcheck.Ready:
		return "every critical and important requirement is satisfied."
	case contractcheck.Negotiate:
		return "ask the vendor for the changes below before you sign."
	case contractcheck.Reject:
		return "a critical requirement is contradicted or in conflict; do not sign it as it stands."
	case contractcheck.Incomplete:
		return "not all of the document was read; get a copy with readable text and check that."
	}
	return "the document was not graded."
}

var kindNames = map[contractcheck.Kind]string{
	contractcheck.Contract: "contract",
	contractcheck.License:  "content license",
	contractcheck.RFP:      "request for proposals",
	contractcheck.Response: "response to a request for proposals",
	contractcheck.Policy:   "privacy policy",
}

// describeFile says what the document is: "contract (detected), PDF".
func describeFile(d *contractcheck.DocumentReport) string {
	name, ok := kindNames[d.Kind]
	if !ok {
		name = string(d.Kind)
	}
	origin := "detected"
	if d.KindGiven {
		origin = "as given"
	}
	return fmt.Sprintf("%s (%s), %s", name, origin, strings.ToUpper(string(d.Format)))
}

// describeParties says how the document names the two sides: a reader who sees
// the wrong ones knows not to trust the rest.
func describeParties(p contractcheck.Parties) string {
	var sides []string
	if len(p.Vendor) > 0 {
		sides = append(sides, "the vendor is "+strings.Join(p.Vendor, ", "))
	}
	if len(p.Library) > 0 {
		sides = append(sides, "the library is "+strings.Join(p.Library, ", "))
	}
	return strings.Join(sides, "; ")
}

// judgedBy names what the report was made with.
func judgedBy(r *contractcheck.Report) string {
	profile := "no profile (the clauses' own settings)"
	if r.Profile != nil {
		profile = fmt.Sprintf("profile %s (%s)", r.Profile.ID, r.Profile.Title)
	}
	if r.State != nil {
		profile += fmt.Sprintf(" and the law of %s, which may have changed", r.State.Title)
	}
	finder := "without a finder, so that what no rule reads is missing"
	if r.Finder != nil {
		finder = "with a finder for what no rule reads"
	}
	return fmt.Sprintf("Checked by %s %s by %d clauses, %d requirements and %s, %s.",
		r.Tool.Name, r.Tool.Version, r.Library.Clauses, r.Library.Requirements, profile, finder)
}
