package contractcheck

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"example.org/contractcheck/contractcheck/internal/extract"
	"example.org/contractcheck/contractcheck/internal/segment"
)

// answer is a row of a filled-in response form: the library's requirement, the
// vendor's code and the vendor's comment.
type answer struct {
	start, end int // of the row, in the document's text
	comment    int // where the comment begins: everything before is not the vendor's word
	full       bool
	restated   bool // the comment only repeats the requirement
}

// fullCodes are the response codes that promise the requirement as it stands;
// every other code promises less. The families are those of library RFPs.
var fullCodes = map[string]bool{
	"c": true, "comply": true, "complies": true, "fully comply": true, "fully complies": true, "compliant": true,
	"fully compliant": true, "y": true, "yes": true, "a": true, "available": true, "s": true, "standard": true, "agreed": true, "met": true,
}

var lesserCodes = map[string]bool{
	"cc": true, "comply with clarification": true, "p": true, "partial": true, "partially": true, "partially comply": true,
	"r": true, "roadmap": true, "planned": true, "f": true, "fd": true, "future": true, "ud": true, "under development": true,
	"e": true, "exception": true, "n": true, "no": true, "not available": true, "u": true, "unavailable": true, "m": true,
	"modification": true, "t": true, "third party": true, "does not comply": true, "do not comply": true, "not comply": true,
	"n/a": true, "na": true, "nb": true, "no bid": true, "configuration": true, "i": true, "integration": true,
}

// answersOf finds the rows of response forms in a vendor's answer to an RFP.
func answersOf(text *extract.Text) []answer {
	var all []answer
	var table []extract.Block
	for i, b := range text.Blocks {
		if b.Kind == extract.TableRow {
			table = append(table, b)
		}
		if i == len(text.Blocks)-1 || text.Blocks[i+1].Kind != extract.TableRow {
			all = append(all, answersIn(text.Content, table)...)
			table = table[:0]
		}
	}
	return all
}

// answersIn reads the rows of one table. What stands before the last column of
// codes is the library's, whatever code the row has: one that is not known
// promises less.
func answersIn(content string, table []extract.Block) []answer {
	rows := make([][]string, len(table))
	for i, b := range table {
		rows[i] = strings.Split(content[b.Start:b.End], extract.CellSeparator)
	}
	columns := codeColumns(rows)
	if len(columns) == 0 {
		return nil
	}
	last := columns[len(columns)-1]
	var all []answer
	for i, cells := range rows {
		if last >= len(cells) {
			continue
		}
		a := answer{start: table[i].Start, end: table[i].End, comment: table[i].Start, full: true}
		longest := ""
		for k, cell := range cells[:last+1] {
			a.comment += len(cell) + len(extract.CellSeparator)
			if slices.Contains(columns, k) {
				full, _ := codeIn(cell)
				a.full = a.full && full
			} else if len(cell) > len(longest) {
				longest = cell
			}
		}
		a.restated = sameWords(longest, strings.Join(cells[last+1:], extract.CellSeparator))
		all = append(all, a)
	}
	return all
}

// codeColumns returns the columns behind the first that hold a code in some
// row, and little else in the others.
func codeColumns(rows [][]string) []int {
	widest := 0
	for _, cells := range rows {
		widest = max(widest, len(cells))
	}
	var columns []int
	for k := 1; k < widest; k++ {
		codes, brief, filled := 0, 0, 0
		for _, cells := range rows {
			if k >= len(cells) || strings.TrimSpace(cells[k]) == "" {
				continue
			}
			filled++
			if len(cells[k]) > longestCode {
				continue
			}
			brief++
			if _, known := codeIn(cells[k]); known {
				codes++
			}
		}
		if codes > 0 && 2*brief >= filled {
			columns = append(columns, k)
		}
	}
	return columns
}

// longestCode is the length of what may be a code, in bytes: "comply with
// clarification" is the longest of the usual ones.
const longestCode = 26

// codeIn reads a cell that holds nothing but a code, whatever its case and
// white space: whether it is one, and whether it promises all.
func codeIn(cell string) (full, known bool) {
	cell = strings.Trim(cell, " \t\n.–-*")
	if len(cell) > longestCode {
		return false, false
	}
	var letters [longestCode]byte // on the stack: each cell of each table passes here
	n := 0
	for _, c := range []byte(cell) {
		switch {
		case c == '\n' || c == '\t':
			c = ' '
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		}
		if c == ' ' && letters[n-1] == ' ' {
			continue
		}
		letters[n] = c
		n++
	}
	full = fullCodes[string(letters[:n])]
	return full, full || lesserCodes[string(letters[:n])]
}

// sameWords reports whether two texts are the same but for white space and
// case.
func sameWords(a, b string) bool {
	if strings.TrimSpace(a) == "" {
		return false
	}
	for {
		var first, second string
		first, a = nextWord(a)
		second, b = nextWord(b)
		if !strings.EqualFold(first, second) {
			return false
		}
		if first == "" {
			return true
		}
	}
}

// nextWord returns the first word of a text, or "", and what stands behind it.
func nextWord(text string) (word, rest string) {
	text = strings.TrimLeftFunc(text, unicode.IsSpace)
	if i := strings.IndexFunc(text, unicode.IsSpace); i >= 0 {
		return text[:i], text[i:]
	}
	return text, ""
}

// answerAt returns the row that a provision belongs to. The rows are in order.
func answerAt(all []answer, p *segment.Provision) (answer, bool) {
	i := sort.Search(len(all), func(i int) bool { return all[i].end > p.Start })
	if i < len(all) && all[i].start <= p.Start {
		return all[i], true
	}
	return answer{}, false
}

// applyAnswers takes the library's own words in a response form out of the
// scene, and keeps what a lesser code or a repeated requirement promises from
// counting as more than partial.
func (o *opened) applyAnswers() {
	all := answersOf(o.doc.text)
	for i := range o.provisions {
		a, ok := answerAt(all, &o.provisions[i])
		if !ok {
			continue
		}
		p := &o.scene.Provisions[i]
		switch {
		case o.provisions[i].Start < a.comment:
			p.Skip = true
		case a.restated:
			p.Ceiling = "only repeats the requirement"
		case !a.full:
			p.Ceiling = "the answer's code promises less"
		}
	}
}
