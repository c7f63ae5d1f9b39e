package contractcheck_test

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"strings"

	"example.org/contractcheck/clauses"
	"example.org/contractcheck/contractcheck"
)

// A contract of one sentence.
const agreement = `Service Agreement

The Vendor shall notify the Library within 48 hours of discovering a breach of Patron Data.
`

func ExampleLoadLibrary() {
	library, err := contractcheck.LoadLibrary(clauses.FS)
	if err != nil {
		log.Fatal(err) // every problem of every file, as file:line:column
	}
	r, _ := library.Requirement("breach-notify-hours")
	fmt.Println(r.Severity, r.Applies)
	fmt.Println(r.Fill(r.Statement))
	// Output:
	// critical [contract license rfp response]
	// The vendor tells the library within 72 hours of discovering a suspected breach.
}

func ExampleReadFile() {
	doc, err := contractcheck.ReadFile("../testdata/contracts/rfp-draft.pdf")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(doc.Format, len(doc.Pages()), "pages")
	// Output:
	// pdf 10 pages
}

func ExampleDocument_Boxes() {
	doc, err := contractcheck.ReadFile("../testdata/contracts/ils-hosting-harmful.pdf")
	if err != nil {
		log.Fatal(err)
	}
	const quote = "An Affiliate is not a third party"
	start := strings.Index(doc.Content(), quote)
	for _, b := range doc.Boxes(start, start+len(quote)) {
		fmt.Printf("page %d, from (%.0f, %.0f) to (%.0f, %.0f)\n", b.Page, b.X0, b.Y0, b.X1, b.Y1)
	}
	// Output:
	// page 1, from (72, 188) to (209, 199)
}

func ExampleRead() {
	doc, err := contractcheck.Read(strings.NewReader(agreement), "agreement.txt")
	if err != nil {
		log.Fatal(err)
	}
	title, _, _ := strings.Cut(doc.Content(), "\n")
	fmt.Println(doc.File, doc.Format, title)
	// Output:
	// agreement.txt text Service Agreement
}

func ExampleLibrary_Check() {
	library, err := contractcheck.LoadLibrary(clauses.FS)
	if err != nil {
		log.Fatal(err)
	}
	doc, err := contractcheck.Read(strings.NewReader(agreement), "agreement.txt")
	if err != nil {
		log.Fatal(err)
	}
	doc.Kind = contractcheck.Contract
	report, err := library.Check(context.Background(), doc)
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range report.Documents[0].Findings {
		if f.Requirement == "breach-notify-hours" {
			e := f.Evidence[0]
			fmt.Printf("%s at byte %d: %q\n", f.Verdict, e.Start, e.Quote)
		}
	}
	// Output:
	// satisfied at byte 19: "The Vendor shall notify the Library within 48 hours of discovering a breach of Patron Data."
}

func ExampleLibrary_Apply() {
	library, err := contractcheck.LoadLibrary(clauses.FS)
	if err != nil {
		log.Fatal(err)
	}
	profile, err := contractcheck.ParseProfile("county.yaml", []byte(`
id: county
title: County library
why: The Board wants to know within a day.
clauses: [breach-notification]
params:
  breach-notify-hours: {max_hours: 24}
accept:
  - {requirement: breach-costs, reason: covered by insurance, by: Board, until: 2027-06-30}
`))
	if err != nil {
		log.Fatal(err)
	}
	profile.Today = "2027-01-15"
	library, err = library.Apply(profile)
	if err != nil {
		log.Fatal(err) // unknown names and values out of bounds
	}
	doc, err := contractcheck.Read(strings.NewReader(agreement), "agreement.txt")
	if err != nil {
		log.Fatal(err)
	}
	report, err := library.Check(context.Background(), doc)
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range report.Documents[0].Findings {
		switch {
		case f.Accepted != nil && !f.Accepted.Expired:
			fmt.Printf("%s: %s, accepted: %s\n", f.Requirement, f.Verdict, f.Accepted.Reason)
		case f.Verdict == contractcheck.Partial:
			fmt.Printf("%s: %s, where %g hours are asked for\n", f.Requirement, f.Verdict, f.Params["max_hours"])
		}
	}
	// Output:
	// breach-notify-hours: partial, where 24 hours are asked for
	// breach-costs: missing, accepted: covered by insurance
}

// A finder looks for what no rule reads, and asks for a review of it.
func ExampleLibrary_WithFinder() {
	library, err := contractcheck.LoadLibrary(clauses.FS)
	if err != nil {
		log.Fatal(err)
	}
	finder, err := contractcheck.ReadFinder(bytes.NewReader(clauses.Finder))
	if err != nil {
		log.Fatal(err)
	}
	text := "Vendor may hand borrowers' reading records to data brokers, who pay it a cut of the proceeds of the sale."
	doc, err := contractcheck.Read(strings.NewReader(text), "contract.txt")
	if err != nil {
		log.Fatal(err)
	}
	report, err := library.WithFinder(finder).Check(context.Background(), doc)
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range report.Documents[0].Findings {
		if f.Requirement == "no-sale" {
			fmt.Println(f.Verdict, f.Reason)
			fmt.Println(f.NeedsReview)
		}
	}
	// Output:
	// contradicted seems to speak against it, in words that no rule reads
	// Does this passage allow what the library wants to rule out?
}

func ExampleEvaluate() {
	library, err := contractcheck.LoadLibrary(clauses.FS)
	if err != nil {
		log.Fatal(err)
	}
	rows, err := contractcheck.ReadLabels(strings.NewReader(`
{"id": "a", "requirement": "breach-notify-hours", "verdict": "satisfied", "text": "Vendor shall notify the Library within 24 hours of discovering a breach of Patron Data."}
{"id": "b", "requirement": "breach-notify-hours", "verdict": "missing", "text": "The Library opens at nine."}
`), "rows.jsonl")
	if err != nil {
		log.Fatal(err)
	}
	result, err := contractcheck.Evaluate(library, rows, nil) // no row needs a document
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d rows, %.0f%% right, %.0f%% falsely assured\n",
		result.Rows, 100*result.Accuracy, 100*result.FalseAssurance)
	// Output:
	// 2 rows, 100% right, 0% falsely assured
}
