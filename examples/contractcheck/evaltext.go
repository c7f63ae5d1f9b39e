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
	fmt.Fprintf(&b, "false assurance  %.3f\n", e.FalseAssurance)
	fmt.Fprintf(&b, "where it speaks  %.3f right side, %d rows\n", e.Spoken.RightSide, e.Spoken.Rows)
	writeConfusion(&b, e)
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
