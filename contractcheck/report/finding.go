package report

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"example.org/contractcheck/contractcheck"
)

// shownNear is how many of the nearest passages are shown in brief.
const shownNear = 2

// decisive splits the evidence of a finding into the passages that decide and
// the rest. One passage decides; in a conflict it is one on each side, since
// neither means anything without the other.
func decisive(f *contractcheck.Finding) (deciding, rest []contractcheck.Evidence) {
	if len(f.Evidence) == 0 {
		return nil, nil
	}
	deciding, rest = f.Evidence[:1:1], f.Evidence[1:]
	if f.Verdict != contractcheck.Conflict {
		return deciding, rest
	}
	assures := func(e contractcheck.Evidence) bool { return e.Verdict == contractcheck.Satisfied }
	other := slices.IndexFunc(rest, func(e contractcheck.Evidence) bool {
		return assures(e) != assures(deciding[0])
	})
	if other < 0 {
		return f.Evidence, nil
	}
	return append(deciding, rest[other]), slices.Delete(slices.Clone(rest), other, other+1)
}

// noWords stands where a verdict comes without the words that carry it.
const noWords = "The report holds no words for this: do not rely on it."

// lacksWords reports whether a finding has no evidence and its verdict claims
// that the document says something.
func lacksWords(f *contractcheck.Finding) bool {
	silent := f.Verdict == contractcheck.Missing || f.Verdict == contractcheck.Unreadable
	return len(f.Evidence) == 0 && !silent
}

// sayer returns what a passage says by itself, where that differs from the
// finding's verdict: "satisfied here: ".
func sayer(f *contractcheck.Finding, e contractcheck.Evidence) string {
	if e.Verdict == f.Verdict || e.Verdict == 0 {
		return ""
	}
	return e.Verdict.String() + " here: "
}

// maxPlaces bounds the list of passages that are not quoted. A contract may say
// the same in every exhibit.
const maxPlaces = 8

// places lists where passages stand.
func places(evidence []contractcheck.Evidence) string {
	var all []string
	for _, e := range evidence {
		all = append(all, place(e.Passage))
	}
	all = slices.Compact(all)
	if more := len(all) - maxPlaces; more > 0 {
		all = append(all[:maxPlaces], fmt.Sprintf("and %d more", more))
	}
	return strings.Join(all, "; ")
}

// maxLinks is how many addresses are named behind a passage.
const maxLinks = 3

// linksOf says where the links in a passage and in its stem lead, or "".
func linksOf(e contractcheck.Evidence) string {
	var targets []string
	if e.Stem != nil {
		targets = slices.Clone(e.Stem.Links)
	}
	for _, target := range e.Links {
		if !slices.Contains(targets, target) {
			targets = append(targets, target)
		}
	}
	if len(targets) == 0 {
		return ""
	}
	if more := len(targets) - maxLinks; more > 0 {
		targets = append(targets[:maxLinks], fmt.Sprintf("and %d more", more))
	}
	return "links to " + collapse(strings.Join(targets, ", "))
}

// acceptance says who lives with a finding, until when and why.
func acceptance(a *contractcheck.Acceptance) string {
	s := "by " + a.By
	if a.Until != "" {
		s += ", until " + a.Until
	}
	s += ": " + a.Reason
	if a.Expired {
		s += " (This acceptance has expired or cannot be dated: it does not count.)"
	}
	return s
}

// laws lists what the law of the library's state says on a requirement, a line
// each. Where a law sets a number and the finding was judged with another, a
// stricter one or the library's own, the line names that.
func laws(f *contractcheck.Finding) []string {
	var lines []string
	for _, l := range f.Law {
		line := l.String()
		if used, ok := f.Params[l.Param]; ok && used != l.Value {
			line += fmt.Sprintf(" Judged with %s %g.", l.Param, used)
		}
		lines = append(lines, line)
	}
	return lines
}

// numbers lists named numbers by name: "max_hours 72".
func numbers(values map[string]float64) string {
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(values)) {
		parts = append(parts, fmt.Sprintf("%s %g", name, values[name]))
	}
	return strings.Join(parts, ", ")
}
