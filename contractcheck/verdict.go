package contractcheck

import "fmt"

// Verdict is the outcome of one requirement on one document. The zero value is
// invalid, so that a forgotten assignment never reads as satisfied.
type Verdict uint8

// The verdicts, from best to worst.
const (
	// Satisfied: the right party is bound, on the right object, within the
	// profile's parameters, with no open exception.
	Satisfied Verdict = iota + 1
	// Partial: the duty is there, but a parameter fails or is blank, a
	// qualifier weakens it, or its scope is narrower.
	Partial
	// Missing: the document was read in full and says nothing on it.
	Missing
	// Unreadable: it says nothing on it in the parts that could be read, and
	// other parts could not be read, so that silence proves nothing.
	Unreadable
	// Conflict: satisfied in one place and undone in another, and no
	// precedence rule settles it.
	Conflict
	// Contradicted: the text allows or does what the requirement forbids,
	// denies the duty, or lays it on the library.
	Contradicted
)

var verdictNames = [...]string{"invalid", "satisfied", "partial", "missing", "unreadable", "conflict", "contradicted"}

// Verdicts lists all verdicts, from best to worst.
func Verdicts() []Verdict {
	return []Verdict{Satisfied, Partial, Missing, Unreadable, Conflict, Contradicted}
}

// String returns the verdict's name as reports and clause files write it.
func (v Verdict) String() string {
	if int(v) < len(verdictNames) {
		return verdictNames[v]
	}
	return verdictNames[0]
}

// MarshalText returns the verdict's name; the zero verdict is an error.
func (v Verdict) MarshalText() ([]byte, error) {
	if v == 0 || int(v) >= len(verdictNames) {
		return nil, fmt.Errorf("verdict %d has no name", v)
	}
	return []byte(v.String()), nil
}

// UnmarshalText reads a verdict's name.
func (v *Verdict) UnmarshalText(text []byte) error {
	for i, name := range verdictNames[1:] {
		if name == string(text) {
			*v = Verdict(i + 1)
			return nil
		}
	}
	return fmt.Errorf("unknown verdict %q: expected satisfied, partial, missing, unreadable, conflict or contradicted", text)
}

// Severity says how much a requirement matters to patrons.
type Severity uint8

// The severities, from least to most.
const (
	Desirable Severity = iota + 1
	Important
	Critical
)

var severityNames = [...]string{"invalid", "desirable", "important", "critical"}

// String returns the severity's name as reports and clause files write it.
func (s Severity) String() string {
	if int(s) < len(severityNames) {
		return severityNames[s]
	}
	return severityNames[0]
}

// MarshalText returns the severity's name; the zero severity is an error.
func (s Severity) MarshalText() ([]byte, error) {
	if s == 0 || int(s) >= len(severityNames) {
		return nil, fmt.Errorf("severity %d has no name", s)
	}
	return []byte(s.String()), nil
}

// UnmarshalText reads a severity's name.
func (s *Severity) UnmarshalText(text []byte) error {
	for i, name := range severityNames[1:] {
		if name == string(text) {
			*s = Severity(i + 1)
			return nil
		}
	}
	return fmt.Errorf("unknown severity %q: expected critical, important or desirable", text)
}

// Grade sums a document up in one word.
type Grade string

// The grades.
const (
	// Ready: every critical and important requirement is satisfied.
	Ready Grade = "ready"
	// Negotiate: something is missing, weak or harmful, and no critical
	// requirement is contradicted.
	Negotiate Grade = "negotiate"
	// Reject: a critical requirement is contradicted or in conflict.
	Reject Grade = "reject"
	// Incomplete: not all of the document was read, or it would be ready and
	// refers to parts that are not there.
	Incomplete Grade = "incomplete"
)

// Kind is what a document is, which decides the requirements that apply to it
// and who "we" is in it.
type Kind string

// The kinds of documents.
const (
	Contract Kind = "contract" // with the vendor of a system or service
	License  Kind = "license"  // of databases or other content
	RFP      Kind = "rfp"      // the library's request for proposals
	Response Kind = "response" // a vendor's answer to it
	Policy   Kind = "policy"   // a privacy policy
)

// Kinds lists all kinds.
func Kinds() []Kind { return []Kind{Contract, License, RFP, Response, Policy} }

// ParseKind reads a kind's name.
func ParseKind(name string) (Kind, error) {
	for _, k := range Kinds() {
		if string(k) == name {
			return k, nil
		}
	}
	return "", fmt.Errorf("unknown kind %q: expected contract, license, rfp, response or policy", name)
}
