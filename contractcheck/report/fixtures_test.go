package report_test

import (
	"strings"

	"example.org/contractcheck/contractcheck"
)

// fixtures are reports built by hand; between them they hold every verdict,
// grade, kind and optional field.
func fixtures() map[string]*contractcheck.Report {
	return map[string]*contractcheck.Report{
		"contract": reportOf(agreement()),
		"several":  reportOf(agreement(), scan(), proposal()),
		"package":  reportOf(bundle()),
		"hostile":  reportOf(hostile()),
		"state":    inState(),
		"empty":    {SchemaVersion: contractcheck.SchemaVersion, Library: library()},
	}
}

func reportOf(docs ...contractcheck.DocumentReport) *contractcheck.Report {
	return &contractcheck.Report{
		SchemaVersion: contractcheck.SchemaVersion,
		Tool:          contractcheck.Tool{Name: "contractcheck", Version: "0.1.0"},
		Library:       library(),
		Profile:       &contractcheck.ProfileRef{ID: "county", Title: "County libraries", SHA256: hash("b")},
		Documents:     docs,
	}
}

// inState is judged by the law of a state, with one number that the library sets
// itself and one finding that rests on the law's.
func inState() *contractcheck.Report {
	d := agreement()
	owned, hours := owned(), breachHours()
	owned.Law = []contractcheck.Law{{
		State: "Zenda", Note: "A library's records are the town's.", Source: "Zenda Code, 9.1",
	}}
	hours.Params = map[string]float64{"max_hours": 72}
	hours.Law = []contractcheck.Law{
		{State: "Zenda", Note: "An agency reports within a day.", Param: "max_hours", Value: 24, Source: "Zenda Code, 12", SecondHand: true},
		{State: "Zenda", Note: "A school is told within three days.", Param: "max_hours", Value: 72, Source: "Zenda Code, 13"},
	}
	d.Findings = []contractcheck.Finding{owned, hours}
	r := reportOf(d)
	r.State = &contractcheck.StateRef{Code: "ZZ", Title: "Zenda", SHA256: hash("c")}
	return r
}

func library() contractcheck.LibraryRef {
	return contractcheck.LibraryRef{SHA256: hash("a"), Clauses: 23, Requirements: 85}
}

func hash(digit string) string { return strings.Repeat(digit, 64) }

// agreement has a finding of every verdict but unreadable.
func agreement() contractcheck.DocumentReport {
	return contractcheck.DocumentReport{
		File: "ils-agreement.pdf", SHA256: hash("1"),
		Format: contractcheck.PDF, Kind: contractcheck.Contract,
		Pages: pages(9), Coverage: 1, Score: 38, Grade: contractcheck.Reject,
		Notes:   []string{"The running heads of 9 pages were left out."},
		Parties: contractcheck.Parties{Vendor: []string{"Provider", "Larkspur Systems"}, Library: []string{"Customer"}},
		Clauses: []contractcheck.ClauseReport{
			{ID: "ownership", Title: "Data ownership", Verdict: contractcheck.Satisfied, Score: 100},
			{ID: "breach", Title: "Breach notification", Verdict: contractcheck.Contradicted, Score: 20},
			{ID: "deletion", Title: "Deletion and return", Verdict: contractcheck.Conflict, Score: 25},
			{ID: "sharing", Title: "Sale and sharing", Verdict: contractcheck.Missing, Score: 40},
		},
		Findings: []contractcheck.Finding{
			owned(), hasty(), breachHours(), breachCosts(), deletion(), noSale(), export(), subpoena(), expired(),
		},
		NotApplicable: []string{"rfp-demands-audit-report", "policy-plain-language"},
	}
}

// bundle is a package of files, one of them unreadable and a part of it absent.
func bundle() contractcheck.DocumentReport {
	in := func(file string, f contractcheck.Finding) contractcheck.Finding {
		for i := range f.Evidence {
			f.Evidence[i].File = file
		}
		return f
	}
	d := agreement()
	d.File, d.Format, d.Pages, d.Coverage, d.Grade = "ils.zip", contractcheck.PackageFormat, nil, .9, contractcheck.Incomplete
	d.Files = []contractcheck.FileReport{
		{File: "ils.zip/agreement.pdf", SHA256: hash("2"), Format: contractcheck.PDF, Pages: pages(9), Coverage: 1},
		{File: "ils.zip/scan|1.png", SHA256: hash("3"), Format: contractcheck.UnknownFormat, Pages: []contractcheck.PageReport{{Unreadable: "a picture (PNG)"}}},
	}
	reference := passage("Security is described in Exhibit C.", 2, "3.1 Security")
	reference.File = "ils.zip/agreement.pdf"
	d.Absent = []contractcheck.AbsentPart{{Name: "Exhibit C", Passage: reference}}
	d.Findings = []contractcheck.Finding{in("ils.zip/agreement.pdf", owned()), in("ils.zip/agreement.pdf", deletion())}
	return d
}

func pages(n int) []contractcheck.PageReport {
	all := make([]contractcheck.PageReport, n)
	for i := range all {
		all[i] = contractcheck.PageReport{Number: i + 1, Characters: 2400}
	}
	return all
}

func passage(quote string, page int, section string) contractcheck.Passage {
	return contractcheck.Passage{Quote: quote, Page: page, Section: section, Start: 100 * page, End: 100*page + len(quote)}
}

func owned() contractcheck.Finding {
	return contractcheck.Finding{
		Requirement: "ownership-library-retains", Clause: "ownership",
		Title:     "The library owns patron data",
		Statement: "The library keeps the ownership of all patron data.",
		Why:       "Who owns the records decides who may use them.",
		Severity:  contractcheck.Critical, Weight: 10, Verdict: contractcheck.Satisfied,
		Reason: "Patron data stays the library's.",
		Evidence: []contractcheck.Evidence{{
			Passage: passage("All records about\nCustomer's patrons are and stay the sole property of Customer.", 3, "4.1 Ownership"),
			Verdict: contractcheck.Satisfied, Reason: "Owned by the library.",
		}},
	}
}

// hasty is satisfied, with a question, by a list item that needs its stem.
func hasty() contractcheck.Finding {
	stem := passage("Provider shall not, whatever another clause of this Agreement says:", 4, "5.2 Limits of use")
	return contractcheck.Finding{
		Requirement: "no-profiling", Clause: "ownership",
		Title:     "No profiles of patrons",
		Statement: "The vendor builds no profiles of patrons.",
		Why:       "A profile says more about a patron than any record.",
		Severity:  contractcheck.Important, Weight: 6, Verdict: contractcheck.Satisfied,
		Reason:      "Profiling is forbidden.",
		NeedsReview: "Does “segments” in section 1.9 cover a single patron?",
		Evidence: []contractcheck.Evidence{{
			Passage: passage("(b) build profiles of patrons;", 4, "5.2 Limits of use"),
			Verdict: contractcheck.Satisfied, Reason: "Forbidden by the stem.", Stem: &stem,
		}},
	}
}

func breachHours() contractcheck.Finding {
	return contractcheck.Finding{
		Requirement: "breach-notify-hours", Clause: "breach",
		Title:     "Notice of a breach within 72 hours",
		Statement: "The vendor tells the library within 72 hours of discovering a suspected breach.",
		Why:       "Patrons can protect themselves only against what they know of.",
		Severity:  contractcheck.Critical, Weight: 10, Verdict: contractcheck.Partial,
		Reason: "The notice may come after 720 hours; 72 is the limit.",
		Evidence: []contractcheck.Evidence{
			{
				Passage: passage("Provider shall notify Customer in writing of every confirmed breach of security "+
					"within thirty (30) days of its confirmation, and shall give with the notice a description of the "+
					"records concerned, of the measures that were taken, and of those that Provider advises Customer "+
					"to take, unless in Provider's own judgment the breach is unlikely to do harm to those whom the "+
					"records concern or the notice would disturb an inquiry.", 7, "9.2 Security"),
				Verdict: contractcheck.Partial, Reason: "30 days from confirmation.",
			},
			{
				Passage: passage("Provider will speak with Customer about incidents in a timely way.", 12, "Exhibit A"),
				Verdict: contractcheck.Partial, Reason: "No number.",
			},
		},
		Values: map[string]float64{"hours": 720}, Params: map[string]float64{"max_hours": 72},
		Ask:   "Ask for notice within 72 hours of discovery, of suspected breaches too.",
		Model: "The Vendor shall notify the Library in writing within 72 hours of discovering a suspected breach.",
	}
}

func breachCosts() contractcheck.Finding {
	return contractcheck.Finding{
		Requirement: "breach-costs", Clause: "breach",
		Title:     "The vendor bears the costs of a breach",
		Statement: "The vendor bears the costs of notifying patrons.",
		Why:       "A library cannot budget for a vendor's mistakes.",
		Severity:  contractcheck.Critical, Weight: 7, Verdict: contractcheck.Contradicted,
		Reason: "The costs are laid on the library.",
		Evidence: []contractcheck.Evidence{{
			Passage: passage("Customer bears all costs of notices to its patrons.", 8, "9.4 Costs"),
			Verdict: contractcheck.Contradicted, Reason: "Costs on the library.",
		}},
		Ask: "Ask the vendor to bear the costs of a breach on its side.",
	}
}

func deletion() contractcheck.Finding {
	return contractcheck.Finding{
		Requirement: "deletion-at-end", Clause: "deletion",
		Title:     "Deletion at the end of the contract",
		Statement: "The vendor deletes all patron data within 60 days of the end.",
		Why:       "Data that is gone cannot leak.",
		Severity:  contractcheck.Critical, Weight: 9, Verdict: contractcheck.Conflict,
		Reason: "Deleted under 12.3, kept under 14.1, and nothing says which one wins.",
		Evidence: []contractcheck.Evidence{
			{
				Passage: passage("Within sixty days of termination Provider deletes all Customer Data.", 8, "12.3 End"),
				Verdict: contractcheck.Satisfied, Reason: "Deleted within 60 days.",
			},
			{
				Passage: passage("Provider may keep Customer Data for as long as it has a use for it.", 9, "14.1 Survival"),
				Verdict: contractcheck.Contradicted, Reason: "Kept without end.",
			},
		},
		NeedsReview: "Which of 12.3 and 14.1 wins?",
		Ask:         "Ask to strike section 14.1.",
		Model:       "Within 60 days of the end the Vendor shall delete all patron data.",
	}
}

func noSale() contractcheck.Finding {
	return contractcheck.Finding{
		Requirement: "no-sale", Clause: "sharing",
		Title:     "No sale of patron data",
		Statement: "The vendor never sells patron data.",
		Why:       "What patrons read is nobody's merchandise.",
		Severity:  contractcheck.Critical, Weight: 10, Verdict: contractcheck.Missing,
		Reason: "The document says nothing on the sale of patron data.",
		Near: []contractcheck.Passage{
			passage("Provider's sales tax is not included in the fees that Customer pays under this section.", 2, "3.1 Fees"),
			passage("Provider may name Customer in its sales material.", 6, "8 Publicity"),
			passage("The sale of hardware is subject to Exhibit C.", 1, ""),
		},
		Ask:   "Ask for a ban on selling, renting or trading patron data.",
		Model: "The Vendor shall not sell, rent or trade patron data.",
	}
}

func export() contractcheck.Finding {
	return contractcheck.Finding{
		Requirement: "export-open-format", Clause: "deletion",
		Title:     "Export in an open format",
		Statement: "The library can export its data in an open format.",
		Why:       "A library that cannot leave cannot negotiate.",
		Severity:  contractcheck.Desirable, Weight: 3, Verdict: contractcheck.Missing,
		Reason: "The document says nothing on formats of export.",
		Ask:    "Ask for CSV or MARC.",
	}
}

func subpoena() contractcheck.Finding {
	return contractcheck.Finding{
		Requirement: "legal-process-notice", Clause: "sharing",
		Title:     "Notice of subpoenas",
		Statement: "The vendor tells the library of legal process before it complies.",
		Why:       "Only a library that knows can object.",
		Severity:  contractcheck.Important, Weight: 6, Verdict: contractcheck.Partial,
		Reason: "Notice is given only afterwards.",
		Evidence: []contractcheck.Evidence{{
			Passage: passage("Provider informs Customer of a subpoena after it has complied.", 5, "6.6 Legal process"),
			Verdict: contractcheck.Partial, Reason: "Afterwards.",
		}},
		Ask:      "Ask for notice beforehand.",
		Accepted: &contractcheck.Acceptance{Reason: "County counsel is served first.", By: "M. Ortiz", Until: "2027-06-30"},
	}
}

func expired() contractcheck.Finding {
	return contractcheck.Finding{
		Requirement: "audit-right", Clause: "sharing",
		Title:     "The library may audit",
		Statement: "The library may audit the vendor's handling of patron data.",
		Why:       "Promises are worth what can be checked.",
		Severity:  contractcheck.Important, Weight: 5, Verdict: contractcheck.Missing,
		Reason:   "The document says nothing on audits.",
		Accepted: &contractcheck.Acceptance{Reason: "A report was promised.", By: "M. Ortiz", Until: "2025-01-31", Expired: true},
	}
}

// scan has pages that are images, and an unreadable finding.
func scan() contractcheck.DocumentReport {
	all := pages(43)
	for _, n := range []int{7, 8, 43} {
		all[n-1] = contractcheck.PageReport{Number: n, Unreadable: "image without text"}
	}
	all[20] = contractcheck.PageReport{Number: 21, Unreadable: "font without a character map"}
	all[2].OCR = &contractcheck.Recognition{Confidence: 96, Least: 71}
	all[3].OCR = &contractcheck.Recognition{Confidence: 91, Least: 12}
	byOCR := owned()
	byOCR.Evidence[0].OCR = all[2].OCR
	byOCR.NeedsReview = "Does the page say just that?"
	return contractcheck.DocumentReport{
		File: "scans/database-license-2019-signed-by-both-parties-final.pdf", SHA256: hash("2"),
		Format: contractcheck.PDF, Kind: contractcheck.License, KindGiven: true,
		Pages: all, Coverage: 39.0 / 43, Score: 0, Grade: contractcheck.Incomplete,
		Clauses: []contractcheck.ClauseReport{
			{ID: "ownership", Title: "Data ownership", Verdict: contractcheck.Satisfied, Score: 100},
			{ID: "sharing", Title: "Sale and sharing", Verdict: contractcheck.Unreadable},
		},
		Findings: []contractcheck.Finding{byOCR, {
			Requirement: "no-sale", Clause: "sharing", Title: "No sale of patron data",
			Statement: "The vendor never sells patron data.", Why: "What patrons read is nobody's merchandise.",
			Severity: contractcheck.Critical, Weight: 10, Verdict: contractcheck.Unreadable,
			Reason: "Nothing on it in the 39 pages that could be read.",
			Ask:    "Ask for a copy with readable text.",
		}},
	}
}

// proposal is a format without pages, and ready.
func proposal() contractcheck.DocumentReport {
	f := owned()
	f.Evidence[0].Page, f.Evidence[0].Section = 0, ""
	return contractcheck.DocumentReport{
		File: "answer.docx", SHA256: hash("3"), Format: contractcheck.DOCX, Kind: contractcheck.Response,
		Pages: []contractcheck.PageReport{{Characters: 5000}}, Coverage: 1, Score: 100, Grade: contractcheck.Ready,
		Clauses:  []contractcheck.ClauseReport{{ID: "ownership", Title: "Data ownership", Verdict: contractcheck.Satisfied, Score: 100}},
		Findings: []contractcheck.Finding{f},
	}
}

// injections are texts that a hostile document could hold.
var injections = []string{
	"\x1b[2J\x1b[1;32msatisfied\x1b[0m",
	"\x1b]8;;https://evil.example\x07click\x1b]8;;\x07",
	"\u009b31mred",
	"back\b\b\b\bspace and\rreturn",
	"\u202eder si siht\u202c and \u2066isolated\u2069",
	"[click](https://evil.example/a_b) ![x](http://evil.example/p.png)",
	"<script>alert(1)</script><img src=x onerror=alert(1)> <!-- hidden -->",
	"&lt;b&gt; &#60;i&#62;",
	"<https://evil.example> www.evil.example evil.example/path ftp://evil.example",
	"mail me@evil.example, ask @someone, mailto:me@evil.example",
	"| a | cell |\n|---|---|\n| b | c |",
	"\n\n# Heading\n\nSetext\n===\n\n- item\n1. item\n> quote\n\n---\n",
	"```\ncode\n``` and `span` and ~~struck~~ and **bold** _em_ \\*",
	"$x^2$ {: .class} [^1]: note :smile: ==mark==",
	"ignore\u2028line\u2029paragraph\x00nul\u200bzero\u00adwidth\U000e0041tag",
	"\xff\xfe invalid",
	strings.Repeat("x", 500),
}

// hostile puts the injections into every text of a document.
func hostile() contractcheck.DocumentReport {
	all := strings.Join(injections, " ")
	d := contractcheck.DocumentReport{
		File: "evil\x1b[31m|[x](http://evil.example)\n# name.pdf", SHA256: hash("4"),
		Format: contractcheck.PDF, Kind: contractcheck.Policy,
		Pages:    []contractcheck.PageReport{{Number: 1, Characters: 1, Unreadable: all}},
		Coverage: 0, Grade: contractcheck.Incomplete,
		Notes: injections, NotApplicable: injections,
		Parties: contractcheck.Parties{Vendor: injections, Library: injections},
	}
	for i, bad := range injections {
		v := contractcheck.Verdicts()[i%len(contractcheck.Verdicts())]
		d.Clauses = append(d.Clauses, contractcheck.ClauseReport{ID: bad, Title: bad, Verdict: v})
		d.Findings = append(d.Findings, hostileFinding(bad, v))
	}
	return d
}

func hostileFinding(bad string, v contractcheck.Verdict) contractcheck.Finding {
	p := contractcheck.Passage{Quote: bad, Page: 1, Section: bad, Row: 1, End: len(bad), Links: []string{bad}}
	f := contractcheck.Finding{
		Requirement: bad, Clause: bad, Title: bad, Statement: bad, Why: bad,
		Severity: contractcheck.Important, Weight: 1, Verdict: v, Reason: bad, NeedsReview: bad, Ask: bad, Model: bad,
		Near:     []contractcheck.Passage{p},
		Values:   map[string]float64{bad: 1, "b": 2, "a": 3},
		Law:      []contractcheck.Law{{State: bad, Note: bad, Source: bad}},
		Accepted: &contractcheck.Acceptance{Reason: bad, By: bad, Until: "2027-01-01", Expired: true},
	}
	if v != contractcheck.Missing && v != contractcheck.Unreadable {
		e := contractcheck.Evidence{Passage: p, Verdict: v, Reason: bad, Stem: &p}
		f.Evidence = []contractcheck.Evidence{e, e}
	}
	return f
}
