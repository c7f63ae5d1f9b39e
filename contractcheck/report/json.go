package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"

	"example.org/contractcheck/contractcheck"
)

// maxJSON is the largest report that ReadJSON takes, in bytes. A document that
// speaks to every requirement gives less than a megabyte.
const maxJSON = 256 << 20

// JSON writes r in the form that schema.json describes, indented and with a
// newline at its end. Lists without elements are written as [], never as null.
// A finding without a verdict or a severity is an error, and nothing is
// written then.
func JSON(w io.Writer, r *contractcheck.Report) error {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(withoutNil(r)); err != nil {
		return fmt.Errorf("encoding the report: %w", err)
	}
	if _, err := io.WriteString(w, escapeControls(buf.String())); err != nil {
		return fmt.Errorf("writing the JSON report: %w", err)
	}
	return nil
}

// ReadJSON reads what JSON wrote. It refuses fields that it does not know,
// another schema version, anything behind the report, and findings and clauses
// without a verdict, so that a report that was cut or altered does not pass for
// a better one.
func ReadJSON(r io.Reader) (*contractcheck.Report, error) {
	limited := &io.LimitedReader{R: r, N: maxJSON + 1}
	dec := json.NewDecoder(limited)
	dec.DisallowUnknownFields()
	report := new(contractcheck.Report)
	err := dec.Decode(report)
	if err == nil {
		err = atEnd(dec)
	}
	if limited.N <= 0 {
		return nil, fmt.Errorf("reading the JSON report: it is larger than %d bytes", maxJSON)
	}
	if err != nil {
		return nil, fmt.Errorf("reading the JSON report: %w", err)
	}
	if err := complete(report); err != nil {
		return nil, fmt.Errorf("reading the JSON report: %w", err)
	}
	return report, nil
}

func atEnd(dec *json.Decoder) error {
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return errors.New("there is more behind the report")
	}
	return nil
}

// complete checks what the decoder leaves at its zero value where the field is
// absent. Its errors name places, not texts.
func complete(r *contractcheck.Report) error {
	if r.SchemaVersion != contractcheck.SchemaVersion {
		return fmt.Errorf("schema_version: read %q, expected %q", r.SchemaVersion, contractcheck.SchemaVersion)
	}
	for i, d := range r.Documents {
		for j, c := range d.Clauses {
			if c.Verdict == 0 {
				return fmt.Errorf("documents[%d].clauses[%d]: no verdict", i, j)
			}
		}
		for j, f := range d.Findings {
			if f.Verdict == 0 || f.Severity == 0 {
				return fmt.Errorf("documents[%d].findings[%d]: no verdict or no severity", i, j)
			}
		}
	}
	return nil
}

// withoutNil returns a copy of r in which every list is there. What it does not
// change it shares with r.
func withoutNil(r *contractcheck.Report) *contractcheck.Report {
	c := *r
	c.Documents = list(r.Documents)
	for i := range c.Documents {
		d := &c.Documents[i]
		d.Pages, d.Notes = list(d.Pages), list(d.Notes)
		d.Parties.Vendor, d.Parties.Library = list(d.Parties.Vendor), list(d.Parties.Library)
		d.Clauses, d.NotApplicable = list(d.Clauses), list(d.NotApplicable)
		d.Files = slices.Clone(d.Files)
		for j := range d.Files {
			d.Files[j].Pages = list(d.Files[j].Pages)
		}
		d.Findings = list(d.Findings)
		for j := range d.Findings {
			f := &d.Findings[j]
			f.Evidence, f.Near = list(f.Evidence), list(f.Near)
		}
	}
	return &c
}

// list returns a copy of s that is not nil.
func list[T any](s []T) []T {
	return append(make([]T, 0, len(s)), s...)
}

// escapeControls writes the control and format characters that the encoder
// passes through, such as U+009B, which starts an escape sequence in some
// terminals, as \u escapes. They can stand only in strings, where that means
// the same. Line feeds are the encoder's own.
func escapeControls(encoded string) string {
	hostile := func(r rune) bool { return r != '\n' && unicode.In(r, unicode.Cc, unicode.Cf) }
	if strings.IndexFunc(encoded, hostile) < 0 {
		return encoded
	}
	var b strings.Builder
	for _, r := range encoded {
		if !hostile(r) {
			b.WriteRune(r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&b, `\u%04x`, unit)
		}
	}
	return b.String()
}
