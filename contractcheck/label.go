package contractcheck

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Label is what a person found: the verdict that a passage or a document
// deserves. A passage has Text or Span, and Requirement; a document has Doc,
// Requirements and Rollup.
type Label struct {
	ID string `json:"id"`
	// Set names where the row comes from, to count its accuracy apart.
	Set          string   `json:"set"`
	Text         string   `json:"text"`
	Span         *Span    `json:"span"` // where Text stands; see ReadSpans
	Requirement  string   `json:"requirement"`
	Doc          string   `json:"doc"`
	Requirements []string `json:"requirements"`
	Rollup       Rollup   `json:"rollup"`
	Verdict      Verdict  `json:"verdict"`
	// Params are the values that the label holds for, in place of the
	// library's. Those that are not numbers are no parameters of a rule and
	// are passed over.
	Params map[string]any `json:"params"`
	// Quotes are the words that the verdict rests on, as the person who
	// labelled copied them out of the document or passage.
	Quotes []string `json:"quotes"`

	file string // that it was read from, if it was
	line int
}

// Rollup says how the verdicts on several requirements make up one.
type Rollup string

// The ways to roll up. A contradiction of one requirement makes the whole
// contradicted in both.
const (
	// RollupAny takes the best of the verdicts; the empty Rollup is the same.
	RollupAny Rollup = "any"
	// RollupAll is satisfied if all are, and partial if some are satisfied or
	// partial.
	RollupAll Rollup = "all"
)

// maxLabel bounds one line of labels, in bytes; a passage of a contract has
// some hundred.
const maxLabel = 4 << 20

// ReadLabels reads labels from JSON Lines: one object a line, blank lines
// apart. Keys that a Label does not have are passed over. Name is what errors
// call the file; they name all faulty lines and quote no passage.
func ReadLabels(r io.Reader, name string) ([]Label, error) {
	var labels []Label
	var errs []error
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLabel)
	number := 0
	for lines.Scan() {
		number++
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		label, err := parseLabel(lines.Bytes())
		if err != nil {
			errs = append(errs, fmt.Errorf("%s:%d: %w", name, number, err))
		}
		label.file, label.line = name, number
		labels = append(labels, label)
	}
	if err := lines.Err(); err != nil {
		errs = append(errs, fmt.Errorf("%s:%d: %w", name, number+1, err))
	}
	return labels, errors.Join(errs...)
}

func parseLabel(line []byte) (Label, error) {
	var l Label
	if err := json.Unmarshal(line, &l); err != nil {
		return l, fmt.Errorf("no row of labels: %w", err)
	}
	if l.Verdict == 0 {
		return l, errors.New("missing key \"verdict\"")
	}
	if l.Doc == "" {
		return l, l.checkPassage()
	}
	return l, l.checkDocument()
}

func (l *Label) checkPassage() error {
	if l.Text == "" && l.Span == nil || l.Requirement == "" {
		return errors.New(`expected "text" or "span" with "requirement", or "doc" and "requirements"`)
	}
	return nil
}

func (l *Label) checkDocument() error {
	switch {
	case len(l.Requirements) == 0:
		return errors.New(`missing key "requirements" beside "doc"`)
	case l.Rollup != "" && l.Rollup != RollupAny && l.Rollup != RollupAll:
		return fmt.Errorf("rollup: read %q, expected any or all", l.Rollup)
	}
	return nil
}

// requirements lists what the label is about.
func (l *Label) requirements() []string {
	if l.Doc != "" {
		return l.Requirements
	}
	return []string{l.Requirement}
}

// subject names what the label is about, as one key.
func (l *Label) subject() string { return strings.Join(l.requirements(), ",") }

// name is the label's id; rows of documents mostly have none.
func (l *Label) name() string {
	if l.ID == "" {
		return l.Doc
	}
	return l.ID
}

// place says where the label stands, for messages.
func (l *Label) place() string {
	if l.file == "" {
		return l.name()
	}
	return fmt.Sprintf("%s:%d", l.file, l.line)
}

// numbers returns the parameters that are numbers.
func (l *Label) numbers() map[string]float64 {
	numbers := map[string]float64{}
	for name, value := range l.Params {
		if number, ok := value.(float64); ok {
			numbers[name] = number
		}
	}
	return numbers
}

// rollUpVerdicts makes one verdict of several, of which there is at least one.
func rollUpVerdicts(r Rollup, verdicts []Verdict) Verdict {
	best, worst := verdicts[0], verdicts[0]
	for _, v := range verdicts {
		best, worst = min(best, v), max(worst, v)
	}
	switch {
	case worst == Contradicted:
		return Contradicted
	case r == RollupAll && best < Missing && worst > best:
		return Partial
	}
	return best
}
