package segment

import (
	"strings"
	"testing"
)

// contract is a page of an agreement in our own words, with what agreements
// have: numbers, run-in headings, lists in lists, abbreviations.
const contract = `# 4. Patron Data

4.1 Confidentiality. Provider keeps the records of each patron confidential, as Cal. Gov. Code § 7927.105 asks,
and uses them only to run the catalog (e.g. to place a hold). It does not sell them; nor does it rent them out.

4.2 Breach. If Provider learns of a breach, it shall: (a) tell the Library within seventy-two (72) hours;
(b) describe, as far as Section 5(a) allows, (i) what was taken and (ii) who is affected; and (c) pay the costs.

4.3 At the end of the term Provider shall:

(a) return all data in an open format, such as CSV, within 30 days;

(b) destroy every copy, including

(i) backups that are older than 1.5 years; and

(ii) logs of the servers of Example Hosting Inc. in the U.S. or elsewhere;

(c) confirm both in writing,

each without a fee.

% Page 7

| Data | Retention period

| Search logs | 30 days

The Library may ask: who had access? Provider answers within ten days. See https://example.org/privacy.html?v=2 for more.

`

// benchmarkSize is that of a contract of 50 pages, in bytes.
const benchmarkSize = 150_000

func BenchmarkSplit(b *testing.B) {
	in := text(strings.Repeat(contract, benchmarkSize/len(contract)))
	b.SetBytes(int64(len(in.Content)))
	b.ReportAllocs()
	for b.Loop() {
		Split(in)
	}
}
