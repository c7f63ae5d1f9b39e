package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"example.org/contractcheck/contractcheck"
)

// evaluationText lays an evaluation out for people.
func evaluationText(e *contractcheck.Evaluation) string {
	var b strings.Builder
	fmt.Fprintf(&b, "rows             %d (%d skipped)\n", e.Rows, e.Skipped)
	fmt.Fprintf(&b, "right side       %.3f\n", e.Side)
	fmt.Fprintf(&b, "right verdict    %.3f (macro F1 %.3f)\n", e.Accuracy, e.MacroF1)
	fmt.Fprintf(&b, "within a step    %.3f\n", e.WithinStep)
	fmt.Fprintf(&b, "false assurance  %.3f\n", e.FalseAssurance)
	fmt.Fprintf(&b, "where it speaks  %.3f right side, %d rows\n", e.Spoken.RightSide, e.Spoken.Rows)
	fmt.Fprintf(&b, "contradicted     %.3f within a step, %d rows\n", e.Contradicted.WithinStep, e.Contradicted.Rows)
	if e.Evidence.Rows > 0 {
		fmt.Fprintf(&b, "evidence         %.3f on labelled words, %d right rows\n", e.Evidence.OnQuote, e.Evidence.Rows)
	}
	writeConfusion(&b, e)
	writeReview(&b, e)
	writeGroups(&b, "set", e.BySet)
	writeGroups(&b, "requirement", e.ByRequirement)
	return b.String()
}

// compared are the verdicts that labels know.
var compared = []contractcheck.Verdict{
	contractcheck.Satisfied, contractcheck.Partial, contractcheck.Contradicted, contractcheck.Missing,
}

func writeConfusion(b *strings.Builder, e *contractcheck.Evaluation) {
	fmt.Fprintf(b, "\n%-14s", "label \\ got")
	for _, v := range compared {
		fmt.Fprintf(b, "%14s", v)
	}
	b.WriteByte('\n')
	for _, want := range compared {
		fmt.Fprintf(b, "%-14s", want)
		for _, got := range compared {
			fmt.Fprintf(b, "%14d", e.Confusion[want][got])
		}
		b.WriteByte('\n')
	}
}

// writeGroups lists groups, those with the most rows first.
func writeGroups(b *strings.Builder, title string, groups map[string]contractcheck.Group) {
	if len(groups) == 0 {
		return
	}
	names := slices.SortedFunc(maps.Keys(groups), func(x, y string) int {
		return cmp.Or(cmp.Compare(groups[y].Rows, groups[x].Rows), cmp.Compare(x, y))
	})
	fmt.Fprintf(b, "\n%6s %9s %9s %9s  %s\n", "rows", "side", "verdict", "false", title)
	for _, name := range names {
		g := groups[name]
		fmt.Fprintf(b, "%6d %9.3f %9.3f %9.3f  %s\n", g.Rows, g.Side, g.Accuracy, g.FalseAssurance, name)
	}
}

// writeReview sets the rows that ask for a review against the others.
func writeReview(b *strings.Builder, e *contractcheck.Evaluation) {
	fmt.Fprintf(b, "\n%6s %9s %9s %9s %9s  %s\n", "rows", "share", "side", "verdict", "false", "needs review")
	for _, line := range []struct {
		name  string
		group contractcheck.Group
	}{
		{"flagged", e.Review.Flagged}, {"not flagged", e.Review.Plain}, {"not flagged, not missing", e.Review.PlainSpoken},
	} {
		g := line.group
		writeShare(b, g, float64(g.Rows)/float64(max(e.Rows, 1)), line.name)
	}
	for _, t := range e.Review.BySureness {
		writeShare(b, t.Group, t.Share, fmt.Sprintf("without what the finder is less sure of than %g", t.Sureness))
	}
}

func writeShare(b *strings.Builder, g contractcheck.Group, share float64, name string) {
	fmt.Fprintf(b, "%6d %9.3f %9.3f %9.3f %9.3f  %s\n", g.Rows, share, g.Side, g.Accuracy, g.FalseAssurance, name)
}
