package contractcheck

// SchemaVersion is the version of the JSON form of a Report. It changes with
// every change of meaning or of a name; report/schema.json describes it.
const SchemaVersion = "1.0"

// Version is the version of this package. A report names it, since the grammar
// that reads a contract is part of it.
const Version = "0.1.0"

// Report is the outcome of checking documents. It holds all that a renderer
// needs, refers to nothing outside of itself, and is the same for the same
// documents, library and profile.
type Report struct {
	SchemaVersion string           `json:"schema_version"`
	Tool          Tool             `json:"tool"`
	Library       LibraryRef       `json:"library"`
	Profile       *ProfileRef      `json:"profile"`          // nil: the clause files' own defaults
	State         *StateRef        `json:"state,omitempty"`  // nil: the law of no state
	Finder        *FinderRef       `json:"finder,omitempty"` // nil: none looked for what no rule reads
	Documents     []DocumentReport `json:"documents"`
}

// Tool names the program that judged.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// LibraryRef names the clause library that judged, by the SHA-256 of its
// files.
type LibraryRef struct {
	SHA256       string `json:"sha256"` // lower-case hex
	Clauses      int    `json:"clauses"`
	Requirements int    `json:"requirements"`
}

// FinderRef names the finder that looked for what no rule reads.
type FinderRef struct {
	SHA256 string `json:"sha256"` // of its file, lower-case hex
}

// ProfileRef names the profile that was applied.
type ProfileRef struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	SHA256 string `json:"sha256"` // of the profile's file, lower-case hex
}

// StateRef names the state whose law the profile builds on.
type StateRef struct {
	Code   string `json:"code"` // two capital letters
	Title  string `json:"title"`
	SHA256 string `json:"sha256"` // of the state's file, lower-case hex
}

// DocumentReport is the outcome for one document.
type DocumentReport struct {
	File   string `json:"file"`   // as the caller named it
	SHA256 string `json:"sha256"` // of the file's bytes, lower-case hex
	Format Format `json:"format"`
	Kind   Kind   `json:"kind"`
	// KindGiven reports whether the caller set the kind; otherwise it was
	// detected.
	KindGiven bool `json:"kind_given"`
	// Pages is empty for a package, whose files have them.
	Pages []PageReport `json:"pages"`
	// Files are those of a package, in order; empty for a file.
	Files []FileReport `json:"files,omitempty"`
	// Absent lists the parts of the contract that the document refers to and
	// that are not there, in the order of the references.
	Absent []AbsentPart `json:"absent,omitempty"`
	// Coverage is the share of the pages that were read, from 0 to 1. It is
	// less than 1 for a package of which a part is absent.
	Coverage float64 `json:"coverage"`
	// Score is the mean of the findings by their weights, from 0 to 100:
	// satisfied counts in full, partial half, and the others not at all.
	// Accepted findings and those of weight 0 are left out of it.
	Score int      `json:"score"`
	Grade Grade    `json:"grade"`
	Notes []string `json:"notes"` // what reading repaired, skipped or cut short
	// Parties are the names under which the document speaks of the vendor and
	// of the library, in order of appearance.
	Parties  Parties        `json:"parties"`
	Clauses  []ClauseReport `json:"clauses"`
	Findings []Finding      `json:"findings"`
	// NotApplicable lists the requirements that do not apply to the kind.
	NotApplicable []string `json:"not_applicable"`
}

// Parties are the names by which a document calls the two sides.
type Parties struct {
	Vendor  []string `json:"vendor"`
	Library []string `json:"library"`
}

// PageReport says how one page was read. Number is 0 for a format without
// pages.
type PageReport struct {
	Number     int    `json:"number"`
	Characters int    `json:"characters"`
	Unreadable string `json:"unreadable,omitempty"` // the reason
	// OCR is set where the words of the page were recognised; it is that of all
	// of them, also of those that were left out as too unsure.
	OCR *Recognition `json:"ocr,omitempty"`
}

// FileReport is one file of a package.
type FileReport struct {
	File     string       `json:"file"`   // as the caller named it
	SHA256   string       `json:"sha256"` // of the file's bytes, lower-case hex
	Format   Format       `json:"format"`
	Pages    []PageReport `json:"pages"`
	Coverage float64      `json:"coverage"` // the share of the pages that were read, from 0 to 1
}

// AbsentPart is a part of a contract that is not there, with the sentence that
// refers to it.
type AbsentPart struct {
	Name    string  `json:"name"` // such as "Exhibit C"
	Passage Passage `json:"passage"`
}

// ClauseReport rolls up a clause's requirements: the verdict is that of the
// worst finding, accepted ones apart.
type ClauseReport struct {
	ID      string  `json:"id"`
	Title   string  `json:"title"`
	Verdict Verdict `json:"verdict"`
	Score   int     `json:"score"` // 0 to 100
}

// Finding is the verdict on one requirement, with what carries it.
type Finding struct {
	Requirement string   `json:"requirement"`
	Clause      string   `json:"clause"`
	Title       string   `json:"title"`
	Statement   string   `json:"statement"` // with the parameters filled in
	Why         string   `json:"why"`
	Severity    Severity `json:"severity"`
	Weight      int      `json:"weight"`
	Verdict     Verdict  `json:"verdict"`
	// Reason says in one line what the words do or lack.
	Reason string `json:"reason"`
	// NeedsReview is the question to put to counsel; empty where the words
	// are plain.
	NeedsReview string `json:"needs_review,omitempty"`
	// Evidence holds the words that carry the verdict, the deciding ones
	// first; it is empty for missing and unreadable.
	Evidence []Evidence `json:"evidence"`
	// Near holds, for missing and unreadable, the passages nearest to the
	// requirement. They decide nothing.
	Near []Passage `json:"near"`
	// Values holds the numbers that were read, in the unit that the name
	// carries, such as "hours" or "days".
	Values map[string]float64 `json:"values,omitempty"`
	// Params holds the parameters that the verdict was judged with.
	Params map[string]float64 `json:"params,omitempty"`
	// Law is what the law of the profile's state says on the requirement.
	Law []Law `json:"law,omitempty"`
	// Ask and Model say what to ask the vendor for; empty where satisfied.
	Ask   string `json:"ask,omitempty"`
	Model string `json:"model,omitempty"`
	// Accepted is set where the profile accepts the finding.
	Accepted *Acceptance `json:"accepted,omitempty"`

	sureness float64 // of the finder, where it decided; else 0
}

// Passage is a stretch of a document's text.
type Passage struct {
	// File is the file of a package that the passage stands in; empty for a
	// document by itself.
	File string `json:"file,omitempty"`
	// Quote is the text from Start to End, unchanged.
	Quote   string `json:"quote"`
	Page    int    `json:"page"`    // 0 for a format without pages
	Section string `json:"section"` // number and heading; empty before the first
	// Row is the number of the row in its sheet; 0 outside of a spreadsheet.
	Row int `json:"row,omitempty"`
	// Start and End are byte offsets in the text of the document, or of File.
	Start int `json:"start"`
	End   int `json:"end"`
	// Links are the web addresses that the words lead to and do not say. What
	// stands there was not read.
	Links []string `json:"links,omitempty"`
	// OCR is set where the paragraph that holds the passage was recognised.
	OCR *Recognition `json:"ocr,omitempty"`
}

// Evidence is a passage and what it says on a requirement.
type Evidence struct {
	Passage
	Verdict Verdict `json:"verdict"` // of this passage alone
	Reason  string  `json:"reason"`
	// Stem is the list stem that the passage goes on from, if any.
	Stem *Passage `json:"stem,omitempty"`
}

// Acceptance is a library's decision to live with a finding.
type Acceptance struct {
	Reason string `json:"reason"`
	By     string `json:"by"`
	Until  string `json:"until,omitempty"` // YYYY-MM-DD, the last day; empty: no end
	// Expired reports whether the acceptance no longer counts, because Until
	// has passed or because the day is not known.
	Expired bool `json:"expired"`
}
